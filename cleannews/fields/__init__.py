"""Third stage: hints and labelled blocks become title, authors, dates and the other fields."""
