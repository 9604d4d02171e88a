"""The way of the tables from each released version to the next; `versions` holds one module per step."""
