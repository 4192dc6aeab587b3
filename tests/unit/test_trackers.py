"""Tables that follow up what a committee asked for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.meeting import Tracker
from converter.model import Block, Paragraph, Section, Span, Spans, Table, Text
from converter.profiles import profile_named
from converter.recognise.packs.trackers import with_trackers

PACK = profile_named("committee-pack")
HEAD = "Item|Recommendation|Officer|Review date"
ROW = "School buses|That the fare be paid.|Mr Nettlecombe|June"
TITLE = "Scrutiny tracker"


def spans(text: str) -> Spans:
    return (Span(text),) if text else ()


def table(*rows: str) -> Table:
    return Table(tuple(tuple(spans(cell) for cell in row.split("|")) for row in rows), anchor="t1")


def found(*blocks: Paragraph | Block, title: str = TITLE, heading: str = "") -> tuple[Section, tuple[Tracker, ...]]:
    (section,), trackers = with_trackers([Section(spans(heading), content=blocks)], [title], PACK)
    return section, trackers


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Action plan", (HEAD, ROW)),
        ("Work programme", ("Topic|Purpose|Lead officer|Date", ROW)),
        ("Work programme", (HEAD, ROW)),
        (TITLE, (HEAD,)),
        (TITLE, ("Item|Recommendation|Review date", "School buses|That the fare be paid.|June")),
        (TITLE, ("Meeting|Lead officer|Method|Review date", ROW)),
        (TITLE, ("Item|Recommendation|Lead officer|Date", ROW)),
        (TITLE, ("Review date|Due date|Deadline|Recommendation", ROW)),
        (TITLE, ("A|B|C|D", "E|F|G|H", "I|J|K|L", HEAD, ROW)),
        (TITLE, (ROW, ROW)),
        (TITLE, ("|||", "|||")),
    ],
    ids=[
        "plan",
        "programme",
        "no word",
        "no rows",
        "few",
        "not asked",
        "not answered",
        "twice",
        "head too low",
        "no head",
        "empty",
    ],
)
def test_no_tracker(title: str, rows: Sequence[str]) -> None:
    section, trackers = found(table(*rows), title=title)
    assert trackers == ()
    assert section.content == (table(*rows),)


@pytest.mark.parametrize(
    "text",
    [
        "This paper has nothing to do with trackers that other committees keep, and it is so long a sentence that it "
        "can be no heading of any table that stands below it, which is why nobody should read it as one.",
        "Members asked about the action plan.",
    ],
)
def test_words_above_that_make_no_tracker(text: str) -> None:
    assert found(Text(spans(text)), table(HEAD, ROW), title="Buses")[1] == ()


@pytest.mark.parametrize(
    ("blocks", "title", "heading"),
    [
        ((table(HEAD, ROW),), TITLE, ""),
        ((table(HEAD, ROW),), "Buses", "Actions log"),
        ((Text(spans("Responses to recommendations")), table(HEAD, ROW)), "Buses", ""),
        ((table("2015/16 SCRUTINY TRACKER|||", HEAD, ROW),), "Buses", ""),
        ((table("What was asked||What came of it|", HEAD, ROW),), TITLE, ""),
        ((table("TRACKER|||", "Asked||Done|", HEAD, ROW),), "Buses", ""),
        ((Paragraph("1.", (Text(spans("Actions log")), table(HEAD, ROW)), anchor="p1"),), "Buses", ""),
    ],
    ids=["item", "section", "line", "row above", "two levels", "three levels", "paragraph"],
)
def test_a_tracker(blocks: tuple[Paragraph | Block, ...], title: str, heading: str) -> None:
    _, (tracker,) = found(*blocks, title=title, heading=heading)
    assert tracker.columns == tuple(HEAD.split("|"))
    assert tracker.means == ("item", "outcome", "officer", "review")
    assert [row.cells for row in tracker.rows] == [tuple(ROW.split("|"))]


def test_a_table_above_the_words_is_none() -> None:
    section, trackers = found(table(HEAD, ROW), Text(spans("Actions log")), table(HEAD, ROW), title="Buses")
    assert len(trackers) == 1
    first, _, second = section.content
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert (first.marks, second.marks) == ((), ("", "tracker-1"))


def test_addresses_count_on_over_two_trackers() -> None:
    section, (one, two) = found(table(HEAD, ROW, ROW), table("Asked||Done|", HEAD, ROW, ROW))
    assert [row.anchor for tracker in (one, two) for row in tracker.rows] == [f"tracker-{at}" for at in range(1, 5)]
    tables = [part for part in section.content if isinstance(part, Table)]
    assert [part.marks for part in tables] == [("", "tracker-1", "tracker-2"), ("", "", "tracker-3", "tracker-4")]


def test_a_tracker_in_a_paragraph_has_the_paragraph_s_address() -> None:
    inside = Table(table(HEAD, ROW).rows)
    section, (tracker,) = found(Paragraph("1.", (Text(spans("As below.")), inside), anchor="p1"))
    assert tracker.anchor == "p1"
    (part,) = section.content
    assert isinstance(part, Paragraph)
    assert isinstance(part.blocks[1], Table)
    assert part.blocks[1].marks == ("", "tracker-1")


@pytest.mark.parametrize(
    ("cells", "closed"),
    [
        ("Buses|That the fare be paid.|Complete", False),
        ("Buses|That the fare be paid.||", False),
        ("Buses|That the fare be paid.||In progress", False),
        ("Buses|That the fare be paid.||To be completed by May", False),
        ("Buses|That the fare be paid.||No further action was taken", False),
        ("Buses|That the fare be paid.||It was not agreed that NO FURTHER ACTION be taken", False),
        ("Buses|That the fare be paid.||We could not say that no further action is needed", False),
        ("Buses|That the fare be paid.||It was not agreed at once. NO FURTHER ACTION", True),
        ("No further action|That the fare be paid.||Open", False),
        ("Buses|That the fare be paid.||Completed forms are awaited", False),
        ("Buses|That the fare be paid.||Complete", True),
        ("Buses|That the fare be paid.||COMPLETED – March 2021", True),
        ("Buses|UPDATE: heard in May. NO FURTHER ACTION||", True),
        ("Buses|That the fare be paid.||Letter sent 9 May. Closed", True),
        ("Buses|That the fare be paid.||No further\naction", True),
        ("Buses|That the fare be paid.||Superseded.", True),
    ],
)
def test_open_and_closed(cells: str, closed: bool) -> None:
    section, (tracker,) = found(table("Item|Recommendation|Lead officer|Review date", cells))
    assert [row.closed for row in tracker.rows] == [closed]
    (part,) = section.content
    assert isinstance(part, Table)
    assert part.closed == (frozenset({"tracker-1"}) if closed else frozenset())


@pytest.mark.parametrize(
    ("head", "means"),
    [
        (
            "Desired outcome|Position status|Evidence of progress|Status (1-6)|Complete",
            "outcome status update status status",
        ),
        ("Meeting|Item|Action|Deadline|Progress check on|Action response", "date item outcome review review status"),
        (
            "Topic|Recommendation|Lead officer|Recommendation response accepted/implemented",
            "item outcome officer status",
        ),
    ],
)
def test_the_columns_of_other_trackers(head: str, means: str) -> None:
    _, (tracker,) = found(table(head, "|".join("abcdef"[: head.count("|") + 1])))
    assert " ".join(tracker.means) == means


def test_the_papers_that_a_row_names() -> None:
    cells = "Buses PAF/01/15 and PAF/02/15 and PAF/01/15|See CFS/01/16.|Mr Nettlecombe|June"
    assert found(table(HEAD, cells))[1][0].rows[0].reference == ("PAF/01/15", "PAF/02/15")


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="|"), max_size=20)


@given(st.lists(st.lists(CELLS, min_size=4, max_size=4).map("|".join), min_size=1, max_size=6))
def test_a_tracker_keeps_every_cell(rows: list[str]) -> None:
    section, (tracker,) = found(table(HEAD, *rows))
    (part,) = section.content
    assert isinstance(part, Table)
    assert part.rows == table(HEAD, *rows).rows
    assert [row.cells for row in tracker.rows] == [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    assert len(set(part.marks)) == len(part.marks)
