"""The description of the tables that programs read: a Data Package (version 2)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from converter.site.corpus import Json, inspections
from converter.site.judged import publisher
from converter.site.names import Names, absolute
from converter.site.open_tables import Table
from converter.write.badges import WORDS

PROFILE = "https://datapackage.org/profiles/2.0/{}.json"
ABOUT = (
    "Inspection reports as tables: the reports, what they judge, what they ask for, and where each paragraph stands. "
    "Grades, dates and words are as printed. Nothing is filled in: an empty cell says that the report prints none."
)
LIMITS = ("unique", "enum", "pattern", "minimum")


def data_package(corpus: Json, resources: Sequence[Json], names: Names) -> Json:
    """The package that describes the tables, each a resource."""
    home, page, by = absolute(names, "/"), absolute(names, "/data/"), publishers(corpus)
    return {
        "$schema": PROFILE.format("datapackage"),
        "name": "inspection-reports",
        "title": f"{names.site}: inspection reports as tables",
        "description": ABOUT,
        "homepage": page,
        "version": corpus.get("version", "0"),
        "keywords": ["inspection reports", "children's services", "judgements", "recommendations", "England"],
        "licenses": [{"title": "The terms of each report: column licence of reports.csv", "path": f"{page}#licence"}],
        **({"sources": [{"title": name} for name in by]} if by else {}),
        "contributors": [
            {"title": names.site, "path": home, "roles": ["publisher"]},
            *({"title": name, "roles": ["author"]} for name in by),
        ],
        "resources": list(resources),
    }


def publishers(corpus: Json) -> list[str]:
    """Who published the reports, by name."""
    return sorted({name for report in inspections(corpus) if (name := publisher(report))})


def resource(table: Table, content: str) -> Json:
    """One table, its file with its size and hash, and its columns."""
    data = content.encode("utf-8")
    return {
        "$schema": PROFILE.format("dataresource"),
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {
            "$schema": PROFILE.format("tableschema"),
            "fields": [field(name, column) for name, column in table.columns.items()],
            "primaryKey": list(table.key),
            "foreignKeys": [foreign_key(link) for link in table.links],
            "missingValues": [""],
        },
    }


def foreign_key(link: Mapping[str, object]) -> Json:
    return {"fields": link["from"], "reference": {"resource": link["table"], "fields": link["to"]}}


def field(name: str, column: Mapping[str, object]) -> Json:
    """One column: its type, what it means, and what it may hold."""
    limits = {limit: column[limit] for limit in ("required", *LIMITS) if limit in column}
    if limits.get("enum") == "grades":
        limits["enum"] = list(WORDS)
    kind = {"type": column["type"], **({"format": column["format"]} if "format" in column else {})}
    if column["type"] == "list":
        kind = {"type": "list", "delimiter": " ", "itemType": "string"}
    return {"name": name, **kind, "description": column["says"], **({"constraints": limits} if limits else {})}
