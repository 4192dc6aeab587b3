"""The groups of links at the foot of every page: what `extra: footer:` in mkdocs.yml lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from converter.errors import SettingsError, printable

WHERE = "mkdocs.yml: extra: footer:"


@dataclass(frozen=True, slots=True)
class Group:
    """Links under a heading, each as its words and its address from the root of the site."""

    name: str
    links: tuple[tuple[str, str], ...]


def read_footer(content: object, pages: Mapping[str, str]) -> tuple[Group, ...]:
    """The groups as listed; `pages` are the addresses of the pages by their files below docs/."""
    return tuple(Group(name, tuple(links(name, rows, pages))) for name, rows in pairs(content, "groups"))


def addresses(groups: Iterable[Group]) -> frozenset[str]:
    """Where all the links of the groups lead."""
    return frozenset(address for group in groups for _, address in group.links)


def links(group: str, rows: object, pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The links of a group; raises SettingsError where one leads to no page."""
    for words, file in pairs(rows, f"links under {group}"):
        page, mark, anchor = str(file).partition("#")
        if page not in pages:
            wrong = f"{WHERE} {group}: there is no page {str(file)!r} below docs/; take the line out, or correct it"
            raise SettingsError(printable(wrong))
        yield words, pages[page] + mark + anchor


def pairs(content: object, what: str) -> Iterator[tuple[str, object]]:
    """The entries of a list of single keys and values, as `nav` is written too."""
    rows = content if isinstance(content, list) else [content] if content else []
    for row in rows:
        if not isinstance(row, dict) or len(row) != 1:
            raise SettingsError(f"{WHERE} is no list of {what}; write `- Words: page.md`, one a line")
        ((name, value),) = row.items()
        yield str(name), value
