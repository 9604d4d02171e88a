"""From the read model to the cases that follow-up rules look at, and to the work list in words."""
