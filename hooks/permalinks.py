"""Checks the finished site against every address published before, and leads on from those that moved."""

from __future__ import annotations

from pathlib import Path

import project_path  # noqa: F401
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from converter.errors import PinpointError
from converter.site.addresses import addresses_of
from converter.site.permalinks import check, load_promise
from converter.site.redirects import write_redirects
from converter.stages import stage


@stage("addresses")
def on_post_build(config: MkDocsConfig) -> None:
    """Fail with the addresses that would break."""
    site = Path(config.site_dir)
    try:
        promise = load_promise(Path(config.config_file_path).parent / config.extra["reports"])
        held = addresses_of(site)
        check(promise, held)
        write_redirects(site, promise, held)
    except PinpointError as error:
        raise PluginError(str(error)) from error
