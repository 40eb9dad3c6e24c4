"""Sites that do not exist, with as many pages as a test needs: the same furniture, another story on each."""

from __future__ import annotations

import random
from dataclasses import dataclass

_ONSETS = "b br c d dr f g gl h k l m n p pr r s st t tr v w".split()  # noqa: SIM905 - reads as the list it is
_RIMES = "abel ander ane arin elt endow ent erie esk ick iddle ilow imber intel ole onder orrow ost urn ushel".split()  # noqa: SIM905, E501 - the same
_VERBS = "carried counted defended described inherited measured painted questioned rebuilt restored".split()  # noqa: SIM905 - the same
_LINKS = (
    "while {} was closed", "before anyone in {} noticed", "although {} was late", "with {} and patience",
    "as fog lifted over {}", "because {} could not wait",
)  # fmt: skip
"""Never four words of the frame in a row: a run of four is what tells that words were seen before."""

DISCLAIMER = "The opinions in this piece are those of its author and not those of the newspaper."


def story(seed: int, *, paragraphs: int = 8) -> tuple[str, list[str]]:
    """An invented headline and paragraphs, other ones for every seed."""
    chance = random.Random(seed)  # noqa: S311 - invents text, keeps no secret
    pick = chance.choice

    def word() -> str:
        return pick(_ONSETS) + pick(_RIMES) + (pick(_RIMES) if chance.random() < 0.3 else "")

    def sentence() -> str:
        link = pick(_LINKS).format(word())
        years = chance.randrange(2, 90)
        start = f"The {word()} of {word().title()} {pick(_VERBS)} its {word()}"
        return f"{start} {link}, and the {word()} {pick(_VERBS)} a {word()} for {years} {word()} days."

    headline = f"{word().title()} {pick(_VERBS)} the {word()} of {word()}"
    return headline, [" ".join(sentence() for _ in range(3)) for _ in range(paragraphs)]


@dataclass(frozen=True)
class Site:
    """A site: what stands around every story of it."""

    name: str
    menu: tuple[str, ...]
    notice: str
    footer: tuple[str, ...]
    box: tuple[str, ...] = ()
    seeds: int = 0

    def text(self, number: int) -> str:
        """A dump with a block on each line."""
        headline, paragraphs = story(self.seeds + number)
        middle = len(paragraphs) // 2
        body = [*paragraphs[:middle], *self.box, *paragraphs[middle:]]
        top = [*self.menu, headline, f"Updated {number % 12 + 1}:0{number % 6} | {number % 9 + 2} min read"]
        return "\n\n".join([*top, *body, self.notice, *self.footer])

    def one_line(self, number: int) -> str:
        """A dump without any line."""
        return " ".join(self.text(number).split())

    def html(self, number: int) -> str:
        """A page."""
        headline, paragraphs = story(self.seeds + number)
        menu = "".join(f'<li><a href="/{item}">{item}</a></li>' for item in self.menu)
        body = "".join(f"<p>{text}</p>" for text in paragraphs)
        footer = "".join(f"<p>{text}</p>" for text in self.footer)
        return (
            f"<html><head><title>{headline} - {self.name}</title></head><body><nav><ul>{menu}</ul></nav>"
            f"<article><h1>{headline}</h1><div class='story-{number}'>{body}</div>"
            f"<div class='c9'><p>{self.notice}</p></div></article><footer>{footer}</footer></body></html>"
        )

    def body(self, number: int) -> list[str]:
        """The paragraphs of the story."""
        return story(self.seeds + number)[1]


HARBOUR = Site(
    "The Harbour Post",
    ("Front page", "Harbour and sea", "Markets today", "Letters and opinion", "Puzzles for Sunday"),
    "The Harbour Post has been printed in the customs house since the great storm, and its readers own it.",
    ("Write to the editors at the customs house", "Printed on paper from the valley mill"),
    ("Readers keep this newspaper alive, and a subscription costs less than a loaf of bread a week.",),
)
VALLEY = Site(
    "Valley Echo",
    ("Home of the Echo", "Villages from A to Z", "Weather in the hills", "Farm and garden", "Clubs"),
    "Valley Echo reporters travel by bus, and every fare is paid by the foundation of the three villages.",
    ("Call the newsroom before noon", "Echo shop and archive"),
    seeds=1000,
)
MILL = Site(
    "Mill Gazette",
    ("Latest in town", "Council diary", "Schools and courses", "Sport on the green", "Obituaries"),
    "The Gazette corrects its errors on page two, and thanks everyone who writes in to point at them.",
    ("Imprint of the Mill Gazette", "Advertise with the Gazette"),
    seeds=2000,
)
ISLAND = Site(
    "Island Courier",
    ("Ferries today", "Island people", "Fishing quota news", "Tides and moon", "Lost and found"),
    "The Courier comes out when the ferry sails, and on days of storm it is read aloud in the church hall.",
    ("Ferry office notices", "Courier by post"),
    seeds=3000,
)
SUMMIT = Site(
    "Summit Mirror",
    ("Mountain desk", "Avalanche bulletin", "Huts and paths", "Cable cars", "Stars over the ridge"),
    "Summit Mirror is written by guides and shepherds, none of whom is paid for praising a hotel or a hut.",
    ("Mirror of the day by letter", "Rescue service numbers"),
    seeds=4000,
)
SITES = (HARBOUR, VALLEY, MILL, ISLAND, SUMMIT)
