"""Rendered pages that are kept: the same when they are taken again, none where they are damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.cache import digest
from converter.site.shelf import Rendered, Shelf

PAGE = Rendered(
    {"title": "Norbury, 2019"},
    "Norbury",
    "<p>12</p>",
    ["contents"],
    frozenset({"p12"}),
    {"reports/norbury/2019-03-ilacs.md": {"p12": "../2019-03-ilacs.md#p12"}},
    frozenset({"reports/norbury/2019-03-ilacs.md"}),
    ((30, "a link leads nowhere"),),
)
KEY, OTHER = digest(b"page"), digest(b"other")


def test_a_page_is_as_it_was(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "pages")
    assert shelf.get(KEY) is None
    shelf.put(KEY, PAGE)
    assert shelf.get(KEY) == PAGE


@pytest.mark.parametrize("damage", [b"", b"short", bytes(200), None])
def test_a_damaged_page_is_none(tmp_path: Path, damage: bytes | None) -> None:
    shelf = Shelf(tmp_path)
    shelf.put(KEY, PAGE)
    file = tmp_path / KEY
    file.write_bytes(file.read_bytes()[:-1] if damage is None else damage)
    assert shelf.get(KEY) is None


def test_what_no_page_uses_is_forgotten(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put(KEY, PAGE)
    shelf.put(OTHER, PAGE)
    (tmp_path / "notes.txt").write_text("not ours", encoding="utf-8")
    shelf.sweep({KEY})
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([KEY, "notes.txt"])
