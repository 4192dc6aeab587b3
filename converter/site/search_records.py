"""What stands for each addressed block in the search index: its words, and what the list of results shows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.site.corpus import Held, Json, reference

SHORTEST = 4  # words, below which a block says too little to be found


def searched(report: Json) -> int:
    """How many blocks of a document the index holds."""
    return sum(1 for row in report["paragraphs"] if worth_finding(row))


def worth_finding(row: Json) -> bool:
    return len(row["text"].split(None, SHORTEST)) >= SHORTEST


def records(reports: Iterable[Json]) -> Iterator[Json]:
    """A record of Pagefind for each block that is worth finding."""
    for report in reports:
        titles = {section["anchor"]: str(section["title"] or "") for section in report["sections"]}
        asked = {point["anchor"] for point in report["recommendations"]}
        for row in report["paragraphs"]:
            if worth_finding(row):
                yield record(Held(report, row), titles.get(row["section"], ""), asked)


def record(held: Held, section: str, asked: set[str]) -> Json:
    """One block: what is shown of it (`meta`), and what it can be found by beside its words (`filters`)."""
    row = held.row
    meta = {"title": reference(held), "section": section, "grade": row["grade"] or ""}
    return {
        "url": f"{held.report['url']}#{row['anchor']}",
        "content": f"{row['text']}\n{row['more']}" if "more" in row else row["text"],
        "language": "en",
        "meta": {name: value for name, value in meta.items() if value},
        "filters": filters(held, asked),
    }


def filters(held: Held, asked: set[str]) -> dict[str, list[str]]:
    """The filters of a block; `asked` are the anchors of its document's recommendations.

    What is true of a whole document, such as its authority, stands once in the list of documents: Pagefind fetches a
    filter whole, however little of it is asked for. A document is known by its address, which another never changes.
    """
    row = held.row
    found = {
        "document": [held.report["id"]],
        "grade": [row["grade"]] if row["grade"] else [],
        "theme": list(row["themes"]),
        "kind": ["recommendation"] if asked & {row["anchor"], *row.get("items", [])} else [],
    }
    return {name: values for name, values in found.items() if values}
