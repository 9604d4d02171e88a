"""Read models: what can be dropped and rebuilt from the events at any time."""
