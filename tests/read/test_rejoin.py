from __future__ import annotations

import pytest

from cleannews.read.letters import is_ended
from cleannews.read.rejoin import Joiner, is_mark, is_prose, seam


@pytest.mark.parametrize(
    ("before", "line", "beyond"),
    [
        ("This means some of the harbour's", "running costs", "are paid by the fishermen and their guild."),
        ("A new law is set to", "prevent any future closing of the gate", "."),
        ("prevent any future closing of the gate", ".", "Next week the council meets."),
        ("Die Brücke wurde in den vergangenen Jahren von der", "Stadt Hafenau", "gesperrt."),
        ("Das Urteil der", "Bürger im Rathaus fällt eher kritisch aus.", ""),
        ("The mayor wrote to the", "Harbour Board", ", which has not answered."),
        ("Le bateau a quitté l’", "île vers midi", ", dit la capitainerie."),
        ("T", "he ferry sank on Monday in the cold harbour.", ""),
        ("A", "Norwegian trawler found the wreck after two days.", ""),
        ("The report, which stands under", "https://harbour.example/report", "since Monday, names no cause."),
        ("市の職員によると、港の", "水位計", "は三日前から動いていなかった。"),
        ("今回の調査を始めた港湾局と", "大学の研究者が明らかにした。", ""),
        (
            "渡轮公司星期五与岛上的居民代表会面，讨论费用。会议得到",
            "海港基金会",
            "的资助，居民代表全部出席。",
        ),
        ("渡轮公司星期五与岛上居民会面。会议得到海港基金会", "的资助，居民代表全部出席。", ""),
        ("渡轮公司星期五与岛上的居民代表会面，讨论维修费用。公司副经理", "林青", "主持了会议。"),
        ("渡轮公司星期五与岛上的居民代表会面，讨论维修费用。公司副经理林青", "主持了会议。", "码头"),
        (
            "渡輪公司星期五對外表示，復駛航線的路段全長三公里，從舊碼頭開往",
            "竹圍村，沿途會經過兩座島。",
            "居民很高興",
        ),
        ("부두 관리소는 전면 통제를 풀었지만 다만 먼바다에는", "풍랑 예비특보", "가 내려져 있다고 밝혔다."),
        ("부두 관리소는 전면 통제를 풀었지만 먼바다에는 풍랑 예비특보", "가 내려져 있다고 밝혔다.", ""),
        ("부두는 어제 다시 문을 열었다. 관리소는 배가 하루에 네 번", "섬으로 간다고 밝혔다.", ""),
        ("पुल की मरम्मत के बाद नगर परिषद", "में सोमवार को बैठक हुई।", ""),
        ("پل قدیمی شهر را پس از سه سال شهرداری بندر", "را بازگشایی کرد.", ""),
        ("הגשר נפתח אתמול בבוקר. ראש העיר אמר שהעבודות נמשכו שנתיים", "ועלו הרבה כסף.", ""),
        ("عاد الصيادون إلى الميناء بعد غياب. وقالت البلدية إن الرصيف", "القديم", "سيفتح غداً."),
        ("ท่าเรือปิดมาสองปีเพราะ", "ท่าเทียบเรือ", "ชำรุด"),
        ("The portrait of the mayor was painted", "by Ann Lee, who lived on the island", "until she died."),
        ("The old mill on the island was bought", "by Ann Lee and her two sons in May", "and restored."),
        ("The weather service", "(which is new)", "said that it would rain all day."),
        ("وقع الحادث مساء أمس في", "مدينة الميناء", "وقالت الشرطة إن أحداً لم يصب."),
        ("הגשר נסגר לפי", "עיריית הנמל", "ונפתח ביום ראשון."),
        ("این پل قدیمی در", "شهر بندری", "بسته شد."),
        ("Η γέφυρα έκλεισε με απόφαση του", "Δήμου Λιμανιού", "και θα ανοίξει την Κυριακή."),
        ("Podul vechi a fost închis de", "Primăria Portului", "și se va deschide duminică."),
        ("Jembatan tua itu ditutup oleh", "Dinas Pelabuhan", "sejak hari Senin."),
    ],
)
def test_pieces_of_a_paragraph_are_joined(before: str, line: str, beyond: str) -> None:
    assert Joiner(()).hangs(before, line, beyond)


