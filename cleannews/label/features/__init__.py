"""Columns of numbers that the learned model reads: one row per block."""
