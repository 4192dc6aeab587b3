"""What became of a source's words: how many it has, how many were left out and why, how many are missing.

This is the converter's own count by kinds of words; `converter.audit` reads the written pages again and also looks at
their order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

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
        reasons.update({part.reason: count} if (count := len(words([part.text]))) else {})
    lines = words(line.text for line in source.lines)
    lost = Counter(lines) - held_words(reports, listed)
    whole = len(lines) + len(words(part.text for part in source.left_out))
    return WordCount(whole, tuple(sorted(reasons.items())), lost.total())


def held_words(reports: Iterable[Report], listed: Iterable[LeftOut]) -> Counter[str]:
    """Every word that the reports hold or list as left out, with how often."""
    held = Counter(words(part.text for part in listed))
    for report in reports:
        held.update(words(block_text(block) for block in report.front))
        held.update(words(f"{note.mark} {plain(note.spans)}" for note in report.footnotes))
        for section in report.sections:
            held.update(words([plain(section.title), section.number]))
            held.update(words(f"{getattr(part, 'number', '')} {block_text(part)}" for part in section.content))
    return held


def words(texts: Iterable[str]) -> list[str]:
    """The words of texts as they are counted: what stands between spaces and marks."""
    return WORD.findall(" ".join(texts))
