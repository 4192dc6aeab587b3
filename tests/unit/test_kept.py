"""What a build takes over from the site before, and what it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from converter.site.kept import (
    NOTHING,
    Place,
    before_of,
    begin,
    digest_of,
    finish,
    forget,
    give_back,
    list_of,
    made,
    making_of,
    take_over,
    unchanged,
)

PART, PLACE = "reports/norbury", Place("reports/norbury", ["p1", "p2"])


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")


def site_with_parts(folder: Path) -> Path:
    """A finished site with a part, a page of MkDocs beside it and a file that is not MkDocs' to remove."""
    site = folder / "site"
    fill(site, ".git", "left.html")
    fill(making_of(site), "index.html", *(f"reports/norbury/{name}/index.html" for name in ("p1", "p2")))
    finish(site, {PART: made(making_of(site), PLACE, "made of this")})
    return site


def files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_an_unchanged_part_moves_over_when_the_site_is_whole(tmp_path: Path) -> None:
    site = site_with_parts(tmp_path)
    whole = files(site)
    assert whole == [".git", "index.html", "reports/norbury/p1/index.html", "reports/norbury/p2/index.html"]
    part = unchanged(begin(site), PART, PLACE, "made of this")
    assert part
    fill(making_of(site), "about.html")
    take_over(site, {PART: part})
    give_back(site, {PART: part})
    assert files(site) == whole
    take_over(site, {PART: part})
    finish(site, {PART: part})
    assert files(site) == [".git", "about.html", "reports/norbury/p1/index.html", "reports/norbury/p2/index.html"]
    assert {file.name for file in tmp_path.iterdir()} == {"site", "site.kept.json"}
    assert unchanged(begin(site), PART, PLACE, "made of this") == part


def test_a_folder_that_cannot_be_renamed_is_filled_anew(tmp_path: Path) -> None:
    site = site_with_parts(tmp_path)
    site.rename(tmp_path / "volume")
    site.symlink_to(tmp_path / "volume")
    begin(site)
    fill(making_of(site), "about.html", "reports/norbury/p1/index.html")
    finish(site, {})
    assert files(tmp_path / "volume") == [".git", "about.html", "reports/norbury/p1/index.html"]
    assert {file.name for file in tmp_path.iterdir()} == {"site", "site.kept.json", "volume"}


@pytest.mark.parametrize("fast", [False, True])
def test_hidden_files_of_the_site_itself_are_replaced(tmp_path: Path, fast: bool) -> None:
    site = site_with_parts(tmp_path)
    fill(site, ".htaccess", ".well-known/security.txt")
    if fast:
        site.rename(tmp_path / "volume")
        site.symlink_to(tmp_path / "volume")
    begin(site)
    fill(making_of(site), ".well-known/new.txt", "index.html")
    (making_of(site) / ".htaccess").write_text("new", encoding="utf-8")
    finish(site, {})
    assert files(site) == [".git", ".htaccess", ".well-known/new.txt", "index.html"]
    assert (site / ".htaccess").read_text(encoding="utf-8") == "new"


def test_a_site_that_was_put_aside_when_a_build_was_killed_comes_back(tmp_path: Path) -> None:
    site = site_with_parts(tmp_path)
    whole = files(site)
    site.rename(before_of(site))
    begin(site)
    assert files(site) == whole
    fill(before_of(site), ".nojekyll", "old.html")
    begin(site)
    assert files(site) == [".git", ".nojekyll", *whole[1:]]


def rewrite(site: Path) -> None:
    (site / "reports/norbury/p2/index.html").write_text("reports/norbury/p2/index.htmm", encoding="utf-8")


def add(site: Path) -> None:
    (site / "reports/norbury/p2/more").touch()


def remove(site: Path) -> None:
    (site / "reports/norbury/p2/index.html").unlink()


def remove_folder(site: Path) -> None:
    remove(site)
    (site / "reports/norbury/p2").rmdir()


def link(site: Path) -> None:
    remove(site)
    (site / "reports/norbury/p2/index.html").symlink_to(site / "reports/norbury/p1/index.html")


def damage_list(site: Path) -> None:
    list_of(site).write_text('{"reports/norbury": ["made of this"', encoding="utf-8")


def other_list(site: Path) -> None:
    list_of(site).write_text('["made of this"]', encoding="utf-8")


def remove_list(site: Path) -> None:
    list_of(site).unlink()


def interrupt(site: Path) -> None:
    """A build begins, and ends before it has made anything."""
    begin(site)


TOUCHED = [rewrite, add, remove, remove_folder, link, damage_list, other_list, remove_list, interrupt]


@pytest.mark.parametrize("touch", TOUCHED)
def test_what_was_touched_is_made_anew(tmp_path: Path, touch: Callable[[Path], None]) -> None:
    site = site_with_parts(tmp_path)
    touch(site)
    assert unchanged(begin(site), PART, PLACE, "made of this") is None


@pytest.mark.parametrize(
    ("name", "place", "digest"),
    [
        (PART, PLACE, "made of that"),
        (PART, Place("reports/norbury", ["p1"]), "made of this"),
        (PART, Place("reports/norbury", ["p1", "p2", "p3"]), "made of this"),
        ("reports/eastmere", PLACE, "made of this"),
    ],
)
def test_another_part_is_not_taken(tmp_path: Path, name: str, place: Place, digest: str) -> None:
    site = site_with_parts(tmp_path)
    assert unchanged(begin(site), name, place, digest) is None


def test_nothing_is_taken_from_nothing(tmp_path: Path) -> None:
    assert unchanged(NOTHING, PART, PLACE, "made of this") is None
    assert begin(tmp_path / "site") == NOTHING


def test_a_site_is_forgotten(tmp_path: Path) -> None:
    site = site_with_parts(tmp_path)
    fill(making_of(site), "about.html")
    forget(site)
    assert [file.name for file in tmp_path.iterdir()] == ["site"]


def test_digests_tell_where_inputs_end() -> None:
    assert digest_of(b"a", b"bc") != digest_of(b"ab", b"c")
    assert digest_of(b"a", b"bc") == digest_of(b"a", b"bc")
