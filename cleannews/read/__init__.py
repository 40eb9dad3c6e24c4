"""First stage: bytes or text in, a :class:`~cleannews.read.page.Page` of blocks out."""
