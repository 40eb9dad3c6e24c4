"""A headline and the text below it, which names nobody."""

from __future__ import annotations

HEADLINE = "Council backs the night ferry to the outer islands"
BODY = """\
The council of Lundby voted on Monday to pay for two late crossings a day; the first ship is to leave in May.
The islands have waited for the ferry since the old ship was sold, and many had given up hope for its return.
A ticket is going to cost four crowns, half of what the night taxi takes for the way across the bridge.
The opposition voted against the plan because it fears that the ship will sail empty for most of the winter.
""".splitlines()
