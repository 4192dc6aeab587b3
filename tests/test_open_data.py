"""The open data of a built site: it keeps to its own descriptions, and every example on its page runs."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest
from conftest import ROOT, Built
from frictionless import validate
from invariants import anchors
from jsonschema import Draft202012Validator

from converter.site.corpus import inspections, load_corpus
from converter.site.open_tables import tables
from converter.site.redirects import MOVED
from converter.write.badges import WORDS

BASE = "http://localhost:8000/"
EXAMPLE = re.compile(r'<pre><code class="language-(\w+)">(.*?)</code></pre>', re.DOTALL)
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def schema(samples: Built) -> Any:
    found = read(samples.site / "data" / "schema" / "report.json")
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def some_report(samples: Built) -> Any:
    return read(samples.site / "data" / "reports" / "norbury" / "2015-06-sif.json")


# ---------------------------------------------------------------- tables and data files


def errors(package: Path) -> list[str]:
    return [error.type for task in validate(str(package)).tasks for error in task.errors]


def test_the_tables_are_as_the_data_package_says(samples: Built) -> None:
    package = samples.site / "data" / "datapackage.json"
    assert errors(package) == []
    assert [one["name"] for one in read(package)["resources"]] == [table.name for table in tables()]


@pytest.mark.parametrize(
    ("table", "old", "new", "error"),
    [
        ("judgements", ",good,", ",great,", "constraint-error"),
        ("judgements", "norbury/2015-06-sif,", "norbury/1999-01-sif,", "foreign-key"),
        ("reports", "2015-06-25,", "25 June 2015,", "type-error"),
        ("themes", "\nearly-help,", "\nchild-protection,", "primary-key"),
    ],
)
def test_tables_that_are_not_so_are_told(
    samples: Built, tmp_path: Path, table: str, old: str, new: str, error: str
) -> None:
    data = Path(shutil.copytree(samples.site / "data", tmp_path / "data"))
    path = data / f"{table}.csv"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != before
    package = read(data / "datapackage.json")
    for resource in package["resources"]:  # else a wrong hash is all that is told
        del resource["hash"], resource["bytes"]
    (data / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert error in errors(data / "datapackage.json")


def test_the_file_of_every_report_is_as_its_schema_says(samples: Built, schema: Any) -> None:
    files = sorted((samples.site / "data" / "reports").rglob("*.json"))
    assert len(files) == len(samples.outcome.corpus.reports)
    for path in files:
        assert [error.message for error in schema.iter_errors(read(path))] == [], path
    assert schema.schema["$defs"]["grade"]["enum"] == list(WORDS)


@pytest.mark.parametrize(
    "change",
    [
        {"new_key": 1},
        {"overall": "great"},
        {"published": "25 June 2015"},
        {"authority": {"slug": "norbury", "name": "Norbury", "region": "North"}},
        {"references": [{"anchor": "p1", "text": "x", "to": None, "status": "lost", "kind": None, "when": None}]},
        {"judgements": [{"area": "overall", "label": "x", "grade": "good"}]},
        {"agenda": []},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_file_that_is_not_so_is_told(samples: Built, schema: Any, change: dict[str, Any]) -> None:
    assert not schema.is_valid({**some_report(samples), **change})


# ---------------------------------------------------------------- pages, feeds, sitemap


def test_every_page_has_linked_data_and_leads_to_the_feed(samples: Built) -> None:
    stubs = {"404.html"}
    assert read(samples.site / MOVED) == {}
    kinds: Counter[str] = Counter()
    for page in sorted(samples.site.rglob("*.html")):
        place = page.relative_to(samples.site).as_posix()
        text = page.read_text(encoding="utf-8")
        scripts = LINKED.findall(text)
        assert len(scripts) == (place not in stubs), place
        assert 'type="application/atom+xml"' in text, place
        for script in scripts:
            subject, *trail = read_script(script)
            kinds[subject["@type"]] += 1
            assert subject["url"] == urljoin(BASE, place.removesuffix("index.html")), place
            assert len(trail) == (subject["@type"] not in {"WebSite", "Quotation"}), place
            assert not trail or trail[0]["itemListElement"][-1]["item"] == subject["url"], place
    assert {"WebSite", "Report", "DigitalDocument", "CollectionPage", "Dataset", "WebPage", "Quotation"} <= set(kinds)


def read_script(script: str) -> list[dict[str, Any]]:
    graph: list[dict[str, Any]] = json.loads(script)["@graph"]
    return graph


def test_every_address_in_the_linked_data_leads_to_a_page(samples: Built) -> None:
    report = samples.site / "reports" / "norbury" / "2015-06-sif"
    for page, least in ((report / "index.html", 5), (report / "p7" / "index.html", 2)):
        found = LINKED.search(page.read_text(encoding="utf-8"))
        assert found
        addresses = re.findall(rf'"{BASE}([^"#]*)', found[1])
        assert len(addresses) >= least
        for address in addresses:
            place = samples.site / address
            assert (place / "index.html" if address.endswith("/") or not address else place).is_file(), address


def test_the_feeds_lead_to_the_reports(samples: Built) -> None:
    held = [urljoin(BASE, report["url"]) for report in inspections(load_corpus(samples.docs))]
    for name in ("feed.xml", "authorities/norbury/feed.xml"):
        feed = feedparser.parse((samples.site / name).read_bytes())
        assert not feed.bozo
        assert [entry.link for entry in feed.entries] == held
        assert f'rel="self" type="application/atom+xml" href="{BASE}{name}"' in (samples.site / name).read_text("utf-8")
        for entry in feed.entries:
            for link in re.findall(r'href="([^"]+)"', entry.content[0].value):
                page, _, anchor = link.removeprefix(BASE).partition("#")
                assert anchors(samples.site / page / "index.html").ids[anchor] == 1, link


def test_the_sitemap_has_every_page_that_is_its_own_canonical_one(samples: Built) -> None:
    urls = ElementTree.parse(samples.site / "sitemap.xml").getroot().findall(f"{SITEMAP}url")  # noqa: S314 (our own)
    listed = {url.findtext(f"{SITEMAP}loc") or "": url.findtext(f"{SITEMAP}lastmod") for url in urls}
    assert len(listed) == len(urls)
    wanted = set()
    for page in samples.site.rglob("index.html"):
        own = urljoin(BASE, page.relative_to(samples.site).as_posix().removesuffix("index.html"))
        if f'<link rel="canonical" href="{own}">' in page.read_text(encoding="utf-8"):
            wanted.add(own)
    assert set(listed) == wanted
    assert listed[f"{BASE}reports/norbury/2015-06-sif/"] == "2015-06-25"
    assert listed[BASE] == listed[f"{BASE}authorities/norbury/"] == "2019-03-15"
    assert listed[f"{BASE}about/"] is None
    assert f"Sitemap: {BASE}sitemap.xml" in (samples.site / "robots.txt").read_text("utf-8")


def test_an_authority_shows_its_badge_with_the_code_to_copy(samples: Built) -> None:
    folder = samples.site / "authorities" / "norbury"
    page = (folder / "index.html").read_text(encoding="utf-8")
    said = read(folder / "badge.json")
    assert (said["grade"], said["year"]) == ("good", 2019)
    assert (samples.site / said["report"].removeprefix(BASE) / "index.html").is_file()
    code, picture = html.unescape(page), f"{BASE}authorities/norbury/badge.svg"
    assert '<img src="badge.svg" alt="Ofsted: Norbury children\'s services, 2019: good">' in code
    assert f'<img src="{picture}" alt="Norbury: latest inspection grades">' in code
    assert f"[![Norbury: latest inspection grades]({picture})]({BASE}authorities/norbury/)" in code
    assert (folder / "badge.svg").read_text(encoding="utf-8").count("<text") == 2


# ---------------------------------------------------------------- the page about the data


def examples(samples: Built) -> list[tuple[str, str]]:
    page = (samples.site / "data" / "index.html").read_text(encoding="utf-8")
    found = [(language, html.unescape(code)) for language, code in EXAMPLE.findall(page)]
    assert len(found) == page.count("<pre")
    return found


def run(language: str, code: str, folder: Path) -> str:
    """What an example prints; it must not fail, and Python must not warn."""
    command = ["sh", "-eu", "-c", code] if language == "sh" else [sys.executable, "-W", "error", "-c", code]
    paths = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": paths, "NO_PROXY": "127.0.0.1", "COLUMNS": "200"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (code, done.stderr)
    return done.stdout


def test_every_example_runs(samples: Built, address: str, tmp_path: Path) -> None:
    found = examples(samples)
    assert {language for language, _ in found} == {"sh", "python"}
    said = [run(language, code.replace(BASE, address), tmp_path) for language, code in found]
    one, by_year, themes, words, _, tables_said, frictionless, jsonschema = said
    assert json.loads(one)["id"] == "norbury/2019-03-ilacs"
    assert read(tmp_path / "reports.json") == read(samples.site / "data" / "reports.json")
    assert [line.split() for line in by_year.splitlines()] == [
        ["grade", "good", "requires-improvement"],
        ["year"],
        ["2015", "0", "1"],
        ["2019", "1", "0"],
    ]
    counted = {slug: int(count) for slug, count in re.findall(r"^([a-z-]+) +(\d+)$", themes, re.MULTILINE)}
    given = load_corpus(samples.docs)["reports"]
    assert counted
    assert counted == Counter(theme for one in given for point in one["recommendations"] for theme in point["themes"])
    newest = next(one for one in given if one["id"] == "norbury/2019-03-ilacs")
    about = [row for row in newest["paragraphs"] if "child-protection" in row["themes"]]
    assert len(words.splitlines()) == len(about) > 1
    assert words.startswith(f"Norbury 2019, {about[0]['number'] or about[0]['anchor']}: {about[0]['text'][:40]}")
    assert re.search(r"requires-improvement │ good +│ +1 │", tables_said)
    assert re.search(r"care-leavers +│ requires-improvement │ +\d+ │", tables_said)
    assert frictionless.count("VALID") == len(tables())
    assert jsonschema.endswith("is as described\n")


def test_the_page_names_every_file_column_and_key(samples: Built) -> None:
    page = (samples.site / "data" / "index.html").read_text(encoding="utf-8")
    links = anchors(samples.site / "data" / "index.html").links
    for path in sorted((samples.site / "data").glob("*.*")):
        if path.suffix != ".html":
            assert f"{BASE}data/{path.name}" in links, path
    for table in tables():
        for name in table.columns:
            assert f"<code>{name}</code>" in page, (table.name, name)
    for name in read(samples.site / "data" / "schema" / "report.json")["properties"]:
        assert f"<code>{name}</code>" in page, name
    assert "<!-- " not in page[page.index("<article") : page.index("</article>")]
    assert (ROOT / "docs" / "data.md").read_text("utf-8").count("```") == 2 * len(examples(samples))
