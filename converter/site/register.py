"""A register of recommendations as a table: a row for each, with what it can be filtered and sorted by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from urllib.parse import quote

from converter.link.followed import PAPER
from converter.recognise.authority import slugify
from converter.site.corpus import Held, Json, dated, newest_first, reference
from converter.site.theme_places import Place, place_of
from converter.write.escape import html_text
from converter.write.wording import deadline_words

NOBODY, NO_DEADLINE = "not said", "none printed"
JOINT = "; "
FIND = '<label>Words <input type="search" name="words" autocomplete="off"></label>'
FEW = 5
MOST = 12  # earlier points beside one, so that its row stays one of many
AGAIN, COMMITTEE = "again", "committee"
HEADS = (
    '<th scope="col" data-sort="text">Report</th><th scope="col">What is asked</th>'
    '<th scope="col" data-sort="number">Deadline</th><th scope="col" data-sort="text">Asked of</th>'
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One recommendation with the document it stands in, its name there, and the earlier ones that it is like."""

    report: Json
    point: Json
    name: str
    before: tuple[Entry, ...] = ()

    @property
    def place(self) -> Place:
        return place_of(self.report)

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site."""
        return f"{str(self.report['url']).lstrip('/')}#{quote(str(self.point['anchor']))}"

    @property
    def paper(self) -> bool:
        """Whether it is of a committee's paper and not of an inspection."""
        return bool(self.report["kind"] != "report")


def entries(reports: Sequence[Json]) -> list[Entry]:
    """Every recommendation, newest document first, in the order in which each document prints them."""
    plain = [entry for report in newest_first(list(reports)) for entry in entries_of(report)]
    held = {f"{entry.report['id']}#{entry.point['anchor']}": entry for entry in plain}
    return [
        Entry(entry.report, entry.point, entry.name, tuple(held[key] for key in entry.point["repeats"]))
        for entry in plain
    ]


def entries_of(report: Json) -> Iterator[Entry]:
    """The recommendations of one document, each called by the number of its paragraph."""
    rows = {anchor: row for row in report["paragraphs"] for anchor in (row["anchor"], *row.get("items", ()))}
    for point in report["recommendations"]:
        row = rows.get(point["anchor"], {"number": None})
        yield Entry(report, point, reference(Held(report, row)))


# ---------------------------------------------------------------- filters


def filters(some: Sequence[Entry], names: Mapping[str, str], table: str) -> str:
    """The form that narrows a table down, for scripts to show; a choice that all share is left out."""
    choices = {
        "deadline": ("Deadline", {slug: words for entry in some for slug, words in [deadline_of(entry)]}),
        "addressee": ("Asked of", {token_of(name): name for entry in some for name in asked_of(entry)}),
        "theme": ("Theme", {slug: names[slug] for entry in some for slug in entry.point["themes"]}),
        "year": ("Year", {year: year for entry in some if (year := dated(entry.report)[:4])}),
        "source": ("From", {slug: words for entry in some for slug, words in [source_of(entry)]}),
        "again": ("Earlier points", {AGAIN: "On the same matter"} if any(entry.before for entry in some) else {}),
    }
    selects = "".join(
        select(name, label, found)
        for name, (label, found) in choices.items()
        if len(found) > 1 or name == AGAIN in found
    )
    return filter_form(table, f"{FIND}{selects}") if len(some) > FEW or selects else ""


def filter_form(table: str, fields: str) -> str:
    """The form of a register; on a narrow page a button opens it."""
    return (
        f'<form class="register-filters" data-for="{table}" hidden>'
        '<button type="button" class="register-filters__open" aria-expanded="false">Filter and sort</button>'
        f'<div class="register-filters__fields">{fields}<button type="reset">Show all</button></div>'
        "<output></output></form>"
    )


def select(name: str, label: str, values: Mapping[str, str]) -> str:
    """One choice; its first value leaves everything in."""
    options = "".join(
        f'<option value="{escape(value)}">{html_text(words[:1].upper() + words[1:])}</option>'
        for value, words in sorted(values.items(), key=lambda pair: order(pair[1]))
    )
    return f'<label>{label} <select name="{name}"><option value="">All</option>{options}</select></label>'


def order(words: str) -> tuple[int, int, str]:
    """At once before counted deadlines, shorter ones first, then by name, what is not said last."""
    count = next((int(word) for word in words.split() if word.isdigit() and words.startswith("within")), 0)
    return (2 if words in {NOBODY, NO_DEADLINE} else 0 if words == "immediately" else 1), count, words


def deadline_of(entry: Entry) -> tuple[str, str]:
    """A deadline's token and words."""
    words = deadline_words(entry.point["deadline"]) or NO_DEADLINE
    return token_of(words), words


@lru_cache(maxsize=1024)
def token_of(words: str) -> str:
    """The words of a choice as they stand in addresses; many points share theirs."""
    return slugify(words)


def asked_of(entry: Entry) -> list[str]:
    return str(entry.point["to"] or NOBODY).split(JOINT)


