"""What refers to a document, as a list at its foot."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from converter.link import Corpus
from converter.link.cited import Citing
from converter.model import Report
from converter.write.escape import inline_text
from converter.write.places import link_to, path_of


def cited_list(report: Report, corpus: Corpus) -> Iterator[str]:
    """The documents that refer to `report`, newest first, each with the places where they do."""
    places = [place for place in corpus.cited.get(report.id, ()) if place.document in corpus.by_id]
    ordered = sorted(places, key=lambda place: newest_first(corpus.by_id[place.document]))
    rows = [
        f"- {citing_row(report, corpus.by_id[document], list(some))}"
        for document, some in groupby(ordered, key=lambda place: place.document)
    ]
    if rows:
        yield '<div class="cited" markdown>\n\nReferred to by\n{ .cited-head }\n\n' + "\n".join(rows) + "\n\n</div>"


def newest_first(report: Report) -> tuple[int, str]:
    return -(report.end.toordinal() if report.end else 0), report.id


def citing_row(report: Report, citing: Report, places: list[Citing]) -> str:
    """A document that refers to `report`, with the paragraphs and sections in which it does."""
    page = link_to(report, path_of(citing))
    numbered = {place.number: place.anchor for place in reversed(places) if place.number}
    others = {place.section: place.anchor for place in reversed(places) if place.anchor and not place.number}
    parts = [
        f"[{inline_text(title) or 'the beginning'}]({page}#{anchor})" for title, anchor in reversed(others.items())
    ]
    if numbered:
        links = [f"[{inline_text(number)}]({page}#{anchor})" for number, anchor in reversed(numbered.items())]
        parts.append(f"paragraph{'s' if links[1:] else ''} {', '.join(links)}")
    name = f"[{inline_text(citing.short or citing.title)}]({page})"
    return f"{name}: {', '.join(parts)}" if parts else name
