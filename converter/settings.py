"""Settings files: YAML 1.2's idea of a boolean, one clear line when a file is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from converter.errors import SettingsError

SOURCES = {"publish": True, "withhold": False}
OWN_TERMS = "The report keeps its own copyright and licence."


FAST: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(FAST):  # type: ignore[valid-type, misc]
    """Safe YAML in which only true and false are booleans, so that `yes:` and `no:` can be keys."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Tolerant(Loader):
    """The same for files with tags that other programs give a meaning to; what they tag is None."""


Tolerant.add_multi_constructor("!", lambda *_: None)
Tolerant.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


@dataclass(frozen=True, slots=True)
class Site:
    """What the site's settings say to the converter; `licence` are the terms of a report without known ones."""

    publish_sources: bool = True
    licence: str = OWN_TERMS


def load_site(path: Path) -> Site:
    """The settings under `extra:` in mkdocs.yml; raises SettingsError where one cannot be used."""
    if not path.is_file():
        return Site()
    extra = part_of(load_yaml(path, Tolerant), "extra")
    sources = extra.get("sources", "publish")
    if not isinstance(sources, str) or sources not in SOURCES:
        raise SettingsError(f"{path.name}: extra: sources: is {sources!r}; write {' or '.join(SOURCES)}")
    licence = part_of(extra, "publisher").get("licence_of_reports") or OWN_TERMS
    if not isinstance(licence, str):
        raise SettingsError(
            f"{path.name}: extra: publisher: licence_of_reports: is {licence!r}; write text in quotation marks"
        )
    return Site(bool(SOURCES[sources]), " ".join(licence.split()))


def part_of(content: Any, key: str) -> dict[str, Any]:
    """What a mapping holds under a key, where that is a mapping too."""
    part = content.get(key) if isinstance(content, dict) else None
    return part if isinstance(part, dict) else {}


def load_yaml(path: Path, loader: type[Loader] = Loader) -> Any:
    """The content of a YAML file; raises SettingsError naming the file and the line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 (a SafeLoader)
    except OSError as error:
        raise SettingsError(f"{path.name}: cannot be read; check that it exists") from error
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:  # a date may be none
        raise SettingsError(f"{path.name}{line_of(path, error)}: is not valid YAML; correct it") from error


def line_of(path: Path, error: Exception) -> str:
    """Where a file is no YAML; the slow parser says it more exactly."""
    try:
        yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as exact:
        error = exact
    mark = getattr(error, "problem_mark", None)
    return f", line {mark.line + 1}" if mark else ""
