"""What index pages have in common: front matter, links between pages, counts."""

from __future__ import annotations

import json

from converter.write.wording import plural


def front(title: str, description: str, kind: str, wide: bool = False) -> str:
    """The front matter of an index page; a `wide` one has no contents beside it."""
    values = {"title": title, "description": description, "kind": kind, **({"hide": ["toc"]} if wide else {})}
    return "\n".join(["---", *(f"{key}: {json.dumps(value)}" for key, value in values.items()), "---", ""])


def up(page: str, target: str) -> str:
    """The relative link from `page` to `target`, both below docs/."""
    return "../" * page.count("/") + target


def count_of(count: int, one: str) -> str:
    """A count beside a link."""
    return f'<span class="count">{plural(count, one)}</span>'
