"""What is referred to and not held, or not certain, as lines with every place that refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from converter.site.corpus import report_file
from converter.site.markup import up
from converter.site.missing import Missing, Referring
from converter.write.escape import inline_text


def missing_lines(page: str, gone: Sequence[Missing], unsure: Sequence[Referring]) -> Iterator[str]:
    """A list of inspections, each with the places that refer to it; then the references that are not certain."""
    for one in gone:
        name = f"{one.name}, {one.printed or 'no date given'}"
        yield f"- **{inline_text(name)}**, referred to in {'; '.join(places(page, one.references))}"
    if unsure:
        yield f"- **Not certain which is meant:** {'; '.join(places(page, unsure))}"
    yield ""


def places(page: str, references: Sequence[Referring]) -> Iterator[str]:
    """Each report with the places in it that refer to something."""
    for _, some in groupby(references, key=lambda reference: reference.report["id"]):
        rows = list(some)
        report = rows[0].report
        file = up(page, report_file(report))
        numbers = {row["anchor"]: row["number"] for row in report["paragraphs"] if row["number"]}
        first: dict[str, str] = {}
        for one in rows:
            first.setdefault(number_of(one, numbers), fragment(one))
        plain = [one for one in rows if not number_of(one, numbers)]
        links = [f"[{inline_text(number)}]({file}{place})" for number, place in first.items() if number]
        said = [f"paragraph{'s' if len(links) > 1 else ''} {', '.join(links)}"] if links else []
        said += dict.fromkeys(f"[{quoted(one)}]({file}{fragment(one)})" for one in plain)
        yield f"{inline_text(report['short'] or report['title'])}, {', '.join(said)}"


def fragment(reference: Referring) -> str:
    """The part of an address that leads to the block in which a reference stands."""
    return f"#{reference.row['anchor']}" if reference.row["anchor"] else ""


def number_of(reference: Referring, numbers: Mapping[str, str]) -> str:
    """The printed number of the paragraph in which a reference stands, empty where it has none."""
    anchor = reference.row["anchor"] or ""
    return numbers.get(anchor) or numbers.get(anchor.rpartition("-b")[0], "")


def quoted(reference: Referring) -> str:
    """The words that refer to something."""
    return f"“{inline_text(reference.row['text'])}”"
