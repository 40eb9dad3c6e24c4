"""Small words of many languages that tell whether a sentence goes on."""

from __future__ import annotations

LEADING_WORDS = frozenset(
    """
    a an the of and or to in at by with from for its his her their our your this these those every some such
    than
    der die das den dem des einer eines einem einen von vom zum zur im ins beim und oder sowie dieser dieses
    diesem
    diesen seiner seinem seinen ihrer ihrem ihren bei für über unter durch gegen ohne zwischen deren dessen
    rund etwa
    le la les un une des du de et ou à au aux en dans sur par pour avec son sa ses leur leurs cette ces
    selon chez
    el los las del al y o con por para su sus una unos unas este esta estos estas según entre hacia
    il lo gli i di da della dello dei degli delle dal dalla nel nella nei sul sulla con per e ed o un uno
    questa questo
    os as da do das dos em no na nos nas pelo pela e ou com por para um uma seu sua seus suas
    het een van en of met voor door bij naar tot uit deze dit zijn haar hun
    en ett och eller av med för till från som att på vid mellan enligt sin sitt sina
    et og eller av af med for til fra som at på ved mellem mellom ifølge sin sitt sine
    i a oraz lub w we z ze na do od dla przez przy po pod nad między jego jej ich który która które
    v ve s se na do od pro při po pod nad mezi jeho její jejich který která které že
    и в во на с со по к ко от до для при под над между его её их который которая которые что
    та й у із зі від до для про який яка які що
    ve ile için bir bu şu her
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Articles, prepositions, conjunctions: a line that ends with one goes on.

Words that can end a German sentence (``an``, ``auf``, ``ein``, ``mit``) are left out. From general knowledge
of the languages.
"""

ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof sen rep gov gen col lt sgt capt cpl maj cmdr adm rev hon st jr sr vs etc inc ltd co
    corp no nos
    vol pp fig ed eds jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    sat sun
    e.g i.e cf al approx dept est ave blvd rd mt ft
    bzw ca usw evtl ggf inkl exkl max min mio mrd nr str tel vgl abs art bd dipl ing hl jh sog gest geb verh
    zzgl
    z.b d.h u.a o.ä i.d.r v.a u.u s.o z.t m.e phil rer med jur
    mm mme mlle mgr ste env chap éd
    srta sra dra ud uds ee.uu pág núm art aprox
    sig dott avv on geom arch rag
    dhr mevr drs bijv o.a d.w.z t.a.v m.b.t enz
    np ul tzw tj godz m.in tys mln mld zł pl al os woj pow gm ks bp
    např tzv mj atd apod popř resp mudr judr phdr ing bc
    г гг тыс млн млрд руб им ул стр т.е т.д т.п т.к др проф акад
    т.зв грн обл вул
    t.ex bl.a dvs kl f.eks f.kr e.kr osv mht hr fr
    vb vd yy doç av örn
    esim ks mm klo
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""What a full stop does not end a sentence after; from general knowledge of the languages."""
