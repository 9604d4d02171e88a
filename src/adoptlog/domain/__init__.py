"""The domain: facts, the events that carry them, and the aggregates that decide. No I/O, no clock, no SQL."""
