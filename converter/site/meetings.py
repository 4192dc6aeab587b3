"""The meetings of committees, and the register of what they decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from converter.site.corpus import Json, newest_first, report_file
from converter.site.markup import front, up
from converter.site.paged import chunked, named
from converter.write.badges import DECISIONS
from converter.write.escape import inline_text
from converter.write.places import day
from converter.write.wording import shortened

INDEX = "decisions/index.md"
LISTED = 300
BUDGET = 150_000  # characters of Markdown of decisions on the page of a year
EXCERPT = 420


@dataclass(frozen=True, slots=True)
class Meeting:
    """The documents of one committee that record a meeting: who met, when, and the document itself."""

    committee: str
    place: str
    slug: str
    when: str
    document: Json


@dataclass(frozen=True, slots=True)
class Place:
    """A file below docs/ with an anchor; `row` is the number of a tracker's row, empty for a paper."""

    target: str
    row: str = ""


Named = Mapping[tuple[str, str], Sequence[Place]]


# ---------------------------------------------------------------- decisions


def decision_pages(corpus: Json) -> Iterator[tuple[str, str]]:
    """The newest decisions, and each earlier year on pages of its own where they are too many for one."""
    found = [meeting for meeting in meetings(corpus) if meeting.document["decisions"]]
    papers = papers_named(corpus)
    counted = 0
    shown: list[Meeting] = []
    later: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in found:
        if counted < LISTED:
            shown.append(meeting)
        else:
            later[meeting.when[:4] or "undated"].append(meeting)
        counted += len(meeting.document["decisions"])
    pages = {year: list(year_files(year, some, papers)) for year, some in later.items()}
    newest = decisions_page(INDEX, shown, papers, "")
    yield INDEX, "\n".join([newest, *earlier(pages)]) if pages else newest
    for year, files in pages.items():
        for file, chunk in files:
            yield f"decisions/{file}.md", decisions_page(f"decisions/{file}.md", chunk, papers, year)


def year_files(year: str, found: Sequence[Meeting], papers: Named) -> Iterator[tuple[str, list[Meeting]]]:
    """The meetings of a year by the pages on which their decisions stand."""
    chunks = list(chunked(found, lambda one: sum(map(len, meeting_decisions(INDEX, one, papers))), BUDGET))
    yield from zip(named(year, len(chunks)), chunks, strict=True)


def earlier(pages: Mapping[str, Sequence[tuple[str, Sequence[Meeting]]]]) -> Iterator[str]:
    """The way to earlier decisions: their years, then each meeting, which keeps its anchor here."""
    files = [entry for year in sorted(pages, reverse=True) for entry in pages[year]]
    links = " ".join(f"[{file}]({file}.md)" for file, _ in files)
    yield f"## Earlier {{ #earlier }}\n\n{links}\n{{ .places }}\n"
    yield from (
        f"- [{meeting_name(one)}]({file}.md#{meeting_anchor(one)}){{ #{meeting_anchor(one)} }}"
        for file, some in files
        for one in some
    )
    yield ""


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


def decisions_page(page: str, found: Sequence[Meeting], papers: Named, year: str) -> str:
    title = f"Decisions of {year}" if year else "Decisions"
    lines = [front(title, "What committees resolved, recommended, agreed and noted.", "index"), f"# {title}", ""]
    lines += [
        "What committees decided, as the minutes in their papers record it. Each links to its minute.",
        "{ .lede }",
    ]
    if not found:
        return "\n".join([*lines, "", "No minutes with a decision are held yet.", ""])
    for meeting in found:
        lines += ["", *meeting_decisions(page, meeting, papers)]
    return "\n".join(lines) + "\n"


def meeting_decisions(page: str, meeting: Meeting, papers: Named) -> Iterator[str]:
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
        yield f"[{inline_text(name)}]({target}#{anchor}){{ .where }}{noted(page, meeting, decisions, papers)}"
        yield ""
        yield from (decision_entry(decision, target) for decision in decisions)


def noted(page: str, meeting: Meeting, decisions: Sequence[Json], papers: Named) -> str:
    """The papers that the decisions of a minute concern, with what is held about each: the paper, rows that name it."""
    about = dict.fromkeys(paper for decision in decisions for paper in decision["about"])
    said = [", ".join([*told(page, paper, papers.get((meeting.slug, paper), ()))]) for paper in about]
    return f' <span class="count">{"; ".join(said)}</span>' if said else ""


def told(page: str, paper: str, places: Sequence[Place]) -> Iterator[str]:
    """A paper's number, which links to the one document that it is the number of, and the rows of trackers with it."""
    own = [place for place in places if not place.row]
    yield f"[{inline_text(paper)}]({up(page, own[0].target)})" if len(own) == 1 else inline_text(paper)
    yield from (f"[tracker row {place.row}]({up(page, place.target)})" for place in places if place.row)


def papers_named(corpus: Json) -> Named:
    """Where each number of a committee's papers stands: the paper itself, and the rows of trackers that name it."""
    found: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for report in newest_first(corpus["reports"]):
        slug, file = report["id"].partition("/")[0], report_file(report)
        for paper in report.get("papers", ()):
            if paper["reference"]:
                anchor = f"#{paper['anchor']}" if paper["anchor"] else ""
                found[slug, paper["reference"]].append(Place(f"{file}{anchor}"))
        for row in (row for tracker in report.get("trackers", ()) for row in tracker["rows"]):
            for name in row.get("reference", ()):
                number = row["anchor"].rpartition("-")[2]
                found[slug, name].append(Place(f"{file}#{row['anchor']}", number))
    return found


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
    kind = f"[{DECISIONS[decision['kind']]}]({target}#{decision['anchor']}){{ .kind .{decision['kind']} }}"
    return f"{kind} {text}\n{{ .quoted }}\n"
