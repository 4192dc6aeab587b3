"""The written pages (about, how to cite, accessibility and others): what only the built site knows is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from converter.site.citing import addresses, examples
from converter.site.corpus import Json
from converter.site.figures import figures
from converter.site.names import Names
from converter.site.publisher import Publisher, contact_link
from converter.write.escape import inline_text

UNDATED = "This statement does not say yet when it was prepared."
UNKNOWN = "This site does not name an address for questions yet."


@dataclass(frozen=True, slots=True)
class Known:
    """What a page may tell: what is held, what the site is called, who publishes it."""

    corpus: Json
    names: Names
    publisher: Publisher


def filled(markdown: str, known: Known) -> str:
    """A page with each of its places, such as `<!-- contact -->`, filled in."""
    for name, part in PARTS.items():
        place = f"<!-- {name} -->"
        if place in markdown:
            markdown = markdown.replace(place, part(known))
    return markdown


def site_name(known: Known) -> str:
    return inline_text(known.names.site)


def publisher_name(known: Known) -> str:
    """Who publishes the site; its own name where nobody is named."""
    return inline_text(known.publisher.name or known.names.site)


def contact(known: Known) -> str:
    """Where questions go, as a sentence."""
    found = contact_link(known.publisher)
    return f"Write to {found}." if found else UNKNOWN


def statement(known: Known) -> str:
    """Who prepared the accessibility statement, and when."""
    publisher = known.publisher
    by = f" by {inline_text(publisher.statement_by)}" if publisher.statement_by else ""
    when = publisher.statement_date
    on = f" on {when.day} {when:%B %Y}" if when else ""
    return f"This statement was prepared{by}{on}." if by or on else UNDATED


def terms(known: Known) -> str:
    """The terms of the publisher's own words; nothing where none are named."""
    licence = known.publisher.licence.rstrip(".")
    return f"What {publisher_name(known)} wrote itself is under: {inline_text(licence)}." if licence else ""


PARTS: Mapping[str, Callable[[Known], str]] = {
    "site": site_name,
    "publisher": publisher_name,
    "contact": contact,
    "statement": statement,
    "terms": terms,
    "figures": lambda known: figures(known.corpus),
    "examples": lambda known: examples(known.corpus, known.names),
    "addresses": lambda known: addresses(known.corpus, known.names),
}
