"""Framework profiles: what a family of reports looks like, as data with its own examples.

A profile that `extends` another puts its own patterns before the other's. Every pattern is a mapping with
`match` (a regular expression; case counts only with `case: true`), `yes` and `no` (examples), and what it
means. What a framework's reports `lack` is not looked for, what is `optional` is not missed.

A fact of the cover stands in a line of its own; `where` says that it stands elsewhere: inside the `title`, in a
sentence of the `text`, or in the line `above` the one that matches. Such patterns are tried first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from converter.errors import SettingsError
from converter.groups import Group, Pattern, group_of, starts_line
from converter.judged import Judged, read_judged
from converter.settings import load_yaml

FOLDER = Path(__file__).with_name("frameworks")
LISTS = (
    "recognise",
    "front",
    "headings",
    "captions",
    "grades",
    "areas",
    "closing",
    "facts",
    "parts",
    "explains",
    "asides",
    "licences",
    "refs",
    "bodies",
    "addressed",
    "leads",
    "nothing",
    "matters",
    "aspects",
    "concerns",
    "columns",
    "stamps",
    "packs",
    "routine",
    "committees",
    "supplements",
    "sheet",
    "fields",
    "decisions",
    "votes",
    "follow",
    "trackers",
    "closed",
    "mentions",
    "kinds",
)
COVER = ("dates", "published", "inspector", "authority", "publisher", "other")
ALONE = {"slug", "extends", "abstract", "recognise"}  # what a profile never takes over
PLAIN = {
    "slug",
    "extends",
    "abstract",
    "publisher",
    "licence",
    "name",
    "short",
    "subject",
    "numbered",
    "numbered_headings",
    "chapters",
    "of_place",
    "step",
    "judged",
    "cover",
    "lack",
    "optional",
    "letter",
    "inspects",
}
CHOICES = {"lack": ("grades", "numbers"), "optional": ("lead inspector",)}
GRADED = ("grades", "areas", "front")  # the lists of a framework that gives grades
WHERE = ("title", "text", "above")
MEANINGS = {"case", "area", "level", "role", "slug", "half", "part", "where", "name", "says"}
MEANINGS |= {"broad"}  # of a matter that many recommendations are about
MEANINGS |= {"field", "decides", "column", "to"}  # what stands in a committee's papers


@dataclass(frozen=True, slots=True)
class Profile:
    """One family of reports: `numbered` says that they always number their paragraphs, `chapters` that they may
    do so within chapters (2.14, A1.9) and set headings by size, `of_place` that each is about one authority; `subject`
    is what a citation calls them, `inspects` the kind of inspection that other reports may call them by, `judged` the
    areas that they judge, in the order of pages."""

    slug: str
    name: str
    short: str
    subject: str
    publisher: str
    licence: str
    numbered: bool
    numbered_headings: bool
    chapters: bool
    of_place: bool
    step: int
    judged: tuple[Judged, ...]
    abstract: bool
    recognised: bool
    letter: bool
    inspects: str
    lack: frozenset[str]
    optional: frozenset[str]
    cover: Mapping[str, tuple[Pattern, ...]]
    lists: Mapping[str, tuple[Pattern, ...]]
    groups: Mapping[str, Group] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        listed = {**self.lists, **{f"cover.{key}": some for key, some in self.cover.items()}}
        object.__setattr__(self, "groups", {key: group_of(some) for key, some in listed.items() if some})

    @property
    def judges(self) -> bool:
        """Whether its reports may give grades."""
        return "grades" not in self.lack

    def first(self, group: str, text: str) -> tuple[Pattern, re.Match[str]] | None:
        """The first pattern of a list (or `cover.NAME`) that is found in `text`."""
        patterns = self.groups.get(group)
        return patterns.first(text) if patterns else None


@lru_cache(maxsize=1)
def load_profiles(folder: Path = FOLDER) -> tuple[Profile, ...]:
    """Every profile in `folder`; raises SettingsError naming the file and the key that is wrong."""
    raw = {path.stem: read_yaml(path) for path in sorted(folder.glob("*.yml"))}
    return tuple(build(name, raw) for name in raw)


def profile_named(slug: str) -> Profile:
    """The profile with this slug."""
    return next(profile for profile in load_profiles() if profile.slug == slug)


def read_yaml(path: Path) -> dict[str, Any]:
    content = load_yaml(path)
    if not isinstance(content, dict):
        raise SettingsError(f"{path.name}: must be a mapping; see the other profiles")
    check_shapes(path.name, content)
    if unknown := set(content) - PLAIN - set(LISTS):
        raise SettingsError(f"{path.name}: unknown key {min(unknown)!r}; use {', '.join(sorted(PLAIN | set(LISTS)))}")
    return content


def check_shapes(name: str, content: Mapping[str, Any]) -> None:
    """Whether each key holds what it must; raises SettingsError naming the key."""
    covers = content.get("cover", {})
    if not isinstance(covers, dict):
        raise SettingsError(f"{name}: cover: must be a mapping of {', '.join(COVER)}; see the other profiles")
    if not isinstance(content.get("step", 2), int):
        raise SettingsError(f"{name}: step: must be a whole number; write 2, 3 or 4")
    for key, choices in CHOICES.items():
        value = content.get(key, [])
        if not isinstance(value, list) or not all(choice in choices for choice in value):
            raise SettingsError(f"{name}: {key}: must be a list; choose from {', '.join(choices)}")
    rows = {**{key: content[key] for key in LISTS if key in content}, **{f"cover.{key}": covers[key] for key in covers}}
    for key, value in rows.items():
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise SettingsError(f"{name}: {key}: must be a list of patterns; begin each with '- match:'")


def build(name: str, raw: Mapping[str, dict[str, Any]]) -> Profile:
    own = raw[name]
    base = inherited(name, raw)

    def value(key: str, default: Any) -> Any:
        return own.get(key, base.get(key, default))

    lack = frozenset(value("lack", ()))

    def listed(key: str) -> tuple[Pattern, ...]:
        if key in GRADED and "grades" in lack:
            return ()
        return compile_all(name, key, [*own.get(key, []), *base.get(key, [])])

    covers = {
        key: compile_all(name, key, [*base.get("cover", {}).get(key, []), *own.get("cover", {}).get(key, [])])
        for key in COVER
    }
    covers = {key: tuple(sorted(some, key=lambda row: not row.where)) for key, some in covers.items()}
    return Profile(
        slug=own.get("slug", name),
        name=value("name", name),
        short=value("short", name),
        subject=value("subject", ""),
        publisher=value("publisher", ""),
        licence=str(value("licence", "")).strip(),
        numbered=bool(value("numbered", False)),
        numbered_headings=bool(value("numbered_headings", False)),
        chapters=bool(value("chapters", False)),
        of_place=bool(value("of_place", True)),
        step=int(value("step", 2)),
        judged=read_judged(name, value("judged", ())),
        abstract=bool(own.get("abstract", False)),
        recognised=bool(own.get("recognise")),
        letter=bool(value("letter", False)),
        inspects=str(own.get("inspects", "")),
        lack=lack,
        optional=frozenset(value("optional", ())),
        cover=covers,
        lists={key: listed(key) for key in LISTS},
    )


def inherited(name: str, raw: Mapping[str, dict[str, Any]], below: tuple[str, ...] = ()) -> dict[str, Any]:
    """Everything that a profile takes over from the ones it extends, the nearest first."""
    parent = raw[name].get("extends")
    if parent is None:
        return {}
    if parent not in raw or parent in (name, *below):
        raise SettingsError(f"{name}.yml: extends {parent!r}, which does not exist; name another profile of the folder")
    own, further = raw[parent], inherited(parent, raw, (name, *below))
    merged = {**further, **{key: value for key, value in own.items() if key not in ALONE}}
    merged |= {key: [*own.get(key, []), *further.get(key, [])] for key in LISTS if key not in ALONE}
    covers, outer = own.get("cover", {}), further.get("cover", {})
    merged["cover"] = {key: [*outer.get(key, []), *covers.get(key, [])] for key in COVER}
    return merged


def compile_all(name: str, key: str, rows: Sequence[Mapping[str, Any]]) -> tuple[Pattern, ...]:
    return tuple(compile_one(name, key, row) for row in rows)


def compile_one(name: str, key: str, row: Mapping[str, Any]) -> Pattern:
    if unknown := set(row) - {"match", "yes", "no"} - MEANINGS:
        raise SettingsError(
            f"{name}.yml: {key}: unknown key {min(unknown)!r}; use match, yes, no, {', '.join(sorted(MEANINGS))}"
        )
    try:
        regex = re.compile(row["match"], 0 if row.get("case") else re.IGNORECASE)
    except TypeError as error:
        raise SettingsError(f"{name}.yml: {key}: {row['match']!r} is no text; put it in quotes") from error
    except KeyError as error:
        raise SettingsError(f"{name}.yml: {key}: a pattern has no 'match'; add one") from error
    except re.error as error:
        raise SettingsError(f"{name}.yml: {key}: {row['match']!r} is not a regular expression; correct it") from error
    if row.get("where", WHERE[0]) not in WHERE:
        raise SettingsError(f"{name}.yml: {key}: where: {row['where']!r} is unknown; use {', '.join(WHERE)}")
    find = regex.match if starts_line(row["match"]) else regex.search
    return Pattern(regex, row, tuple(row.get("yes", ())), tuple(row.get("no", ())), find)
