"""Whether the paragraphs that a report cites are those that it means.

Some reports were renumbered after their references were written: every one of them is out by the same step. So the text
around each reference is compared with the paragraph of its number and with those a few steps before and after. Where
another step fits better, the numbers cannot be trusted, and none of them becomes a link.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from converter.model import Report, block_text

FEW = 5  # references, below which nothing can be told
STEPS = (-3, -2, -1, 1, 2, 3)
WORD = re.compile(r"[a-z]{4,}")

Words = frozenset[str]


def in_step(report: Report, cited: Sequence[tuple[str, str]]) -> bool:
    """Whether references fit the paragraphs that they name best; `cited` are texts and the anchors that they name."""
    paragraphs = [(part.anchor, words_of(block_text(part))) for _, part in report.paragraphs()]
    places = {anchor: at for at, (anchor, _) in enumerate(paragraphs)}
    around = {text: words_of(text) for text in {text for text, _ in cited}}
    named = [(around[text], places[anchor]) for text, anchor in cited if anchor in places]
    if len(named) < FEW:
        return True
    held = [words for _, words in paragraphs]
    weights = rarity(held)
    return all(fit(named, held, weights, 0) >= fit(named, held, weights, step) for step in STEPS)


def words_of(text: str) -> Words:
    return frozenset(WORD.findall(text.lower()))


def rarity(texts: Sequence[Words]) -> Mapping[str, float]:
    """What a word that two texts share counts: the rarer, the more."""
    often = Counter(word for words in texts for word in words)
    return {word: math.log(len(texts) / count) for word, count in often.items()}


def fit(named: Iterable[tuple[Words, int]], texts: Sequence[Words], weights: Mapping[str, float], step: int) -> float:
    """How well texts fit the paragraphs `step` after those that they name."""
    found = ((words, texts[at + step]) for words, at in named if 0 <= at + step < len(texts))
    return sum(weigh(words & other, weights) / math.sqrt(1 + weigh(other, weights)) for words, other in found)


def weigh(words: Words, weights: Mapping[str, float]) -> float:
    return sum(weights.get(word, 0.0) for word in words)
