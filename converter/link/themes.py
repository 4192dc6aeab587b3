"""Which themes a paragraph is about, weighed from the evidence that `themes.yml` lists.

themes = load_themes(Path("themes.yml"))
themes_of(paragraph.text, section_headings, themes)     # ("care-leavers", "education")
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from converter.errors import SettingsError
from converter.settings import load_yaml

OPENING = 1.5  # the opening sentence says what the paragraph is about
SUBJECT = 1.5  # so do the first words of any sentence
SUBJECT_WIDTH = 60
ASIDE = 0.4  # a mention after "including" or "such as" is one in passing
REPEAT = 0.5  # each repetition of the same phrase counts this much of the one before
ENOUGH = 4.0  # below this the text says nothing specific
ENOUGH_MORE = 8.0  # what a further theme needs at the least
SHARE = 0.4  # a second theme has at least this share of the first one's score,
THIRD_SHARE = 0.55  # and a third this
MOST = 3
PASSING = 1.5  # what the best theme needs at the least
FULL = 10.0  # a heading of this weight is worth as much as the best that the text says
MAXIMUM = 12.0  # the greatest weight allowed
EXPECTED = 0.4  # under such a heading the theme's own words say this much less
OUTER = 0.5  # headings further out count this much of the next one in

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“'\"])")
_PASSING = re.compile(r"\b(?:including|includes?|such as|for example|for instance|in particular)\b|\(")
_PLAIN_START = re.compile(r"[a-z0-9]{2}(?![?*+{])")
_LEADING_GROUP = re.compile(r"\(\?:([^()]*)\)(\?|(?![*{]))")
_GROUP = re.compile(r"\([^()]*\)")
_STRAIGHT = str.maketrans("’‘-‐‑–", "''    ")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORDS = ("slug", "name", "description")
_REQUIRED = (*_WORDS, "headings", "evidence")
_OPTIONAL = ("against",)
_GRADE = re.compile(
    r"\b(?:outstanding|good|requires? improvement(?: to be good)?|inadequate|"
    r"adequate|grade \d)\b[:.]?"
)
_BOILERPLATE = re.compile(
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


@dataclass(frozen=True, slots=True)
class Phrase:
    """A regular expression and how much it speaks for its theme, or against it."""

    pattern: str
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One theme as `themes.yml` describes it."""

    slug: str
    name: str
    description: str
    headings: tuple[Phrase, ...]
    evidence: tuple[Phrase, ...]
    against: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rule:
    """All phrases of one theme that may begin with the same two letters, as one pattern."""

    theme: int
    pattern: re.Pattern[str]
    phrases: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """The rules by their first two letters, each group behind a gate that opens where one fits."""

    word: re.Pattern[str]
    groups: Mapping[str, tuple[re.Pattern[str], tuple[_Rule, ...]]]


def load_themes(path: Path) -> tuple[Theme, ...]:
    """The themes of `themes.yml`, in its order; a `SettingsError` says what in it cannot be used."""
    entries = load_yaml(path)
    if not isinstance(entries, list) or not entries:
        raise SettingsError(f"{path}: expected a list of themes; begin each with `- slug: ...`")
    themes = tuple(_theme(entry, number, path) for number, entry in enumerate(entries, 1))
    slugs = [theme.slug for theme in themes]
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise SettingsError(f"{path}: theme {slug}: the slug stands twice; rename or remove one")
    return themes


def themes_of(text: str, headings: Sequence[str], themes: Sequence[Theme]) -> tuple[str, ...]:
    """The slugs of the one to three themes a paragraph is about, main first; none for boilerplate.

    `headings` are the section headings above the paragraph, the innermost last. The text decides;
    the headings tip the balance, and decide alone only where the text says nothing specific.
    """
    sentences = [_plain(sentence) for sentence in _SENTENCE.split(text)]
    if any(_BOILERPLATE.search(sentence) for sentence in sentences):
        return ()
    scores = _weigh(sentences, _index(tuple(themes)), len(themes))
    expected = _heading_weights(headings, themes)
    further = ENOUGH if max(expected.values(), default=0.0) >= FULL else ENOUGH_MORE
    chosen = _chosen(_tipped(scores, expected), further)
    return tuple(themes[number].slug for number in chosen)


