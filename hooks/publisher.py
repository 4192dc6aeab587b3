"""Gives every page what the publisher of the site says of itself: name, contact, logo, colours, and the links below."""

from __future__ import annotations

from pathlib import Path

import project_path  # noqa: F401
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from converter.errors import SettingsError
from converter.site.colours import in_icon, in_sheet
from converter.site.corpus import load_corpus
from converter.site.footer import addresses, read_footer
from converter.site.names import Names
from converter.site.publisher import ICON, read_publisher
from converter.site.text_pages import Known, filled

COLOURED = {"assets/pinpoint.css": in_sheet, ICON: in_icon}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the settings once; every page and template then has them."""
    try:
        config.extra["publisher"] = read_publisher(config.extra.get("publisher"), Path(config.docs_dir))
    except SettingsError as error:
        raise PluginError(str(error)) from error
    config.theme["favicon"] = config.extra["publisher"].favicon
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the publisher's colours into the style sheet and the icon."""
    for place, coloured in COLOURED.items():
        if found := files.get_file_from_path(place):
            files.remove(found)
            content = coloured(found.content_string, config.extra["publisher"].colours)
            files.append(File.generated(config, place, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs passes it)
    """Fill the written pages; those made from reports have no such places."""
    if page.file.generated_by or page.file.src_uri.startswith("reports/"):
        return markdown
    names = Names(config.site_name, config.site_url or "")
    return filled(markdown, Known(load_corpus(Path(config.docs_dir)), names, config.extra["publisher"]))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Find the pages of the footer, all of which are known by now."""
    pages = {file.src_uri: file.url for file in files.documentation_pages()}
    try:
        groups = read_footer(config.extra.get("footer"), pages)
    except SettingsError as error:
        raise PluginError(str(error)) from error
    env.globals |= {"footer": groups, "footed": addresses(groups)}
    return env
