"""Lets templates render once what is the same on many pages, and write no white space for their own lines."""

from __future__ import annotations

import project_path  # noqa: F401
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from converter.site.shared_parts import Kept, among, rooted


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 (MkDocs passes it)
    """No template is compiled yet."""
    env.trim_blocks = env.lstrip_blocks = True
    env.globals |= {"kept": Kept(), "lying_in": lying_in}
    env.filters["rooted"] = rooted
    return env


def lying_in(page: str | None, nav: Navigation | None) -> tuple[str, ...]:
    """The addresses of the site's menu in which a page lies."""
    return among(page, [one.url for one in nav.pages] if nav else ())
