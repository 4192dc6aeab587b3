"""Stamps of a meeting's system, blank pages and pictures, in packs about Norbury."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.bound_pdf import Look, Paper, bind, blank, said, scan, sideways
from samples.raw_pdf import document

from converter.model import Holds, Sheet, Source
from converter.read.pdf import read_pdf

Text = tuple[float, float, str, int]
BODY = [
    [(72.0, 700.0 - 13 * row, f"{word} went to the river at dawn and came back.", 0) for row in range(4)]
    for word in ("Ada", "Ben", "Cem")
]


def source(content: bytes) -> Source:
    return read_pdf(Path("pack.pdf"), content, "")


def three_pages(*extra: Text, others: bool = True) -> Source:
    """Three pages of text, the second one with `extra`; the others are stamped as pages 4 and 6 of a pack."""
    first, last = ([(280.0, 24.0, f"Page {number}", 0)] if others else [] for number in (4, 6))
    pages = [[*BODY[0], *first], [*BODY[1], *extra], [*BODY[2], *last]]
    return source(document([said(*page) for page in pages]))


PAGE = (280.0, 24.0, "Page 5", 0)
ITEM = (480.0, 820.0, "Agenda Item 3", 0)


@pytest.mark.parametrize(
    ("extra", "number", "stamp"),
    [
        ([PAGE, ITEM], "5", "Agenda Item 3"),
        ([(280.0, 24.0, "Page 5 of 90", 0), ITEM], "5", "Agenda Item 3"),
        ([PAGE, (460.0, 820.0, "Agenda Item No. 3", 0)], "5", "Agenda Item No. 3"),
        ([PAGE, (480.0, 820.0, "Agenda Item 5a", 0)], "5", "Agenda Item 5a"),
        ([PAGE, (480.0, 820.0, "Agenda Item VI (a)", 0)], "5", "Agenda Item VI (a)"),
        ([PAGE, (480.0, 820.0, "Minute Item 7", 0)], "5", "Minute Item 7"),
        ([(20.0, 400.0, "Page 5", 1), (20.0, 700.0, "Agenda Item 3", 1)], "5", "Agenda Item 3"),
        ([(575.0, 400.0, "Page 5", 3), (575.0, 700.0, "Agenda Item 3", 3)], "5", "Agenda Item 3"),
        ([(72.0, 820.0, "Norbury Council", 0), (480.0, 820.0, "Agenda Item 3", 0), PAGE], "5", "Agenda Item 3"),
        ([(290.0, 25.0, "2", 0), PAGE, ITEM], "5", "Agenda Item 3"),
        ([(270.0, 40.0, "Page 2 of 8", 0), PAGE, ITEM], "5", "Agenda Item 3"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_stamps(extra: list[Text], number: str, stamp: str) -> None:
    found = three_pages(*extra)
    assert found.sheets == (Sheet("4"), Sheet(number, stamp), Sheet("6"))
    assert [line.text for line in found.lines if line.page == 2] == [
        text for _, _, text, _ in [*(row for row in extra if "Council" in row[2]), *BODY[1]]
    ]
    reasons = {part.text: part.reason for part in found.left_out if part.page == 2}
    assert reasons.pop(stamp) == "stamp"
    assert set(reasons.values()) == {"page number"}


def test_an_item_in_short_needs_pages_that_are_stamped() -> None:
    short = (500.0, 820.0, "Item 3", 0)
    minutes = [(72.0, 60.0, "1", 0)], [(72.0, 60.0, "2", 0)]
    pages = [[*BODY[at % 3], *minutes[at % 2], (280.0, 24.0, f"Page {at + 7}", 0)] for at in range(4)]
    pages[2].append(short)
    assert [sheet.stamp for sheet in source(document([said(*page) for page in pages])).sheets] == ["", "", "Item 3", ""]
    assert three_pages(short, others=False).sheets == (Sheet(), Sheet(), Sheet())


@pytest.mark.parametrize(
    "extra",
    [
        [(72.0, 24.0, "Page 5 of the plan says who rings the bell.", 0)],
        [(72.0, 36.0, "Who rings the bell is written on", 0), (72.0, 24.0, "Page 5", 0)],
        [(480.0, 820.0, "AGENDA ITEM 5", 0)],
        [(480.0, 820.0, "Agenda Item 5", 0), (480.0, 808.0, "Report NR/05/15", 0)],
        [(480.0, 740.0, "Agenda Item 5", 0)],
        [(72.0, 820.0, "Agenda Item 5: the bell", 0)],
        [(72.0, 820.0, "The bell is", 0), (124.0, 820.0, "Agenda Item 5", 0)],
        [(72.0, 400.0, "Page 5", 0), (72.0, 200.0, "Agenda Item 5", 0)],
    ],
)
def test_leaves_alone(extra: list[Text]) -> None:
    found = three_pages(*extra, others=False)
    words = " ".join(line.text for line in found.lines).replace("\t", " ")
    assert found.left_out == ()
    assert all(text in words for _, _, text, _ in extra)


def test_a_short_document_s_page_numbers_are_its_own() -> None:
    pages = [[*BODY[at], (280.0, 24.0, f"Page {at + 1}", 0)] for at in range(2)]
    found = source(document([said(*page) for page in pages]))
    assert [sheet.number for sheet in found.sheets] == ["1", "2"]
    assert {part.reason for part in found.left_out} == {"page number"}


@pytest.mark.parametrize(
    "foot", ["{}", "Page {} of 4", "{} | Norbury Council", "The bell of Norbury, page {}"], ids=lambda foot: foot
)
def test_a_printed_number_is_the_page_s(foot: str) -> None:
    pages = [[*BODY[at % 3], (280.0, 30.0, foot.format(at + 11), 0)] for at in range(4)]
    assert [sheet.number for sheet in source(document([said(*page) for page in pages])).sheets] == [
        "11",
        "12",
        "13",
        "14",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "This page is intentionally left blank",
        "Intentionally blank",
        "Page left blank",
        "BLANK PAGE",
        "[This page has been left blank intentionally]",
        "Page intentionally blank.",
    ],
)
def test_a_page_that_says_that_it_is_blank(words: str) -> None:
    paper = document([said(*BODY[0])])
    pack = bind([Paper(paper, "Agenda Item 3"), Paper(blank(words)), Paper(paper)])
    found = source(pack.content)
    assert found.sheets[1] == Sheet("2", "", Holds.NOTHING)
    assert [(part.text, part.reason) for part in found.left_out if part.page == 2] == [
        ("Page 2", "page number"),
        (words, "blank page"),
    ]
    assert {line.page for line in found.lines} == {1, 3}
    alone = source(document([said(*BODY[0]), said((180.0, 420.0, words, 0))]))
    assert [sheet.holds for sheet in alone.sheets] == [Holds.TEXT, Holds.NOTHING]


@pytest.mark.parametrize("words", ["The page is blank and the bell rings", "Blank", "Leave this page blank for notes"])
def test_words_that_say_more_stay(words: str) -> None:
    found = source(document([said(*BODY[0]), said((180.0, 420.0, words, 0))]))
    assert found.lines[-1].text == words
    assert found.sheets[1].holds is Holds.TEXT


GROUND = b"1 1 1 rg 0 0 595 842 re f\n"
DRAWN = b"\n".join(b"%d %d 80 20 re f" % (60 + 90 * (at % 5), 100 + 60 * (at // 5)) for at in range(50))


@pytest.mark.parametrize(
    ("page", "holds"),
    [
        (scan(), Holds.PICTURE),
        (document([DRAWN]), Holds.PICTURE),
        (document([GROUND]), Holds.NOTHING),
        (document([b"q 0.1 0 0 0.1 250 400 cm\n" + DRAWN + b"\nQ"]), Holds.NOTHING),
        (b"", Holds.NOTHING),
    ],
    ids=["scan", "letters as shapes", "a white ground", "a small logo", "no content"],
)
@pytest.mark.parametrize("look", [Look(), Look(sideways=True)], ids=["foot", "margin"])
def test_a_page_without_words(page: bytes, holds: Holds, look: Look) -> None:
    paper = document([said(*BODY[0])])
    found = source(bind([Paper(paper, "Agenda Item 3"), Paper(page), Paper(paper, "Agenda Item 4")], look).content)
    assert [sheet.holds for sheet in found.sheets] == [Holds.TEXT, holds, Holds.TEXT]
    assert [sheet.number for sheet in found.sheets] == ["1", "2", "3"]
    assert [line.text for line in found.lines] == 2 * [text for _, _, text, _ in BODY[0]]


TITLE = (72.0, 830.0, "Appendix A: a letter from the bell ringers", 0)


@pytest.mark.parametrize(
    ("page", "holds"),
    [
        (scan(said(TITLE)), Holds.TITLED),
        (scan(said(TITLE), high=200), Holds.TEXT),
        (scan(said(TITLE, *BODY[1])), Holds.TEXT),
        (document([said(TITLE) + b"\n" + DRAWN]), Holds.TEXT),
    ],
    ids=["a scan", "a small picture", "a page of words", "a drawing"],
)
def test_a_page_with_a_title_and_a_picture(page: bytes, holds: Holds) -> None:
    paper = document([said(*BODY[0])])
    found = source(bind([Paper(paper, "Agenda Item 3"), Paper(page), Paper(paper)], Look()).content)
    assert [sheet.holds for sheet in found.sheets] == [Holds.TEXT, holds, Holds.TEXT]
    assert TITLE[2] in [line.text for line in found.lines if line.page == 2]


@pytest.mark.parametrize(("rotate", "turns"), [(0, 0), (90, 1), (270, 3), (0, 1), (0, 3), (180, 2), (90, 0)])
def test_stamps_on_turned_pages(rotate: int, turns: int) -> None:
    texts = [text for _, _, text, _ in BODY[1]]
    paper = document([said(*BODY[0])])
    found = source(bind([Paper(paper, "Agenda Item 3"), Paper(sideways(texts, rotate, turns)), Paper(paper)]).content)
    assert [line.text for line in found.lines if line.page == 2] == texts
    assert [sheet.number for sheet in found.sheets] == ["1", "2", "3"]


# ---------------------------------------------------------------- papers and their own page furniture


def paper_of(pages: int, foot: str, head: str = "", size: float = 10) -> bytes:
    """A paper of some pages with a footer that counts them, and a running header."""
    shown = []
    for at in range(pages):
        texts: list[Text] = [*BODY[at % 3], (290.0, 50.0, foot.format(at + 1, pages), 0)]
        texts += [(72.0, 800.0, head, 0)] if head else []
        shown.append(said(*texts, size=size))
    return document(shown)


@pytest.mark.parametrize("foot", ["{0}", "Page {0} of {1}", "{0} | Page", "- {0} -", "{0} of {1}", "{0} | P a g e"])
def test_short_papers_count_their_pages(foot: str) -> None:
    papers = [Paper(paper_of(pages, foot), f"Agenda Item {at}") for at, pages in enumerate((2, 1, 3, 1), 3)]
    found = source(bind(papers, Look(first=9)).content)
    assert [line.text for line in found.lines if foot.format(1, 1)[:1] in line.text] == []
    assert [sheet.number for sheet in found.sheets] == [str(number) for number in range(9, 16)]
    assert {part.reason for part in found.left_out} == {"page number", "stamp"}


def test_short_papers_that_nobody_stamped() -> None:
    papers = [Paper(paper_of(pages, "{0}", "The bell of Norbury")) for pages in (2, 2, 1)]
    unstamped = source(bind(papers, Look(words="")).content)
    assert {part.text for part in unstamped.left_out} == {"1", "2", "The bell of Norbury"}


def test_a_running_header_of_two_pages() -> None:
    heads = ("Norbury Bell Strategy", "Norbury River Plan")
    papers = [Paper(paper_of(2, "{0}", head), f"Agenda Item {at}") for at, head in enumerate(heads, 3)]
    found = source(bind(papers).content)
    reasons = {part.text: part.reason for part in found.left_out}
    assert all(reasons[head] == "running header or footer" for head in heads)


@pytest.mark.parametrize(
    "extra",
    [
        [(72.0, 748.0, "Action"), (72.0, 735.0, "Ring it.")],
        [(72.0, 62.0, "Total 4"), (72.0, 75.0, "Bells 4")],
        [(290.0, 400.0, "1")],
    ],
    ids=["a table's head", "a table's foot", "a number in the text"],
)
def test_text_of_two_pages_stays(extra: list[tuple[float, float, str]]) -> None:
    paper = document([said(*BODY[at], *((x, y, text, 0) for x, y, text in extra)) for at in (0, 1)])
    found = source(bind([Paper(paper, "Agenda Item 3"), Paper(paper_of(2, "{0}"), "Agenda Item 4")]).content)
    words = [line.text for line in found.lines]
    assert all(words.count(text) >= 2 for _, _, text in extra)


def test_each_paper_is_laid_out_by_itself() -> None:
    """The lines of a paper in large type stand far apart; those of another are not parted by that."""
    large = document([said(*[(72.0, 700.0 - 26 * row, f"Large {row}", 0) for row in range(20)], size=20)] * 2)
    small = document([said(*[(72.0, 700.0 - 13 * row, f"Small {row}", 0) for row in range(20)], size=10)] * 5)
    found = source(bind([Paper(small, "Agenda Item 3"), Paper(large, "Agenda Item 4")]).content)
    assert sum(line.gap for line in found.lines) == 2


def test_a_count_through_papers_that_count_their_own_pages_is_a_stamp() -> None:
    """No item is stamped: that the papers' numbers begin anew shows that the others were put on later."""
    papers = [Paper(paper_of(pages, "{0}")) for pages in (2, 3, 2)]
    found = source(bind(papers, Look(words="Page {number} of 94", first=13)).content)
    assert [sheet.number for sheet in found.sheets] == [str(number) for number in range(13, 20)]
    assert {part.reason for part in found.left_out} == {"page number"}
    assert len(found.left_out) == 14
