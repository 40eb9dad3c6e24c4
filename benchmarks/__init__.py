"""Accuracy, speed and memory of cleannews beside other extractors, on any corpus of cases."""
