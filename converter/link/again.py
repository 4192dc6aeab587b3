"""A preview of the whole, when a few of hundreds of reports have changed, within a second.

What the changed reports themselves say is as a full link would have it, but for how much a word tells, which is taken
from before. What stands on the pages of the other reports, such as what refers to a changed one or stands beside their
paragraphs, stays as it was until the next full link; so do copies of a report, and packs of one day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from converter.link import Corpus, predecessors
from converter.link.gists import known_gists
from converter.link.library import Library, library_of, library_with, passages_of
from converter.link.likeness import unpacked
from converter.link.neighbours import beside
from converter.link.references import with_references
from converter.link.repeats import repeats
from converter.model import Report

Value = TypeVar("Value")
Place = tuple[str, str]


def relink(before: Corpus, changed: Sequence[Report]) -> Corpus:
    """The corpus with `changed` in place of the reports with their ids, new ones at its end."""
    fresh = {report.id: with_copies(report, before) for report in changed}
    held = [fresh.get(report.id, report) for report in before.reports]
    held += [report for name, report in fresh.items() if name not in before.by_id]
    merged = with_references(held, only=fresh)
    library = library_again(before, [report for report in merged if report.id in fresh])
    reports = tuple(replace(report, gists=None) if report.id in fresh else report for report in merged)
    near = beside(library, only=frozenset(fresh))
    themes = {(report.id, anchor): found for report in reports if report.id in fresh for anchor, found in report.themes}
    return replace(
        before,
        reports=reports,
        themes=others(before.themes, fresh) | themes,
        earlier=predecessors(reports),
        repeats=others(before.repeats, fresh) | dict(repeats(authorities_of(reports, fresh))),
        related=others(before.related, fresh) | dict(near.related),
        answers={name: some for name, some in before.answers.items() if name not in fresh} | dict(near.answers),
        library=library,
    )


def with_copies(report: Report, before: Corpus) -> Report:
    """A changed report with the other copies that were known of it."""
    known = before.by_id.get(report.id)
    copies = [source for source in known.sources if not source.chosen] if known else []
    return replace(report, sources=tuple(dict.fromkeys([*report.sources, *copies])))


def library_again(before: Corpus, changed: Sequence[Report]) -> Library:
    """The library of before with the passages of the changed reports, weighed as words were weighed before."""
    known = before.library or library_of(before.reports)
    names = {report.id for report in changed}
    gists = [(report, known_gists(report)) for report in changed]
    weights = known.weights.of({word for _, some in gists for gist in some for word in unpacked(gist.words)})
    kept = (passage for passage in chain(known.passages, known.points) if passage.document not in names)
    fresh = chain.from_iterable(passages_of(report, some, weights) for report, some in gists)
    return library_with(chain(kept, fresh), known.weights)


def authorities_of(reports: Sequence[Report], names: Mapping[str, Report]) -> Sequence[Report]:
    """The reports of the authorities that the named ones are about."""
    places = {report.authority.slug for report in names.values() if report.authority}
    return [report for report in reports if report.authority and report.authority.slug in places]


def others(found: Mapping[Place, Value], names: Mapping[str, Report]) -> dict[Place, Value]:
    """What was found for other reports than these."""
    return {place: value for place, value in found.items() if place[0] not in names}
