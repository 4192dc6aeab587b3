"""What a change of the themes does: which paragraphs gain and lose each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from converter.link import Corpus
from converter.link.themed import weighable, weighable_blocks, with_themes
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


def changes(corpus: Corpus, before: Sequence[Theme]) -> Iterator[Change]:
    """Every paragraph, block and recommendation whose themes differ from those that the themes `before` gave."""
    for report in corpus.reports:
        was = dict(with_themes(report, before).themes)
        for text in weighable(report):
            now = corpus.themes.get((report.id, text.anchor), ())
            if was.get(text.anchor, ()) != now:
                yield Change(report.id, text.anchor, text.text, was.get(text.anchor, ()), now)


def places_gone(corpus: Corpus, before: Sequence[Theme]) -> list[str]:
    """The pages of themes in one place that have no paragraph any more, by their addresses."""
    was, now = set(), set()
    for report in corpus.reports:
        place = place_slug(report.id, report.authority.slug if report.authority else "")
        texts = {text.anchor for text in weighable_blocks(report)}
        was |= {
            (slug, place) for anchor, some in with_themes(report, before).themes if anchor in texts for slug in some
        }
        now |= {(slug, place) for anchor in texts for slug in corpus.themes.get((report.id, anchor), ())}
    return [f"/themes/{slug}/{place}/" for slug, place in sorted(was - now)]
