"""The themes as `themes.yml` describes them, checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from converter.errors import SettingsError
from converter.settings import load_yaml
from converter.themes.starts import start, ways

CLASSES = re.compile(r"\\.|\[[^\]]*\]")  # what may hold capitals and hyphens with another meaning
NEVER = re.compile(r"[A-Z’‘‐‑–-]")
MAXIMUM = 12.0  # the greatest weight allowed
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WORDS = ("slug", "name", "description")
REQUIRED = (*WORDS, "headings", "evidence")
OPTIONAL = ("against", "leads")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A regular expression and how much it speaks for its theme, or against it."""

    pattern: str
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One theme as `themes.yml` describes it; `leads` are points that count only for being the main theme."""

    slug: str
    name: str
    description: str
    headings: tuple[Phrase, ...]
    evidence: tuple[Phrase, ...]
    against: tuple[Phrase, ...] = ()
    leads: float = 0.0


def load_themes(path: Path) -> tuple[Theme, ...]:
    """The themes of `themes.yml`, in its order; a `SettingsError` says what in it cannot be used."""
    entries = load_yaml(path)
    if not isinstance(entries, list) or not entries:
        raise SettingsError(f"{path}: expected a list of themes; begin each with `- slug: ...`")
    themes = tuple(theme_of(entry, number, path) for number, entry in enumerate(entries, 1))
    slugs = [theme.slug for theme in themes]
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise SettingsError(f"{path}: theme {slug}: the slug stands twice; rename or remove one")
    return themes


def theme_of(entry: object, number: int, path: Path) -> Theme:
    """One checked entry of `themes.yml`."""
    where = f"{path}: theme {number}"
    if not isinstance(entry, dict):
        raise SettingsError(f"{where}: expected `slug: ...` and the other keys; got {entry!r}")
    where = f"{path}: theme {entry.get('slug', number)}"
    if unknown := sorted(str(key) for key in entry.keys() - {*REQUIRED, *OPTIONAL}):
        raise SettingsError(f"{where}: unknown key {unknown[0]!r}; use {', '.join((*REQUIRED, *OPTIONAL))}")
    for key in WORDS:
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise SettingsError(f"{where}: {key} is missing or empty; give it some text")
    if not SLUG.fullmatch(entry["slug"]):
        raise SettingsError(f"{where}: the slug is not usable in an address; use a-z, 0-9 and hyphens")
    evidence = begun(phrases_of(entry.get("evidence"), f"{where}: evidence"), f"{where}: evidence")
    against = begun(phrases_of(entry.get("against", {}), f"{where}: against"), f"{where}: against")
    return Theme(
        slug=entry["slug"],
        name=entry["name"],
        description=entry["description"],
        headings=phrases_of(entry.get("headings"), f"{where}: headings"),
        evidence=evidence,
        against=against,
        leads=points_of(entry.get("leads", 0), f"{where}: leads", -MAXIMUM),
    )


def phrases_of(groups: object, where: str) -> tuple[Phrase, ...]:
    """The phrases of `{weight: [pattern, ...]}`."""
    if not isinstance(groups, dict):
        raise SettingsError(f"{where}: expected phrases grouped by weight; write for instance `4: [...]`")
    return tuple(
        Phrase(checked(pattern, where), points_of(weight, where))
        for weight, patterns in groups.items()
        for pattern in patterns_of(patterns, f"{where}: weight {weight}")
    )


def points_of(points: object, where: str, lowest: float = 0.0) -> float:
    """A number of points within bounds."""
    if isinstance(points, bool) or not isinstance(points, int | float) or not lowest <= points <= MAXIMUM:
        raise SettingsError(f"{where}: {points!r} is no number of points; use one from {lowest:g} to {MAXIMUM:g}")
    return float(points)


def patterns_of(patterns: object, where: str) -> list[object]:
    """The list of phrases under one weight."""
    if not isinstance(patterns, list):
        raise SettingsError(f"{where}: expected a list of phrases; begin each with `- `")
    return patterns


def checked(pattern: object, where: str) -> str:
    """A phrase that compiles and keeps no group of its own."""
    text = str(pattern)
    try:
        groups = re.compile(text).groups
    except re.error as error:
        raise SettingsError(f"{where}: {text!r} is no regular expression ({error}); correct it") from error
    if NEVER.search(CLASSES.sub("", text)):
        raise SettingsError(
            f"{where}: {text!r} would never be found; write lower case, straight apostrophes and spaces for hyphens"
        )
    if groups:
        raise SettingsError(f"{where}: {text!r} captures a group; write (?:...) for (...)")
    return text


def begun(phrases: tuple[Phrase, ...], where: str) -> tuple[Phrase, ...]:
    """Phrases that can be looked up by their first two letters."""
    for phrase in phrases:
        if not all(map(start, ways(phrase.pattern))):
            raise SettingsError(f"{where}: {phrase.pattern!r} begins with no plain word; begin it with two letters")
    return phrases
