"""Where the parts of a pack begin, of which kind they are, and to which item they belong."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import AgendaItem, Bookmark, Holds, Kind, Line, Sheet, Source, Span
from converter.profiles import profile_named
from converter.recognise.packs import scanned
from converter.recognise.packs.parts import (
    Part,
    kind_in,
    mentioning,
    named,
    page_span,
    pages_of,
    split_parts,
    starts_of,
)
from converter.recognise.packs.printed import fits, printed_starts
from converter.recognise.packs.stamped import blank_starts, numbered_starts, outlined_starts, stamped_starts
from converter.recognise.packs.starts import Start, merged, same_place

PACK = profile_named("committee-pack")
STATES = {".": Holds.TEXT, "-": Holds.NOTHING, "P": Holds.PICTURE, "T": Holds.TITLED}


def line(text: str, page: int | None = None) -> Line:
    return Line(Kind.TEXT, (Span(text),), page=page)


def pdf(
    states: str, outline: Sequence[tuple[int, str, int]] = (), numbers: str = "", stamps: Sequence[str] = ()
) -> Source:
    """A PDF with a page for each mark, two lines on each page of words, and what is printed beside them."""
    printed = [*numbers.split(), *[""] * len(states)]
    stamped = [*stamps, *[""] * len(states)]
    sheets = tuple(Sheet(printed[at], stamped[at], STATES[mark]) for at, mark in enumerate(states))
    lines = tuple(
        line(f"Line {row} of page {page}", page) for page, mark in enumerate(states, 1) if mark == "." for row in (1, 2)
    )
    marks = tuple(Bookmark(title, level, page) for level, title, page in outline)
    return Source("pack.pdf", "0", "pdf", lines, pages=len(states), sheets=sheets, outline=marks)


def item(number: str, title: str = "", text: str = "", pages: str = "") -> AgendaItem:
    return AgendaItem(number, title, (Span(text),), pages)


# ---------------------------------------------------------------- merged


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Start(0, 1), Start(0, 2)),
        (Start(0, 1), Start(3, 2)),
        (Start(0, 1), Start(9, 1)),
        (Start(0, None), Start(1, None)),
        (Start(0, 1, item="3"), Start(2, 1, item="4")),
    ],
    ids=["an empty page", "next page", "far below", "no pages", "another item"],
)
def test_other_places(one: Start, other: Start) -> None:
    assert not same_place(one, other)
    assert merged([other, one]) == [one, other]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (Start(0, 1), Start(0, 1), Start(0, 1)),
        (Start(0, None, item="3"), Start(0, 1), Start(0, None, item="3")),
        (Start(0, 1, item="3"), Start(8, 1, "minutes"), Start(0, 1, "minutes", "3")),
        (Start(0, 1, title="Buses"), Start(2, 1, "appendix", "3", "Hubs"), Start(0, 1, "appendix", "3", "Buses")),
        (Start(0, 1, item="3"), Start(2, 1, item="3", profile=PACK), Start(0, 1, item="3", profile=PACK)),
        (Start(0, 1, "minutes"), Start(2, 1, "appendix"), Start(0, 1, "minutes")),
    ],
)
def test_one_place(one: Start, other: Start, both: Start) -> None:
    assert merged([one, other]) == [both]


def test_two_scanned_pages_that_are_stamped_and_in_the_outline_are_two_parts() -> None:
    stamped, outlined = ([Start(4, page, title=title) for page in (2, 3)] for title in ("", "Map"))
    assert merged([*stamped, *outlined]) == outlined


STARTS = st.builds(Start, st.integers(0, 30), st.integers(1, 4), st.just("paper"), st.sampled_from(["", "3", "4"]))


@given(st.lists(STARTS, max_size=12))
def test_starts_are_in_order_and_each_place_has_one(starts: list[Start]) -> None:
    found = merged(starts)
    places = [(start.at, start.page or 0) for start in found]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert bool(starts) == bool(found)
    assert merged(found) == found


# ---------------------------------------------------------------- what a PDF says

FLAT = ((1, "Agenda", 1), (1, "3 Minutes", 2), (1, "Item 4: Buses", 3))
NESTED = ((1, "Agenda", 1), (1, "3 Minutes", 2), (2, "Actions log", 3), (3, "Deep", 3), (1, "Buses", 4), (2, "x", 4))
WRAPPED = ((1, "The whole pack", 1), *((level + 1, title, page) for level, title, page in NESTED))


@pytest.mark.parametrize(
    ("outline", "expected"),
    [
        ((), []),
        (((1, "3 Minutes", 2),), []),
        (((1, "3 Minutes", 2), (1, "4 Buses", 2)), []),
        (((1, "Agenda", 1), (1, "Front sheet", 2), (1, "Supplementary agenda", 3)), []),
        (FLAT, [(2, "minutes", "3", "Minutes"), (3, "paper", "4", "Buses")]),
        (
            NESTED,
            [
                (2, "minutes", "3", "Minutes"),
                (3, "paper", "3", "Actions log"),
                (4, "paper", "", "Buses"),
                (4, "paper", "", "x"),
            ],
        ),
        (((1, "Agenda", 1), (1, "8a Annex B", 2)), [(2, "appendix", "8a", "Annex B")]),
        (
            ((1, "I feel heard", 1), (1, "VI. Buses", 2)),
            [(1, "paper", "", "I feel heard"), (2, "paper", "VI", "Buses")],
        ),
    ],
    ids=["none", "one", "one page", "fronts", "flat", "nested", "lettered", "roman"],
)
def test_an_outline(outline: Sequence[tuple[int, str, int]], expected: list[tuple[int, str, str, str]]) -> None:
    found = [(start.page, start.kind, start.item, start.title) for start in outlined_starts(pdf("....", outline))]
    assert found == expected


def test_an_entry_around_all_others_does_not_count() -> None:
    inside, around = (list(outlined_starts(pdf("....", outline))) for outline in (NESTED, WRAPPED))
    assert [start for start in around if start.title != "The whole pack"] == inside


@pytest.mark.parametrize(
    ("states", "stamped", "pages"),
    [
        ("....", 1, []),
        (".-..", 0, []),
        (".-.", 3, []),
        (".-..", 1, [3]),
        (".--.", 1, [4]),
        (".-P.", 1, [3]),
        ("..-", 1, []),
        ("..-.-.", 2, [4, 6]),
        (".-.-.", 3, [5]),
    ],
)
def test_pages_after_a_blank_one(states: str, stamped: int, pages: list[int]) -> None:
    starts = [Start(0, stamped)] if stamped else []
    assert [start.page for start in blank_starts(pdf(states), starts)] == pages


@pytest.mark.parametrize(
    ("numbers", "printed", "begin", "pages"),
    [
        ("", "3", 0, []),
        ("1 2 3", "", 0, []),
        ("1 2 3", "9", 0, []),
        ("1 2 3", "1", 0, []),
        ("1 2 2", "2", 0, []),
        ("1 2 3", "3", 4, []),
        ("1 2 3", "3", 0, [3]),
        ("1 2 3", "2 - 3", 0, [2]),
        ("11 12 13", "13–14", 0, [3]),
    ],
)
def test_pages_on_the_agenda(numbers: str, printed: str, begin: int, pages: list[int]) -> None:
    found = numbered_starts(pdf("...", numbers=numbers), [item("3", "Buses", pages=printed)], begin)
    assert [start.page for start in found] == pages


def test_a_stamp_begins_a_part_where_it_changes() -> None:
    stamps = ("", "Agenda Item 3", "Agenda Item 3", "", "Agenda Item 3", "Agenda Item 5A", "12", "Minute Item 84")
    found = stamped_starts(pdf("........", stamps=stamps), PACK)
    assert [(start.page, start.item) for start in found] == [(2, "3"), (6, "5a"), (8, "")]


@pytest.mark.parametrize(
    ("span", "pages"), [(None, ()), ((1, 1), ()), ((1, 6), (2, 4)), ((4, 4), (4,))], ids=["none", "words", "all", "one"]
)
def test_pictures(span: tuple[int, int] | None, pages: tuple[int, ...]) -> None:
    assert pages_of(pdf(".P-P.T"), span, Holds.PICTURE) == pages
    assert pages_of(Source("pack.txt", "0", "text", ()), span, Holds.PICTURE) == ()


@pytest.mark.parametrize(
    ("states", "report", "said"),
    [
        ("..", False, ()),
        (".P", False, ("Page 2 of the PDF holds a picture and no text.",)),
        (
            "PTP",
            False,
            ("Pages 1, 3 of the PDF hold a picture and no text.", "Page 2 of the PDF holds a picture and few words."),
        ),
        ("T.T", False, ("Pages 1, 3 of the PDF hold a picture and few words.",)),
        ("PT.", True, ("Page 1 of the PDF holds a picture and no text.",)),
    ],
    ids=["words", "a picture", "both", "titled", "the cover of a report"],
)
def test_what_is_said_of_pictures(states: str, report: bool, said: tuple[str, ...]) -> None:
    part = Part("paper", "3", (), profile=profile_named("ilacs") if report else None, pages=(1, len(states)))
    assert scanned(pdf(states), [part]) == said


@pytest.mark.parametrize(
    ("start", "after", "span"),
    [
        (Start(0, None), Start(2, 2), None),
        (Start(0, 1), Start(4, 3), (1, 2)),
        (Start(0, 1), Start(0, 1), (1, 1)),
        (Start(0, 2), Start(0, 5), (2, 2)),
        (Start(0, 3), Start(0, 5), (3, 3)),
        (Start(0, 4), Start(0, None), (4, 5)),
    ],
)
def test_the_pages_of_a_part(start: Start, after: Start, span: tuple[int, int] | None) -> None:
    assert page_span(pdf("..--P"), start, after) == span


# ---------------------------------------------------------------- what papers print


@pytest.mark.parametrize(
    "texts",
    [
        ("",),
        ("Minutes of previous meeting",),
        ("3. Minutes of previous meeting",),
        ("Agenda item 5 was taken first",),
        ("Appendix A",),
        ("Inspection of local authority children’s services",),
    ],
)
def test_nothing_begins(texts: Sequence[str]) -> None:
    source = Source("pack.txt", "0", "text", tuple(map(line, texts)))
    assert list(printed_starts(source, PACK, ())) == []


@pytest.mark.parametrize(
    ("texts", "stamped", "expected"),
    [
        (("One.", "AGENDA ITEM 5A"), False, [(1, "paper", "5a")]),
        (("One.", "Agenda Item 5(b)"), False, [(1, "paper", "5b")]),
        (("One.", "AGENDA ITEM 5"), True, []),
        (("One.", "MINUTES OF A MEETING OF THE PANEL"), False, [(1, "minutes", "")]),
        (("One.", "The title", "COMMITTEE: FERRY PANEL Agenda Item 6"), False, [(1, "paper", "6")]),
    ],
)
def test_a_head_that_a_paper_prints(texts: Sequence[str], stamped: bool, expected: list[tuple[int, str, str]]) -> None:
    source = Source("pack.txt", "0", "text", tuple(map(line, texts)))
    named = [Start(0, None, item="4")] if stamped else []
    assert [(start.at, start.kind, start.item) for start in printed_starts(source, PACK, named)] == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("AGENDA ITEM 5", 0, [(0, "paper", "5", "")]),
        ("AGENDA ITEM 5", 7, [(0, "paper", "5", "")]),
        ("AGENDA ITEM 5", 8, []),
        ("Item 7", 0, [(0, "paper", "7", "")]),
        ("Ferry Panel\tItem 7", 0, [(0, "paper", "7", "")]),
        ("Item 7", 1, []),
        ("Appendix A: The fares", 0, [(0, "appendix", "", "Appendix A: The fares")]),
        ("Appendix A: The fares", 1, []),
        ("The fares\tAppendix A", 0, [(0, "appendix", "", "Appendix A")]),
        ("The fares as in Appendix A", 0, []),
    ],
)
def test_in_a_pdf_a_part_begins_at_the_head_of_a_page(
    text: str, at: int, expected: list[tuple[int, str, str, str]]
) -> None:
    texts = [*["A line."] * at, text]
    source = Source("pack.pdf", "0", "pdf", tuple(line(one, 1) for one in texts))
    found = printed_starts(source, PACK, ())
    assert [(start.at, start.kind, start.item, start.title) for start in found] == expected


@pytest.mark.parametrize(
    ("item", "page", "named", "expected"),
    [
        ("5", 3, "", True),
        ("5", 3, "2:4 9:8", True),
        ("5", 3, "2:5 9:8", False),
        ("5", 5, "2:4 9:5", False),
        ("5", 5, "2:6 9:8", False),
        ("8", 5, "2:4 9:6", False),
        ("5", 1, "2:6", False),
        ("5a", 5, "2:5 9:6", True),
        ("10", 5, "2:9 9:11", True),
        ("B1", 5, "2:A2 9:C1", True),
        ("B1", 5, "2:B2", False),
        ("", 3, "8:4", True),
        ("", 3, "2:4", False),
        ("", 1, "2:4", False),
        ("5", 3, "2: 3: 9:", True),
        ("5", 4, "2: 3: 9:", False),
    ],
)
def test_a_printed_head_beside_parts_that_are_named_already(item: str, page: int, named: str, expected: bool) -> None:
    pairs = [pair.split(":") for pair in named.split()]
    assert fits(item, page, [Start(0, int(at), item=of) for at, of in pairs]) is expected


# ---------------------------------------------------------------- kinds and items


@pytest.mark.parametrize(
    ("start", "texts", "expected", "kind"),
    [
        (Start(0, 1), ("Minutes",), False, "paper"),
        (Start(0, 1, "report"), ("Minutes",), True, "report"),
        (Start(0, 1), ("Buses",), True, "minutes"),
        (Start(0, 1), ("Buses", "Present: Mr Dunnabeck"), True, "minutes"),
        (Start(0, 1, "appendix"), ("Buses",), True, "appendix"),
        (Start(0, 1), ("Appendix A", "The fares"), True, "appendix"),
        (Start(0, 1), ("Appendix A", "Present: Mr Dunnabeck"), True, "minutes"),
        (Start(0, 1, "appendix"), ("MINUTES of the Panel",), True, "minutes"),
        (Start(0, 1), ("Actions log",), True, "appendix"),
        (Start(0, 1, title="Actions log"), ("Buses",), True, "appendix"),
        (Start(0, 1, "minutes", title="Minutes and actions log"), ("Present: all",), True, "minutes"),
        (Start(0, 1, "minutes"), (), False, "minutes"),
    ],
)
def test_the_kind_of_a_part(start: Start, texts: Sequence[str], expected: bool, kind: str) -> None:
    assert kind_in(start, [line(text) for text in texts], expected, PACK) == kind


@pytest.mark.parametrize(
    ("title", "agenda", "number"),
    [
        ("", [item("3", "Buses (Appendix B)")], ""),
        ("Appendix", [item("3", "Buses (Appendix B)")], ""),
        ("Appendix B", [item("3", "Buses")], ""),
        ("Appendix B", [item("3", "Buses (Appendix Bb)")], ""),
        ("Appendix B", [item("3", "Buses (Appendix B)"), item("4", "Hubs", "See Appendix B.")], ""),
        ("Buses (Appendix B)", [item("3", "Buses (Appendix B)")], ""),
        ("Appendix B: Fares", [item("3", "Buses (Appendix B)"), item("4", "Appendix C")], "3"),
        ("APPENDIX B", [item("3", "Buses"), item("4", "Hubs", "See appendix b.")], "4"),
    ],
)
def test_the_item_that_names_an_appendix(title: str, agenda: list[AgendaItem], number: str) -> None:
    assert mentioning(Start(0, 1, title=title), (), agenda) == number
    assert mentioning(Start(0, 1), [line(title)], agenda) == number


@pytest.mark.parametrize(
    ("title", "titles", "number"),
    [
        ("", ["Buses to school"], ""),
        ("Buses", ["Buses"], ""),
        ("Buses to school", ["Ferries to school"], ""),
        ("Buses to school", ["Buses to school", "Buses to school: fares"], ""),
        ("BUSES to school.", ["Ferries", "Buses to school: fares"], "2"),
        ("Buses to school – who pays", ["Buses to school"], "1"),
    ],
)
def test_the_item_whose_title_is_repeated(title: str, titles: list[str], number: str) -> None:
    assert named(title, [item(str(at), one) for at, one in enumerate(titles, 1)]) == number


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ([], []),
        ([Start(0, 1)], [("paper", "1")]),
        ([Start(0, 1, "minutes")], [("minutes", "2")]),
        ([Start(0, 1, item="3"), Start(2, 2)], [("paper", "3"), ("paper", "3")]),
        ([Start(0, 1, item="3"), Start(2, 2, item="9")], [("paper", "3"), ("paper", "3")]),
        ([Start(0, 1, item="3"), Start(2, 2, title="Family hubs now")], [("paper", "3"), ("paper", "4")]),
        ([Start(0, 1, item="2"), Start(2, 2, "appendix")], [("minutes", "2"), ("appendix", "2")]),
    ],
    ids=["none", "nothing said", "minutes", "goes on", "no such item", "title", "after the minutes"],
)
def test_each_part_has_an_item(starts: list[Start], expected: list[tuple[str, str]]) -> None:
    agenda = [item("1", "Apologies"), item("2", "Minutes"), item("3", "Buses to school"), item("4", "Family hubs")]
    source = pdf("..")
    parts = split_parts(source, starts, agenda, PACK)
    assert [(part.kind, part.item) for part in parts] == expected
    assert sum(len(part.lines) for part in parts) == (len(source.lines) if starts else 0)


# ---------------------------------------------------------------- bookmarks into the front sheet


@pytest.mark.parametrize("title", ["Agenda 22 January 2020", "Public Document Pack", "Reports pack", "1 Apologies"])
@pytest.mark.parametrize("stamped", [True, False])
def test_a_bookmark_into_the_front_sheet_begins_no_paper(title: str, stamped: bool) -> None:
    outline = [(1, title, 1), (1, "3 Buses", 2), (1, "4 Ferries", 3)]
    source = pdf("...", outline, stamps=["", "Agenda Item 3", "Agenda Item 4"] if stamped else ())
    assert [start.page for start in starts_of(source, PACK)] == [2, 3]
