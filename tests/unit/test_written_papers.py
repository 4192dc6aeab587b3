"""What the pages of packs say beside their papers: agenda, papers, decisions, trackers, and text that stays text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import markdown
import pytest
from test_hostile import HOSTILE, Shown, check

from converter.link import Corpus
from converter.link.minuted import Minuted
from converter.meeting import Decision, Meeting, Minute, Minutes, Paper, Tracker, TrackerRow
from converter.model import AgendaItem, Report, SourceRef, Span
from converter.write.dialect import EXTENSIONS
from converter.write.papers import (
    about_papers,
    agenda_row,
    agenda_table,
    decision_line,
    documents,
    meeting_facts,
    pages_link,
    paper_line,
    tracker_line,
)
from converter.write.places import page_span

PACK = "norbury-panel/2021-05-04"
LATER = "norbury-panel/2021-06-01/item-3"
ITEM = AgendaItem("4", "School buses", (), "13 - 54", "item-4", 15)


def report(address: str = PACK, kind: str = "pack", **more: object) -> Report:
    base = Report(address, kind, "committee-pack", "Ferry Panel", "", None, (SourceRef("pack.pdf", "0"),))
    return replace(base, **more)  # type: ignore[arg-type]


def item(name: str = "4", *papers: Paper, title: str = "School buses") -> Report:
    number = name.partition("-")[0]
    agenda = (replace(ITEM, number=number, title=title),)
    return report(f"{PACK}/item-{name}", "item", parent=PACK, agenda=agenda, papers=papers)


def corpus(*reports: Report, minuted: dict[str, Minuted] | None = None, published: bool = False) -> Corpus:
    files = {"0": f"reports/{PACK}.pdf"} if published else {}
    return Corpus(reports, {}, {}, files, minuted or {})


def decision(text: str, **more: str) -> Decision:
    return replace(Decision("agreed", "p1", text, "84", "Buses", "The Panel"), **more)  # type: ignore[arg-type]


# ---------------------------------------------------------------- says nothing


@pytest.mark.parametrize(
    "found",
    [
        report(),
        report("norbury/2019-03-ilacs", "report", agenda=(ITEM,)),
        item(),
        item("4", Paper("paper", "Buses")),
        replace(item(), record=Minutes(None, (), ())),
    ],
    ids=["no agenda", "a report", "an item", "one paper", "no decisions"],
)
def test_says_nothing(found: Report) -> None:
    assert list(about_papers(found, corpus(found))) == []


# ---------------------------------------------------------------- the meeting and its agenda


@pytest.mark.parametrize(
    ("pages", "shown"), [("", ""), ("5", "5"), ("5 - 5", "5"), ("5 - 12", "5–12"), ("5 to 12", "5–12")]
)
def test_pages_as_in_print(pages: str, shown: str) -> None:
    assert page_span(pages) == shown


@pytest.mark.parametrize(
    ("one", "pdf", "shown"),
    [
        (replace(ITEM, pages=""), "x.pdf", ""),
        (ITEM, "", "13–54"),
        (replace(ITEM, starts=None), "x.pdf", "13–54"),
        (ITEM, "../x.pdf", '<a href="../../x.pdf#page=15">13–54</a>'),
    ],
)
def test_pages_of_an_item(one: AgendaItem, pdf: str, shown: str) -> None:
    assert pages_link(one, pdf) == shown


def test_the_facts_of_a_meeting() -> None:
    met = Meeting("Panel", "Norbury", "10 am", "Room <1>", "3", ("A [B]", "C & D"), ("p@norbury.example",))
    assert dict(meeting_facts(report(meeting=met, end=date(2021, 5, 4)), "")) == {
        "Meeting": "4 May 2021, 10 am",
        "Council": "Norbury",
        "Place": "Room &lt;1&gt;",
        "Quorum": "3",
        "Members": "A &#91;B]; C &amp; D",
        "Enquiries": "p@norbury.example",
    }
    assert dict(meeting_facts(item(), "")) == {"Meeting": "", "Pages of the pack": "13–54"}


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ((), "School buses"),
        ((item(),), "[School buses](../../../reports/{0}/item-4.md)"),
        ((item("4", Paper("paper", "Fares")),), "[School buses](../../../reports/{0}/item-4.md)"),
        (
            (item("4", Paper("paper", "Fares", "CFS/01/16", "a1"), Paper("paper", "", "CFS/02/16")),),
            "[School buses](../../../reports/{0}/item-4.md)<br>[CFS/01/16](../../../reports/{0}/item-4.md#a1)"
            "<br>[CFS/02/16](../../../reports/{0}/item-4.md)",
        ),
        (
            (item("4", Paper("report", "Inspection", report="norbury/2019-03-ilacs")),),
            "[School buses](../../../reports/{0}/item-4.md)<br>Report: Inspection",
        ),
        (
            (item(), item("4-2")),
            "[School buses](../../../reports/{0}/item-4.md)<br>[Supplement](../../../reports/{0}/item-4-2.md)",
        ),
        ((item("4-2"),), "[School buses](../../../reports/{0}/item-4-2.md)"),
    ],
    ids=["none", "item", "paper", "references", "report", "supplement", "supplement only"],
)
def test_an_item_on_the_agenda(children: tuple[Report, ...], expected: str) -> None:
    pack = report()
    row = agenda_row(pack, ITEM, corpus(pack, *children))
    assert row == f"| 4 {{ #item-4 }} | {expected.replace('{0}', PACK)} | 13–54 |"


def test_the_pages_of_an_item_open_the_pdf() -> None:
    pack = report()
    assert agenda_row(pack, ITEM, corpus(pack, published=True)).endswith(
        f"[13–54](../../../reports/{PACK}.pdf#page=15) |"
    )


def test_what_was_decided_is_on_the_agenda_once() -> None:
    found = Minuted(LATER, Minute("84", "Buses", "p84"), (decision("a"), decision("b"), decision("c", kind="vote")))
    pack, child = report(), item()
    assert "<br>*Agreed, Vote* |" in agenda_row(pack, ITEM, corpus(pack, child, minuted={child.id: found}))


def test_the_documents_of_an_item() -> None:
    reports = [item(), item("4-2"), item("4-5"), item("4-6"), item("40"), item("5")]
    assert documents(PACK, ITEM, corpus(*reports)) == [f"{PACK}/item-{name}" for name in ("4", "4-2", "4-5")]


# ---------------------------------------------------------------- an item


@pytest.mark.parametrize(
    ("paper", "line"),
    [
        (Paper("paper", ""), "Paper: School buses"),
        (Paper("appendix", "Fares", anchor="a1"), "Appendix: [Fares](#a1)"),
        (Paper("minutes", "Fares", "CFS/01/16", pages=(5, 5)), "Minutes: CFS/01/16 Fares, page 5 of the PDF"),
        (Paper("report", "x", report="norbury/2019-03-ilacs", pages=(5, 12)), "Report: x, pages 5–12 of the PDF"),
    ],
)
def test_a_paper(paper: Paper, line: str) -> None:
    assert paper_line(item(), paper, corpus()) == line


def test_a_paper_that_is_a_report_links_to_it() -> None:
    inside = report("norbury/2019-03-ilacs", "report")
    line = paper_line(item(), Paper("report", "x", anchor="a1", report=inside.id), corpus(inside))
    assert line == "Report: [x](../../../reports/norbury/2019-03-ilacs.md)"


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (decision("That it be so."), "[Agreed, minute 84](#p1): That it be so."),
        (decision("x", minute=""), "[Agreed, Buses](#p1): x"),
        (decision("x", minute="", title=""), "[Agreed, minutes](#p1): x"),
        (decision("Carried.", votes="3 for"), "[Agreed, minute 84](#p1): Carried. (3 for)"),
        (decision("Carried, 3 for.", votes="3 for"), "[Agreed, minute 84](#p1): Carried, 3 for."),
        (decision("word " * 60), f"[Agreed, minute 84](#p1): {'word ' * 51}word …"),
    ],
)
def test_a_decision(one: Decision, line: str) -> None:
    assert decision_line(one) == line


def test_rows_open_and_closed_are_counted() -> None:
    rows = tuple(TrackerRow(f"tracker-{at}", (), at == 1) for at in range(1, 4))
    found = replace(item(), trackers=(Tracker("a", (), (), rows[:2]), Tracker("b", (), (), rows[2:])))
    assert "3 rows: 1 closed, 2 open." in tracker_line(found)


# ---------------------------------------------------------------- hostile


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_titles_are_text(text: str) -> None:
    """Every text of a pack that the converter shows in a place of its own."""
    inside = report("norbury/2019-03-ilacs", "report", title=text)
    one = replace(ITEM, title=text, text=(Span(text),))
    paper = Paper("paper", text, text, "a1", report=inside.id)
    record = Minutes(None, (), (decision(text, votes=text, minute=""), decision(text, title=text, minute=text)))
    child = replace(item("4", paper, replace(paper, report="")), agenda=(one,), record=record)
    pack = report(agenda=(one,), children=(child.id, inside.id))
    found = Minuted(child.id, Minute(text, text, "p84"), (decision(text),))
    held = corpus(pack, child, inside, minuted={child.id: found})
    for page in (pack, child):
        written = "\n\n".join(about_papers(page, held))
        check(Shown(markdown.markdown(written, extensions=list(EXTENSIONS))))
    assert "<script" not in agenda_table(pack, held)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_facts_are_text(text: str) -> None:
    found = report(meeting=Meeting(text, text, text, text, text, (text, text), (text,)))
    rows = "".join(f"<dt>{label}</dt>\n<dd>{value}</dd>\n" for label, value in meeting_facts(found, ""))
    check(Shown(markdown.markdown(f"<dl>\n{rows}</dl>", extensions=list(EXTENSIONS))))
