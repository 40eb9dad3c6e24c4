"""Folders of dumps: inputs, workers, records, report."""
