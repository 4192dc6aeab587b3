"""Serves the built site on this machine and shows what changes: `python hooks/serve.py make site`.

A change is shown at once on the page that it touches (`preview.py`); the rest of the site, such as the indexes and the
search, follows when the command has built it again. Browsers reload by themselves.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import project_path
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from preview import Change, run

from converter.job import Job, files_below
from converter.settings import load_site

ROOT = Path(project_path.ROOT)
SETTINGS = ROOT / "mkdocs.yml"
VIEWED = 5  # pages that are written anew when a template changes
GENERATED = "reports"
Snapshot = Mapping[Path, tuple[int, int]]


class Server(LiveReloadServer):
    """MkDocs' server, which remembers the pages that were looked at last."""

    viewed: tuple[str, ...] = ()

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        place = str(environ["PATH_INFO"])
        if place.endswith("/"):
            self.viewed = recent(place, self.viewed)
        return super().serve_request(environ, start_response)


def recent(place: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """The pages that were looked at, the last one first."""
    return (place, *(other for other in before if other != place))[:VIEWED]


class Builds:
    """Builds the whole site again behind what is shown, from the start when something changes meanwhile."""

    def __init__(self, command: Sequence[str], finished: Path) -> None:
        self.command, self.finished = command, finished
        self.wanted = threading.Event()
        self.process: subprocess.Popen[str] | None = None
        threading.Thread(target=self.work, daemon=True).start()

    def work(self) -> None:
        while self.wanted.wait():
            self.wanted.clear()
            self.process = subprocess.Popen(
                self.command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
            )
            said, _ = self.process.communicate()
            if self.process.returncode:
                if self.process.returncode > 0:
                    print(f"the site could not be built again:\n{said}", file=sys.stderr, flush=True)
            else:
                print("the whole site is built again", flush=True)
                self.finished.touch()

    def end(self) -> None:
        """End the build that is under way, with all that it began."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)


class Previews:
    """The process that shows changes; after each build one that knows the new site takes its place."""

    def __init__(self, job: Job) -> None:
        self.job, self.lock = job, threading.Lock()
        self.current: Connection | None = None

    def renew(self) -> None:
        """Start a process; it is asked as soon as it has read everything."""
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        context.Process(target=run, args=(there, self.job, str(SETTINGS))).start()
        there.close()
        threading.Thread(target=self.take_over, args=(here,), daemon=True).start()

    def take_over(self, connection: Connection) -> None:
        try:
            connection.recv()
        except EOFError:
            return
        with self.lock:
            before, self.current = self.current, connection
        if before:
            before.close()

    def end(self) -> None:
        """End every such process."""
        for process in multiprocessing.active_children():
            process.terminate()

    def show(self, change: Change) -> tuple[str, ...]:
        """What was written; nothing while no process is ready."""
        with self.lock:
            if self.current is None:
                return ()
            try:
                self.current.send(change)
                written: tuple[str, ...] = self.current.recv()
            except (EOFError, OSError):
                self.current = None
                return ()
            return written


class Watch:
    """What changed since it was asked last, below the reports and in the files of the site."""

    def __init__(self, config: MkDocsConfig, job: Job) -> None:
        self.reports, self.docs = job.reports, Path(config.docs_dir)
        self.own = [Path(folder) for folder in config.theme.dirs if Path(folder).is_relative_to(ROOT)]
        self.settings = [job.themes, SETTINGS]
        self.known = self.snapshot()

    def places(self) -> Iterator[tuple[Path, bool]]:
        """Everything to be watched, and whether what lies in its folders too; not the pages that are generated."""
        below = [path for path in self.docs.iterdir() if path.is_dir() and path.name != GENERATED]
        yield from ((path, True) for path in (self.reports, *below, *self.own))
        yield from ((path, False) for path in (self.docs, *self.settings))

    def snapshot(self) -> Snapshot:
        return {path: (state.st_size, state.st_mtime_ns) for path in self.found() if (state := stat(path))}

    def found(self) -> Iterator[Path]:
        for place, below in self.places():
            if below:
                yield from files_below(place)
            elif place.is_dir():
                yield from (path for path in place.iterdir() if path.is_file())
            else:
                yield place

    def changes(self, viewed: tuple[str, ...]) -> Change | None:
        """The change since the last call; None where nothing changed."""
        before, self.known = self.known, self.snapshot()
        changed = [path for path in before.keys() | self.known.keys() if before.get(path) != self.known.get(path)]
        files = tuple(sorted(path for path in changed if not path.is_relative_to(self.reports)))
        return Change(len(files) < len(changed), files, viewed) if changed else None


def stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:  # it was removed a moment ago
        return None


def main(command: Sequence[str]) -> None:
    """Serve the site that the command built; it is run again when something changes."""
    config, site = load_config(str(SETTINGS)), load_site(SETTINGS)
    store = Path(config.extra["cache"])
    places = (Path(config.extra["reports"]), Path(config.docs_dir), ROOT / "themes.yml", store / "reports")
    job = Job(*places, site.publish_sources, site.licence)
    finished = store / "served"
    finished.touch()
    watch, previews, builds = Watch(config, job), Previews(job), Builds(command, finished)

    def changed() -> None:
        if change := watch.changes(server.viewed):
            for line in previews.show(change):
                print(line, flush=True)
            builds.wanted.set()
        else:  # the whole site is new
            previews.renew()

    host, port = config.dev_addr
    mount = urlsplit(config.site_url or "/").path
    server = Server(builder=changed, host=host, port=port, root=config.site_dir, mount_path=mount)
    server.error_handler = lambda code: missing.read_bytes() if (missing := site_page(config, code)).is_file() else None
    for place, below in (*watch.places(), (finished, False)):
        server.watch(str(place), recursive=below)
    previews.renew()
    print(f"serving {server.url}; end with Ctrl+C", flush=True)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        print()
    except OSError as error:
        sys.exit(f"{server.url}: {error.strerror}; end what is served there, or set dev_addr in mkdocs.yml")
    finally:
        builds.end()
        server.shutdown()
        previews.end()


def site_page(config: MkDocsConfig, code: int) -> Path:
    return Path(config.site_dir) / f"{code}.html"


if __name__ == "__main__":
    main(sys.argv[1:])
