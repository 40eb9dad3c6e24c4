"""Downloads: one page by its address, with a deadline, a size cap and no way into private networks.

``address`` knows which addresses may be asked, ``connection`` is the only place that touches requests,
``body`` decodes under a cap, ``transfer`` follows redirects and puts the result together.
"""

from __future__ import annotations

from cleannews.download.fetched import Fetched
from cleannews.download.transfer import fetch

__all__ = ["Fetched", "fetch"]
