"""Settles what Pagefind wrote: the same records always become the same files, and only those that browsers fetch.

Pagefind writes the values of filters in an order that changes from run to run. It names each fragment, the file that
is fetched for a result, after its content; all names are fetched before the first search, and weigh half as much where
they count up. So that no browser takes a fragment for another that it remembers, they begin with letters that change
with the bundle, which also tell the hits of bundles apart.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cbor2

SIGNED = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
LANGUAGE = "en"
PARTS = {"filter", "fragment", "index", ENTRY}
PROGRAM = {"pagefind.js", "pagefind-worker.js", f"wasm.{LANGUAGE}.pagefind"}
META = "pagefind.{}.pf_meta"
PAGES, FILTERS = 1, 3  # where the head of an index lists its fragments and its filters
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
BEGINNING = 6  # letters that the names of a bundle's fragments have in common


def settle(bundle: Path, *, program: bool) -> None:
    """Put a bundle's filters in order and take out what nobody fetches; only one bundle needs Pagefind's `program`."""
    entry = json.loads((bundle / ENTRY).read_text(encoding="utf-8"))
    head = bundle / META.format(entry["languages"][LANGUAGE]["hash"])
    content = unpacked(head)
    content[FILTERS] = sorted([name, settled_filter(bundle / "filter", mark)] for name, mark in content[FILTERS])
    content[PAGES] = renamed(bundle / "fragment", content[PAGES])
    head.unlink()
    mark, packed = named(content, 10)
    entry["languages"][LANGUAGE]["hash"] = mark
    (bundle / META.format(mark)).write_bytes(packed)
    (bundle / ENTRY).write_text(json.dumps(entry, separators=(",", ":")), encoding="utf-8")
    needed = {*PARTS, META.format(mark), *(PROGRAM if program else ())}
    for name in {file.name for file in bundle.iterdir()} - needed:
        (bundle / name).unlink()


def renamed(folder: Path, pages: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Rename the fragments of an index; its pages with the new names and, as before, their numbers of words."""
    beginning = hashlib.sha256("".join(name for name, _ in pages).encode()).hexdigest()[:BEGINNING]
    width = len(digits(len(pages)))
    names = {name: f"{beginning}{digits(at).rjust(width, '0')}" for at, (name, _) in enumerate(pages)}
    for old, new in names.items():
        os.rename(f"{folder}/{old}.pf_fragment", f"{folder}/{new}.pf_fragment")
    return [(names[name], words) for name, words in pages]


def digits(number: int) -> str:
    """A number in as few letters and digits as can be."""
    whole, last = divmod(number, len(DIGITS))
    return f"{digits(whole) if whole else ''}{DIGITS[last]}"


def settled_filter(folder: Path, mark: str) -> str:
    """Write a filter with its values in order; the name that it has then."""
    file = folder / f"{mark}.pf_filter"
    name, values = unpacked(file)
    file.unlink()
    mark, packed = named([name, sorted(values)], 7)
    (folder / f"{mark}.pf_filter").write_bytes(packed)
    return mark


def unpacked(file: Path) -> Any:
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGNED))


def named(value: Any, letters: int) -> tuple[str, bytes]:
    """A value's name, which is its content's, and its packed content."""
    content = SIGNED + cbor2.dumps(value)
    return f"{LANGUAGE}_{hashlib.sha256(content).hexdigest()[:letters]}", gzip.compress(content, 9, mtime=0)
