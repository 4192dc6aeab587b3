"""Settings files: YAML 1.2's idea of a boolean, one clear line when a file is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from converter.errors import SettingsError


class Loader(yaml.SafeLoader):
    """Safe YAML in which only true and false are booleans, so that `yes:` and `no:` can be keys."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_yaml(path: Path) -> Any:
    """The content of a YAML file; raises SettingsError naming the file and the line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506 (a SafeLoader)
    except OSError as error:
        raise SettingsError(f"{path.name}: cannot be read; check that it exists") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise SettingsError(f"{path.name}{where}: is not valid YAML; correct it") from error
