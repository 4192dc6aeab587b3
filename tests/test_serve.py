"""What `make serve` shows of a change, before the whole site is built again."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from conftest import ROOT, Built
from mkdocs.config import load_config
from preview import Change
from serve import VIEWED, Builds, Previews, Watch, recent

from converter.job import Job

PATIENCE = 60
REPORT, PAGE = "norbury-2015-sif.md", "/reports/norbury/2015-06-sif/"


@pytest.fixture(scope="module")
def job(samples: Built, tmp_path_factory: pytest.TempPathFactory) -> Job:
    """A copy of the sample reports, their pages and their site, to be changed."""
    folder = tmp_path_factory.mktemp("served")
    for name, place in (("reports", samples.reports), ("docs", samples.docs), ("site", samples.site)):
        copytree(place, folder / name)
    copytree(samples.docs.parent / "cache", folder / "cache")
    return Job(folder / "reports", folder / "docs", ROOT / "themes.yml", folder / "cache")


@pytest.fixture(scope="module")
def previews(job: Job) -> Iterator[Previews]:
    """A process that is ready to show changes."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("reports", "docs", "site", "cache"):
            patch.setenv(f"{name.upper()}_DIR", str(job.docs.with_name(name)))
        found = Previews(job)
        found.renew()
        until = time.monotonic() + PATIENCE
        while found.current is None and time.monotonic() < until:
            time.sleep(0.05)
    yield found
    found.end()


def page(job: Job, place: str) -> Path:
    return job.docs.with_name("site") / place.strip("/") / "index.html"


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_report_is_shown_as_it_is_now(job: Job, previews: Previews) -> None:
    append(job.reports / REPORT, "\n\nThe bus to school is late on Tuesdays.\n")
    assert previews.show(Change(True, (), ())) == (PAGE,)
    assert "The bus to school is late on Tuesdays." in page(job, PAGE).read_text(encoding="utf-8")
    assert previews.show(Change(True, (), ())) == ()


def test_a_new_report_has_its_page(job: Job, previews: Previews) -> None:
    text = (job.reports / REPORT).read_text(encoding="utf-8").replace("2015", "2016")
    (job.reports / "norbury-2016-sif.md").write_text(text, encoding="utf-8")
    shown = previews.show(Change(True, (), ()))
    assert "/reports/norbury/2016-06-sif/" in shown
    assert "Norbury" in page(job, "/reports/norbury/2016-06-sif/").read_text(encoding="utf-8")


def test_a_report_that_cannot_be_read_is_told_once(job: Job, previews: Previews) -> None:
    (job.reports / "bad.pdf").write_bytes(b"no PDF")
    (line,) = previews.show(Change(True, (), ()))
    assert line.startswith("left out: bad.pdf: ")
    assert previews.show(Change(True, (), ())) == ()


def test_a_written_page_is_shown_as_it_is_now(job: Job, previews: Previews) -> None:
    file = job.docs / "about.md"
    append(file, "\n\nTapirs are shy.\n")
    assert previews.show(Change(False, (file,), ())) == ("/about/",)
    assert "Tapirs are shy." in page(job, "/about/").read_text(encoding="utf-8")


def test_pages_looked_at_are_written_again_when_a_template_changes(job: Job, previews: Previews) -> None:
    before = page(job, "/cite/").read_text(encoding="utf-8")
    page(job, "/cite/").unlink()
    change = Change(False, (ROOT / "overrides" / "main.html",), ("/cite/", "/nowhere/"))
    assert previews.show(change) == ("/cite/",)
    assert page(job, "/cite/").read_text(encoding="utf-8") == before


def test_a_style_sheet_keeps_the_colours_of_the_publisher(job: Job, previews: Previews) -> None:
    file, built = job.docs / "assets" / "pinpoint.css", job.docs.with_name("site") / "assets" / "pinpoint.css"
    before = built.read_text(encoding="utf-8")
    append(file, ".tapir { color: red }\n")
    assert previews.show(Change(False, (file,), ())) == ("/assets/pinpoint.css",)
    assert built.read_text(encoding="utf-8") == before + ".tapir { color: red }\n"


def test_what_goes_wrong_costs_only_the_preview(job: Job, previews: Previews) -> None:
    file = job.docs / "half.md"
    file.write_bytes(b"\xff\xfe not text")
    (line,) = previews.show(Change(False, (file,), ()))
    assert line.startswith("not shown yet: ")
    file.unlink()
    assert previews.show(Change(False, (job.docs / "cite.md",), ())) == ("/cite/",)


def test_watch_tells_reports_from_files_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("reports", "docs/reports", "site"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("docs/about.md", "docs/reports/norbury.md", "reports/norbury.txt"):
        (tmp_path / name).write_text("one", encoding="utf-8")
    monkeypatch.setenv("DOCS_DIR", str(tmp_path / "docs"))
    watch = Watch(
        load_config(str(ROOT / "mkdocs.yml")),
        Job(tmp_path / "reports", tmp_path / "docs", ROOT / "themes.yml", tmp_path),
    )
    assert watch.changes(()) is None
    (tmp_path / "docs/reports/norbury.md").write_text("generated", encoding="utf-8")
    assert watch.changes(()) is None
    (tmp_path / "reports/norbury.txt").unlink()
    seen = watch.changes(("/about/",))
    assert seen == Change(True, (), ("/about/",))
    (tmp_path / "docs/about.md").write_text("other", encoding="utf-8")
    assert watch.changes(()) == replace(seen, reports=False, files=(tmp_path / "docs/about.md",), viewed=())
    assert watch.changes(()) is None


def test_the_site_is_built_again_when_it_is_wanted(tmp_path: Path) -> None:
    command = [sys.executable, "-c", f"open({str(tmp_path / 'runs')!r}, 'a').write('x')"]
    builds = Builds(command, tmp_path / "finished")
    for run in ("x", "xx"):
        builds.wanted.set()
        until = time.monotonic() + PATIENCE
        while not ((tmp_path / "finished").exists() and (tmp_path / "runs").read_text() == run):
            assert time.monotonic() < until
            time.sleep(0.01)


def test_the_pages_looked_at_last_come_first() -> None:
    seen: tuple[str, ...] = ()
    for place in ("/", "/about/", "/", *(f"/themes/{at}/" for at in range(VIEWED - 1))):
        seen = recent(place, seen)
    assert seen == (*(f"/themes/{at}/" for at in reversed(range(VIEWED - 1))), "/")
