"""Fixtures that several tests share: sites built once per run, and a real browser."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from converter.convert import Outcome, convert
from converter.job import Job

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "reports"
REAL = ROOT.parent / "shared" / "corpus"
SEEDS = REAL / "reports" / "seeds"
OTHER = REAL / "other"
GONE = "the sample reports are not in reports/, which holds the reports of this site; these tests are about them"
NO_CORPUS = f"the real corpus is not here ({REAL}); these checks need it"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"

LONGEST = {"test_pdf_corpus.py", "test_fuzz.py", "test_browser.py", "test_preferences.py"}

# The same cases in every run, so that a red run means a change and not luck; `make explore` looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, print_blob=True, max_examples=600)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the converter makes now as golden")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest come first, so that no worker is left with one of them at the end.

    What is about the samples is skipped where a publisher has put reports of their own in place of them.
    """
    items.sort(key=lambda item: item.path.name not in LONGEST)
    if not list(SAMPLES.glob("norbury-*")):
        for item in filter(about_samples, items):
            item.add_marker(pytest.mark.skip(reason=GONE))


def about_samples(item: pytest.Item) -> bool:
    """Whether a test builds their site, or stands in a file that reads them."""
    wanted = item.fixturenames if isinstance(item, pytest.Function) else ()
    return "samples" in wanted or hasattr(getattr(item, "module", None), "SAMPLES")


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: its pages before and after MkDocs, what the conversion made, and what MkDocs printed."""

    reports: Path
    docs: Path
    site: Path
    outcome: Outcome
    log: str


@dataclass(frozen=True, slots=True)
class Mkdocs:
    """A run of MkDocs over converted reports, which may have failed."""

    docs: Path
    site: Path
    outcome: Outcome
    done: subprocess.CompletedProcess[str]


def convert_and_build(reports: Path, folder: Path) -> Mkdocs:
    """Convert `reports` and build the site below `folder`, as `make site` does."""
    docs, site = folder / "docs", folder / "site"
    folder.mkdir(exist_ok=True)
    if not docs.is_dir():
        shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns("reports"))
    outcome = convert(Job(reports, docs, ROOT / "themes.yml", folder / "cache"))
    folders = {
        "DOCS_DIR": str(docs),
        "SITE_DIR": str(site),
        "REPORTS_DIR": str(reports),
        "CACHE_DIR": str(folder / "cache"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=ROOT,
        env={**os.environ, **folders, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Mkdocs(docs, site, outcome, done)


def build(reports: Path, folder: Path) -> Built:
    """The site of `reports` below `folder`; its building must not fail."""
    built = convert_and_build(reports, folder)
    assert built.done.returncode == 0, built.done.stderr
    return Built(reports, built.docs, built.site, built.outcome, built.done.stderr)


def shared(reports: Path, name: str, factory: pytest.TempPathFactory) -> Built:
    """The site of `reports`, built by the first of the test workers that needs it."""
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    folder = factory.getbasetemp() if alone else factory.getbasetemp().parent
    place = folder / name
    log = folder / f"{name}.log"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not log.is_file():
            log.write_text(build(reports, place).log, encoding="utf-8")
        outcome = convert(Job(reports, place / "docs", ROOT / "themes.yml", place / "cache"))
    return Built(reports, place / "docs", place / "site", outcome, log.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the shipped sample reports."""
    return shared(SAMPLES, "samples", tmp_path_factory)


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the five real documents, where they are at hand."""
    if not SEEDS.is_dir():
        pytest.skip(NO_CORPUS)
    return shared(SEEDS, "seeds", tmp_path_factory)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Say nothing: requests are no news."""


def serve(folder: Path) -> tuple[ThreadingHTTPServer, str]:
    """A web server of a folder on this machine, and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"


@pytest.fixture(scope="session")
def address(samples: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample site served below a path of its own, as GitHub Pages serves a project."""
    root = tmp_path_factory.mktemp("served")
    (root / "pinpoint").symlink_to(samples.site, target_is_directory=True)
    server, base = serve(root)
    yield f"{base}/pinpoint/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    options = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--renderer-process-limit=1",
        "--disable-site-isolation-trials",
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page at desktop width whose script errors and requests to other hosts fail the test."""
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    fresh = context.new_page()
    errors: list[str] = []
    hosts: set[str] = set()
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    fresh.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
    yield fresh
    context.close()
    assert errors == []
    assert hosts <= {"127.0.0.1", ""}
