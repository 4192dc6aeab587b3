"""Redirects on a site without a server: small pages at old addresses, and a list of anchors that moved."""

from __future__ import annotations

import html
import json
import posixpath
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from converter.errors import SettingsError, printable
from converter.site.permalinks import RECORD, Promise, destination

MOVED = "moved.json"


def write_redirects(site: Path, promise: Promise, held: set[str]) -> None:
    """Make every published address that moved lead on."""
    went = {address: destination(address, held, promise.moved) for address in promise.published - held}
    anchors: dict[str, dict[str, str]] = defaultdict(dict)
    for old, new in went.items():
        page, mark, anchor = old.partition("#")
        if mark:
            anchors[page][anchor] = new.lstrip("/")
    kept = {page: places for page, places in sorted(anchors.items()) if page in held}
    (site / MOVED).write_text(json.dumps({page.lstrip("/"): places for page, places in kept.items()}), encoding="utf-8")
    pages = {old: new for old, new in went.items() if "#" not in old}
    for old, new in pages.items():
        target, content = site / old.lstrip("/"), json.dumps({"moved": new})
        if old.endswith("/"):
            target /= "index.html"
            content = stub(old, new, elsewhere(anchors[old], new.lstrip("/")))
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8")
        except (OSError, ValueError) as error:
            raise SettingsError(
                f"{RECORD}: {printable(old[:80])!r} can be no file on this site; take that address out"
            ) from error


def elsewhere(anchors: Mapping[str, str], new: str) -> dict[str, str]:
    """The anchors of a page that did not simply go where the page itself went."""
    return {at: place for at, place in sorted(anchors.items()) if place not in {new, f"{new}#{at}"}}


def stub(old: str, new: str, anchors: Mapping[str, str]) -> str:
    """The page at an old address: it leads on at once, with a script to the very paragraph."""
    link = html.escape(relative(old, new))
    root = html.escape(relative(old, "/"))
    places = html.escape(json.dumps({anchor: relative(old, f"/{place}") for anchor, place in anchors.items()}))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>This page has moved</title>'
        f'<link rel="canonical" href="{link}"><meta name="robots" content="noindex">'
        f'<script src="{root}assets/moved.js" data-to="{link}" data-anchors="{places}"></script>'
        f'<noscript><meta http-equiv="refresh" content="0; url={link}"></noscript></head>'
        f'<body><p>This page has moved: <a href="{link}">its new address</a>.</p></body></html>\n'
    )


def relative(old: str, new: str) -> str:
    """The link from an old page to a new address, which keeps working wherever the site is published."""
    page, mark, anchor = new.partition("#")
    place = posixpath.relpath(page, old)
    end = "/" if page.endswith("/") else ""
    return quote(place + end) + (mark + quote(anchor) if mark else "")
