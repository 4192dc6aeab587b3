"""The registers of committees: what they decided, and what they follow up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from converter.site.corpus import Json, newest_first, report_file
from converter.site.markup import front, plural, up
from converter.write.escape import html_text, inline_text
from converter.write.papers import WORDS
from converter.write.places import day
from converter.write.wording import shortened

LISTED = 300
EXCERPT = 420
CELL = 240


@dataclass(frozen=True, slots=True)
class Meeting:
    """The documents of one committee that record a meeting: who met, when, and the document itself."""

    committee: str
    place: str
    slug: str
    when: str
    document: Json


def meeting_pages(corpus: Json) -> Mapping[str, str]:
    """The pages of both registers by their files below docs/; a year of decisions is a page where there are many."""
    return {**decision_pages(corpus), "trackers/index.md": trackers_page(corpus)}


# ---------------------------------------------------------------- decisions


def decision_pages(corpus: Json) -> Mapping[str, str]:
    """The newest decisions, and each earlier year on a page of its own where they are too many for one."""
    found = [meeting for meeting in meetings(corpus) if meeting.document["decisions"]]
    counted = 0
    shown: list[Meeting] = []
    later: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in found:
        if counted < LISTED:
            shown.append(meeting)
        else:
            later[meeting.when[:4] or "undated"].append(meeting)
        counted += len(meeting.document["decisions"])
    pages = {"decisions/index.md": decisions_page("decisions/index.md", shown, "", sorted(later, reverse=True))}
    for year, some in later.items():
        pages[f"decisions/{year}.md"] = decisions_page(f"decisions/{year}.md", some, year, ())
    return pages


def meetings(corpus: Json) -> list[Meeting]:
    """Every meeting whose minutes or trackers are held, newest first."""
    names = {report["id"]: report for report in corpus["reports"]}
    found = []
    for report in newest_first(corpus["reports"]):
        if report["kind"] != "item":
            continue
        pack = names.get(report["parent"] or "", report)
        committee = str((pack.get("meeting") or {}).get("committee") or pack["printed_title"])
        place = str((report["authority"] or {}).get("name") or "")
        when = str(report["minutes_of"] or report["inspection"]["end"] or "")
        found.append(Meeting(committee, place, report["id"].partition("/")[0], when, report))
    return sorted(found, key=lambda meeting: meeting.when, reverse=True)


def decisions_page(page: str, found: Sequence[Meeting], year: str, years: Sequence[str]) -> str:
    title = f"Decisions of {year}" if year else "Decisions"
    lines = [front(title, "What committees resolved, recommended, agreed and noted.", "index"), f"# {title}", ""]
    lines += [
        "What committees decided, as the minutes in their papers record it. Each links to its minute.",
        "{ .lede }",
    ]
    if not found:
        return "\n".join([*lines, "", "No minutes with a decision are held yet.", ""])
    for meeting in found:
        lines += ["", *meeting_decisions(page, meeting)]
    if years:
        links = " ".join(f"[{one}]({one}.md)" for one in years)
        lines += ["", "## Earlier { #earlier }", "", links, "{ .places }"]
    return "\n".join(lines) + "\n"


def meeting_decisions(page: str, meeting: Meeting) -> Iterator[str]:
    """The decisions of one meeting under its name, those of one minute together."""
    document = meeting.document
    target = up(page, report_file(document))
    yield f"## {meeting_name(meeting)} {{ #{meeting_anchor(meeting)} }}"
    yield ""
    minutes = {minute["number"]: minute for minute in document["minutes"]}
    for (number, title), some in groupby(document["decisions"], key=lambda one: (one["minute"], one["title"])):
        decisions = list(some)
        name = f"Minute {number}: {title}" if number else title or "Minutes"
        anchor = minutes[number]["anchor"] if number in minutes else decisions[0]["anchor"]
        yield f"[{inline_text(name)}]({target}#{anchor}){{ .where }}{noted(decisions)}"
        yield ""
        yield from (decision_entry(decision, target) for decision in decisions)


def noted(decisions: Sequence[Json]) -> str:
    """The papers that the decisions of a minute concern."""
    about = dict.fromkeys(paper for decision in decisions for paper in decision["about"])
    return f' <span class="count">{html_text(", ".join(about))}</span>' if about else ""


def meeting_name(meeting: Meeting) -> str:
    name = meeting.committee if meeting.place in meeting.committee else f"{meeting.place}: {meeting.committee}"
    return inline_text(f"{name}, {printed(meeting.when)}" if meeting.when else name)


def meeting_anchor(meeting: Meeting) -> str:
    """An address for a meeting's decisions, from the document that holds them."""
    return str(meeting.document["id"]).replace("/", "-")


