"""What the page "Open data" lists: the files, the columns of each table, the keys of a report's file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from converter.site.corpus import Json, inspections
from converter.site.data import SCHEMA
from converter.site.markup import count_of
from converter.site.names import Names, absolute
from converter.site.open_tables import ROWS, Table, tables
from converter.write.badges import WORDS

ADDRESS, REPORT, SOME = "ADDRESS/", "REPORT", "AUTHORITY/REPORT"
FILES = (
    ("data/reports.json", "The list of all documents."),
    ("data/datapackage.json", "A Data Package that describes the tables: types, keys, what each column means."),
    ("data/schema/report.json", "JSON Schema of the file of one report."),
    ("feed.xml", "Atom feed of the newest 50 reports: what they judge, what changed, what they ask for."),
    ("sitemap.xml", "Every page that search engines should have, with the date of its newest report."),
)
OF_ONE = (
    ("data/reports/AUTHORITY/REPORT.json", "One report with all its text."),
    ("authorities/AUTHORITY/feed.xml", "Atom feed of the reports on one authority."),
    ("authorities/AUTHORITY/badge.svg", "Its badge; beside it `badge.json` and `shields.json`."),
)
TYPES = {"list": "words parted by spaces", "string": "text", "integer": "whole number", "date": "date"}


def filled(markdown: str, corpus: Json, names: Names) -> str:
    """The page with its lists, and with addresses of this site in its examples."""
    newest = next((report["id"] for report in inspections(corpus)), SOME)
    page = markdown.replace(f"reports/{REPORT}", f"reports/{newest}").replace(ADDRESS, absolute(names, "/"))
    parts = {"files": files(names), "tables": every_table(corpus, names), "keys": keys_of_report()}
    for name, lines in parts.items():
        page = page.replace(f"<!-- {name} -->", "\n".join(lines))
    return page


def files(names: Names) -> Iterator[str]:
    """The files as a list; those of one report or authority without a link, since there are many."""
    for table in tables():
        yield f"- [data/{table.name}.csv]({absolute(names, f'/data/{table.name}.csv')}): {table.description}"
    for place, says in FILES:
        yield f"- [{place}]({absolute(names, f'/{place}')}): {says}"
    for place, says in OF_ONE:
        yield f"- `{place}`: {says}"


def every_table(corpus: Json, names: Names) -> Iterator[str]:
    """Each table with how many rows it has and what its columns mean."""
    for table in tables():
        rows = sum(1 for _ in ROWS[table.name](corpus, names))
        yield f"### {table.title} {{ #table-{table.name} }}\n"
        yield f"`{table.name}.csv` {count_of(rows, 'row')}\n\n{table.description} {key_of(table)}\n"
        yield from (f"- `{name}` ({sort_of(column)}): {column['says']}" for name, column in table.columns.items())
        yield ""


def key_of(table: Table) -> str:
    """Which columns tell one row from another, and which lead to other tables."""
    key = " with ".join(f"`{name}`" for name in table.key)
    links = [f"`{link['from'][0]}` leads to `{link['table'] or table.name}`" for link in table.links]
    return f"{key} tells one row from another{'; ' if links else ''}{', '.join(links)}."


def sort_of(column: Mapping[str, object]) -> str:
    """What kind of value a column holds."""
    limits = column.get("enum")
    some = tuple(WORDS) if limits == "grades" else limits
    if isinstance(some, list | tuple):
        return "one of " + ", ".join(f"`{value}`" for value in some)
    return "address" if column.get("format") == "uri" and column["type"] == "string" else TYPES[str(column["type"])]


# ---------------------------------------------------------------- the file of one report


def keys_of_report() -> Iterator[str]:
    """Every key as the schema describes it."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    yield from keys_of(schema, schema["$defs"], 0)


def keys_of(schema: Json, shared: Json, depth: int) -> Iterator[str]:
    """The keys of an object, each followed by those of what it holds."""
    for name, one in schema.get("properties", {}).items():
        target = shared[one["$ref"].rpartition("/")[2]] if "$ref" in one else one
        optional = "" if name in schema.get("required", ()) else " *(optional)*"
        yield f"{'    ' * depth}- `{name}`{optional}: {one.get('description') or target['description']}"
        for inner in (one, one.get("items", {}), *one.get("anyOf", ())):
            if "properties" in inner:
                yield from keys_of(inner, shared, depth + 1)