@pytest.mark.parametrize(
    ("before", "line", "beyond"),
    [
        ("Sport | The night ferry comes back, says the", "https://harbour.example/ferry", "Home"),
        ("The council of Lundby votes on the ferry today", "www.harbour.example/ferry-vote", ""),
        ("Home", "News", "Sport"),
        ("The ferry sank.", "Read more", "Weather"),
        ("Ferry sinks in the harbour of the old town", "by Ann Lee", "12 March"),
        ("Ferry sinks in the harbour of the old town", "The ferry sank on Monday.", "It was old."),
        ("Related topics", "politics", "weather"),
        ("Missing tortoise found twelve years later", "by: Ann Lee", "The tortoise was asleep."),
        ("Missing tortoise found twelve years later", "by Ann Lee | Aug. 19, 2024", "It was asleep."),
        ("Alte Ölmühle auf der Insel restauriert", "von Peter Hansen und Lea Brunner", "Nach zwei Jahren"),
        ("Alte Ölmühle auf der Insel restauriert", "von Peter Hansen (dpa)", "Nach zwei Jahren"),
        ("Alte Ölmühle auf der Insel restauriert", "von Peter Hansen - 19.08.2024 10:00", "Nach zwei Jahren"),
        ("Le vieux pressoir de l’île restauré", "par Anne Leroy, 19 août 2024", "Après deux ans"),
        ("Warum die Fähre im Hafen liegen bleibt", "Die Stadt will sparen.", "Mehr"),
        ("|", "News", "|"),
        ("Home", "|", "News"),
        ("天気", "今日の天気", "名古屋"),
        ("最後の車掌、思い出を本に", "Copyright (C) 2024 北上日報 All Rights Reserved.", ""),
        ("港の水位が上がる", "市役所で説明会", "三日前の雨"),
        ("Comment dormir dans une ville bruyante", "il y a 3 heures", "Sport"),
        ("أخبار المدينة", "رياضة", "ثقافة"),
        ("부두가 어제 다시 문을 열었다", "관리소는 배가 하루에 네 번 섬으로 간다고 밝혔다.", ""),
        ("정치 경제 사회 문화", "가을 축제", "날씨"),
        ("부두의 모습. 지난달에 다시 문을 연 부두, 김하늘 기자", "부두는 다음 주에 문을 연다.", ""),
        ("הרכבת בתחנה, הבוקר. צילום: יואב לב, סוכנות הים", "הרכבת הקטנה חזרה אתמול למסילה.", ""),
        ("आज की मुख्य खबरें", "और पढ़ें", "खेल"),
        ("अगर आप पुल के बारे में जानना चाहते हैं", "और पढ़ें", "खेल"),
        ("اخبار شهر بندری امروز", "ورزش", "فرهنگ"),
        ("เรือข้ามฟากกลับมาวิ่งอีกครั้ง", "ชาวบ้านแห่ต้อนรับ", "ข่าวล่าสุด"),
        ("الجسر القديم يغلق", "قالت الشرطة إن أحداً لم يصب.", ""),
        ("في", "الرئيسية", "سياسة"),
        ("חדשות העיר", "ספורט", "תרבות"),
        ("Νέα της πόλης", "Αθλητικά", "Πολιτισμός"),
        ("Știri din oraș", "Sport", "Cultură"),
        ("渡轮公司与居民会面", "码头维修费用由谁承担", "海港明年扩建"),
        ("渡轮公司星期五与岛上的居民代表会面，讨论码头维修费用由谁承担", "海港明年扩建。", ""),
        ("渡轮星期五停在港口，岛上的居民在码头等候了一整天。林青 摄", "渡轮公司星期五宣布停航。", ""),
        ("渡轮公司星期五与岛上的居民代表会面，讨论维修费用。", "海港基金会", "的资助到位。"),
        ("渡轮公司星期五与岛上的居民代表会面，讨论维修费用。更多", "海港明年扩建", "渡轮票价上涨"),
        ("渡轮公司与岛上居民会面讨论费用", "的士司机等候", ""),
        (
            "Why nobody knows how long the ferry will be out of",
            (
                "Service between the town and the island was to be taken up on Monday, the company had said, "
                "but on Tuesday both ships still lay in the harbour."
            ),
            "The mayor called it a shame.",
        ),
    ],
)
def test_lines_of_their_own_stay_apart(before: str, line: str, beyond: str) -> None:
    assert not Joiner(()).hangs(before, line, beyond)


def test_small_words_are_learned_from_the_dump() -> None:
    lines = ["Hajó a kikötőben, azaz egy hajó ezen belül, mert ezen múlik ezen ezen ezen"] * 40
    joiner = Joiner(lines)
    assert joiner.hangs("Nagyon sok ember ment el ezen", "Dunai hajó fedélzetére és onnan tovább délre.", "")
    assert not Joiner(()).hangs(
        "Nagyon sok ember ment el ezen", "Dunai hajó fedélzetére és onnan tovább délre.", ""
    )


def test_a_number_of_a_section_is_no_initial() -> None:
    line = "Nobody in Lower Penn remembers who first offered the elephant keeper a bed."
    assert Joiner(["I", line]).hangs("I", line, "")
    assert not Joiner(["I", line, "II", line]).hangs("I", line, "II")


