"""The management report: one value, and the faces that show it."""
