"""Tamper evidence: checkpoints over one growing Merkle tree of all events, and receipts for single ones."""
