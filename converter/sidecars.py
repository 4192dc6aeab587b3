"""Sidecars: `NAME.yml` beside a report corrects what was recognised, or says where the report came from.

title: Inspection of Norbury children's services
authority: Norbury
framework: ilacs
start: 2019-03-04
end: 2019-03-08
published: 2019-04-30
lead_inspector: A Name
judgements: {overall: good, care-leavers: requires-improvement}
source_url: https://example.org/norbury.pdf
publish: false        # keep the file itself off the site
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from converter.errors import ReportError, SettingsError
from converter.profiles import load_profiles
from converter.settings import load_yaml

LONGEST, LONGEST_NAME = 300, 80
GRADES = ("outstanding", "good", "requires-improvement", "adequate", "inadequate", "not-judged")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a report's owner says of it; what is empty or None was left to the converter."""

    title: str = ""
    authority: str = ""
    framework: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    published: datetime.date | None = None
    lead_inspector: str = ""
    judgements: tuple[tuple[str, str], ...] = ()
    source_url: str = ""
    publish: bool | None = None


NOTHING = Sidecar()


def sidecar_path(report: Path) -> Path | None:
    """The sidecar beside a report, None where it has none."""
    return next((path for path in map(report.with_suffix, (".yml", ".yaml")) if path.is_file()), None)


def load_sidecar(path: Path) -> Sidecar:
    """What a sidecar says; raises ReportError naming the key that is wrong and what it may be."""
    try:
        content = load_yaml(path)
    except SettingsError as error:
        wrong, _, advice = str(error).removeprefix(path.name).lstrip(",: ").rpartition("; ")
        raise ReportError(path, wrong, advice) from error
    if content is None:
        return NOTHING
    if not isinstance(content, dict):
        raise ReportError(path, "is no list of keys and values", f"use the keys {', '.join(READERS)}")
    values: dict[str, Any] = {}
    for key, value in content.items():
        if key not in READERS:
            raise ReportError(path, f"has the unknown key {key!r}", f"use {', '.join(READERS)}")
        try:
            values[key] = READERS[key](value)
        except ValueError as error:
            raise ReportError(path, f"has a wrong {key} ({str(value)[:40]!r})", f"write {error}") from error
    made = Sidecar(**values)
    if made.start and made.end and made.start > made.end:
        raise ReportError(path, "has an end before its start", "correct one of them")
    return made


# ---------------------------------------------------------------- what each key may hold


def text(value: object) -> str:
    if not isinstance(value, str | int) or isinstance(value, bool) or not (found := " ".join(str(value).split())):
        raise ValueError("some text")
    if len(found) > LONGEST:
        raise ValueError(f"at most {LONGEST} letters")
    return found


def name(value: object) -> str:
    found = text(value)
    if len(found) > LONGEST_NAME or not re.search("[A-Za-z0-9]", found):
        raise ValueError(f"a name of at most {LONGEST_NAME} letters")
    return found


def day(value: object) -> datetime.date:
    if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
        raise ValueError("a date such as 2019-03-08")
    return value


def truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def web_address(value: object) -> str:
    found = text(value)
    try:
        parts = urlsplit(found)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc or set(found) & set(" <>\"'\\"):
        raise ValueError("an address that begins with https://")
    return found


def framework(value: object) -> str:
    known = [profile.slug for profile in load_profiles() if profile.recognised]
    if value not in known:
        raise ValueError(f"one of {', '.join(known)}")
    return str(value)


def judgements(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not all(
        isinstance(area, str) and area.strip() and grade in GRADES for area, grade in value.items()
    ):
        raise ValueError(f"areas with grades, such as overall: good; the grades are {', '.join(GRADES)}")
    return tuple(value.items())


READERS: Mapping[str, Callable[[object], Any]] = MappingProxyType(
    {
        "title": text,
        "authority": name,
        "framework": framework,
        "start": day,
        "end": day,
        "published": day,
        "lead_inspector": text,
        "judgements": judgements,
        "source_url": web_address,
        "publish": truth,
    }
)
