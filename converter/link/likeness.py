"""How alike texts are, by the words in them that tell what they are about.

A word tells much where few texts have it and where these are about the same theme: "adviser" tells more than "already",
however rare that is. Two words that follow each other ("return interview") count as one more. Of each text the few most
telling words are kept, with weights whose squares add up to 1, so what two texts have in common is 1 where they are
alike and 0 where they share nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt

WORD = re.compile(r"\b[a-z]{2,}")
PLURAL = re.compile(r"(?<=[a-z]{3})(?<![isu])s$")
PLURAL_Y = re.compile(r"(?<=[a-z]{2})ies$")
COMMON = (  # words that name nothing; no pair of words goes over one
    "about after all almost already also although always am an and any are as at be because been before being between "
    "both but by can could did do does done down during each either else even every few for from further had has have "
    "he her here him his how however if in into is it its just less like ll made make many may me more most much must "
    "my never no nor not now of off often on once one only or other our out over own re same seen she should so some "
    "still such than that the their them then there these they this those through to too two under until up upon us "
    "used ve very was we were what when where whether which while who whom whose why will with within without would "
    "yet you your"
)
FEWEST = 2  # texts that a word must stand in to join any
FIRM = 8.0  # texts that must speak for a word's theme before they outweigh what is usual
STRONGEST = 12
VOCABULARY = 50_000  # words remembered

LITTLE = frozenset(COMMON.split())

Words = Mapping[str, float]


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text in the singular, and each two that stand together, every one once."""
    plain = [singular(word) if word not in LITTLE else "" for word in WORD.findall(text.lower())]
    pairs = (f"{first} {second}" for first, second in pairwise(plain) if first and second)
    return tuple(dict.fromkeys([*filter(None, plain), *pairs]))


@lru_cache(maxsize=VOCABULARY)
def singular(word: str) -> str:
    return PLURAL.sub("", PLURAL_Y.sub("y", word))


def telling(texts: Iterable[tuple[str, Sequence[str]]]) -> Words:
    """How much each word tells, from texts given as their main theme and their words."""
    usual: Counter[str] = Counter()
    held: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for theme, words in texts:
        usual[theme] += 1
        for word in words:
            held[word][theme] += 1
    total = usual.total()
    return {word: rare(among, total) * narrow(among, usual) for word, among in held.items() if among.total() >= FEWEST}


def rare(among: Counter[str], total: int) -> float:
    return log(total / among.total())


def narrow(among: Counter[str], usual: Counter[str]) -> float:
    """How far the themes of the texts with a word are from the usual ones; little where only few texts have it."""
    count, total = among.total(), usual.total()
    faint = FIRM / (count + FIRM)
    away, rest = 0.0, 1.0
    for theme, often in sorted(among.items()):  # so that the sum is the same in any order of the texts
        expected = usual[theme] / total
        share = (often + FIRM * expected) / (count + FIRM)
        away += share * log(share / expected)
        rest -= expected
    return sqrt(max(away + rest * faint * log(faint), 0.0))


def strongest(words: Iterable[str], weights: Words) -> Words:
    """The most telling of a text's words, as weights of length 1."""
    known = sorted(((weights[word], word) for word in words if word in weights), reverse=True)[:STRONGEST]
    length = sqrt(sum(weight * weight for weight, _ in known))
    return {word: weight / length for weight, word in known} if length else {}


def alike(one: Words, other: Words) -> float:
    """How much two texts have in common, from 0 to 1."""
    return sum(weight * other[word] for word, weight in one.items() if word in other)