def test_a_cut_off_copy_of_a_paragraph_goes_on_in_no_other_line() -> None:
    lead = (
        "The ferry company said on Sunday that the wind was too strong for its two older ships, and that the "
    )
    lead += "service to the islands would stop for"
    line = "Keeper of the light wins a medal"
    assert Joiner([lead, line]).hangs(lead, line, "")
    assert not Joiner([lead, line, f"{lead} a week."]).hangs(lead, line, "")
    assert Joiner([lead, line, lead]).hangs(lead, line, "")
    comma = "Après deux ans de travaux, le pressoir de 1862 a été restauré sur l’île,"
    assert not Joiner([comma, f"{comma} et il rouvrira."]).hangs(comma, f"{comma} et il rouvrira.", "")


def test_a_headline_may_end_in_a_small_word() -> None:
    lines = [
        "Die Stadt baut ein Haus, und ein Hafen wird ein Park, weil ein Rat ein Ziel hat wie ein Kind"
    ] * 40
    joiner = Joiner(lines)
    headline = "Gemeinde räumt Fehler beim Bau der neuen Turnhalle ein"
    assert joiner.hangs(headline, "Jahr lang habe niemand danach gefragt.", "")
    assert not joiner.hangs(headline, "Warum die Fähre im Winter nicht fährt", "")
    assert not joiner.hangs(headline, "Wie viele Bäcker gibt es noch?", "")


def test_a_paragraph_of_its_own_does_not_go_on_with_a_headline() -> None:
    texts = ["Wir sind am Hafen, und der Sturm ist nah, was für die alte Mole gut ist und so bleibt."] * 60
    paragraph = (
        "Das alte Gesetz für den Hafen ist bald Geschichte, und die Fischer der Insel freuen sich seit Tagen "
        "sehr darauf."
    )
    assert not Joiner(texts).hangs(
        "Wie gefährlich die alte Mole wirklich ist", f"{paragraph} Der Rat tagt.", ""
    )
    assert Joiner(texts).hangs("Wie gefährlich die alte Mole wirklich ist", "Zeigt ein Gutachten.", "")


def test_nothing_goes_on_with_the_title() -> None:
    title, lead = "पुल की मरम्मत के बाद नगर परिषद", "में सोमवार को बैठक हुई।"
    assert Joiner([title, lead]).hangs(title, lead, "")
    assert not Joiner([title, "HomeNews", title, lead]).hangs(title, lead, "")


def test_what_a_short_dump_is_about_is_no_small_word() -> None:
    lines = ["The town council and the town hall of the old town on the hill"] * 9
    assert not Joiner(lines).hangs(
        "How a beekeeper saved the last orchard in town", "The town council met.", ""
    )


@pytest.mark.parametrize(
    ("before", "line", "between"),
    [
        ("the river", "rose", " "),
        ("rose", ", then fell", ""),
        ("(", "see below", ""),
        ("l’", "eau", ""),
        ("T", "he ferry", ""),
        ("A", "Norwegian ferry", " "),
        ("水", "面", ""),
        ('she said "', "no", ""),
        ('he said "no', '", and left', ""),
        ("the word", '"no"', " "),
        ("the mayor", "’s office", ""),
        ("Radar", "-Systeme", ""),
    ],
)
def test_seam(before: str, line: str, between: str) -> None:
    assert seam(before, line) == between


@pytest.mark.parametrize("text", ["It sank.", "“No.”", "Nein!«", "雨が降った。", "(It sank.)", "क्या हुआ?"])
def test_ended(text: str) -> None:
    assert is_ended(text)


@pytest.mark.parametrize("text", ["Read more", "It sank, then", "(AP)", "12:30", "雨"])
def test_not_ended(text: str) -> None:
    assert not is_ended(text)


def test_marks_are_not_ends_of_sentences() -> None:
    assert is_mark("|")
    assert is_mark("›")
    assert not is_mark(").")
    assert not is_mark("a")


def test_prose_has_small_words() -> None:
    assert is_prose("the ferry that sank in March")
    assert not is_prose("Home News Sport Weather Culture")
    assert not is_prose("of the sea")


@pytest.mark.parametrize(
    ("before", "line", "goes_on"),
    [
        ("A dog watches over sheep above the town. (AP Photo/Matthias Egger)", "The shepherds of", False),
        ("Das Schiff im Hafen von Lundby (Foto: Clara Rohde)", "Die Fähre nach", False),
        ("Паром в порту утром (Фото: Ольга Вега)", "Совет острова", False),
        ("It was the ferry of the company that sails for Lundby (once a rival)", "and of the council", True),
    ],
)
def test_no_paragraph_goes_on_behind_a_credit(before: str, line: str, goes_on: bool) -> None:  # noqa: FBT001 - a column
    beyond = "this valley used to count their sheep in the evening, and now they count the dogs."
    assert Joiner(()).hangs(before, line, beyond) is goes_on
