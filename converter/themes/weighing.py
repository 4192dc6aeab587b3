"""What the text and its headings say for each theme, in points, and which themes that gives.

A phrase gives its weight in points: more in the first sentence and at the head of any sentence, which name the
subject; less in an aside, and less each time it is said again. A sentence that speaks for a theme over and over says
little more than one that does so once, so what it gives grows ever more slowly. Headings add their own points. The
theme with the most is the main one, with the points that a theme `leads` by; a further one needs `NEEDED` points and a
`SHARE` of the best that the text gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log1p
from typing import NamedTuple

from converter.themes.catalogue import Theme
from converter.themes.lookup import index_of

OPENING = 1.4
FIRST = 0.4  # of what the first sentence gives, again for being the main theme
SUBJECT = 1.4
SUBJECT_WIDTH = 60  # characters
ASIDE = 0.5  # after "including", "such as" or a bracket
REPEAT = 0.5
SLOWS = 3.7  # points of one sentence for one theme from which on more says little
NEEDED = 2.0
SHARE = 0.35
LEAST = 2.0  # what the main theme needs,
HEADED = 1.0  # and what it needs where a heading speaks for it, too
MOST = 3
OUTER = 0.5  # headings further out count this much of the next one in

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“'\"])")
PASSING = re.compile(r"\b(?:including|includes?|such as|for example|for instance|in particular)\b|\(")
ASIDES = ("includ", "such as", "for example", "for instance", "in particular", "(")  # a quick look before the pattern
STRAIGHT = (("’", "'"), ("‘", "'"), ("-", " "), ("‐", " "), ("‑", " "), ("–", " "))
GRADE = re.compile(r"\b(?:outstanding|good|requires? improvement(?: to be good)?|inadequate|adequate|grade \d)\b[:.]?")
BOILERPLATE = re.compile(
    r"four point scale"
    r"|purpose of (?:the|this) inspection"
    r"|evidence (?:evaluated|considered) by inspectors"
    r"|this (?:inspection|review) was (?:carried out|conducted|undertaken)"
    r"|inspection team (?:consisted|comprised|was made up)"
    r"|(?:lead|team) inspectors?:"
    r"|crown copyright|this document may be reproduced"
    r"|give (?:ofsted )?feedback (?:on|about) this report"
    r"|(?:re use|reproduce|copy) (?:all or )?parts? of (?:this|the) (?:document|information|report)"
    r"|all inspection judgements are made"
)
MARKS = (  # one of them is in every boilerplate
    *("four point", "purpose", "inspector", "was c", "was u", "consisted", "comprised", "was made"),
    *("copyright", "reproduce", "feedback", "parts of", "judgements are made"),
)


class Mention(NamedTuple):
    """Words that speak for a theme (by its place in the catalogue), in which sentence (from 0), for how many points."""

    theme: int
    words: str
    sentence: int
    points: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """What speaks for each theme: the mentions, the points of the headings, of the text, and the themes given.

    `points`, `headings` and `leads` (what counts only for being the main theme) are by the themes' places in the
    catalogue; `boilerplate` says why nothing was weighed.
    """

    mentions: tuple[Mention, ...]
    headings: tuple[float, ...]
    points: tuple[float, ...]
    leads: tuple[float, ...]
    given: tuple[int, ...]
    boilerplate: str = ""


def themes_of(text: str, headings: Sequence[str], themes: Sequence[Theme]) -> tuple[str, ...]:
    """The slugs of the one to three themes a paragraph is about, main first; none for boilerplate.

    `headings` are the section headings above the paragraph, the innermost last.
    """
    return tuple(themes[number].slug for number in weigh(text, headings, tuple(themes)).given)


def weigh(text: str, headings: Sequence[str], themes: tuple[Theme, ...]) -> Weighed:
    """All that speaks for each theme in a paragraph, and the themes that this gives."""
    sentences = [" ".join(sentence.lower().split()) for sentence in SENTENCE.split(straight(text))]
    whole = " ".join(sentences)
    if any(mark in whole for mark in MARKS) and (found := BOILERPLATE.search(whole)):
        nothing = (0.0,) * len(themes)
        return Weighed((), nothing, nothing, nothing, (), found[0])
    mentions = tuple(mentions_in(sentences, themes))
    points, first = points_of(mentions, len(themes))
    expected = points_of_headings(headings, themes)
    leads = tuple(
        theme.leads + FIRST * opening if said else 0.0
        for theme, opening, said in zip(themes, first, points, strict=True)
    )
    return Weighed(mentions, expected, points, leads, tuple(chosen(points, expected, leads)))


def mentions_in(sentences: Sequence[str], themes: tuple[Theme, ...]) -> Iterator[Mention]:
    index = index_of(themes)
    again: dict[tuple[int, str], float] = {}
    for number, sentence in enumerate(sentences):
        passing = PASSING.search(sentence) if any(mark in sentence for mark in ASIDES) else None
        aside = passing.start() if passing else len(sentence)
        for theme, phrase, words, at in index.phrases(sentence):
            place = ASIDE if at > aside else SUBJECT if at < SUBJECT_WIDTH else 1.0
            key = theme, phrase.pattern
            fresh = again.get(key, 1.0)
            yield Mention(theme, words, number, phrase.weight * place * fresh)
            again[key] = fresh * REPEAT


def points_of(mentions: Sequence[Mention], count: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What the text gives to each theme, sentence by sentence, and what its first sentence gives."""
    sums: dict[tuple[int, int], float] = {}
    for theme, _, sentence, given in mentions:
        key = sentence, theme
        sums[key] = sums.get(key, 0.0) + given
    points, first = [0.0] * count, [0.0] * count
    for (sentence, theme), total in sums.items():
        said = SLOWS * log1p(total / SLOWS) if total > 0 else total
        if sentence == 0:
            said = first[theme] = said * OPENING
        points[theme] += said
    return tuple(points), tuple(first)


