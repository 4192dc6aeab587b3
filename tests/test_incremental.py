"""A build after a change makes what a clean build makes, from what need not be made again."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from conftest import SAMPLES, Built, convert_and_build

CHANGED, UNCHANGED = "norbury/2015-06-sif", "norbury/2019-03-ilacs"
PAGE = "reports/{}/p1/index.html"


@pytest.fixture(scope="module")
def folder(samples: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site as it was built, and its reports, one of which has changed since."""
    place = tmp_path_factory.mktemp("again") / "first"
    copytree(samples.site.parent, place)
    copytree(SAMPLES, place / "reports")
    (place / "reports" / "permalinks.txt").unlink()
    report = place / "reports" / "norbury-2015-sif.md"
    report.write_text(report.read_text(encoding="utf-8") + "\nBuses to school are late.\n", encoding="utf-8")
    return place


def tree(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_the_site_is_that_of_a_clean_build(folder: Path) -> None:
    site, clean = folder / "site", folder.with_name("clean")
    before = {name: (site / PAGE.format(name)).stat().st_ino for name in (CHANGED, UNCHANGED)}
    again = convert_and_build(folder / "reports", folder)
    assert again.done.returncode == 0, again.done.stderr
    assert convert_and_build(folder / "reports", clean).done.returncode == 0
    made, wanted = tree(site), tree(clean / "site")
    assert sorted(made) == sorted(wanted)
    assert [name for name in wanted if made[name] != wanted[name]] == []
    assert b"Buses to school are late." in made[f"reports/{CHANGED}/index.html"]
    after = {name: (site / PAGE.format(name)).stat().st_ino for name in before}
    assert (before[CHANGED] != after[CHANGED], before[UNCHANGED] == after[UNCHANGED]) == (True, True)


def test_a_build_with_warnings_leaves_the_site_as_it_was(folder: Path) -> None:
    site, about = folder / "site", folder / "docs" / "about.md"
    before = tree(site)
    about.write_text(about.read_text(encoding="utf-8") + "\n[Nowhere](cite.md#nowhere)\n", encoding="utf-8")
    done = convert_and_build(folder / "reports", folder).done
    assert done.returncode != 0
    assert "does not contain an anchor '#nowhere'" in done.stderr
    assert "the site is left as it was" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(site) == before
    assert sorted(path.name for path in folder.iterdir()) == ["cache", "docs", "reports", "site"]
