"""After how many seconds `make serve` shows a change: of a report's text, of a sidecar, of a template."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.tree import await_rest, descendants, end_all, orphans_adopted

PORT = 8000
MARK = "Quillfeather"  # a word that no report holds
LONGEST, PAUSE = 600.0, 0.1  # seconds to wait for a change, between two looks
LINE = 80  # characters of a line of a text that stands within a paragraph


@dataclass(frozen=True, slots=True)
class Change:
    """A file with its new content, and the page on which the mark then stands."""

    name: str
    file: Path
    content: str
    page: str


def serving(project: Path, reports: Path, env: Mapping[str, str], log: Path) -> dict[str, float | None]:
    """Seconds until the server answers, and until each change is seen, of a project that was built before."""
    changes, others = changes_in(project, reports), frozenset(descendants(os.getpid()))
    start = time.monotonic()
    with server(project, reports, env, log) as process:
        seconds = {"answers": until(process, changes[0].page, "", start)}
        for change in changes:
            await_rest(others, LONGEST)
            seconds[change.name] = seen_after(process, change)
    return seconds


def changes_in(project: Path, reports: Path) -> Sequence[Change]:
    """One of each kind; the template's is looked for on the page of the text, or else of the PDF."""
    held = json.loads((project / "docs" / "reports" / "corpus.json").read_text(encoding="utf-8"))["reports"]
    pages = {report["sources"][0]["file"]: report["url"] for report in reversed(held) if report["sources"]}
    found = [*text_change(reports, pages), *sidecar_change(reports, pages)]
    if not found:
        sys.exit("bench.serving: neither a text with a long line nor a PDF with a sidecar is among the reports")
    template = project / "overrides" / "partials" / "footer.html"
    content = f"<p>{MARK} of the template</p>\n{template.read_text(encoding='utf-8')}"
    return [*found, Change("template", template, content, found[0].page)]


def text_change(reports: Path, pages: Mapping[str, str]) -> Iterator[Change]:
    """The first text with a line that goes on, a word of which becomes the mark."""
    for path in sorted(reports.rglob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        at = next((at for at, line in enumerate(lines) if at > len(lines) // 2 and len(line) > LINE), None)
        if at is not None and path.name in pages:
            words = lines[at].split(" ")
            words[-2] = MARK
            content = "\n".join([*lines[:at], " ".join(words), *lines[at + 1 :]])
            yield Change("text", path, content, pages[path.name])
            return


def sidecar_change(reports: Path, pages: Mapping[str, str]) -> Iterator[Change]:
    """The sidecar of a PDF names another lead inspector."""
    for path in sorted(reports.rglob("*.pdf")):
        beside = path.with_suffix(".yml")
        if beside.is_file() and path.name in pages:
            rows = [row for row in beside.read_text(encoding="utf-8").splitlines() if not row.startswith("lead_")]
            content = "\n".join([*rows, f"lead_inspector: Ada {MARK}", ""])
            yield Change("sidecar", beside, content, pages[path.name])
            return


# ---------------------------------------------------------------- the server


def taken() -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", PORT)) == 0


@contextmanager
def server(project: Path, reports: Path, env: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`make serve`; at the end it is ended with all that it began."""
    others = frozenset(descendants(os.getpid()))
    command = ["make", "serve", f"REPORTS={reports}"]
    with log.open("ab") as out, orphans_adopted():
        process = subprocess.Popen(command, cwd=project, env=env, stdout=out, stderr=out, start_new_session=True)
        try:
            yield process
        finally:
            end_all(others)


def seen_after(process: subprocess.Popen[bytes], change: Change) -> float | None:
    """Make a change in one move, as an editor does, and wait until its page shows it."""
    part = change.file.with_name(f".{change.file.name}.part")
    part.write_text(change.content, encoding="utf-8")
    mark = f"{MARK} of the template" if change.name == "template" else MARK
    start = time.monotonic()
    part.replace(change.file)
    return until(process, change.page, mark, start)


def until(process: subprocess.Popen[bytes], page: str, mark: str, start: float) -> float | None:
    """The seconds since `start` when a page is there and shows a mark; None where it never does."""
    while time.monotonic() - start < LONGEST:
        shown = content_of(page)
        if shown is not None and mark in shown:
            return time.monotonic() - start
        if process.poll() is not None:
            print(f"bench.serving: make serve ended with {process.returncode}", file=sys.stderr)
            return None
        time.sleep(PAUSE)
    return None


def content_of(page: str) -> str | None:
    """A page as the server gives it; None while it gives none."""
    try:
        with urlopen(f"http://127.0.0.1:{PORT}{page}", timeout=30) as answer:
            return str(answer.read().decode("utf-8", "replace"))
    except (URLError, OSError):
        return None
