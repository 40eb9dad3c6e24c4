"""How the crude dumps among the fixtures differ from each other."""

from __future__ import annotations

from quality.dumps import Shape

CRUDE_PLAN: dict[str, tuple[str, Shape]] = {
    "crude-plain": (
        "en-ferry",
        Shape(
            "HomeNewsPolitics",
            ("Home", "News", "Politics"),
            excerpt=140,
            teasers=(
                "Lighthouse keeper retires after forty winters on the rock",
                "Fishing fleet gets new ice plant in time for herring season",
                "Harbour dues to rise by four per cent in July",
            ),
        ),
    ),
    "crude-dots": (
        "en-orchard",
        Shape(
            "Home / Environment",
            ("Home", "Environment"),
            cut="letter",
            dots="...",
            teasers=("The hedge that three parishes could not agree on",),
        ),
    ),
    "crude-seven-teasers": (
        "en-observatory",
        Shape(
            "HomeWorldUS & CanadaScience",
            ("Home", "World", "US & Canada", "Science"),
            teasers=(
                "Storm leaves 8,000 homes without power along the coast",
                "Teachers’ union accepts pay offer after overnight talks",
                "The quiet town that became a chess capital",
                "Mayor of Alder Creek resigns over parking tickets",
                "What we know about the new ferry timetable",
                "Harvest festival moves to the old airfield this year",
                "Five books for a rainy weekend",
            ),
        ),
    ),
    "crude-no-excerpt": ("en-opinion", Shape("HomeOpinion", ("Home", "Opinion"), excerpt=0)),
    "crude-windows": (
        "en-observatory",
        Shape(
            "Home > Science",
            ("Home", "Science"),
            dots=" […]",
            newline="\r\n",
            teasers=(
                "Storm leaves 8,000 homes without power along the coast",
                "The quiet town that became a chess capital",
            ),
            footer=("COMMENTS",),
            counts=(),
        ),
    ),
    "crude-german": (
        "de-bruecke",
        Shape(
            "StartseiteLokalesStadtrat",
            ("Startseite", "Lokales", "Stadtrat"),
            cut="letter",
            dots=" …",
            teasers=(
                "Freibad öffnet trotz Personalmangel schon im Mai",
                "Landgericht verhandelt erneut über das Hochregallager",
                "Wo die Störche dieses Jahr brüten",
            ),
            footer=("KOMMENTARE", "WORDPRESS: 2\nDISQUS: 14"),
            counts=(("wordpress", 2), ("disqus", 14)),
        ),
    ),
    "crude-french": (
        "fr-librairie",
        Shape(
            "AccueilCultureLivres",
            ("Accueil", "Culture", "Livres"),
            dots="…",
            teasers=(
                "Le cinéma de la Presqu’île sauvé par une souscription",
                "Un violon retrouvé au fond d’un grenier de Morlaix",
            ),
            footer=("COMMENTAIRES", "WORDPRESS: 0"),
            counts=(("wordpress", 0),),
        ),
    ),
    "crude-spanish": (
        "es-embalse",
        Shape(
            "PortadaEspaña",
            ("Portada", "España"),
            excerpt=200,
            teasers=(
                "El precio del aceite encadena su quinta subida mensual",
                "Detenido en Jaén el falsificador de las monedas de plomo",
                "Así será el nuevo horario de los trenes de cercanías",
            ),
            footer=("COMENTARIOS", "WORDPRESS: 0\nDISQUS: 3\nFACEBOOK: 21"),
            counts=(("wordpress", 0), ("disqus", 3), ("facebook", 21)),
        ),
    ),
    "crude-teasers-last": (
        "nl-sluis",
        Shape(
            "HomeRegioOosterdiep",
            ("Home", "Regio", "Oosterdiep"),
            teasers=(
                "Gemeente wil maximaal twintig kilometer per uur op de dijk",
                "Bakker Jongsma stopt ermee na honderd jaar",
                "Zwanenpaar houdt wegwerkzaamheden op",
            ),
            teasers_last="Lees ook",
        ),
    ),
    "crude-no-footer": (
        "pl-tramwaj",
        Shape(
            "Strona głównaMiasto",
            ("Strona główna", "Miasto"),
            teasers=(
                "Nowy most otwarty dwa miesiące przed terminem",
                "Ile zarabia ratownik na miejskiej pływalni",
            ),
            footer=(),
            counts=(),
        ),
    ),
    "crude-russian": (
        "ru-teatr",
        Shape(
            "ГлавнаяНовостиКультура",
            ("Главная", "Новости", "Культура"),
            excerpt=110,
            dots="...",
            teasers=(
                "Ледокол «Северянка» отправился в последний рейс",
                "Учёные посчитали снегирей в городских парках",
                "На вокзале снова заработали механические часы",
            ),
            footer=("КОММЕНТАРИИ", "WORDPRESS: 0\nDISQUS: 5"),
            counts=(("wordpress", 0), ("disqus", 5)),
        ),
    ),
    "crude-japanese": (
        "ja-sento",
        Shape(
            "ホーム > 社会 > 地域",
            ("ホーム", "社会", "地域"),
            excerpt=60,
            dots="…",
            teasers=(
                "駅前の時計台、四十年ぶりに修復へ",
                "冬の味覚、カキの水揚げ始まる",
                "小学生が考えた給食が人気に",
            ),
            footer=("コメント", "DISQUS: 0"),
            counts=(("disqus", 0),),
        ),
    ),
    "crude-arabic": (
        "ar-maktaba",
        Shape(
            "الرئيسية » ثقافة",
            ("الرئيسية", "ثقافة"),
            excerpt=90,
            teasers=(
                "افتتاح سوق جديد للمزارعين شرق المدينة",
                "أمطار غزيرة تعيد الحياة إلى الوادي",
            ),
            footer=("التعليقات", "WORDPRESS: 0\nDISQUS: 0"),
        ),
    ),
    "crude-ukrainian": (
        "uk-bdzholy",
        Shape(
            "ГоловнаНовиниНаука",
            ("Головна", "Новини", "Наука"),
            excerpt=100,
            dots="…",
            teasers=("У школі відкрили музей старих підручників",),
        ),
    ),
    "crude-questions": (
        "en-opinion",
        Shape(
            "HomeOpinionComment",
            ("Home", "Opinion", "Comment"),
            excerpt=90,
            dots="..",
            teasers=(
                "Who pays for the new quay, and when will the ferries use it again?",
                "A lighthouse for sale. Who wants to live in it?",
                "Council puts off its vote on the bridge",
                "What would the town do without its bakers?",
            ),
            footer=("COMMENTS / WORDPRESS: 0 / DISQUS: 0",),
        ),
    ),
    "crude-verbs-in-two-parts": (
        "de-backstube",
        Shape(
            "StartseiteWirtschaftUnternehmen",
            ("Startseite", "Wirtschaft", "Unternehmen"),
            teasers=(
                "Gemeinde räumt Fehler beim Bau der neuen Turnhalle ein",
                "Warum die Fähre nach Norderstein im Winter nicht fährt",
                "Wie viele Bäcker gibt es im Landkreis noch?",
            ),
            footer=("KOMMENTARE", "WORDPRESS: 1.204\nDISQUS: 12"),
            counts=(("wordpress", 1204), ("disqus", 12)),
        ),
    ),
    "crude-teasers-below": (
        "sv-tag",
        Shape(
            "Hem\nNyheter\nInrikes",
            ("Hem", "Nyheter", "Inrikes"),
            excerpt=70,
            dots=" […]",
            teasers=(
                "Fyren på Gråskär får ny färg för första gången på trettio år",
                "Vad händer nu med skolan i Lillby?",
            ),
            teasers_below=True,
            footer=("KOMMENTARER WORDPRESS: 0 DISQUS: 3",),
            counts=(("wordpress", 0), ("disqus", 3)),
        ),
    ),
}
