"""Fixtures that several tests share: sites built once per run, and a real browser."""

from __future__ import annotations

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

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from converter.convert import Outcome, convert
from converter.job import Job

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "reports"
REAL = ROOT.parent / "shared" / "corpus"
SEEDS = REAL / "reports" / "seeds"
OTHER = REAL / "other"
NO_CORPUS = f"the real corpus is not here ({REAL}); these checks need it"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"

# The same cases in every run, so that a red run means a change and not luck; `make explore` looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the converter makes now as golden")


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: its pages before and after MkDocs, what the conversion made, and what MkDocs printed."""

    reports: Path
    docs: Path
    site: Path
    outcome: Outcome
    log: str


def build(reports: Path, folder: Path) -> Built:
    """Convert `reports` and build the site below `folder`, as `make site` does."""
    docs, site = folder / "docs", folder / "site"
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns("reports"))
    outcome = convert(Job(reports, docs, ROOT / "themes.yml", folder / "cache"))
    env = {**os.environ, "DOCS_DIR": str(docs), "SITE_DIR": str(site), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Built(reports, docs, site, outcome, done.stderr)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the shipped sample reports."""
    return build(SAMPLES, tmp_path_factory.mktemp("samples"))


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the five real documents, where they are at hand."""
    if not SEEDS.is_dir():
        pytest.skip(NO_CORPUS)
    return build(SEEDS, tmp_path_factory.mktemp("seeds"))


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
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield chromium
        chromium.close()
