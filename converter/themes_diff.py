"""What a change of the themes does: which paragraphs gain and lose each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from converter.link import Corpus
from converter.link.themed import weighable, with_themes
from converter.themes import Theme
from converter.write.places import place_slug


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


def changes(corpus: Corpus, before: Sequence[Theme]) -> tuple[list[Change], list[str]]:
    """Every text whose themes differ from what `before` gave, and the pages that lose their last, by address."""
    found: list[Change] = []
    was: set[str] = set()
    now: set[str] = set()
    for report in corpus.reports:
        place = place_slug(report.id, report.authority.slug if report.authority else "")
        then = dict(with_themes(report, before).themes)
        for text in weighable(report):
            old, new = then.get(text.anchor, ()), corpus.themes.get((report.id, text.anchor), ())
            was |= {f"/themes/{slug}/{place}/" for slug in old}
            now |= {f"/themes/{slug}/{place}/" for slug in new}
            if old != new:
                found.append(Change(report.id, text.anchor, text.text, old, new))
    return found, sorted(was - now)
