"""Names with a capital inside, which are no accident of glued text."""

from __future__ import annotations

import re

BRANDS = frozenset(
    """
    YouTube WhatsApp LinkedIn TikTok PayPal GitHub GitLab OpenAI ChatGPT BioNTech DeepMind DeepSeek
    JavaScript TypeScript PlayStation MasterCard FedEx AstraZeneca SpaceX StarLink WordPress SoundCloud
    BuzzFeed HuffPost AliExpress AirPods AirTag AirBnB BlackBerry BlackRock CloudFlare CrowdStrike
    DreamWorks DuckDuckGo EasyJet FaceTime FinTech FireFox GeForce HarperCollins HiFi IndyCar InStyle
    JetBlue LaTeX LiveScience MacBook MasterChef MediaTek MeToo MotoGP MySpace MySQL NetEase NetZero NextGen
    NordStream OnePlus OneDrive OnlyFans OpenStreetMap OxyContin PhD PowerPoint PricewaterhouseCoopers
    ProPublica ProSieben QuickTime RedBull RollsRoyce SalesForce SamSung SharePoint ShareThis SkyNews
    SnapChat StackOverflow StarCraft SuperBowl TechCrunch TeamViewer TikToker TikTokers TripAdvisor
    TruthSocial TwitterX UniCredit UnionPay VfB VfL WeChat WeWork WikiLeaks WordPad YouGov YouTuber
    YouTubers YouPorn ZDFheute PodCast PostNL PostNord ProRail QAnon RyanAir SchengenVisa SportBild
    StepStone TvN TuS WikiTravel XPeng WeTransfer WebMD CureVac HelloFresh KaDeWe LibreOffice MeinVZ
    NaturaVision BaFin BaFög GroKo KiKa RegTech AfD KfW MdB MdL BdV GdP StGB BGBl SoFi DeFi NaNo GoPro
    GoFundMe GoDaddy DoorDash InDesign IntelliJ BelTA PadOS PhoneOS OpenSource ClickHouse CoinBase CoinDesk
    MicroStrategy NeuraLink NewsGuard AppleTV GoogleTV FireTV SmartTV AndroidTV FreeBSD RuPaul JoJo LeMonde
    LeBron ScotRail EuroMillions EuroLeague EuroNews EuroStat EuroStar FanDuel DraftKings HomePod HomeKit
    CarPlay BritBox
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Names with a capital inside that news writes often; the list is ours, from general knowledge."""

_PARTS = re.compile(r"[A-Z][a-z]+")
LONG_BRANDS = tuple(sorted(brand for brand in BRANDS if len(_PARTS.findall(brand)) >= 3))  # noqa: PLR2004 - parts
"""Those of three parts and more, with a border that no two parts tell."""

PREFIXES = frozenset(
    """
    Mc Mac De Di Du Da Del La Le Lo Les Van Von Fitz Saint San Des El Al Ben Bin Mec Mag Pre Ver Ex
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Beginnings of names that go on with a capital: ``McKinsey``, ``DeSantis``, ``LaGuardia``."""