def source_of(entry: Entry) -> tuple[str, str]:
    return (COMMITTEE, "Committee papers") if entry.paper else ("inspection", "Inspection reports")


# ---------------------------------------------------------------- table


def table(rows: Iterable[str], caption: str, identity: str = "points") -> str:
    """The register itself around its rows."""
    listed = "\n".join(rows)
    return (
        f'<table class="register" id="{identity}">\n<caption class="pp-hidden">{html_text(caption)}</caption>\n'
        f"<thead><tr>{HEADS}</tr></thead>\n<tbody>\n{listed}\n</tbody>\n</table>"
    )


def row(entry: Entry, names: Mapping[str, str], up: str) -> str:
    """One recommendation, with what it is filtered by; `up` leads from the page to the root of the site."""
    token, deadline = deadline_of(entry)
    to = asked_of(entry)
    said = {
        "deadline": token,
        "addressee": " ".join(map(token_of, to)),
        "theme": " ".join(entry.point["themes"]),
        "year": dated(entry.report)[:4],
        "source": source_of(entry)[0],
        "again": AGAIN if entry.before else "",
    }
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in said.items() if value)
    more = f"{outcome(entry)}{became(entry, up)}{themes(entry, names, up)}{before(entry, up)}"
    return (
        f'<tr{data}><td data-value="{dated(entry.report)}">{link(entry, up)}{paper(entry)}</td>'
        f'<td class="asked">{html_text(text_of(entry))}{more}</td>'
        f"{fact('Deadline', deadline, f'{order(deadline)[0]}{order(deadline)[1]:03}')}"
        f"{fact('Asked of', ', '.join(to))}</tr>"
    )


def fact(label: str, words: str, value: str = "") -> str:
    """A cell with its label for narrow pages; one that says that nothing is said stands back, and there falls away."""
    data = f' data-value="{value}"' if value else ""
    if words in {NOBODY, NO_DEADLINE}:
        return f'<td class="none"{data}>{words}</td>'
    return f'<td data-label="{label}"{data}>{html_text(words)}</td>'


def link(entry: Entry, up: str) -> str:
    """The way to a recommendation's own place, under its name."""
    return f'<a href="{up}{escape(entry.address)}">{html_text(entry.name)}</a>'


def text_of(entry: Entry) -> str:
    return " ".join(str(entry.point["text"]).split())


def paper(entry: Entry) -> str:
    """What tells a recommendation of a committee's paper from one of inspectors."""
    return ' <span class="kind">Committee paper</span>' if entry.paper else ""


def outcome(entry: Entry) -> str:
    """What a paper says was done about it."""
    said = entry.point["outcome"]
    return f'<p class="outcome"><b>What was done:</b> {html_text(str(said))}</p>' if said else ""


def became(entry: Entry, up: str) -> str:
    """Where a paper's recommendation was decided and is followed up, as far as that is certain."""
    minute = entry.report.get("minute")
    rows = [row for row in entry.report.get("followed", ()) if row["by"] == PAPER]
    links = [place(up, minute, f"Considered in minute {minute['number']}")] if minute else []
    links += [place(up, row, f"Followed up in the tracker: row {row['anchor'].rpartition('-')[2]}") for row in rows]
    return f'<p class="outcome">{"; ".join(links)}</p>' if links else ""


def place(up: str, found: Json, name: str) -> str:
    """A link to a place in another document of the committee."""
    address = f"{up}reports/{quote(found['report'])}/#{quote(found['anchor'])}"
    return f'<a href="{escape(address)}">{html_text(name)}</a>'


def themes(entry: Entry, names: Mapping[str, str], up: str) -> str:
    """The themes, each leading to what is held about it on the same place."""
    links = ", ".join(
        f'<a href="{up}themes/{slug}/{escape(entry.place.slug)}/">{html_text(names[slug])}</a>'
        for slug in entry.point["themes"]
    )
    return f'<p class="about">{links}</p>' if links else ""


def before(entry: Entry, up: str) -> str:
    """The earlier recommendations that it is like, with what both are about."""
    if not entry.before:
        return ""
    shown, more = earlier(entry)
    listed = [f"{link(one, up)} {html_text(text_of(one))}{shared(entry, one)}" for one in shown]
    items = "".join(f"<li>{item}</li>" for item in [*listed, *more])
    return f'<div class="again"><b>Earlier on the same matter:</b><ul>{items}</ul></div>'


def earlier(entry: Entry) -> tuple[Sequence[Entry], list[str]]:
    """The newest of the earlier recommendations that an entry is like, and in words how many there are besides."""
    rest = len(entry.before) - MOST
    return entry.before[:MOST], [f"and {rest} older"] if rest > 0 else []


def shared(entry: Entry, other: Entry) -> str:
    """What words about both were found, for readers to judge the likeness by."""
    found = sorted(set(entry.point["matters"]) & set(other.point["matters"]))
    return f' <span class="count">both: {html_text(", ".join(found))}</span>' if found else ""
