"""Renders the pages of reports and the index pages in several processes, and only those that changed.

MkDocs renders one page after the other, in one process, and keeps the HTML of all in memory until the last is written.
Here each page is rendered by a copy of this process and kept on disk by what it was made from; MkDocs takes it from
there.
"""

from __future__ import annotations

from functools import partial
from importlib.metadata import distributions
from pathlib import Path

import project_path
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from prepared import LOG, Prepared, rendered, settings_digest
from rich.console import Console

from converter import cache
from converter.forked import spread
from converter.job import cores
from converter.progress import progress
from converter.site.shelf import Said, Shelf
from converter.stages import stage


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give every page that is made from reports alone its place on the shelf; the hooks before this have added them."""
    shelf = Shelf(Path(config.config_file_path).parent / config.extra["cache"] / "pages")
    settings = settings_digest(config, b"".join(own_code(config)))
    for file in files.documentation_pages():
        if file.generated_by or file.src_uri.startswith("reports/"):
            Prepared(file, config, shelf, cache.digest(settings, file.src_uri.encode(), file.content_bytes))
    return files


def own_code(config: MkDocsConfig) -> list[bytes]:
    """What decides how a page is rendered, beside the converter: these hooks, those of the settings, all packages."""
    own = sorted((Path(project_path.ROOT) / "hooks").glob("*.py"))
    named = [Path(config.config_file_path).parent / str(name) for name in config.hooks]
    packages = sorted({f"{package.name} {package.version}" for package in distributions()})
    return [*(path.read_bytes() for path in (*own, *named)), *(package.encode() for package in packages)]


@stage("pages rendered")
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Render what is not on the shelf yet, and repeat what MkDocs had to say about the rest."""
    held = {file.src_uri for file in files}
    missing = []
    for page in prepared(files):
        found = page.shelf.get(page.key)
        if found and found.targets <= held:
            repeat(found.said)
        else:
            missing.append(page)
    with progress("Rendering pages", "rendered", Console(stderr=True)) as tell:
        for at, said in enumerate(spread(partial(put, config, files), missing, cores()), 1):
            repeat(said)
            tell(at, len(missing), "")
    return nav


def prepared(files: Files) -> list[Prepared]:
    """The pages that are rendered here; MkDocs makes those that its navigation names itself."""
    return [file.page for file in files.documentation_pages() if isinstance(file.page, Prepared)]


def put(config: MkDocsConfig, files: Files, page: Prepared) -> Said:
    """Render a page and keep it; returns what MkDocs had to say about it."""
    made = rendered(page, config, files)
    page.shelf.put(page.key, made)
    return made.said


def repeat(said: Said) -> None:
    """Say in this process, which counts warnings, what was said in another or by an earlier build."""
    for level, words in said:
        LOG.log(level, words)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 (MkDocs passes it)
    """From here on the pages are written, and have their HTML; those that the site no longer has are forgotten."""
    pages = prepared(files)
    for page in pages:
        page.ready = True
    for page in pages[:1]:
        page.shelf.sweep({page.key for page in pages})
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 (MkDocs passes it)
    """A page that was written leaves the memory."""
    if isinstance(page, Prepared):
        page.held = None
    return output
