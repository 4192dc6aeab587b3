"""The glossary: every abbreviation that a document defines, what each meaning is, and where it is printed.

`/glossary/` has all of them in one line each, `/glossary/c/` the places of those that begin with C. Every letter has a
page, also one that begins nothing yet, so that no address depends on which documents are held. An abbreviation that
very many documents define keeps its entry there with the newest places, and has all of them at `/glossary/c/camhs/`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import itemgetter
from urllib.parse import quote

from converter.recognise.authority import slugify
from converter.recognise.meanings import same_meaning
from converter.site.corpus import Held, Json, newest_first, reference
from converter.site.markup import front, up
from converter.site.paged import chunked
from converter.write.escape import inline_text
from converter.write.wording import plural

NEWEST = 3  # places of a meaning on the page of its letter that are not folded away
BUDGET = 250_000  # characters of entries on one page
INLINE = (10**6, 60, 20, 8)  # so many places of one meaning that page names, as far as it has room
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document says what an abbreviation means: the words, the document's name and the address there."""

    abbreviation: str
    meaning: str
    short: str
    reference: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An abbreviation with its meanings, the most frequent first; each has its places, the newest first."""

    slug: str
    places: tuple[tuple[Place, ...], ...]

    @property
    def name(self) -> str:
        """The abbreviation as most documents spell it."""
        return commonest(place.abbreviation for places in self.places for place in places)

    @property
    def letter(self) -> str:
        return self.slug[0].upper()


def glossary_pages(corpus: Json) -> Iterator[tuple[str, str]]:
    """Every page of the glossary with its file below docs/."""
    entries = entries_of(corpus)
    letters = {letter: list(some) for letter, some in groupby(entries, key=lambda entry: entry.letter)}
    yield "glossary/index.md", index(letters)
    for letter in LETTERS:
        some = letters.get(letter, ())
        inline = most_inline(some)
        yield f"glossary/{letter.lower()}.md", letter_page(letter, letters, inline)
        for entry in some:
            if largest(entry) > inline:
                yield from places_pages(entry)


# ---------------------------------------------------------------- what is held


def entries_of(corpus: Json) -> list[Entry]:
    """The abbreviations of all documents by the alphabet; capitals and marks do not tell two of them apart."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for report in newest_first(corpus["reports"]):
        for place in places_of(report):
            found[slugify(place.abbreviation)].append(place)
    return [Entry(slug, meanings(places)) for slug, places in sorted(found.items())]


def places_of(report: Json) -> Iterator[Place]:
    """The places at which one document defines its abbreviations."""
    rows = {row["anchor"]: row for row in report["paragraphs"]}
    rows |= {anchor: row for row in report["paragraphs"] for anchor in row.get("items", ())}
    for term in report["terms"]:
        row = rows.get(term["anchor"], {"number": None})
        url = f"{report['url']}#{quote(term['anchor'], safe=':')}".removesuffix("#")
        yield Place(term["abbreviation"], term["meaning"], report["short"], reference(Held(report, row)), url)


def meanings(places: Sequence[Place]) -> tuple[tuple[Place, ...], ...]:
    """The places of an abbreviation by meaning, the most frequent meaning first; spellings of one stand together."""
    groups: list[set[str]] = []
    for spelling in dict.fromkeys(place.meaning for place in places):
        alike = [group for group in groups if any(same_meaning(spelling, other) for other in group)]
        groups = [*(group for group in groups if group not in alike), {spelling}.union(*alike)]
    found = [tuple(place for place in places if place.meaning in group) for group in groups]
    return tuple(sorted(found, key=lambda some: (-documents(some), places.index(some[0]))))


def documents(places: Sequence[Place]) -> int:
    return len({place.url.partition("#")[0] for place in places})


def commonest(spellings: Iterable[str]) -> str:
    """The spelling that most places have; of equal ones the shortest, then the first of the alphabet."""
    counts = Counter(spellings)
    return min(counts, key=lambda spelling: (-counts[spelling], len(spelling), spelling))


def meaning_of(places: Sequence[Place]) -> str:
    return commonest(place.meaning for place in places)


# ---------------------------------------------------------------- pages


def index(letters: Mapping[str, Sequence[Entry]]) -> str:
    """All abbreviations with their meanings, one line each."""
    said = "Abbreviations as the documents on this site define them. Each leads to the places that do."
    lines = [front("Glossary", "Abbreviations as the reports define them.", "index", wide=True), "# Glossary"]
    if not letters:
        return "\n\n".join([*lines, "No document held here defines an abbreviation."]) + "\n"
    lines += [f"{said}\n{{ .lede }}", jump_bar(letters, lambda letter: f"#{letter.lower()}")]
    whole = sum(len(index_row(entry, True)) for some in letters.values() for entry in some) < BUDGET
    for letter, entries in letters.items():
        rows = "\n".join(index_row(entry, whole) for entry in entries)
        lines += [f"## {letter} {{ #{letter.lower()} }}", f'<dl class="glossary">\n{rows}\n</dl>']
    return "\n\n".join(lines) + "\n"


def index_row(entry: Entry, whole: bool) -> str:
    """An abbreviation, with its meanings where there is room for those of all."""
    link = f'<a href="{entry.letter.lower()}/#{entry.slug}">{escape(entry.name)}</a>'
    if not whole:
        return f"<div><dt>{link}</dt><dd>{plural(len(entry.places), 'meaning')}</dd></div>"
    meant = "".join(f"<dd>{escape(meaning_of(places))} {counted(places)}</dd>" for places in entry.places)
    return f"<div><dt>{link}</dt>{meant}</div>"


