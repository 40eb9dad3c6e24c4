"""How pages write the day beside the headline, as parts of patterns."""

from __future__ import annotations

MONTH = r"[^\W\d_]{3,12}\.?"
"""The name of a month in any language, or a word that is none."""

BEHIND_NUMBER = rf"(?:st|nd|rd|th|\.)?\s(?:de\s)?{MONTH},?\s(?:de\s)?(?:19|20)\d\d(?!\d)"
"""What stands behind the number of a day: ``rd March 2023``, ``. März 2023``, `` de marzo de 2023``."""
