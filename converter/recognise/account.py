"""What became of a source's words: how many it has, how many were left out and why, how many are missing.

This is the converter's own count by kinds of words; `converter.audit` reads the written pages again and also looks at
their order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from converter.model import LeftOut, Report, Source, WordCount, block_text, plain

WORD = re.compile(r"[^\W_⁰¹²³⁴-⁹]+")


def counted(source: Source, reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports of a source, each with the count of that source's words."""
    count = word_count(source, reports)
    return tuple(
        replace(report, sources=tuple(replace(ref, words=count) for ref in report.sources)) for report in reports
    )


def word_count(source: Source, reports: Sequence[Report]) -> WordCount:
    """The count of a source's words, `reports` being all that were found in it."""
    listed = {(part.line, part.text): part for report in reports for part in report.left_out}.values()
    reasons: Counter[str] = Counter()
    for part in listed:
        reasons.update({part.reason: count} if (count := words([part.text]).total()) else {})
    lines = words(line.text for line in source.lines)
    lost = lines - held_words(reports, listed)
    whole = lines.total() + words(part.text for part in source.left_out).total()
    return WordCount(whole, tuple(sorted(reasons.items())), lost.total())


def held_words(reports: Iterable[Report], listed: Iterable[LeftOut]) -> Counter[str]:
    """Every word that the reports hold or list as left out, with how often."""
    return words(chain((part.text for part in listed), (text for report in reports for text in texts_of(report))))


def texts_of(report: Report) -> Iterator[str]:
    """Every text that a report holds."""
    yield from (block_text(block) for block in report.front)
    yield from (f"{note.mark} {plain(note.spans)}" for note in report.footnotes)
    for section in report.sections:
        yield from (plain(section.title), section.number)
        yield from (f"{getattr(part, 'number', '')} {block_text(part)}" for part in section.content)


def words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in texts, as words are counted: what stands between spaces and marks.

    Most of what stands between spaces is a word; the rest is taken apart, each once.
    """
    found = Counter(" ".join(texts).split())
    for run in [run for run in found if not (run.isascii() and run.isalnum())]:
        count = found.pop(run)
        for word in WORD.findall(run):
            found[word] += count
    return found
