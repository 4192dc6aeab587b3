"""The real pack, compared with its text by rules of this file's own: nothing here goes through the reader."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache

import pytest
from conftest import NO_CORPUS, REAL, SEEDS

from converter.meeting import Tracker
from converter.model import ItemList, Paragraph, Report, Table, block_text, plain
from converter.read import read
from converter.recognise import recognise

SOURCE = SEEDS / "002_281d21af7a6e953c.txt"
PDFS = REAL / "reports" / "pdf"
PACK = "essex-people-and-families-scrutiny-committee/2015-01-15"
INSIDE = "essex/2014-02-sif"
TAG = re.compile(r"<[^<>]*>")
WORD = re.compile(r"[^\W_⁰¹²³⁴-⁹]+")
BOX = re.compile(r"<input([^<>]*)>")
NUMBERED = re.compile(r"^(?:- )?(?P<number>\d(?:\.\d{1,2}){0,2})\.?\s+(?=[A-Z])")
ROMAN = re.compile(r"^- (?P<number>[IVX]+)\. ")

pytestmark = pytest.mark.skipif(not SOURCE.is_file(), reason=NO_CORPUS)


@lru_cache(maxsize=1)
def documents() -> dict[str, Report]:
    return {report.id: report for report in recognise(read(SOURCE))}


def item(number: int) -> Report:
    return documents()[f"{PACK}/item-{number}"]


@lru_cache(maxsize=1)
def raw() -> tuple[str, ...]:
    return tuple(SOURCE.read_text(encoding="utf-8-sig").split("\n"))


def stretch(first: str, last: str) -> tuple[str, ...]:
    """The lines from the one that begins with `first` up to the next that begins with `last`."""
    start = next(at for at, line in enumerate(raw()) if line.startswith(first))
    return raw()[start : next(at for at in range(start + 1, len(raw())) if raw()[at].startswith(last))]


def words(text: str) -> list[str]:
    return WORD.findall(html.unescape(TAG.sub(" ", text)))


def tables(report: Report) -> Iterator[Table]:
    for section in report.sections:
        for part in section.content:
            blocks = part.blocks if isinstance(part, Paragraph) else (part,)
            yield from (block for block in blocks if isinstance(block, Table))


def test_the_agenda_has_its_twelve_items_with_papers_and_pages() -> None:
    agenda = documents()[PACK].agenda
    assert [entry.number for entry in agenda] == [str(number) for number in range(1, 13)]
    printed = {line.split("\t")[0]: line.rstrip("\n").split("\t")[-1] for line in raw()[60:90] if line.count("\t") == 2}
    assert {entry.number: entry.pages for entry in agenda if entry.number in printed} == {
        number: pages.strip() for number, pages in printed.items() if number
    }
    for entry in agenda:
        line = next(text for text in raw()[60:100] if re.match(rf"(?:- )?{entry.number}\s", text))
        assert words(entry.title) == words(line)[1 : 1 + len(words(entry.title))]
    references = {
        number: [paper.reference for paper in item(number).papers if paper.reference] for number in range(1, 13)
    }
    assert {number: found for number, found in references.items() if found} == {
        number: [f"PAF/0{at}/15"] for at, number in enumerate((5, 6, 8, 9), 1)
    }


def test_who_met_where_and_when() -> None:
    meeting = documents()[PACK].meeting
    assert meeting is not None
    assert (meeting.time, meeting.quorum, meeting.council) == ("10:00", "4", "Essex County Council")
    assert meeting.place.startswith("Committee Room 1")
    listed = [line for line in stretch("Quorum", "Chairman") if line.startswith("Councillor ")]
    assert list(meeting.members[: len(listed)]) == listed
    assert len(meeting.members) == len(listed) + 2


def test_the_minutes_are_nine_with_every_numbered_answer() -> None:
    record = item(3).record
    assert record is not None
    lines = stretch("**MINUTES OF A MEETING", "\t\tAGENDA ITEM 5")
    headings = [match for line in lines if (match := re.match(r"(\d)\. (\S.*)", line))]
    assert [(minute.number, minute.title) for minute in record.minutes] == [(m[1], m[2].strip()) for m in headings]
    assert len(headings) == 9
    answers = [match[1] for line in lines if (match := re.match(r"- (\d\))", line))]
    found = [
        entry.label
        for section in item(3).sections
        for part in section.content
        if isinstance(part, ItemList)
        for entry in part.items
        if entry.label
    ]
    assert found == answers
    assert len(answers) == 17
    assert f"{record.day:%-d %B %Y}" == "13 November 2014"


def test_fourteen_recommendations_each_with_what_was_done() -> None:
    lines = stretch("2. Recommendations and outcome", "Jenny Boyd")
    starts = [at for at, line in enumerate(lines) if ROMAN.match(line)]
    assert len(starts) == 14
    found = item(5).recommendations
    assert len(found) == 14
    for point, start, end in zip(found, starts, [*starts[1:], len(lines)], strict=True):
        asked = ROMAN.sub("", lines[start])
        assert words(point.text) == words(asked)
        assert words(point.outcome) == words(" ".join(lines[start + 1 : end]))
        assert point.anchor == f"p{ROMAN.match(lines[start])['number'].lower()}"  # type: ignore[index]


def test_every_printed_number_of_the_cabinet_report_once() -> None:
    lines = stretch("1. Purpose of report", "EQUALITY IMPACT ANALYSIS")
    printed = [match["number"] for line in lines if "\t" not in line and (match := NUMBERED.match(line))]
    report = item(6)
    found = [section.number for section in report.sections if section.number]
    found += [paragraph.number for _, paragraph in report.paragraphs()]
    assert sorted(found) == sorted(printed)
    assert len(set(found)) == len(found) == 68
    assert (printed[1], printed[-1]) == ("1.1", "9")


def test_every_table_has_its_cells_in_their_rows() -> None:
    """The cells that a row of the text prints stand together in one row, but for the three rows a page's end cut."""
    held = [
        [words(plain(cell)) for cell in row]
        for number in (3, 5, 6, 8, 9)
        for table in tables(item(number))
        for row in table.rows
    ]
    lines = [*stretch("**MINUTES OF A MEETING", "Essex County Council"), *stretch("\t\tAGENDA ITEM 6", "Venue:")]
    missing = []
    for line in lines:
        if line.count("\t") and not re.fullmatch(r"[\s\-–|]*", line):
            cells = [words(re.sub(r"CheckBox\d+", "", cell)) for cell in line.split("\t")]
            if cells not in held:
                missing.append([" ".join(cell) for cell in cells])
    assert [len(row[0].split()) for row in missing] == [2, 0, 9, 5]


