"""The files of the published site that programs read: data, their descriptions, feeds, badges, robots.txt."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from converter.site.authority_badge import badge_data, badge_of, shields, svg
from converter.site.corpus import Json, by_authority, by_id, inspections, numbered
from converter.site.datapackage import data_package, resource
from converter.site.feed import Feed, atom
from converter.site.names import Names, absolute
from converter.site.open_tables import table_files

SUMMARY = ("id", "kind", "url", "title", "authority", "framework", "inspection", "published", "overall")
as_json = json.JSONEncoder(ensure_ascii=False).encode
SCHEMA = Path(__file__).with_name("report.schema.json")


def data_files(corpus: Json, names: Names) -> Iterator[tuple[str, str]]:
    """Every such file with its place on the site, one after the other, so that no more than one need be held."""
    names = replace(names, themes={theme["slug"]: theme["name"] for theme in corpus["themes"]})
    yield "data/reports.json", dump({"reports": [summary(report) for report in corpus["reports"]]})
    for report in corpus["reports"]:
        yield f"data/reports/{report['id']}.json", dump(report)
    resources = []
    for table, content in table_files(corpus, names):
        resources.append(resource(table, content))
        yield f"data/{table.name}.csv", content
    yield "data/datapackage.json", dump(data_package(corpus, resources, names))
    yield "data/schema/report.json", SCHEMA.read_text(encoding="utf-8")
    yield from authority_files(corpus, names)
    yield from feeds(corpus, names)
    yield "robots.txt", robots(names)


def summary(report: Json) -> Json:
    """A report's row in the list of reports, without its text."""
    return {
        **{key: report[key] for key in SUMMARY},
        "paragraphs": numbered(report),
        "data": f"/data/reports/{report['id']}.json",
    }


def authority_files(corpus: Json, names: Names) -> Iterator[tuple[str, str]]:
    """The badge of every authority, as a picture and as data."""
    for slug, documents in by_authority(corpus).items():
        badge, folder = badge_of(documents), f"authorities/{slug}"
        yield f"{folder}/badge.svg", svg(badge)
        yield f"{folder}/badge.json", dump(badge_data(badge, names))
        yield f"{folder}/shields.json", dump(shields(badge))


def feeds(corpus: Json, names: Names) -> Iterator[tuple[str, str]]:
    """The feed of the site and that of every authority; none where the site's address is not known, which ids need."""
    if not names.address:
        return
    held = by_id(corpus)
    yield "feed.xml", atom(Feed(f"{names.site}: new reports", "/feed.xml", "/", names), inspections(corpus), held)
    for slug, documents in by_authority(corpus).items():
        name, page = documents[0]["authority"]["name"], f"/authorities/{slug}/"
        reports = [report for report in documents if report["kind"] == "report"]
        feed = Feed(f"{names.site}: reports on {name}", f"{page}feed.xml", page, names)
        yield f"authorities/{slug}/feed.xml", atom(feed, reports, held)


def robots(names: Names) -> str:
    """Everything may be read; the sitemap says what there is."""
    where = f"Sitemap: {absolute(names, '/sitemap.xml')}\n" if names.address else ""
    return f"User-agent: *\nAllow: /\n{where}"


def dump(content: Json) -> str:
    """As JSON: a line for each key, and where a list is of objects a line for each of them."""
    return "{\n" + ",\n".join(f"{as_json(key)}: {lines(value)}" for key, value in content.items()) + "\n}\n"


def lines(value: object) -> str:
    if not (isinstance(value, list) and value and isinstance(value[0], dict)):
        return as_json(value)
    return "[\n " + ",\n ".join(map(as_json, value)) + "\n]"
