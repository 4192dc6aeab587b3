"""Parts of pages that are the same on many, such as the links at head and foot: each is rendered once and kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
INDENTED = re.compile(r"\s*\n\s*")


class Kept:
    """What templates rendered before, by what it depends on: `{% call kept("footer", root) %}...{% endcall %}`."""

    def __init__(self) -> None:
        self.parts: dict[Hashable, str] = {}

    def __call__(self, *depends: Hashable, caller: Callable[[], str]) -> str:
        if depends not in self.parts:
            self.parts[depends] = INDENTED.sub("\n", caller())
        return self.parts[depends]


def rooted(address: str, root: str) -> str:
    """An address of the site as a link from a page that has the way `root` to the site's root."""
    if ELSEWHERE.match(address):
        return address
    return f"{root.rstrip('/')}/{address.removeprefix('./').removeprefix('/')}"


def among(page: str | None, addresses: Iterable[str]) -> tuple[str, ...]:
    """Those of the addresses that are a page's own or of a folder in which it lies, and its own again."""
    if page is None:
        return ()
    found = tuple(address for address in addresses if address and page.startswith(address))
    return (*found, page) if page in found else found
