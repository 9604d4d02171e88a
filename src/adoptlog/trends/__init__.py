"""Status over time: where everybody stood week by week, and what follows from it. Nobody is named in any of it."""
