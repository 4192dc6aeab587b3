"""Serves a built site on this machine as a host of static pages does: compressed, with types, ages and its 404 page.

    python -m bench.served SITE [--port 8000]

A site built for an address with a path, such as https://example.org/reports/, is served below that path.
"""

from __future__ import annotations

import argparse
import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PACKED = {".html", ".js", ".css", ".json", ".svg", ".xml", ".txt", ".csv", ".md"}
TYPES = {".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm", ".csv": "text/csv"}
AGE = 600  # seconds, as GitHub Pages has it
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


class Packing(SimpleHTTPRequestHandler):
    """Answers with text compressed; what Pagefind has compressed already, and pictures, go out as they are."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are written apart, which would wait for one another
    below = "/"  # the path that the site is served under

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not path.startswith(self.below):
            self.answer(None)
            return
        file = Path(self.translate_path("/" + path.removeprefix(self.below)))
        if file.is_dir() and not path.endswith("/"):
            self.lead_on(f"{path}/")
            return
        self.answer(file / "index.html" if file.is_dir() else file)

    def answer(self, file: Path | None) -> None:
        """The file, or the 404 page where there is none."""
        found = file is not None and file.is_file()
        file = file if file and found else Path(self.directory) / "404.html"
        zipped = file.suffix in PACKED and "gzip" in self.headers.get("Accept-Encoding", "")
        content = body(file, zipped)
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", type_of(file, self.guess_type(str(file))))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", f"max-age={AGE}")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        self.wfile.write(content)

    def lead_on(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


def type_of(file: Path, guessed: str) -> str:
    """The content type of a file, with its encoding where it is text."""
    known = TYPES.get(file.suffix, guessed)
    return f"{known}; charset=utf-8" if file.suffix in PACKED else known


def body(file: Path, zipped: bool) -> bytes:
    """The content of a file as it goes out, empty where there is none."""
    return content(file, file.stat().st_mtime_ns, zipped) if file.is_file() else b""


@lru_cache(maxsize=512)
def content(file: Path, changed: int, zipped: bool) -> bytes:
    """A file's content, compressed once for each time that it `changed`."""
    del changed
    return gzip.compress(file.read_bytes(), 6, mtime=0) if zipped else file.read_bytes()


def path_of(site: Path) -> str:
    """The path of the address that a site was built for."""
    found = CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    return urlsplit(found[1]).path.rstrip("/") + "/" if found else "/"


@contextmanager
def served(site: Path, port: int = 0) -> Iterator[str]:
    """The address at which a built site is served meanwhile, which ends with a slash."""
    below = path_of(site)
    handler = type("Below", (Packing,), {"below": below})
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{below}"
    finally:
        server.shutdown()
        server.server_close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    with served(options.site, options.port) as address:
        print(f"{options.site} is served at {address}; Ctrl+C ends it")
        threading.Event().wait()


if __name__ == "__main__":
    main()