def printed(iso: str) -> str:
    return day(date.fromisoformat(iso)) if iso else ""


def decision_entry(decision: Json, target: str) -> str:
    """One decision: its kind, which links to where it stands, and how it reads."""
    text = inline_text(shortened(decision["text"], EXCERPT))
    kind = f"[{WORDS[decision['kind']]}]({target}#{decision['anchor']}){{ .kind .{decision['kind']} }}"
    return f"{kind} {text}\n{{ .quoted }}\n"


# ---------------------------------------------------------------- trackers


def trackers_page(corpus: Json) -> str:
    """Every committee's newest trackers: what is open first, what is done with folded away."""
    page = "trackers/index.md"
    title = "Trackers"
    lines = [front(title, "What committees asked for and what became of it.", "index"), f"# {title}", ""]
    lines += ["What committees asked for and what became of it, from the newest tracker of each.", "{ .lede }"]
    newest = list(newest_trackers(corpus))
    if not newest:
        return "\n".join([*lines, "", "No tracker is held yet.", ""])
    for meeting in newest:
        lines += ["", *meeting_trackers(page, meeting)]
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


def meeting_trackers(page: str, meeting: Meeting) -> Iterator[str]:
    document = meeting.document
    target = up(page, report_file(document))
    name = meeting_name(Meeting(meeting.committee, meeting.place, "", held_on(meeting), document))
    yield f"## [{name}]({target}) {{ #{meeting_anchor(meeting)} }}"
    rows = [(tracker, row) for tracker in document["trackers"] for row in tracker["rows"]]
    for closed, words in ((False, "open"), (True, "closed")):
        some = [(tracker, row) for tracker, row in rows if row["closed"] is closed]
        if not some:
            continue
        table = tracker_table(some, target)
        counted = f"{plural(len(some), 'row')} {words}"
        if closed:
            yield f'\n<details class="done" markdown>\n<summary>{counted}</summary>\n\n{table}\n\n</details>'
        else:
            yield f"\n{counted}\n{{ .count }}\n\n{table}"


def tracker_table(rows: Sequence[tuple[Json, Json]], target: str) -> str:
    lines = ["| Item | Asked for | Who | Review | Latest |", "| --- | --- | --- | --- | --- |"]
    for tracker, row in rows:
        item = cell(tracker, row, "item") or cell(tracker, row, "reference") or cell(tracker, row, "outcome") or "Row"
        who = cell(tracker, row, "responsible") or cell(tracker, row, "officer")
        review = cell(tracker, row, "review") or cell(tracker, row, "status")
        latest = cell(tracker, row, "update") or cell(tracker, row, "status")
        cells = [f"[{item}]({target}#{row['anchor']})", cell(tracker, row, "outcome"), who, review, latest]
        lines.append("| " + " | ".join(text or " " for text in cells) + " |")
    return "\n".join(lines)


def cell(tracker: Json, row: Json, means: str) -> str:
    """The words of a row under the heads that mean `means`, shortened."""
    found = [words for mean, words in zip(tracker["means"], row["cells"], strict=False) if mean == means and words]
    return inline_text(shortened(" ".join(" ".join(found).split()), CELL))