def _tipped(scores: Sequence[float], expected: Mapping[int, float]) -> list[float]:
    """The scores with the headings' say: all of it where the text is silent.

    Where the text speaks, the words that belong under a heading anyway count for less, and a
    heading gives its theme at least a part of the best score, so that the section's own theme is
    named beside the paragraph's.
    """
    weights = [expected.get(number, 0.0) for number in range(len(scores))]
    if max(scores, default=0.0) < ENOUGH:
        return [score + weight for score, weight in zip(scores, weights, strict=True)]
    own = [s * (1 - EXPECTED * w / FULL) for s, w in zip(scores, weights, strict=True)]
    return [max(score, weight / FULL * max(own)) for score, weight in zip(own, weights, strict=True)]


def _chosen(scores: Sequence[float], further: float) -> Iterator[int]:
    """The best theme, then those that come close enough to it."""
    ranked = sorted(range(len(scores)), key=lambda number: -scores[number])[:MOST]
    for place, number in enumerate(ranked):
        share = (0.0, SHARE, THIRD_SHARE)[place]
        floor = PASSING if place == 0 else further
        if scores[number] >= max(floor, share * scores[ranked[0]]):
            yield number


def _weigh(sentences: Sequence[str], index: _Index, count: int) -> list[float]:
    """Each theme's score from the text alone."""
    scores = [0.0] * count
    seen: dict[tuple[int, int], float] = {}
    for place, sentence in enumerate(sentences):
        factor = OPENING if place == 0 else 1.0
        for theme, phrase, weight in _mentions(sentence, index, count):
            fresh = seen.get((theme, phrase), 1.0)
            seen[theme, phrase] = fresh * REPEAT
            scores[theme] += weight * factor * fresh
    return scores


def _mentions(sentence: str, index: _Index, count: int) -> Iterator[tuple[int, int, float]]:
    """Theme, phrase and weight of each phrase found; no two of one theme overlap."""
    passing = _PASSING.search(sentence)
    aside = passing.start() if passing else len(sentence)
    ends = [0] * count
    for word in index.word.finditer(sentence):
        at = word.start()
        gate, rules = index.groups[word[0]]
        if not gate.match(sentence, at):
            continue
        for rule in rules:
            if at >= ends[rule.theme] and (found := rule.pattern.match(sentence, at)):
                ends[rule.theme] = found.end()
                phrase, weight = rule.phrases[(found.lastindex or 1) - 1]
                near = ASIDE if at > aside else SUBJECT if at < SUBJECT_WIDTH else 1.0
                yield rule.theme, phrase, weight * near


def _heading_weights(headings: Sequence[str], themes: Sequence[Theme]) -> dict[int, float]:
    """How much the headings speak for each theme; the innermost that says any counts in full."""
    weights: dict[int, float] = {}
    strength = 1.0
    for heading in reversed(headings):
        found = _heading_themes(heading, tuple(themes))
        for theme, weight in found:
            weights.setdefault(theme, weight * strength)
        if found:
            strength *= OUTER
    return weights


@lru_cache(maxsize=4096)
def _heading_themes(heading: str, themes: tuple[Theme, ...]) -> tuple[tuple[int, float], ...]:
    """The themes that one heading speaks for, its grade left out."""
    plain = " ".join(_GRADE.sub(" ", _plain(heading)).split())
    found = (
        (
            number,
            max((p.weight for p in theme.headings if re.search(p.pattern, plain)), default=0.0),
        )
        for number, theme in enumerate(themes)
    )
    return tuple((number, weight) for number, weight in found if weight)


@lru_cache(maxsize=8)
def _index(themes: tuple[Theme, ...]) -> _Index:
    """The phrases of all themes, ready to be looked up by the word they begin with."""
    phrases: defaultdict[tuple[str, int], list[tuple[int, Phrase]]] = defaultdict(list)
    for number, theme in enumerate(themes):
        against = [Phrase(phrase.pattern, -phrase.weight) for phrase in theme.against]
        for place, phrase in enumerate([*against, *theme.evidence]):
            for start in _starts(phrase.pattern):
                phrases[start, number].append((place, phrase))
    rules: defaultdict[str, list[_Rule]] = defaultdict(list)
    for (start, number), members in phrases.items():
        rules[start].append(_rule(number, members))
    groups = {start: (_gate(group), tuple(group)) for start, group in rules.items()}
    return _Index(re.compile(rf"\b(?:{'|'.join(sorted(groups)) or '(?!)'})"), groups)


def _gate(rules: Sequence[_Rule]) -> re.Pattern[str]:
    """A pattern that matches wherever one of the rules does."""
    return re.compile("|".join(rule.pattern.pattern for rule in rules))