def chosen(points: Sequence[float], expected: Sequence[float], leads: Sequence[float]) -> Iterator[int]:
    """The main theme, then those that come close enough to the best."""
    totals = {number: said + expected[number] for number, said in enumerate(points) if said > 0 or expected[number]}
    main = max(totals, key=lambda number: totals[number] + leads[number], default=None)
    if main is None or totals[main] < (HEADED if expected[main] else LEAST):
        return
    yield main
    enough = NEEDED + SHARE * max(points)
    further = [number for number, total in totals.items() if number != main and total >= enough]
    yield from sorted(further, key=lambda number: -totals[number])[: MOST - 1]


def points_of_headings(headings: Sequence[str], themes: tuple[Theme, ...]) -> tuple[float, ...]:
    """What the headings give to each theme; the innermost that says any counts in full."""
    points = [0.0] * len(themes)
    strength = 1.0
    for heading in reversed(headings):
        found = heading_themes(heading, themes)
        for theme, weight in found:
            points[theme] = max(points[theme], weight * strength)
        if found:
            strength *= OUTER
    return tuple(points)


@lru_cache(maxsize=4096)
def heading_themes(heading: str, themes: tuple[Theme, ...]) -> tuple[tuple[int, float], ...]:
    """The themes (by their place in the catalogue) that one heading speaks for, with points; its grade says nothing."""
    words = " ".join(GRADE.sub(" ", plain(heading)).split())
    found = (
        (number, max((phrase.weight for phrase in theme.headings if re.search(phrase.pattern, words)), default=0.0))
        for number, theme in enumerate(themes)
    )
    return tuple((number, weight) for number, weight in found if weight)


def plain(text: str) -> str:
    """Lower case, straight apostrophes, spaces for hyphens and runs of space."""
    return " ".join(straight(text).lower().split())


def straight(text: str) -> str:
    for mark, other in STRAIGHT:  # several times as fast as str.translate
        text = text.replace(mark, other)
    return text
