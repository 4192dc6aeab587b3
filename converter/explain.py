"""Why a paragraph has its themes: every word that speaks for one, what it counts, and what was needed.

python -m converter explain essex/2023-06-ilacs p33
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter.errors import PinpointError
from converter.link import Corpus
from converter.link.themed import Weighable, weighable
from converter.model import Report
from converter.themes import Mention, Theme, Weighed, weigh
from converter.themes.weighing import LEAST, NEEDED, SHARE

NEAR = 5
ADDRESS = re.compile(r"^(?:https?://[^/]+)?.*?(?:/|^)reports/")


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for one theme: its points in all, those of the headings, and its mentions.

    `place` is its place among the themes given, 1 for the main one, 0 for one that is not given; `leads` are points
    that count only for being the main one.
    """

    theme: str
    points: float
    leads: float
    headings: float
    mentions: tuple[Mention, ...]
    place: int


@dataclass(frozen=True, slots=True)
class Explained:
    """A text with the reasons for its themes, the best first; `needed` is what a further theme needs."""

    text: Weighable
    reasons: tuple[Reason, ...]
    needed: float
    boilerplate: str


def explain(corpus: Corpus, report: str, anchor: str, themes: tuple[Theme, ...]) -> Explained:
    """The reasons for the themes of a paragraph (`p33` or `33`); raises PinpointError where there is none such."""
    text = text_at(report_named(corpus, report), anchor.strip("#/"))
    found = weigh(text.text, text.headings, themes)
    needed = NEEDED + SHARE * max(found.points, default=0.0) if found.given else LEAST
    return Explained(text, tuple(reasons(found, themes)), needed, found.boilerplate)


def reasons(found: Weighed, themes: tuple[Theme, ...]) -> Iterator[Reason]:
    """For each theme that anything speaks for or against, those given first, then by points."""
    spoken = {mention.theme for mention in found.mentions} | {at for at, points in enumerate(found.headings) if points}
    total = {at: found.points[at] + found.headings[at] for at in spoken}
    places = {at: place for place, at in enumerate(found.given, 1)}
    for at in sorted(spoken, key=lambda at: (places.get(at, len(themes)), -total[at])):
        mentions = tuple(mention for mention in found.mentions if mention.theme == at)
        yield Reason(themes[at].slug, total[at], found.leads[at], found.headings[at], mentions, places.get(at, 0))


def place_in(address: str) -> tuple[str, str]:
    """The report and the anchor of an address, as a browser shows it or as a citation gives it."""
    path, _, anchor = ADDRESS.sub("", address).partition("#")
    report, _, last = path.strip("/").rpartition("/")
    return (path.strip("/"), anchor) if anchor else (report, last)


def report_named(corpus: Corpus, name: str) -> Report:
    wanted = ADDRESS.sub("", name).strip("/").lower()
    found = corpus.by_id.get(wanted)
    if found is None:
        near = difflib.get_close_matches(wanted, corpus.by_id, NEAR, 0) or sorted(corpus.by_id)[:NEAR]
        raise PinpointError(f"{name}: no such report; there are for instance {', '.join(near)}")
    return found


def text_at(report: Report, anchor: str) -> Weighable:
    texts = {text.anchor: text for text in weighable(report)}
    found = texts.get(anchor) or texts.get(f"p{anchor}")
    if not texts:
        inside = f"; its items are reports of their own, as {report.children[0]}" if report.children else ""
        raise PinpointError(f"{report.id}: has no text that could have a theme{inside}")
    if found is None:
        near = ", ".join([*texts][:NEAR])
        raise PinpointError(
            f"{report.id}: no paragraph, block or recommendation {anchor}; there are for instance {near}"
        )
    return found
