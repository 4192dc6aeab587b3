"""Settles what Pagefind made: the same records always become the same files, and only those that browsers fetch.

Pagefind writes the values of filters in an order that changes from run to run. It names each fragment, the file that
is fetched for a result, after its content; all names are fetched before the first search, and weigh half as much where
they count up. So that no browser takes a fragment for another that it remembers, they begin with letters that change
with the bundle, which also tell the hits of bundles apart.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import cbor2

SIGNED = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
LANGUAGE = "en"
PROGRAM = {"pagefind.js", "pagefind-worker.js", f"wasm.{LANGUAGE}.pagefind"}
META, FILTER, FRAGMENT = "pagefind.{}.pf_meta", "filter/{}.pf_filter", "fragment/{}.pf_fragment"
PAGES, FILTERS = 1, 3  # where the head of an index lists its fragments and its filters
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
BEGINNING = 6  # letters that the names of a bundle's fragments have in common
Files = Mapping[str, bytes]


def settled(files: Files, *, program: bool) -> Files:
    """A bundle as it is published, by file; only one of all bundles needs Pagefind's `program`."""
    entry = json.loads(files[ENTRY])
    content = unpacked(files[META.format(entry["languages"][LANGUAGE]["hash"])])
    names, filters = (
        new_names(content[PAGES]),
        [settled_filter(files[FILTER.format(mark)]) for _, mark in content[FILTERS]],
    )
    content[PAGES] = [(names[name], words) for name, words in content[PAGES]]
    content[FILTERS] = sorted([name, mark] for name, mark, _ in filters)
    mark, head = named(content, 10)
    entry["languages"][LANGUAGE]["hash"] = mark
    kept = PROGRAM if program else ()
    return {
        **{place: file for place, file in files.items() if place.startswith("index/") or place in kept},
        **{FRAGMENT.format(new): files[FRAGMENT.format(old)] for old, new in names.items()},
        **{FILTER.format(mark): file for _, mark, file in filters},
        META.format(mark): head,
        ENTRY: json.dumps(entry, separators=(",", ":")).encode(),
    }


def new_names(pages: Sequence[tuple[str, int]]) -> dict[str, str]:
    """The new name of each fragment of an index."""
    beginning = hashlib.sha256("".join(name for name, _ in pages).encode()).hexdigest()[:BEGINNING]
    width = len(digits(len(pages)))
    return {name: f"{beginning}{digits(at).rjust(width, '0')}" for at, (name, _) in enumerate(pages)}


def digits(number: int) -> str:
    """A number in as few letters and digits as can be."""
    whole, last = divmod(number, len(DIGITS))
    return f"{digits(whole) if whole else ''}{DIGITS[last]}"


def settled_filter(file: bytes) -> tuple[str, str, bytes]:
    """What a filter is called, and its file with its values in order under the name that it has then."""
    name, values = unpacked(file)
    return name, *named([name, sorted(values)], 7)


def unpacked(file: bytes) -> Any:
    return cbor2.loads(gzip.decompress(file).removeprefix(SIGNED))


def named(value: Any, letters: int) -> tuple[str, bytes]:
    """A value's name, which is its content's, and its packed content."""
    content = SIGNED + cbor2.dumps(value)
    return f"{LANGUAGE}_{hashlib.sha256(content).hexdigest()[:letters]}", gzip.compress(content, 9, mtime=0)
