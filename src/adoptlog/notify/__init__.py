"""Telling people about follow-ups: who gets which letter, in which words, and through which channel."""