def test_every_box_has_its_state() -> None:
    printed = ["checked" in match[1] for line in raw() for match in BOX.finditer(line)]
    text = "".join(plain(cell) for table in tables(item(6)) for row in table.rows for cell in row)
    assert [mark == "☑" for mark in re.findall("[☑☐]", text)] == printed
    assert (len(printed), sum(printed)) == (16, 8)


def tracker_lines() -> list[list[str]]:
    rows = [line.split("\t") for line in stretch("COMMITTEE: PEOPLE", "\t\tAGENDA ITEM 9") if line.count("\t") == 8]
    return [row for row in rows if not re.fullmatch(r"[\s\-]*", "".join(row))]


def the_tracker() -> Tracker:
    (found,) = item(8).trackers
    return found


def test_the_tracker_has_every_row_with_all_its_columns() -> None:
    _, _, heads, *rows = tracker_lines()
    tracker = the_tracker()
    assert [words(head) for head in tracker.columns] == [words(head) for head in heads]
    assert len(rows) == 29, "thirty rows with the one that names the columns"
    assert [[words(cell) for cell in row.cells] for row in tracker.rows] == [
        [words(cell) for cell in row] for row in rows
    ]
    assert [row.anchor for row in tracker.rows] == [f"tracker-{number}" for number in range(1, 30)]
    assert "" not in tracker.means


def test_what_needs_no_further_action_is_told_from_what_is_open() -> None:
    rows = tracker_lines()[3:]
    assert [row.closed for row in the_tracker().rows] == ["NO FURTHER ACTION" in row[-1] for row in rows]
    assert sum(row.closed for row in the_tracker().rows) == 11


def test_the_report_inside_is_the_one_from_its_own_pdf_paragraph_by_paragraph() -> None:
    own = next(report for path in sorted(PDFS.glob("95cf5f7b.pdf")) for report in recognise(read(path)))
    inside = documents()[INSIDE]
    assert own.id == INSIDE
    assert own.judgements == inside.judgements
    pairs = list(zip(own.paragraphs(), inside.paragraphs(), strict=True))
    assert [a.number for (_, a), _ in pairs] == [b.number for _, (_, b) in pairs] == [str(n) for n in range(1, 125)]
    assert [(a.grade, a.area) for (a, _), _ in pairs] == [(b.grade, b.area) for _, (b, _) in pairs]
    differ = [a.number for (_, a), (_, b) in pairs if joined(a) != joined(b)]
    assert differ == ["33", "77", "99"], "here the text of the pack itself prints a letter more or less"


def joined(paragraph: Paragraph) -> str:
    return "".join(words(block_text(paragraph)))
