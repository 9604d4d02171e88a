"""Whether it pays: time saved, quality and use before and after, each with its interval. Pure.

The unit is the person: runs are averaged per person first, and people are what is resampled. Modules are imported
when used: `scipy.stats` costs half a second.
"""
