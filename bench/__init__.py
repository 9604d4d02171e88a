"""What measures speed, each peer in the same run: `python -m bench [--store sqlite|postgresql] [--quick]`."""
