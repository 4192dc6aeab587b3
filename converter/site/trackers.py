"""The register of trackers: what committees asked for, and what became of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from urllib.parse import quote

from converter.site.corpus import Json, report_file
from converter.site.markup import front, up
from converter.site.meetings import Meeting, meeting_anchor, meeting_name, meetings
from converter.write.escape import html_text
from converter.write.places import day
from converter.write.wording import plural, shortened

PAGE, ROOT = "trackers/index.md", "../"
CELL = 320
BUDGET = 250_000  # characters of rows on the page; of the committees after that only the counts
SAID = re.compile(r"(?P<word>[A-Z]{4,}(?: [A-Z]+){0,2}):\s")
HEADS = (("Item", "item"), ("Asked for", "asked"), ("Who", "who"), ("Review", "when"), ("Latest", "latest"))
TIES = {"paper": "Names the paper of", "title": "Same title as"}

Place = tuple[str, str]
Ties = Mapping[Place, Sequence[tuple[Json, str]]]


def trackers_page(corpus: Json) -> str:
    """Every committee's newest trackers: what is open first, what is done with folded away."""
    lines = [
        front("Trackers", "What committees asked for and what became of it.", "register", wide=True),
        "# Trackers",
        "",
        "What committees asked for and what became of it, from the newest tracker of each.\n{ .lede }",
    ]
    newest = list(newest_trackers(corpus))
    if not newest:
        return "\n".join([*lines, "", "No tracker is held yet.", ""])
    if len(newest) > 1:
        links = " ".join(f"[{meeting_name(held(one))}](#{meeting_anchor(one)})" for one in newest)
        lines += ["", f"{links}\n{{ .places }}"]
    room, tied = BUDGET, ties(corpus)
    for meeting in newest:
        tables = list(meeting_tables(meeting, tied))
        size = sum(map(len, tables))
        lines += ["", *heading(meeting), "", "\n\n".join(tables if size <= room else [counts_alone(meeting)])]
        room -= size
    return "\n".join(lines) + "\n"


def newest_trackers(corpus: Json) -> Iterator[Meeting]:
    """For each committee the documents of its last meeting that hold a tracker."""
    found = sorted((one for one in meetings(corpus) if one.document["trackers"]), key=held_on, reverse=True)
    last: dict[str, str] = {}
    for meeting in found:
        if last.setdefault(meeting.slug, held_on(meeting)) == held_on(meeting):
            yield meeting


def held_on(meeting: Meeting) -> str:
    """The day of the meeting in whose pack a document stands, whatever meeting its minutes record."""
    return str(meeting.document["inspection"]["end"] or "")


def held(meeting: Meeting) -> Meeting:
    """A meeting under the day of its pack."""
    return Meeting(meeting.committee, meeting.place, "", held_on(meeting), meeting.document)


def ties(corpus: Json) -> Ties:
    """For each row of a tracker the items that it is about, each with what ties it."""
    found: defaultdict[Place, list[tuple[Json, str]]] = defaultdict(list)
    for report in corpus["reports"]:
        for row in report.get("followed", ()) if report["kind"] == "item" else ():
            found[row["report"], row["anchor"]].append((report, row["by"]))
    return found


# ---------------------------------------------------------------- one committee


def heading(meeting: Meeting) -> Iterator[str]:
    target = up(PAGE, report_file(meeting.document))
    yield f"## [{meeting_name(held(meeting))}]({target}) {{ #{meeting_anchor(meeting)} }}"


def rows_of(meeting: Meeting, closed: bool) -> list[tuple[Json, Json]]:
    rows = [(tracker, row) for tracker in meeting.document["trackers"] for row in tracker["rows"]]
    return [(tracker, row) for tracker, row in rows if row["closed"] is closed]


def meeting_tables(meeting: Meeting, tied: Ties) -> Iterator[str]:
    """What is open, then what is closed, which is folded away."""
    for closed, words in ((False, "open"), (True, "closed")):
        some = rows_of(meeting, closed)
        if not some:
            continue
        counted = f"{plural(len(some), 'row')} {words}"
        table = tracker_table(some, meeting, tied, f"{meeting.committee}, {counted}")
        if closed:
            yield f'<details class="done">\n<summary>{counted}</summary>\n{table}\n</details>'
        else:
            yield f"{counted}\n{{ .count }}\n\n{table}"


def counts_alone(meeting: Meeting) -> str:
    """What is said of a tracker for which this page has no room."""
    opened, closed = len(rows_of(meeting, closed=False)), len(rows_of(meeting, closed=True))
    return f"{plural(opened, 'row')} open, {closed} closed: see the tracker itself."


def tracker_table(rows: Sequence[tuple[Json, Json]], meeting: Meeting, tied: Ties, caption: str) -> str:
    """Rows as an HTML table whose cells know their heads, for a page too narrow for columns."""
    heads = "".join(f'<th scope="col" class="{name}">{words}</th>' for words, name in HEADS)
    body = "\n".join(table_row(tracker, row, meeting, tied) for tracker, row in rows)
    return (
        f'<table class="register followed">\n<caption class="pp-hidden">{html_text(caption)}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def table_row(tracker: Json, row: Json, meeting: Meeting, tied: Ties) -> str:
    """A row under five heads that every tracker's columns come down to; the whole of it is one click away."""
    name = cell(tracker, row, "item") or cell(tracker, row, "reference") or cell(tracker, row, "outcome") or "Row"
    who = cell(tracker, row, "responsible") or cell(tracker, row, "officer")
    review = cell(tracker, row, "review") or cell(tracker, row, "status")
    latest = cell(tracker, row, "update") or cell(tracker, row, "status")
    address = f"{ROOT}reports/{quote(meeting.document['id'])}/#{quote(row['anchor'])}"
    about = "".join(tie(*one) for one in tied.get((meeting.document["id"], row["anchor"]), ()))
    first = f'<td class="item"><a href="{escape(address)}">{html_text(name)}</a>{about}</td>'
    said = zip(HEADS[1:], (said_html(cell(tracker, row, "outcome")), who, review, said_html(latest)), strict=True)
    plain = {"who", "when"}
    cells = "".join(
        f'<td class="{kind}" data-label="{label}">{html_text(text) if kind in plain else text}</td>'
        for (label, kind), text in said
    )
    return f"<tr>{first}{cells}</tr>"


def tie(item: Json, by: str) -> str:
    """The way from a row to an item that is held here, with what ties the two."""
    address = escape(f"{ROOT}{str(item['url']).lstrip('/')}")
    end = item["inspection"]["end"]
    when = f", {day(date.fromisoformat(end))}" if end else ""
    name = html_text(f"item {item['printed_title']}{when}")
    return f'<p class="tie">{TIES[by]} <a href="{address}">{name}</a></p>'


def said_html(text: str) -> str:
    """A cell whose first words in capitals say what follows, such as "UPDATE:", with those set off."""
    found = SAID.match(text)
    return f"<b>{html_text(found['word'])}:</b> {html_text(text[found.end() :])}" if found else html_text(text)


def cell(tracker: Json, row: Json, means: str) -> str:
    """The words of a row under the heads that mean `means`, shortened."""
    found = [words for mean, words in zip(tracker["means"], row["cells"], strict=False) if mean == means and words]
    return shortened(" ".join(" ".join(found).split()), CELL)