def _rule(theme: int, members: Sequence[tuple[int, Phrase]]) -> _Rule:
    """One pattern of several phrases: those against come first, then the heavier, the longer."""
    ordered = sorted(members, key=lambda m: (m[1].weight > 0, -m[1].weight, -len(m[1].pattern)))
    alternatives = "|".join(f"({phrase.pattern})" for _, phrase in ordered)
    found = tuple((place, phrase.weight) for place, phrase in ordered)
    return _Rule(theme, re.compile(rf"(?:{alternatives})\b"), found)


def _starts(pattern: str) -> frozenset[str]:
    """The two letters a phrase can begin with; none if they cannot be told."""
    outside = pattern
    while _GROUP.search(outside):
        outside = _GROUP.sub("", outside)
    if "|" in outside:
        return frozenset()
    if not (group := _LEADING_GROUP.match(pattern)):
        return frozenset({pattern[:2]}) if _PLAIN_START.match(pattern) else frozenset()
    ways = [_starts(alternative) for alternative in group[1].split("|")]
    if group[2]:
        ways.append(_starts(pattern[group.end() :]))
    return frozenset[str]().union(*ways) if all(ways) else frozenset()


def _plain(text: str) -> str:
    """Lower case, straight apostrophes, spaces for hyphens and runs of space."""
    return " ".join(text.translate(_STRAIGHT).lower().split())


def _theme(entry: object, number: int, path: Path) -> Theme:
    """One checked entry of `themes.yml`."""
    where = f"{path}: theme {number}"
    if not isinstance(entry, dict):
        raise SettingsError(f"{where}: expected `slug: ...` and the other keys; got {entry!r}")
    where = f"{path}: theme {entry.get('slug', number)}"
    if unknown := sorted(str(key) for key in entry.keys() - {*_REQUIRED, *_OPTIONAL}):
        raise SettingsError(f"{where}: unknown key {unknown[0]!r}; use {', '.join((*_REQUIRED, *_OPTIONAL))}")
    for key in _WORDS:
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise SettingsError(f"{where}: {key} is missing or empty; give it some text")
    if not _SLUG.fullmatch(entry["slug"]):
        raise SettingsError(f"{where}: the slug is not usable in an address; use a-z, 0-9 and hyphens")
    evidence = _begun(_phrases(entry.get("evidence"), f"{where}: evidence"), f"{where}: evidence")
    against = _begun(_phrases(entry.get("against", {}), f"{where}: against"), f"{where}: against")
    return Theme(
        slug=entry["slug"],
        name=entry["name"],
        description=entry["description"],
        headings=_phrases(entry.get("headings"), f"{where}: headings"),
        evidence=evidence,
        against=against,
    )


def _phrases(groups: object, where: str) -> tuple[Phrase, ...]:
    """The phrases of `{weight: [pattern, ...]}`."""
    if not isinstance(groups, dict):
        raise SettingsError(f"{where}: expected phrases grouped by weight; write for instance `4: [...]`")
    return tuple(
        Phrase(_checked(pattern, where), _weight(weight, where))
        for weight, patterns in groups.items()
        for pattern in _list(patterns, f"{where}: weight {weight}")
    )


def _weight(weight: object, where: str) -> float:
    """A weight within bounds."""
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight <= MAXIMUM:
        raise SettingsError(f"{where}: {weight!r} is no weight; use a number from 0 to {MAXIMUM:g}")
    return float(weight)


def _list(patterns: object, where: str) -> list[object]:
    """The list of phrases under one weight."""
    if not isinstance(patterns, list):
        raise SettingsError(f"{where}: expected a list of phrases; begin each with `- `")
    return patterns


def _checked(pattern: object, where: str) -> str:
    """A phrase that compiles and keeps no group of its own."""
    text = str(pattern)
    try:
        groups = re.compile(text).groups
    except re.error as error:
        raise SettingsError(f"{where}: {text!r} is no regular expression ({error}); correct it") from error
    if groups:
        raise SettingsError(f"{where}: {text!r} captures a group; write (?:...) for (...)")
    return text


def _begun(phrases: tuple[Phrase, ...], where: str) -> tuple[Phrase, ...]:
    """Phrases that can be looked up by their first two letters."""
    for phrase in phrases:
        if not _starts(phrase.pattern):
            raise SettingsError(f"{where}: {phrase.pattern!r} begins with no plain word; begin it with two letters")
    return phrases
