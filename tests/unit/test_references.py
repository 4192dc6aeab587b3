"""References inside a committee's papers: a link where exactly one target fits, and never a word changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.link.references import with_references
from converter.meeting import Minute, Minutes, Paper, Tracker, TrackerRow
from converter.model import (
    AgendaItem,
    Block,
    Footnote,
    Item,
    ItemList,
    Label,
    Lines,
    Paragraph,
    Report,
    Section,
    Span,
    Spans,
    Table,
    Text,
    block_spans,
    plain,
)

PACK = "norbury-panel/2021-05-04"
EARLIER = date(2021, 4, 6)


def spans(text: str) -> Spans:
    return (Span(text),)


def item(number: str, *content: Paragraph | Block, pages: str = "", pack: str = PACK) -> Report:
    return Report(
        id=f"{pack}/item-{number}",
        kind="item",
        framework="committee-pack",
        title=f"Item {number}",
        printed_title="",
        authority=None,
        sources=(),
        sections=(Section(content=content, anchor="lead"),),
        agenda=(AgendaItem(number, "", (), pages),),
        parent=pack,
    )


def shown(report: Report) -> str:
    """The text of a document with its links in angle brackets."""
    parts = (part for section in report.sections for part in (section.title, *texts(section.content)))
    return " ".join(
        "".join(f"<{span.text} {span.href}>" if span.href else span.text for span in found) for found in parts if found
    )


def texts(content: Sequence[Paragraph | Block]) -> Iterator[Spans]:
    for part in content:
        yield from block_spans(part)


def linked(text: str, *others: Report, own: Report | None = None) -> str:
    """The text as it stands in item 1 beside other documents."""
    before = own or item("1")
    here = replace(before, sections=(Section(content=(Text(spans(text), "here"),)), *before.sections))
    done = with_references([here, *others])[0]
    return shown(replace(done, sections=done.sections[:1]))


def with_paper(number: str, *references: str, pack: str = PACK) -> Report:
    papers = tuple(Paper("paper", "", name, f"paper-{at}") for at, name in enumerate(references))
    return replace(item(number, pack=pack), papers=papers)


def with_minutes(number: str, day: date | None, *minutes: str) -> Report:
    found = tuple(Minute(name, "", f"p{name.replace('/', '-')}") for name in minutes)
    return replace(item(number), record=Minutes(day, found, ()))


def with_numbers(*anchors: str) -> Report:
    """Item 1 with paragraphs at these addresses."""
    return item("1", *(Paragraph("", (Text(()),), anchor) for anchor in anchors))


def with_appendices(*titles: str) -> Report:
    papers = tuple(Paper("appendix", title, anchor=f"a-{at}") for at, title in enumerate(titles))
    return replace(item("1"), papers=papers)


# ---------------------------------------------------------------- leaves alone


@pytest.mark.parametrize(
    "text",
    [
        "",
        "and/or 24/7",
        "Paper CFS/09/16 is lost.",
        "Paper CFS/02/16 came twice.",
        "Paper CFS/03/16 came to another committee.",
        "see agenda item 9",
        "the next agenda item",
        "pages 90 - 95",
        "page 5",
        "as in Appendix C",
        "see 9.1 above",
        "rose to 3.1",
        "minute 99 of 6 April 2021",
        "a minute later",
        "minute 5",
        "see line below",
        "School buses CALL-IN",
        "see point xx above",
    ],
)
def test_leaves_alone(text: str) -> None:
    others = (
        with_paper("2", "CFS/02/16", "CFS/02/16"),
        with_paper("4", "CFS/03/16", pack="eastmere-panel/2021-05-04"),
        with_minutes("3", EARLIER, "5", "84"),
    )
    assert linked(text, *others, own=with_numbers("p3.2")) == text


def test_only_items_of_packs_are_searched() -> None:
    pack = replace(item("1", Text(spans("see agenda item 2"))), kind="pack", id=PACK)
    assert with_references([pack, item("2")])[0] is pack


# ---------------------------------------------------------------- each kind of mention


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        ("Paper CFS/01/16.", [with_paper("2", "CFS/01/16")], "Paper <CFS/01/16 item-2.md#paper-0>."),
        (
            "CFS/01/16 and CFS/02/16",
            [with_paper("2", "CFS/01/16", "CFS/02/16")],
            "<CFS/01/16 item-2.md#paper-0> and <CFS/02/16 item-2.md#paper-1>",
        ),
        (
            "Paper CFS/01/16.",
            [with_paper("2", "CFS/01/16", pack="norbury-panel/2021-03-02")],
            "Paper <CFS/01/16 ../../norbury-panel/2021-03-02/item-2.md#paper-0>.",
        ),
        ("CFS/01/16", [with_paper("2", "CFS/01/16"), with_paper("3", "CFS/01/16")], "CFS/01/16"),
        ("See agenda item 2.", [item("2")], "See agenda item <2 item-2.md>."),
        ("Agenda Item No. 8A", [item("8a")], "Agenda Item No. <8A item-8a.md>"),
        ("See agenda item VI.", [item("VI")], "See agenda item <VI item-VI.md>."),
        ("See agenda item 1.", [item("2")], "See agenda item 1."),
        ("See agenda item 2.", [item("2", pack="norbury-panel/2021-03-02")], "See agenda item 2."),
        ("See agenda item 2.", [item("2"), replace(item("2"), id=f"{PACK}/item-2-2")], "See agenda item 2."),
        ("Pages 13 - 54", [item("2", pages="13 - 54")], "Pages <13 - 54 item-2.md>"),
        ("(pages 13–54)", [item("2", pages="13 to 54")], "(pages <13–54 item-2.md>)"),
        ("pages 13-54", [item("2", pages="13-54"), item("3", pages="13-54")], "pages 13-54"),
    ],
)
def test_other_documents(text: str, others: list[Report], expected: str) -> None:
    assert linked(text, *others) == expected


@pytest.mark.parametrize(
    ("text", "own", "expected"),
    [
        ("as in Appendix B", with_appendices("Appendix B: Fares"), "as in <Appendix B #a-0>"),
        ("Annex 2", with_appendices("ANNEXE 2"), "<Annex 2 #a-0>"),
        ("Appendix B", with_appendices("Appendix B", "Annex B"), "Appendix B"),
        ("Appendix B", with_appendices("Appendices A and B"), "Appendix B"),
        ("see 3.2", with_numbers("p3.2"), "see <3.2 #p3.2>"),
        ("paragraph 3.2.1", with_numbers("p3.2.1"), "paragraph <3.2.1 #p3.2.1>"),
        ("paragraph 3.2", with_numbers("p3.2", "r2-p3.2"), "paragraph 3.2"),
        ("see 3.2 per cent", with_numbers("p3.2"), "see 3.2 per cent"),
        ("See Point ii above", with_numbers("pii"), "See Point <ii #pii> above"),
        ("(Recommendation IV)", with_numbers("piv"), "(Recommendation <IV #piv>)"),
    ],
)
def test_the_same_document(text: str, own: Report, expected: str) -> None:
    assert linked(text, own=own) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("minute 84", "minute 84"),
        ("minute 84 of 6 April 2021", "minute <84 item-3.md#p84> of 6 April 2021"),
        ("On 6 April 2021 (Minute No. 23/5)", "On 6 April 2021 (Minute No. <23/5 item-3.md#p23-5>)"),
        ("minute 84 of 7 April 2021", "minute 84 of 7 April 2021"),
        ("minute 84 of 6 April 2021 and 4 May 2021", "minute <84 item-3.md#p84> of 6 April 2021 and 4 May 2021"),
        ("On 6 April 2021 the Panel met once more, and much was said: minute 84", ""),
    ],
)
def test_a_minute_of_another_meeting(text: str, expected: str) -> None:
    assert linked(text, with_minutes("3", EARLIER, "84", "23/5")) == (expected or text)


def test_minutes_name_their_own_and_another_meeting_s_agenda() -> None:
    own = replace(with_numbers("p84"), record=Minutes(EARLIER, (Minute("84", "", "p84"),), ()))
    assert linked("minute 84, but 10 minute 84; agenda item 2", item("2"), own=own) == (
        "minute <84 #p84>, but 10 minute 84; agenda item 2"
    )


def test_every_one_of_many_minutes_is_a_link() -> None:
    own = replace(with_numbers("p84"), record=Minutes(EARLIER, (Minute("84", "", "p84"),), ()))
    assert linked("minute 84 and " * 600, own=own).count("<84 #p84>") == 600


def test_what_is_a_link_stays_as_it_is() -> None:
    content = Text((Span("agenda item 2", href="https://norbury.example"), Span("2", note="1"), Span("")))
    done = with_references([item("1", content), item("2")])[0].sections[0].content
    assert done == (content,)


def test_no_block_refers_to_itself() -> None:
    own = item("1", Paragraph("3.2", (Text(spans("paragraph 3.2")),), "p3.2"))
    assert shown(with_references([own])[0]) == "paragraph 3.2"


# ---------------------------------------------------------------- tables and trackers


def tracker(*rows: str) -> Report:
    cells = [("Item", "Outcome"), *(tuple(row.split("|")) for row in rows)]
    marks = ("", *(f"tracker-{at}" for at in range(1, len(cells))))
    table = Table(tuple(tuple(spans(cell) for cell in row) for row in cells), marks=marks)
    found = [TrackerRow(mark, row, False) for mark, row in zip(marks[1:], cells[1:], strict=True)]
    return replace(item("1", table), trackers=(Tracker("", cells[0], ("item", "outcome"), tuple(found)),))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("Buses|See line below.",), "Buses See line below."),
        (("Buses|See line above.", "Hubs|x"), "Buses See line above. Hubs x"),
        (("Buses|See line below.", "Hubs|x"), "Buses See <line below #tracker-2>. Hubs x"),
        (("Buses|x", "Hubs|see the row above"), "Buses x Hubs see the <row above #tracker-1>"),
        (("Buses CALL-IN|x", "Buses|x"), "Buses CALL-IN x Buses x"),
        (("Buses|x", "Hubs CALL-IN|x"), "Buses x Hubs CALL-IN x"),
        (("Buses|x", "Buses CALL-IN|x"), "Buses x Buses <CALL-IN #tracker-1> x"),
        (("BUSES (CFS/01/16)|x", "Buses call-in|x"), "BUSES (CFS/01/16) x Buses <call-in #tracker-1> x"),
        (("Buses|x", "Buses|x", "Buses CALL-IN|x"), "Buses x Buses x Buses CALL-IN x"),
    ],
)
def test_rows_of_a_tracker(rows: Sequence[str], expected: str) -> None:
    assert shown(with_references([tracker(*rows)])[0]) == f"Item Outcome {expected}"


BLOCKS: list[tuple[str, Paragraph | Block]] = [
    ("text", Text(spans("agenda item 2"))),
    ("paragraph", Paragraph("1", (Text(spans("agenda item 2")), Label(spans("x"))))),
    ("label", Paragraph("1", (Label(spans("agenda item 2")),))),
    ("item", ItemList((Item(spans("agenda item 2")),))),
    ("lines", Lines((spans("agenda item 2"), ()))),
    ("table", Table((((), spans("agenda item 2")), (spans("x"),)))),
    ("bold", Text((Span("x "), Span("agenda item 2", bold=True)))),
]


@pytest.mark.parametrize("block", [block for _, block in BLOCKS], ids=[name for name, _ in BLOCKS])
def test_every_kind_of_block(block: Paragraph | Block) -> None:
    assert "agenda item <2 item-2.md>" in shown(with_references([item("1", block), item("2")])[0])


SAID = [
    "Paper CFS/01/16",
    "agenda item 2",
    "pages 13 - 54",
    "see 3.2",
    "minute 84",
    "6 April 2021",
    "line below",
    "call-in",
]
WORDS = st.lists(st.sampled_from(SAID) | st.text(max_size=6), max_size=30).map(" ".join)


@given(WORDS, WORDS)
def test_no_word_of_any_text_is_changed(text: str, cell: str) -> None:
    own = tracker(f"{text.replace('|', ' ')}|x", f"{cell.replace('|', ' ')}|x")
    more = (Text(spans(text), "a"), Paragraph("3.2", (ItemList((Item(spans(cell)),)),), "p3.2"))
    before = replace(own, sections=(*own.sections, Section(content=more)))
    others = (with_paper("2", "CFS/01/16"), with_minutes("3", EARLIER, "84"), item("4", pages="13 - 54"))
    after = with_references([before, *others])[0]
    for old, new in zip(before.sections, after.sections, strict=True):
        assert [plain(found) for found in texts(old.content)] == [plain(found) for found in texts(new.content)]


def test_laws_in_notes_are_links_and_numbers_in_notes_are_not() -> None:
    note = Footnote("1", spans("See section 17 of the Children Act 1989 and paragraph 1.1."), "1")
    own = replace(item("1", Paragraph("1.1", (Text(spans("One.")),), "p1.1")), footnotes=(note,))
    done = with_references([own])[0].footnotes[0].spans
    assert [(span.text, span.href) for span in done if span.href] == [
        ("section 17 of the Children Act 1989", "https://www.legislation.gov.uk/ukpga/1989/41/section/17")
    ]
    assert plain(done) == plain(note.spans)
