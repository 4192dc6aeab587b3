"""Who publishes a site: what `extra: publisher:` in mkdocs.yml says, checked once and read by every page."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from converter.errors import SettingsError, printable
from converter.site.colours import DRAWN, Colours, accent
from converter.write.escape import inline_text, url

FILE = "mkdocs.yml"
MAIL = re.compile(r"[^\s@<>\"'()\[\],;:\\?&#%]+@[^\s@.<>\"'/?&#%]+(?:\.[^\s@.<>\"'/?&#%]+)+")
WEB = re.compile(r"https?://[^\s/@.<>\"']+(?:\.[^\s/@.<>\"']+)+(?:/[^\s<>\"']*)?")
PICTURES = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico"}
ICON = "assets/favicon.svg"
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Contact:
    """Where questions go: an e-mail address or a web address, and what it leads to."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes a site, and how it looks; what is empty or None was not said.

    `licence` are the terms of the publisher's own words; those of reports that name none are told to the converter,
    which reads `licence_of_reports` by itself (`converter.settings`). `logo_dark` is for dark pages.
    """

    name: str = ""
    contact: Contact | None = None
    logo: str = ""
    logo_dark: str = ""
    favicon: str = ICON
    colours: Colours = DRAWN
    licence: str = ""
    licence_of_reports: str = ""
    statement_date: datetime.date | None = None
    statement_by: str = ""


def read_publisher(content: object, docs: Path) -> Publisher:
    """What the settings say, files being below `docs`; raises SettingsError with the key, what is wrong, what to do."""
    readers = readers_for(docs)
    values = read_keys(content or {}, readers, "publisher")
    return Publisher(**{key: value for key, value in values.items() if value not in {None, ""}})


def readers_for(docs: Path) -> Mapping[str, Callable[[Any], Any]]:
    """How each key is read; a reader raises ValueError where it cannot use a value."""
    return {
        "name": text,
        "contact": contact,
        "logo": partial(picture, docs),
        "logo_dark": partial(picture, docs),
        "favicon": partial(picture, docs),
        "colours": colours,
        "licence": text,
        "licence_of_reports": text,
        "statement_date": day,
        "statement_by": text,
    }


def read_keys(content: object, readers: Mapping[str, Callable[[Any], Any]], where: str) -> dict[str, Any]:
    """Every value as its reader reads it."""
    if not isinstance(content, dict):
        raise wrong(where, f"is no list of keys and values; use the keys {', '.join(readers)}")
    values = {}
    for key, value in content.items():
        if key not in readers:
            raise wrong(where, f"has the unknown key {str(key)[:SHOWN]!r}; use {', '.join(readers)}")
        try:
            values[key] = readers[key](value)
        except ValueError as error:
            raise wrong(f"{where}: {key}", str(error)) from error
    return values


def wrong(where: str, says: str) -> SettingsError:
    return SettingsError(printable(f"{FILE}: extra: {where}: {says}"))


# ---------------------------------------------------------------- values


def text(value: object) -> str:
    """Text on one line; nothing where nothing was said."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{str(value)[:SHOWN]!r} is no text; write it in quotation marks")
    return " ".join(value.split())


def contact(value: object) -> Contact | None:
    """An e-mail address or a web address as a link."""
    said = text(value)
    if not said:
        return None
    if MAIL.fullmatch(said):
        return Contact(said, f"mailto:{quote(said, safe='@+')}")
    if WEB.fullmatch(said):
        return Contact(said.partition("://")[2].rstrip("/"), said)
    raise ValueError(
        f"{said[:SHOWN]!r} is no address; write an e-mail address (name@example.org) or a web address "
        "(https://example.org/contact)"
    )


def picture(docs: Path, value: object) -> str:
    """The place of a picture below the folder of pages."""
    said = text(value)
    if not said:
        return ""
    place = PurePosixPath(said)
    if place.is_absolute() or ".." in place.parts or not os.path.isfile(docs / place):
        raise ValueError(
            f"there is no file {said[:SHOWN]!r} below docs/; put it into docs/assets and write assets/NAME"
        )
    if place.suffix.lower() not in PICTURES:
        raise ValueError(f"{said[:SHOWN]!r} is no picture that browsers show; use one of {', '.join(sorted(PICTURES))}")
    return str(place)


def colours(value: object) -> Colours:
    """The accents of both schemes; one that is not named stays as it is."""
    readers = {scheme: partial(accent, scheme=scheme) for scheme in ("light", "dark")}
    if not isinstance(value, dict) or value.keys() - readers.keys():
        raise ValueError('is no pair of colours; write {light: "#0b4f8a", dark: "#8ec1f0"}')
    found = {}
    for scheme, one in value.items():
        try:
            found[scheme] = readers[scheme](one)
        except ValueError as error:
            raise ValueError(f"{scheme}: {error}") from error
    return Colours(**found)


def day(value: object) -> datetime.date | None:
    """A day; YAML reads it where it is written year first."""
    if value is None or value == "":
        return None
    if type(value) is not datetime.date:
        raise ValueError(f"{str(value)[:SHOWN]!r} is no day; write it like 2026-11-22, without quotation marks")
    return value


# ---------------------------------------------------------------- on pages


def contact_link(publisher: Publisher) -> str:
    """The contact as a link in Markdown; empty where none is named."""
    return f"[{inline_text(publisher.contact.text)}]({url(publisher.contact.href)})" if publisher.contact else ""
