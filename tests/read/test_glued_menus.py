from __future__ import annotations

from itertools import pairwise

import pytest

import cleannews
from cleannews.read.glued_menus import menu_borders
from cleannews.read.lines import lines_of
from cleannews.read.menu_words import FRONT_PAGES, MENU_WORDS, PLAIN_FRONT_PAGES


def pieces(source: str) -> list[str]:
    edges = [0, *(border.place for border in menu_borders(lines_of(source))), len(source)]
    return [source[begin:end].strip() for begin, end in pairwise(edges)]


@pytest.mark.parametrize(
    "expected",
    [
        ["ホーム", "ニュース", "政治"],
        ["トップ", "社会", "スポーツ", "天気予報"],
        ["政治", "経済", "国際", "スポーツ", "エンタメ"],
        ["首页", "新闻"],
        ["首頁", "國際", "財經", "體育"],
        ["首页", "新闻", "军情观", "体育", "娱乐"],
        ["홈", "뉴스", "정치"],
        ["정치", "경제", "사회", "연예"],
        ["الرئيسية", "أخبار", "سياسة"],
        ["होम", "राजनीति", "खेल"],
        ["ראשי", "חדשות", "ספורט"],
        ["প্রচ্ছদ", "জাতীয়", "রাজনীতি", "খেলা"],
        ["سرورق", "پاکستان", "کھیل", "تفریح"],
    ],
)
def test_glued_menus_come_apart_at_the_words_of_menus(expected: list[str]) -> None:
    assert pieces("".join(expected)) == expected


def test_spaces_inside_a_menu_are_no_borders() -> None:
    assert pieces("الرئيسيةأخبار العالماقتصاد رياضة") == ["الرئيسية", "أخبار العالم", "اقتصاد رياضة"]


@pytest.mark.parametrize(
    "source",
    [
        "政治経済",
        "国际体育新闻",
        "トップニュース",
        "トップ選手が語る政治とスポーツ",
        "ホーム開幕戦で勝利",
        "首页改版后读者反映体育新闻太少",
        "社会文化生活教育を考える会",
        "経済社会経済社会",
        "홈런",
        "홈경기에서 승리",
        "الرئيسيةكما نقول لم تتغير منذ سنوات",
        "أخبار العالم",
        "السياسة والاقتصاد والرياضة",
        "হোমিওপ্যাথি চিকিৎসা নিয়ে রাজনীতি",
        "বাংলাদেশের রাজনীতি ও অর্থনীতি",
        "ہوم گراؤنڈ پر پاکستان کی جیت",
        "دنیا بھر میں کھیل اور تعلیم",
        "ホームニュース政治" * 20,
        "HomeNewsPolitics",
        "",
    ],
)
def test_headlines_prose_and_names_stay_whole(source: str) -> None:
    assert menu_borders(lines_of(source)) == []


def test_the_lists_hold_together() -> None:
    assert PLAIN_FRONT_PAGES < FRONT_PAGES < MENU_WORDS
    assert not any(word.isascii() for word in MENU_WORDS)


DUMPS = {
    "ホームニュース政治": (
        "町議会、夜間フェリーを承認",
        "町議会は月曜日の夜、島への夜間フェリーを認める決定をした。",
        "住民は二年間にわたり騒音をめぐって争ってきた。議長は「長い議論だった」と述べた。",
        "新しい便は五月から一日二回運航される予定で、運賃は据え置かれる。",
    ),
    "首页新闻政治": (
        "镇议会批准夜间渡轮",
        "镇议会周一晚上决定允许夜间渡轮开往该岛。",
        "居民们因噪音问题争论了两年。主席表示，这是一场漫长的讨论。",
        "新航线将从五月起每天运行两班，票价保持不变。",
    ),
    "الرئيسيةأخبارسياسة": (
        "مجلس البلدة يوافق على العبارة الليلية",
        "قرر مجلس البلدة مساء الاثنين السماح للعبارة الليلية بالإبحار إلى الجزيرة بعد خلاف دام عامين.",
        "وقال رئيس المجلس إن النقاش كان طويلا وإن السكان ينتظرون الخدمة الجديدة منذ سنوات.",
        "وستعمل الخدمة الجديدة مرتين يوميا ابتداء من شهر مايو المقبل دون زيادة في الأسعار.",
    ),
    "홈뉴스정치": (
        "마을 의회, 야간 여객선 승인",
        "마을 의회는 월요일 밤 섬으로 가는 야간 여객선을 허용하기로 결정했다.",
        "주민들은 2년 동안 소음 문제로 다투어 왔다. 의장은 긴 논의였다고 말했다.",
        "새 노선은 5월부터 하루 두 번 운항하며 요금은 그대로 유지된다.",
    ),
}


@pytest.mark.parametrize("menu", DUMPS)
def test_a_dump_with_such_a_menu_has_crumbs_section_and_title(menu: str) -> None:
    title, *_ = DUMPS[menu]
    article = cleannews.clean("\n\n".join([menu, *DUMPS[menu]]))
    assert "".join(article.breadcrumbs) == menu
    assert len(article.breadcrumbs) == 3
    assert article.section == article.breadcrumbs[-1]
    assert article.title == title
