"""Finds the phrases of all themes in a sentence in one pass, each looked up by the letters that it begins with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from converter.themes.catalogue import Phrase, Theme
from converter.themes.starts import starts


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase of a theme (by its place in the catalogue) where it stands in a sentence."""

    theme: int
    phrase: Phrase
    words: str
    at: int


@dataclass(frozen=True, slots=True)
class Rule:
    """All phrases of one theme that may begin with the same two letters, as one pattern."""

    theme: int
    pattern: re.Pattern[str]
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The rules by their first two letters, each group behind a gate that opens where one fits."""

    word: re.Pattern[str]
    groups: Mapping[str, tuple[re.Pattern[str], tuple[Rule, ...]]]
    count: int

    def phrases(self, sentence: str) -> Iterator[Found]:
        """Each phrase found, from left to right; no two of one theme overlap, and those ruled out are left out."""
        ends = [0] * self.count
        for word in self.word.finditer(sentence):
            at = word.start()
            gate, rules = self.groups[word[0]]
            if not gate.match(sentence, at):
                continue
            for rule in rules:
                if at >= ends[rule.theme] and (found := rule.pattern.match(sentence, at)):
                    ends[rule.theme] = found.end()
                    phrase = rule.phrases[(found.lastindex or 1) - 1]
                    if phrase.weight:
                        yield Found(rule.theme, phrase, found[0], at)


@lru_cache(maxsize=8)
def index_of(themes: tuple[Theme, ...]) -> Index:
    """The phrases of all themes, ready to be looked up by the word they begin with."""
    members: defaultdict[tuple[str, int], list[Phrase]] = defaultdict(list)
    for number, theme in enumerate(themes):
        against = [Phrase(phrase.pattern, -phrase.weight) for phrase in theme.against]
        for phrase in (*against, *theme.evidence):
            for start in starts(phrase.pattern):
                members[start, number].append(phrase)
    rules: defaultdict[str, list[Rule]] = defaultdict(list)
    for (start, number), phrases in members.items():
        rules[start].append(rule_of(number, phrases))
    groups = {start: (gate_of(group), tuple(group)) for start, group in rules.items()}
    word = re.compile(rf"\b(?:{'|'.join(sorted(groups)) or '(?!)'})")
    return Index(word, groups, len(themes))


def rule_of(theme: int, phrases: Sequence[Phrase]) -> Rule:
    """One pattern of several phrases: those that rule something out come first, then the longer."""
    ordered = sorted(phrases, key=lambda phrase: (phrase.weight > 0, -len(phrase.pattern), phrase.pattern))
    alternatives = "|".join(f"({phrase.pattern})" for phrase in ordered)
    return Rule(theme, re.compile(rf"(?:{alternatives})\b"), tuple(ordered))


def gate_of(rules: Sequence[Rule]) -> re.Pattern[str]:
    """A pattern that matches wherever one of the rules does."""
    return re.compile("|".join(rule.pattern.pattern for rule in rules))
