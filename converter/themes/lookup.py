"""Finds the phrases of all themes in a sentence in one pass, each looked up by the letters that it begins with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from converter.themes.catalogue import Phrase, Theme
from converter.themes.starts import LONGEST, SHORTEST, goes_on, start, ways

VOCABULARY = 50_000  # words remembered; a text without sense has any number of them
SEVERAL = (" ", ",", ".", "\\s", "\\W", "[^", "(?=", "(?!", "(?<", "&", "/")  # what may reach beyond a word
Match = Callable[[str, int], "re.Match[str] | None"]


class Found(NamedTuple):
    """A phrase of a theme (by its place in the catalogue) where it stands in a sentence."""

    theme: int
    phrase: Phrase
    words: str
    at: int


class Entry(NamedTuple):
    """A phrase of a theme, ready to be tried; `second` are the two letters that its second word can begin with.

    Where it has not `several` words, `fits` is how much of the word at hand it takes.
    """

    theme: int
    phrase: Phrase
    match: Match
    second: frozenset[str]
    several: bool
    fits: int = 0


@dataclass(frozen=True, slots=True)
class Index:
    """The phrases of all themes by the letters they begin with.

    `word` finds words that a phrase can begin with, and the first letters of the word after each; `known` remembers
    which phrases may stand at a word, by it and by those letters.
    """

    word: re.Pattern[str]
    entries: Mapping[str, tuple[Entry, ...]]
    count: int
    known: dict[str, dict[str, tuple[Entry, ...]]]

    def phrases(self, sentence: str) -> Iterator[Found]:
        """Each phrase found, from left to right; no two of one theme overlap, and those ruled out are left out."""
        ends = [0] * self.count
        known = self.known
        for found in self.word.finditer(sentence):
            word, following = found.groups()
            try:
                entries = known[word][following]
            except KeyError:
                entries = self.remember(word, following)
            if not entries:
                continue
            at = found.start()
            for theme, phrase, match, _, _, fits in entries:
                if at >= ends[theme] and (end := at + fits if fits else reach(match(sentence, at))):
                    ends[theme] = end
                    if phrase.weight:
                        yield Found(theme, phrase, sentence[at:end], at)

    def remember(self, word: str, following: str) -> tuple[Entry, ...]:
        """What may stand at a word before another that begins with these letters."""
        if len(self.known) >= VOCABULARY:
            self.known.clear()
        entries = self.known.setdefault(word, {})[following] = self.entries_for(word, following)
        return entries

    def entries_for(self, word: str, following: str) -> tuple[Entry, ...]:
        """What may stand there: of each theme first what rules something out, then the longer phrases."""
        found = (
            entry if entry.several else entry._replace(fits=reach(entry.match(word, 0)))
            for letters in beginnings(word)
            for entry in self.entries.get(letters, ())
            if (entry.several or entry.match(word, 0)) and (not entry.second or following in entry.second)
        )
        return tuple(sorted(found, key=order))


def beginnings(word: str) -> Iterator[str]:
    """The letters under which phrases that can begin with a word are kept."""
    yield from (word[:end] for end in range(SHORTEST, min(len(word), LONGEST) + 1))
    yield f"{word} "


def reach(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def several_words(pattern: str) -> bool:
    """Whether a phrase may go on beyond its first word."""
    return any(mark in pattern for mark in SEVERAL)


def order(entry: Entry) -> tuple[int, bool, int, str]:
    return entry.theme, entry.phrase.weight > 0, -len(entry.phrase.pattern), entry.phrase.pattern


@lru_cache(maxsize=8)
def index_of(themes: tuple[Theme, ...]) -> Index:
    """The phrases of all themes, ready to be looked up by the word they begin with."""
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for number, theme in enumerate(themes):
        against = [Phrase(phrase.pattern, -phrase.weight) for phrase in theme.against]
        for phrase in (*against, *theme.evidence):
            for way in ways(phrase.pattern):
                match = re.compile(rf"(?:{way})\b").match
                entries[start(way)].append(Entry(number, phrase, match, goes_on(way), several_words(way)))
    word = re.compile(rf"\b((?:{any_of(entries)})[\w']*)(?=\W*(\w{{0,2}}))")
    return Index(word, {start: tuple(some) for start, some in entries.items()}, len(themes), {})


def any_of(starts: Iterable[str]) -> str:
    """A pattern for any of these beginnings of words, letter by letter, which is much faster than one after another."""
    after: defaultdict[str, set[str]] = defaultdict(set)
    for letters in starts:
        after[letters[:1]].add(letters[1:])
    found = (end_or(letter) if "" in rest else f"{letter}(?:{any_of(rest)})" for letter, rest in sorted(after.items()))
    return "|".join(found) or "(?!)"


def end_or(letter: str) -> str:
    """A letter, or for the space that ends a whole word the end of one."""
    return r"\b" if letter == " " else letter
