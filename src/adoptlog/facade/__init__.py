"""The layers of `AdoptLog`, one per subject; `adoptlog.log` puts them together. Each asks and records, none decides."""