def counted(places: Sequence[Place]) -> str:
    return f'<span class="count">{plural(documents(places), "document")}</span>'


def jump_bar(letters: Collection[str], address: Callable[[str], str], here: str = "") -> str:
    """The alphabet, with a link for each letter that begins an abbreviation."""
    parts = []
    for letter in LETTERS:
        current = ' aria-current="page"' if letter == here else ""
        link = f'<a href="{address(letter)}"{current}>{letter}</a>'
        parts.append(link if letter in letters else f"<span>{letter}</span>")
    return f'<nav class="letters" aria-label="Letters">{" ".join(parts)}</nav>'


def most_inline(entries: Sequence[Entry]) -> int:
    """How many places of one meaning a letter's page can name, all of them where there is room."""
    fits = (most for most in INLINE if sum(len(letter_row(entry, most)) for entry in entries) < BUDGET)
    return next(fits, NEWEST)


def largest(entry: Entry) -> int:
    """How many places an abbreviation's most frequent meaning has."""
    return max(map(len, entry.places))


def letter_page(letter: str, letters: Mapping[str, Sequence[Entry]], inline: int) -> str:
    """The abbreviations of one letter: each meaning with the newest places that print it, the others folded away."""
    title = f"Glossary: {letter}"
    rows = "\n".join(letter_row(entry, inline) for entry in letters.get(letter, ()))
    none = f"No document held here defines an abbreviation that begins with {letter}."
    lines = [
        front(title, f"Abbreviations with {letter} as the reports define them.", "index", wide=True),
        "[All abbreviations](index.md)\n{ .eyebrow }",
        f"# {title}",
        jump_bar(letters, lambda other: f"../{other.lower()}/", letter),
        f'<dl class="glossary places-too">\n{rows}\n</dl>' if rows else none,
    ]
    return "\n\n".join(lines) + "\n"


def letter_row(entry: Entry, inline: int) -> str:
    meant = "".join(letter_meaning(entry, places, largest(entry) > inline) for places in entry.places)
    return f'<div id="{entry.slug}"><dt>{escape(entry.name)}</dt>{meant}</div>'


def letter_meaning(entry: Entry, places: Sequence[Place], apart: bool) -> str:
    """A meaning with its places: the newest, then the others folded away, or `apart` on a page of their own."""
    meaning = escape(meaning_of(places))
    newest = ", ".join(link(place, place.reference) for place in places[:NEWEST])
    more = plural(len(places) - NEWEST, "more place")
    called = f'{more}<span class="pp-hidden"> of {escape(entry.name)}, {meaning}</span>'
    rest = f", {own_link(entry, called)}" if apart else folded(called, places[NEWEST:])
    return f'<dd>{meaning} {counted(places)}<div class="said-in">{newest}{rest if places[NEWEST:] else ""}</div></dd>'


def folded(called: str, places: Sequence[Place]) -> str:
    """Places by the names of their documents alone."""
    return f"<details><summary>{called}</summary>{', '.join(link(place, place.short) for place in places)}</details>"


def own_link(entry: Entry, called: str) -> str:
    return f'<a href="{entry.slug}/">{called}</a>'


def link(place: Place, name: str, root: str = "../..") -> str:
    return f'<a href="{root}{escape(place.url)}">{escape(name)}</a>'


# ---------------------------------------------------------------- one abbreviation that very many documents define


def places_pages(entry: Entry) -> Iterator[tuple[str, str]]:
    """Every place of an abbreviation, the most frequent meaning first, on a page or on several."""
    letter = entry.letter.lower()
    every = [(at, place) for at, places in enumerate(entry.places) for place in places]
    chunks = list(chunked(every, lambda one: len(place_item(one[1])), BUDGET))
    files = [entry.slug, *(f"{entry.slug}/{at}" for at in range(2, len(chunks) + 1))]
    for file, chunk in zip(files, chunks, strict=True):
        page = f"glossary/{letter}/{file}.md"
        others = (up(page, f"glossary/{letter}/{other}.md") for other in files)
        pages = " · ".join(f"[{at}]({other})" for at, other in enumerate(others, 1))
        lines = [
            front(f"Glossary: {entry.name}", f"Where documents define {entry.name}.", "index", wide=True),
            f"[All with {entry.letter}]({up(page, f'glossary/{letter}.md')}#{entry.slug})\n{{ .eyebrow }}",
            f"# {inline_text(entry.name)}",
            *([f"On {len(files)} pages: {pages}"] if len(files) > 1 else []),
            *places_part(entry, chunk, up(page, "")),
        ]
        yield page, "\n\n".join(lines) + "\n"


def places_part(entry: Entry, chunk: Sequence[tuple[int, Place]], below: str) -> Iterator[str]:
    """Places under their meanings; a page lies one folder deeper than its file."""
    for at, some in groupby(chunk, key=itemgetter(0)):
        places = entry.places[at]
        yield f"## {inline_text(meaning_of(places))}"
        yield f"{plural(len(places), 'place')} in {plural(documents(places), 'document')}, the newest first."
        items = "".join(place_item(place, f"{below}..") for _, place in some)
        yield f'<ul class="people">{items}</ul>'


def place_item(place: Place, root: str = "../../../..") -> str:
    return f"<li>{link(place, place.reference, root)}</li>"
