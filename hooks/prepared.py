"""A page of MkDocs that was rendered before MkDocs asks for it, and reads its HTML only while it is written."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import project_path  # noqa: F401
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from converter import cache
from converter.site.shelf import Rendered, Shelf

EMPTY = TableOfContents([])
LOG = logging.getLogger("mkdocs")


class Prepared(Page):
    """A page whose HTML lies on the shelf.

    While MkDocs reads pages, hooks see an empty text: whatever they do to a page was done when it was rendered.
    """

    def __init__(self, file: File, config: MkDocsConfig, shelf: Shelf, key: str) -> None:
        self.shelf, self.key, self.ready = shelf, key, False
        self.changed: str | None = None
        self.held: Rendered | None = None
        super().__init__(None, file, config)

    @property
    def rendered(self) -> Rendered:
        """The page as it lies on the shelf, at hand while it is written."""
        found = self.held or self.shelf.get(self.key)
        if found is None:
            raise FileNotFoundError(f"{self.file.src_uri}: its rendered page was removed while the site was built")
        self.held = found if self.active else None
        return found

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 (MkDocs passes it)
        """Take what the page's head said from the shelf."""
        page = self.rendered
        self.markdown, self.meta = "", dict(page.meta)
        self._title_from_render, self.present_anchor_ids = page.title, set(page.anchors)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """There is nothing left to do."""

    @property
    def content(self) -> str | None:
        if not self.ready:
            return ""
        return self.rendered.content if self.changed is None else self.changed

    @content.setter
    def content(self, value: str | None) -> None:
        self.changed = value if self.ready else None

    @property
    def toc(self) -> TableOfContents:
        contents: TableOfContents = self.rendered.contents if self.ready else EMPTY
        return contents

    @toc.setter
    def toc(self, value: TableOfContents) -> None:
        """What a page contains is known from its shelf."""

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Hold the links to the anchors of other pages, as MkDocs does."""
        found = ((files.get_file_from_path(place), links) for place, links in self.rendered.links.items())
        self.links_to_anchors = {file: dict(links) for file, links in found if file}
        super().validate_anchor_links(files=files, log_level=log_level)
        self.links_to_anchors = None


@dataclass(slots=True)
class Noting:
    """The files of the site, which notes those that a page leads to."""

    files: Files
    asked: set[str] = field(default_factory=set)

    def get_file_from_path(self, path: str) -> File | None:
        self.asked.add(path)
        return self.files.get_file_from_path(path)


def rendered(page: Prepared, config: MkDocsConfig, files: Files) -> Rendered:
    """A page as MkDocs and the hooks make it."""
    noting = Noting(files)
    with heard() as said:
        plain = Page(None, page.file, config)
        page.file.page = page
        plain.read_source(config)
        plain.markdown = config.plugins.on_page_markdown(plain.markdown or "", page=plain, config=config, files=files)
        plain.render(config, noting)  # type: ignore[arg-type]
        content = config.plugins.on_page_content(plain.content or "", page=plain, config=config, files=files)
    links = {file.src_uri: found for file, found in (plain.links_to_anchors or {}).items()}
    anchors = frozenset(plain.present_anchor_ids or ())
    lines = tuple((record.levelno, record.getMessage()) for record in said)
    made = (plain.meta, plain._title_from_render, content or "", plain.toc)
    return Rendered(*made, anchors, links, frozenset(noting.asked), lines)


class Listener(logging.Handler):
    """Adds what is logged to a list."""

    def __init__(self, said: list[logging.LogRecord]) -> None:
        super().__init__()
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record)


@contextmanager
def heard() -> Iterator[list[logging.LogRecord]]:
    """What MkDocs logs meanwhile, kept for the process that counts warnings."""
    said: list[logging.LogRecord] = []
    before = LOG.handlers[:]
    LOG.handlers[:] = [Listener(said)]
    try:
        yield said
    finally:
        LOG.handlers[:] = before


def settings_digest(config: MkDocsConfig, code: bytes) -> bytes:
    """What every rendered page depends on beside its own text."""
    said: Any = (config.markdown_extensions, config.mdx_configs, config.use_directory_urls, config.validation)
    said = (
        *said,
        [(name, repr(plugin.config)) for name, plugin in config.plugins.items() if hasattr(plugin, "config")],
    )
    return cache.digest(cache.fingerprint().encode(), code, repr(said).encode()).encode()
