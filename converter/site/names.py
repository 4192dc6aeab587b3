"""What every page of a site says of the site itself, and whole addresses for those who stand outside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Names:
    """A site's name, its address, empty where that is not known, the names of its themes, and its icon."""

    site: str
    address: str
    themes: Mapping[str, str] = field(default_factory=dict)
    icon: str = "assets/favicon.svg"


def absolute(names: Names, place: str) -> str:
    """The whole address of a place such as `/reports/norbury/2019-03-ilacs/#p41`; from the root where none is known."""
    page, mark, anchor = place.partition("#")
    return f"{names.address or '/'}{quote(page.lstrip('/'))}{mark}{quote(anchor)}"
