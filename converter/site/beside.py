"""Passages of other reports beside a single paragraph, and the way from its page to its authority."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import quote

from converter.site.corpus import Held, Json, reference
from converter.write.badges import badge_html
from converter.write.wording import shortened

LONGEST = 160


def passages_beside(corpus: Json) -> Mapping[str, Sequence[Held]]:
    """For each address (report#anchor) the passages of other reports on the same matter."""
    named = {address for some in corpus["related"].values() for address in some}
    held = {
        address: Held(report, row)
        for report in corpus["reports"]
        for row in report["paragraphs"]
        if (address := f"{report['id']}#{row['anchor']}") in named
    }
    return {address: [held[other] for other in some] for address, some in corpus["related"].items()}


def beside_section(passages: Sequence[Held], root: str) -> str:
    """The passages as a part of a paragraph's page; nothing where there are none."""
    if not passages:
        return ""
    return (
        '<section class="beside">\n<h2>On the same theme in other reports</h2>\n'
        "<p>Found by rules, by likeness of words; not chosen by inspectors.</p>\n"
        f"<ul>\n{''.join(entries(passages, root))}</ul>\n</section>\n"
    )


def entries(passages: Iterable[Held], root: str) -> Iterable[str]:
    for held in passages:
        place = f"{root}{quote(held.report['url'].lstrip('/'))}#{quote(held.row['anchor'])}"
        text = escape(shortened(held.row["text"], LONGEST))
        yield f'<li><a href="{place}">{escape(reference(held))}</a> {badge_html(held.row["grade"])} {text}</li>\n'


def way_up(report: Json, root: str) -> str:
    """Links to the authority and to the report in which a paragraph stands."""
    title, authority = str(report["title"]), report["authority"]
    if not authority:
        return f'<a href="../">{escape(title)}</a>'
    name = str(authority["name"])
    rest = title.removeprefix(f"{name}: ")
    place = f'<a href="{root}authorities/{quote(authority["slug"])}/">{escape(name)}</a>'
    return f'{place} <span aria-hidden="true">›</span> <a href="../">{escape(rest[:1].upper() + rest[1:])}</a>'
