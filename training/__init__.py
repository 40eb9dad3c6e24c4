"""Fits the model that labels blocks. Not shipped with the package; see ``training/README.md``."""
