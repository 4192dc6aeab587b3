"""How alike texts are, by the words in them that tell what they are about.

A word tells much where few texts have it and where these are about the same theme: "adviser" tells more than "already",
however rare that is. Two words that follow each other ("return interview") count as one more. Of each text the few most
telling words are kept, with weights whose squares add up to 1, so what two texts have in common is 1 where they are
alike and 0 where they share nothing.

There are a million words in some hundred reports, so each is only a number of 64 bits made from its letters; a text's
numbers stand in the order of its words, so that of two words that tell as much the later one of the alphabet is kept.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, pairwise
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
SPREAD = 0x9E3779B97F4A7C15  # an odd number that mixes the bits of the first word's number into a pair's
SIEVE = 1 << 24

LITTLE = frozenset(COMMON.split())
BITS = (1 << 64) - 1

Numbers = Sequence[int]
Words = Mapping[int, float]


def words_in(text: str) -> dict[str, int]:
    """The words of a text in the singular, and each two that stand together, each with its number."""
    plain = [singular(word) if word not in LITTLE else "" for word in WORD.findall(text.lower())]
    numbers = {word: number_of(word) for word in plain if word}
    pairs = {
        f"{first} {second}": (numbers[first] * SPREAD + numbers[second]) & BITS
        for first, second in pairwise(plain)
        if first and second
    }
    return numbers | pairs


@lru_cache(maxsize=VOCABULARY)
def singular(word: str) -> str:
    return PLURAL.sub("", PLURAL_Y.sub("y", word))


@lru_cache(maxsize=VOCABULARY)
def number_of(word: str) -> int:
    """The number of a word, the same in every run."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


def packed(text: str) -> bytes:
    """The numbers of a text's words, in the order of the words."""
    numbers = words_in(text)
    return array("Q", [numbers[word] for word in sorted(numbers)]).tobytes()


def unpacked(words: bytes) -> Numbers:
    """The numbers in packed words."""
    return memoryview(words).cast("Q")


# ---------------------------------------------------------------- what words tell


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each word tells: the words' numbers in order, and beside each its weight."""

    words: array[int]
    weights: array[float]

    def of(self, words: Iterable[int]) -> dict[int, float]:
        """The weights of those of the words that have one."""
        places = ((word, bisect_left(self.words, word)) for word in words)
        return {word: self.weights[at] for word, at in places if at < len(self.words) and self.words[at] == word}

    def all(self) -> dict[int, float]:
        """The weights of all words, for many look-ups."""
        return dict(zip(self.words, self.weights, strict=True))


def telling(texts: Sequence[tuple[str, Numbers]]) -> Weights:
    """How much each word tells, from texts given as their main theme and their words."""
    held: defaultdict[str, list[Numbers]] = defaultdict(list)
    for theme, words in texts:
        held[theme].append(words)
    counts = in_several([words for _, words in texts])
    words = array("Q", sorted(counts))
    often = array("L", (counts[word] for word in words))
    del counts
    far = narrow(words, often, held)
    return Weights(words, array("d", (log(len(texts) / count) * away for count, away in zip(often, far, strict=True))))


def in_several(texts: Sequence[Numbers]) -> Counter[int]:
    """In how many texts each word stands, of those that stand in `FEWEST` and so can join any.

    Most stand in one alone; a sieve by a part of their numbers keeps these out of the count, which would be large.
    """
    seen = bytearray(SIEVE)
    for words in texts:
        for word in words:
            at = word % SIEVE
            if seen[at] < FEWEST:
                seen[at] += 1
    counts: Counter[int] = Counter()
    for words in texts:
        counts.update([word for word in words if seen[word % SIEVE] >= FEWEST])
    return Counter({word: count for word, count in counts.items() if count >= FEWEST})


def narrow(words: Numbers, often: Numbers, held: Mapping[str, Sequence[Numbers]]) -> Iterable[float]:
    """How far the themes of the texts with a word are from the usual ones; little where only few texts have it."""
    places = {word: at for at, word in enumerate(words)}
    away, rest = array("d", bytes(8 * len(words))), array("d", [1.0]) * len(words)
    total = sum(map(len, held.values()))
    for theme in sorted(held):  # so that the sums are the same in any order of the texts
        expected = len(held[theme]) / total
        among = Counter(filter(places.__contains__, chain.from_iterable(held[theme])))
        for word, count in among.items():
            at = places[word]
            share = (count + FIRM * expected) / (often[at] + FIRM)
            away[at] += share * log(share / expected)
            rest[at] -= expected
    for one, other, count in zip(away, rest, often, strict=True):
        faint = FIRM / (count + FIRM)
        yield sqrt(max(one + other * faint * log(faint), 0.0))


def strongest(words: Numbers, weights: Words) -> dict[int, float]:
    """The most telling of a text's words, which stand in order, the first the most, as weights of length 1."""
    found = enumerate(map(weights.get, words))
    known = sorted([(weight, at) for at, weight in found if weight is not None], reverse=True)[:STRONGEST]
    length = sqrt(sum(weight * weight for weight, _ in known))
    return {words[at]: weight / length for weight, at in known} if length else {}


def alike(one: Words, other: Words) -> float:
    """How much two texts have in common, from 0 to 1."""
    return sum([weight * other[word] for word, weight in one.items() if word in other])
