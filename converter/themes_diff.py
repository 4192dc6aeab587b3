"""What a change of the themes does: which paragraphs gain and lose each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from converter.link import Corpus
from converter.link.themed import weighable, with_themes
from converter.themes import Theme


@dataclass(frozen=True, slots=True)
class Change:
    """A text whose themes change; where only their order does, nothing is gained or lost."""

    report: str
    anchor: str
    text: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def gained(self) -> tuple[str, ...]:
        return tuple(slug for slug in self.after if slug not in self.before)

    @property
    def lost(self) -> tuple[str, ...]:
        return tuple(slug for slug in self.before if slug not in self.after)


def changes(corpus: Corpus, before: Sequence[Theme]) -> Iterator[Change]:
    """Every paragraph, block and recommendation whose themes differ from those that the themes `before` gave."""
    for report in corpus.reports:
        was = dict(with_themes(report, before).themes)
        for text in weighable(report):
            now = corpus.themes.get((report.id, text.anchor), ())
            if was.get(text.anchor, ()) != now:
                yield Change(report.id, text.anchor, text.text, was.get(text.anchor, ()), now)
