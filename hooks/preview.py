"""Shows a change on the page that it touches, within seconds; what other pages say of it comes with the next build.

It runs in a process of its own, which holds the corpus and the pages of MkDocs as the last build left them.
"""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

import project_path  # noqa: F401
from jinja2 import Environment
from linked_data import describe
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from publisher import COLOURED

from converter.convert import take_in
from converter.errors import printable
from converter.forked import end_with_parent
from converter.job import Job
from converter.link import Corpus
from converter.link.again import relink
from converter.model import Report
from converter.site.shared_parts import Kept
from converter.study import themes_in
from converter.write.files import put
from converter.write.page import page_md
from converter.write.places import path_of

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Change:
    """What changed: sources or sidecars, and files of the site; `viewed` are the pages that were looked at last."""

    reports: bool
    files: tuple[Path, ...]
    viewed: tuple[str, ...]


@dataclass(slots=True)
class Site:
    """The pages of the site as MkDocs knows them, ready to be written one by one."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    def forget_templates(self) -> None:
        """Read templates anew when they are needed."""
        if self.env.cache is not None:
            self.env.cache.clear()
        self.env.globals["kept"] = Kept()

    def write(self, file: File) -> str:
        """Render a page anew and write it; returns its place on the site."""
        page = Page(None, file, self.config)
        _populate_page(page, self.config, self.files)
        describe([page], self.config, self.files)
        return self.write_again(page)

    def write_again(self, page: Page) -> str:
        """Write a page whose text has not changed."""
        _build_page(page, self.config, self.files.documentation_pages(), self.nav, self.env)
        return f"/{page.url}"


def load_site(settings: str) -> Site:
    """Everything that MkDocs knows before it writes the first page."""
    config = load_config(settings)
    config = config.plugins.on_config(config)
    files, env = get_files(config), config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for file in files.documentation_pages():
        _populate_page(file.page or Page(None, file, config), config, files)
    return Site(config, files, nav, config.plugins.on_env(env, config=config, files=files))


@dataclass(slots=True)
class Preview:
    """The corpus and the site as they were built last, with the changes shown since."""

    job: Job
    site: Site
    corpus: Corpus
    taken: dict[Path, tuple[Report, ...]]
    failures: tuple[str, ...] = field(default=())

    def show(self, change: Change) -> Iterator[str]:
        """Write the pages that the change touches; yields the place of each, and a line for each report left out."""
        if change.reports:
            yield from self.show_reports()
        for path in change.files:
            yield from self.show_file(path, change.viewed)

    def show_reports(self) -> Iterator[str]:
        taken = take_in(self.job)
        yield from (f"left out: {line}" for line in taken.failures if line not in self.failures)
        changed = [report for path, found in taken.reports.items() if found != self.taken.get(path) for report in found]
        self.taken, self.failures = dict(taken.reports), taken.failures
        if not changed:
            return
        self.corpus = relink(self.corpus, changed)
        names = {theme.slug: theme.name for theme in themes_in(self.job.themes, "")}
        for report in filter(None, (self.corpus.by_id.get(report.id) for report in changed)):
            place = path_of(report)
            put(self.job.docs / place, page_md(report, self.corpus, names).encode())
            yield self.site.write(self.file(place))

    def show_file(self, path: Path, viewed: Sequence[str]) -> Iterator[str]:
        """A written page is written again; of a template the pages that were looked at; what pages load is copied."""
        config = self.site.config
        if any(path.is_relative_to(folder) for folder in config.theme.dirs):
            self.site.forget_templates()
            pages = {f"/{file.url}": file.page for file in self.site.files.documentation_pages()}
            yield from (self.site.write_again(page) for place in viewed if (page := pages.get(place)))
        elif path.is_relative_to(config.docs_dir) and path.is_file():
            place = path.relative_to(config.docs_dir).as_posix()
            yield self.site.write(self.file(place)) if path.suffix == ".md" else self.copy(place)

    def file(self, place: str) -> File:
        """The file of a page, which may be new."""
        found = self.site.files.get_file_from_path(place)
        if found is None:
            found = File(place, self.site.config.docs_dir, self.site.config.site_dir, use_directory_urls=True)
            self.site.files.append(found)
        return found

    def copy(self, place: str) -> str:
        config = self.site.config
        content = (Path(config.docs_dir) / place).read_bytes()
        if coloured := COLOURED.get(place):
            content = coloured(content.decode(), config.extra["publisher"].colours).encode()
        put(Path(config.site_dir) / place, content)
        return f"/{place}"


def load_preview(job: Job, settings: str) -> Preview:
    """The state of the last build; several seconds of work for hundreds of reports."""
    taken = take_in(job)
    return Preview(job, load_site(settings), taken.corpus(job), dict(taken.reports), taken.failures)


def run(connection: Connection, job: Job, settings: str) -> None:
    """Answer each change with the places of the pages that were written, until the other end is closed."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who serves ends this process
    logging.getLogger("mkdocs").setLevel(logging.ERROR)  # a new page leads to others that the next build makes
    preview = load_preview(job, settings)
    connection.send(())
    while True:
        try:
            change: Change = connection.recv()
        except EOFError:
            return
        connection.send(tuple(answered(preview, change)))


def answered(preview: Preview, change: Change) -> Iterable[str]:
    """What was written; whatever goes wrong costs only the preview, since the build that follows tells it in full."""
    try:
        yield from preview.show(change)
    except Exception as error:  # the page being written may be half a sentence
        yield f"not shown yet: {type(error).__name__}: {printable(str(error))[:LONGEST]}"
