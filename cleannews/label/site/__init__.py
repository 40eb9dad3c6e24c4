"""What the pages of one site share: sketches, templates, and what they say of a page's blocks."""
