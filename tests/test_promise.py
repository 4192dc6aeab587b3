"""The promise on a whole site: what would break fails the build, and a redirect mends it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import SAMPLES, Built, Mkdocs, convert_and_build, serve
from playwright.sync_api import Browser

from converter.site.accept import main as accept

REPORT = "reports/norbury/2011-11-slac/"
FILE = "norbury-2011-slac.txt"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two of the sample reports with the record of a site on which they were published."""
    folder = tmp_path_factory.mktemp("published")
    reports = folder / "reports"
    reports.mkdir()
    for name in (FILE, "norbury-2015-sif.md"):
        shutil.copy(SAMPLES / name, reports)
    assert convert_and_build(reports, folder).done.returncode == 0
    assert accept([str(folder / "site"), str(reports)]) == 0
    return reports


@pytest.fixture
def reports(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "reports"))


def again(reports: Path) -> Mkdocs:
    return convert_and_build(reports, reports.parent)


def test_the_shipped_record_holds_what_the_samples_publish(samples: Built, tmp_path: Path) -> None:
    assert accept([str(samples.site), str(tmp_path)]) == 0
    assert (SAMPLES / "permalinks.txt").read_text("utf-8") == (tmp_path / "permalinks.txt").read_text("utf-8")


def test_a_report_that_is_gone_fails_the_build_until_a_redirect_says_where(reports: Path, browser: Browser) -> None:
    (reports / FILE).unlink()
    built = again(reports)
    assert built.done.returncode != 0
    assert f"/{REPORT} #" in built.done.stderr
    assert "#p1..26" in built.done.stderr
    assert "/2011-11-slac.json" in built.done.stderr
    gone = re.findall(r"(/themes/[a-z-]+/) /norbury/$", built.done.stderr, re.MULTILINE)
    assert gone  # themes of which no other report has a paragraph
    lines = [f"/{REPORT}*: /authorities/norbury/", *(f"{theme}norbury/: {theme}" for theme in gone)]
    lines.append("/recommendations/2011/: /recommendations/norbury/")  # no other report of that year asks for anything
    (reports / "redirects.yml").write_text("\n".join(lines), encoding="utf-8")
    built = again(reports)
    assert built.done.returncode == 0, built.done.stderr
    assert arrived(browser, built.site, f"{REPORT}#p3").endswith("/authorities/norbury/#p3")


def test_a_paragraph_renumbered_fails_the_build_until_a_redirect_says_where(reports: Path, browser: Browser) -> None:
    text = (reports / FILE).read_text("utf-8")
    assert "\n26. " in text
    (reports / FILE).write_text(text.replace("\n26. ", "\n27. "), encoding="utf-8")
    built = again(reports)
    assert built.done.returncode != 0
    assert f"  /{REPORT} #p26 /p26/\n" in built.done.stderr
    assert "Traceback" not in built.done.stderr
    (reports / "redirects.yml").write_text(f"'/{REPORT}#p26': '/{REPORT}#p27'\n", encoding="utf-8")
    built = again(reports)
    assert built.done.returncode == 0, built.done.stderr
    assert arrived(browser, built.site, f"{REPORT}#p26").endswith("/2011-11-slac/#p27")
    assert arrived(browser, built.site, f"{REPORT}p26/").endswith("/2011-11-slac/p27/")


def test_a_report_that_moved_leads_on_to_the_paragraph(reports: Path, browser: Browser) -> None:
    (reports / FILE.replace(".txt", ".yml")).write_text("end: 2011-12-02\n", encoding="utf-8")
    assert again(reports).done.returncode != 0
    (reports / "redirects.yml").write_text(f"/{REPORT}: /reports/norbury/2011-12-slac/\n", encoding="utf-8")
    built = again(reports)
    assert built.done.returncode == 0, built.done.stderr
    assert arrived(browser, built.site, f"{REPORT}#p3").endswith("/reports/norbury/2011-12-slac/#p3")


def arrived(browser: Browser, site: Path, address: str) -> str:
    """Where a reader of an old address ends, on a site published below a path."""
    root = site.parent / "served"
    root.mkdir(exist_ok=True)
    if not (root / "below").exists():
        (root / "below").symlink_to(site, target_is_directory=True)
    server, base = serve(root)
    page = browser.new_page()
    page.goto(f"{base}/below/{address}")
    page.wait_for_function("old => !location.href.endsWith(old)", arg=address)
    page.wait_for_load_state("networkidle")
    url = page.url
    page.close()
    server.shutdown()
    server.server_close()
    return url
