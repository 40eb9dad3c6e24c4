"""Second stage: every block of a page gets a label, a reason and a confidence."""
