"""What the pages of packs say beside their papers: agenda, papers, decisions, trackers, and text that stays text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import markdown
import pytest
from test_hostile import HOSTILE, Shown, check

from converter.link import Corpus, link
from converter.link.minuted import Minuted
from converter.meeting import Decision, Meeting, Minute, Minutes, Paper, Tracker, TrackerRow
from converter.model import AgendaItem, Recommendation, Report, SourceRef, Span
from converter.write.agenda import agenda_row, agenda_table, documents, holds, steps
from converter.write.dialect import EXTENSIONS
from converter.write.followed import became_of_it
from converter.write.papers import (
    about_papers,
    decision_line,
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
        "Members": '<ul class="people"><li>A &#91;B]</li><li>C &amp; D</li></ul>',
        "Enquiries": "p@norbury.example",
    }
    assert dict(meeting_facts(item(), "")) == {"Meeting": "", "Pages of the pack": "13–54"}


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ((), "School buses"),
        ((item(),), "[School buses](../../../reports/{0}/item-4.md){ .bare }"),
        (
            (item("4", Paper("paper", "Fares")),),
            "[School buses](../../../reports/{0}/item-4.md){ .title }<br>paper",
        ),
        (
            (item("4", Paper("paper", "Fares", "CFS/01/16", "a1"), Paper("paper", "", "CFS/02/16")),),
            "[School buses](../../../reports/{0}/item-4.md){ .title }<br>[CFS/01/16](../../../reports/{0}/item-4.md#a1)"
            " · [CFS/02/16](../../../reports/{0}/item-4.md)",
        ),
        (
            (item("4", Paper("report", "Inspection", report="norbury/2019-03-ilacs")),),
            "[School buses](../../../reports/{0}/item-4.md){ .title }<br>Report: Inspection",
        ),
        (
            (item(), item("4-2")),
            "[School buses](../../../reports/{0}/item-4.md){ .bare }<br>[Supplement](../../../reports/{0}/item-4-2.md)",
        ),
        ((item("4-2"),), "[School buses](../../../reports/{0}/item-4-2.md){ .bare }"),
    ],
    ids=["none", "item", "paper", "references", "report", "supplement", "supplement only"],
)
def test_an_item_on_the_agenda(children: tuple[Report, ...], expected: str) -> None:
    pack = report()
    row = agenda_row(pack, ITEM, corpus(pack, *children))
    assert row == f"| 4 {{ #item-4 }} | {expected.replace('{0}', PACK)} | 13–54 |"


def test_the_agenda_says_what_an_item_holds() -> None:
    rows = tuple(TrackerRow(f"tracker-{at}", (), at == 1) for at in range(1, 4))
    record = Minutes(date(2021, 4, 6), (), (decision("a"), decision("b")))
    asked = (Recommendation("p1", "Paint the ferry."),)
    child = replace(item(), trackers=(Tracker("a", (), (), rows),), record=record, recommendations=asked)
    pack = report()
    assert holds(pack, child, corpus(pack, child)) == [
        "minutes of 6 April 2021, 2 decisions",
        f"[1 recommendation](../../../reports/{PACK}/item-4.md#p1)",
        "tracker: 2 open, 1 closed",
    ]


def test_from_item_to_item() -> None:
    names = ["1", "4", "4-2"]
    every = [replace(item(name), printed_title=f"{name}. Buses") for name in names]
    pack = report(children=tuple(child.id for child in every))
    held = corpus(pack, *every)
    way = f"../../../reports/{PACK}"
    assert list(steps(every[1], held)) == [
        f"[← 1. Buses]({way}/item-1.md){{ .previous }} [4-2. Buses →]({way}/item-4-2.md){{ .next }}\n"
        "{ .between .items }"
    ]
    assert ".previous" not in next(steps(every[0], held))
    assert ".next" not in next(steps(every[2], held))
    assert not list(steps(pack, held))


# ---------------------------------------------------------------- what became of it


def paper_with(outcome: str = "", reference: str = "CFS/01/16") -> Report:
    asked = (Recommendation("p1", "Paint the ferry.", outcome=outcome), Recommendation("p2", "Sell it."))
    return replace(item("4", Paper("paper", "", reference)), recommendations=asked, end=date(2021, 5, 4))


def with_tracker(title: str, *cells: str) -> Report:
    row = TrackerRow("tracker-7", (title, *cells), closed=False)
    found = Tracker("a", (), ("item", *["outcome" for _ in cells]), (row,))
    return replace(item("9", title="Tracker"), trackers=(found,), end=date(2021, 5, 4))


@pytest.mark.parametrize(
    ("title", "cell", "told"),
    [
        ("Ferries (CFS/01/16)", "", "row 7 of the tracker](../../../{0}#tracker-7), Ferries (CFS/01/16) (open), names"),
        ("Ferries", "As CFS/01/16 says", "(open), names this paper"),
        ("SCHOOL BUSES (late)", "", "has the same title as this item"),
        ("Ferries", "", "none of the 1 row of the committee's [newest tracker](../../../{0}) names this paper"),
    ],
    ids=["title", "cell", "same title", "none"],
)
def test_what_the_tracker_says_of_a_paper(title: str, cell: str, told: str) -> None:
    paper, tracker = paper_with(), with_tracker(title, cell)
    pack = report(end=date(2021, 5, 4))
    lines = list(became_of_it(paper, link([pack, paper, tracker])))
    assert told.replace("{0}", f"reports/{PACK}/item-9.md") in "\n".join(lines)


def test_a_tracker_leads_back_to_the_items_that_its_rows_are_about() -> None:
    paper, tracker = paper_with(), replace(with_tracker("Ferries (CFS/01/16)"), printed_title="9. Tracker")
    held = link([report(end=date(2021, 5, 4)), replace(paper, printed_title="4. Buses"), tracker])
    told = "\n".join(about_papers(tracker, held))
    way = f"[item 4. Buses, 4 May 2021](../../../reports/{PACK}/item-4.md)"
    assert f"- [Row 7](#tracker-7), Ferries (CFS/01/16), names the paper of {way}" in told


def test_two_papers_of_one_number_are_no_certain_tie() -> None:
    first, second, tracker = paper_with(), replace(paper_with(), id=f"{PACK}/item-5"), with_tracker("Ferries CFS/01/16")
    assert not link([report(), first, second, tracker]).followed


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("", ["**Decided:** not known here, since the minutes of the meeting of 4 May 2021 are not held"]),
        ("Painted.", ["**Reported:** the paper says what became of 1 of its 2 recommendations, [below each](#p1)"]),
    ],
)
def test_what_is_not_known_is_said(outcome: str, told: list[str]) -> None:
    paper = paper_with(outcome)
    assert list(became_of_it(paper, corpus(report(), paper)))[: len(told)] == told
    assert not list(became_of_it(item(), corpus(item())))


def test_minutes_that_are_held_and_fit_no_item_are_named() -> None:
    paper, record = paper_with(), replace(item("3"), id=LATER)
    held = replace(corpus(report(), paper, record), records={PACK: LATER})
    assert "none of the [minutes of the meeting]" in next(became_of_it(paper, held))
    known = replace(held, minuted={paper.id: Minuted(LATER, Minute("84", "Buses", "p84"), ())})
    assert not list(became_of_it(paper, known))


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
