"""Searches to try, each of which finds something in what is held."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from converter.site.corpus import Json, inspections, year
from converter.write.escape import html_text

NUMBER = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class Example:
    """What to search for: its words, and the filters that go with them."""

    said: str
    asked: tuple[tuple[str, str], ...]


def examples(corpus: Json) -> list[Example]:
    """A subject in the newest report's authority, the authority that most is held on, and a reference."""
    reports = [report for report in inspections(corpus) if report["authority"]]
    return [*subject(corpus, reports), *authority(reports), *reference(reports)]


def subject(corpus: Json, reports: list[Json]) -> Iterator[Example]:
    """The theme of several words that stand so in most paragraphs of the newest report."""
    counts = Counter(
        theme["name"]
        for report in reports[:1]
        for row in report["paragraphs"]
        for theme in corpus["themes"]
        if " " in theme["name"] and theme["name"].lower() in row["text"].lower()
    )
    for name, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:1]:
        place = reports[0]["authority"]
        yield Example(f"{name.lower()} in {place['name']}", (("q", name.lower()), ("authority", place["slug"])))


def authority(reports: list[Json]) -> Iterator[Example]:
    counts = Counter(report["authority"]["name"] for report in reports)
    for name, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:1]:
        yield Example(name, (("q", name),))


def reference(reports: list[Json]) -> Iterator[Example]:
    """A paragraph of the newest report that is the only one on its authority in its year."""
    years = Counter((report["authority"]["slug"], year(report)) for report in reports)
    for report in reports:
        numbers = [row["number"] for row in report["paragraphs"] if plainly_numbered(row)]
        name = report["authority"]["name"]
        if numbers and year(report) and years[report["authority"]["slug"], year(report)] == 1 and is_plain(name):
            said = f"{name} {year(report)} para {numbers[len(numbers) // 2]}"
            yield Example(said, (("q", said),))
            return


def plainly_numbered(row: Json) -> bool:
    """Whether the number of a paragraph is all that its anchor says."""
    return bool(row["number"] and NUMBER.fullmatch(row["number"]) and row["anchor"] == f"p{row['number']}")


def is_plain(name: str) -> bool:
    """Whether a reference can begin with the name: with a digit in it, it would be read as a year or a number."""
    return not any(character.isdigit() for character in name)


def examples_html(corpus: Json, root: str) -> str:
    """The examples as links to the search; `root` leads from the page to the root of the site."""
    links = [
        f'<a href="{root}search/?{escape(urlencode(example.asked))}">{html_text(example.said)}</a>'
        for example in examples(corpus)
    ]
    return f'<p class="examples"><span>Try</span> {" ".join(links)}</p>' if links else ""
