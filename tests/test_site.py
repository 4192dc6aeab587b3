"""The built site: index pages, data, links, and what it fetches."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import escape
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
import yaml
from conftest import ROOT, Built, build
from invariants import anchors

from converter.site.corpus import EMPTY, blocks, load_corpus, year
from converter.site.listing import overall
from converter.site.pages import index_pages
from converter.themes import Theme, load_themes
from converter.write.dialect import EXTENSIONS

THEMES = load_themes(ROOT / "themes.yml")
LISTED = re.compile(r'<a class="where" href="[^"]*reports/[^"]+#p\d+">(?:Essex|Thurrock) \d{4}, paragraph \d+</a>')
BASE = "http://localhost:8000/"


def pages(built: Built) -> list[Path]:
    return sorted(built.site.rglob("*.html"))


def address(built: Built, page: Path) -> str:
    return urljoin(BASE, str(page.relative_to(built.site)).removesuffix("index.html"))


def target(built: Built, link: str) -> Path:
    path = unquote(urlsplit(link).path).lstrip("/")
    return built.site / path / "index.html" if path.endswith("/") or not path else built.site / path


def test_the_strict_build_says_nothing(samples: Built) -> None:
    assert "WARNING" not in samples.log


def test_no_link_or_anchor_is_dead(samples: Built) -> None:
    found = {page: anchors(page) for page in pages(samples)}
    dead = []
    for page, here in found.items():
        for link in here.links:
            whole = urljoin(address(samples, page), link)
            if not whole.startswith(BASE):
                continue
            file = target(samples, whole)
            fragment = urlsplit(whole).fragment
            missing = fragment and file in found and fragment not in found[file].ids and fragment != "__skip"
            if not file.exists() or missing:
                dead.append(f"{page.relative_to(samples.site)}: {link}")
    assert dead == []


def test_no_id_stands_twice_on_a_page(samples: Built) -> None:
    for page in pages(samples):
        assert [name for name, count in anchors(page).ids.items() if count > 1] == [], page


def test_no_page_asks_another_host(samples: Built) -> None:
    for page in pages(samples):
        for link in anchors(page).fetched:
            assert urljoin(address(samples, page), link).startswith(BASE), (page, link)
    for sheet in samples.site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//", sheet.read_text(encoding="utf-8")), sheet


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.slug)
def test_each_theme_leads_to_every_paragraph_once(samples: Built, theme: Theme) -> None:
    folder = samples.site / "themes" / theme.slug
    listed = [link for link in anchors(folder / "index.html").links if "#" in link and "/reports/" in link]
    assert [link for link, count in Counter(listed).items() if count > 1] == []
    held = [block for block in blocks(load_corpus(samples.docs)) if theme.slug in block.row["themes"]]
    shown = [page.read_text(encoding="utf-8") for page in folder.glob("*/**/index.html")]
    assert sum(text.count('<div class="paragraph"') for text in shown) == len(held)
    for block in held:
        link = f"{block.report['url']}#{quote(block.row['anchor'])}"
        assert sum(link in text for text in shown) == 1, link
        words = escape(" ".join(part for part in (block.row["text"], block.row.get("more")) if part))
        assert any(words in text.replace(" <br>", " ") for text in shown), link


def test_the_matrix_counts_the_paragraphs_of_inspection_reports(samples: Built) -> None:
    text = (samples.site / "themes" / "index.html").read_text(encoding="utf-8")
    corpus = load_corpus(samples.docs)
    for name, key in (("framework", lambda report: report["framework"]), ("year", year)):
        wanted = Counter(
            (slug, str(key(block.report)))
            for block in blocks(corpus)
            if block.report["kind"] == "report"
            for slug in block.row["themes"]
        )
        pattern = rf'\?theme=([a-z-]+)&amp;{name}=(\w[\w-]*)&amp;[^"]*"[^>]*>(\d+)<'
        assert {(slug, column): int(count) for slug, column, count in re.findall(pattern, text)} == wanted


def test_the_chart_is_the_table_of_its_own_figures(samples: Built) -> None:
    text = (samples.site / "themes" / "care-leavers" / "index.html").read_text(encoding="utf-8")
    chart = text[text.index('<div class="chart">') : text.index("</table>")]
    assert re.findall(r'<th scope="col">(?:<i[^>]*></i><span>)?([^<]+)', chart) == [
        "Year",
        "Good",
        "Requires improvement or adequate",
        "No grade",
        "All",
    ]
    about = [block for block in blocks(load_corpus(samples.docs)) if "care-leavers" in block.row["themes"]]
    held = [block for block in about if block.report["kind"] == "report"]
    rows = re.findall(r'<th scope="row">(\d{4})</th><td class="bar" aria-hidden="true">(.*?)</td>(.*?)</tr>', chart)
    assert [when for when, _, _ in rows] == ["2019", "2015", "2011"]
    most = max(Counter(year(block.report) for block in held).values())
    for when, bar, cells in rows:
        figures = [int(cell.replace("–", "0")) for cell in re.findall(r"<td>(.+?)</td>", cells)]
        of_year = [block for block in held if year(block.report) == when]
        assert figures[-1] == sum(figures[:-1]) == len(of_year)
        assert figures[0] == sum(block.row["grade"] == "good" for block in of_year)
        widths = [float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)%"', bar)]
        assert len(widths) == sum(figure > 0 for figure in figures[:-1])
        assert sum(widths) == pytest.approx(100 * len(of_year) / most, abs=0.5)


def test_each_theme_has_real_paragraphs_with_authority_year_grade_and_link(seeds: Built) -> None:
    for theme in THEMES:
        folder = seeds.site / "themes" / theme.slug
        text = (folder / "index.html").read_text(encoding="utf-8")
        assert re.search(
            r'<a class="where" href="[^"]*reports/[^"]+#p\d+">(?:Essex|Thurrock) \d{4}, paragraph \d+</a>', text
        )
        assert '<strong class="grade ' in text
        for page in folder.rglob("index.html"):
            shown = page.read_text(encoding="utf-8")
            listed = re.findall(r'<a class="(?:where|number|there)" href="([^"]*/reports/[^"]*#[^"]*)"', shown)
            assert listed
            assert len(listed) == len(set(listed))


def test_a_point_of_a_list_stands_under_its_own_theme_too(seeds: Built) -> None:
    corpus = load_corpus(seeds.docs)
    found = 0
    for report in corpus["reports"]:
        blocks_of = {anchor: row for row in report["paragraphs"] for anchor in (row["anchor"], *row.get("items", ()))}
        for point in report["recommendations"]:
            for theme in point["themes"]:
                page = seeds.site / "themes" / theme / report["authority"]["slug"] / "index.html"
                found += theme not in blocks_of[point["anchor"]]["themes"]
                assert escape(point["text"]) in page.read_text(encoding="utf-8"), (point["anchor"], theme)
    assert found


def test_the_data_is_what_the_pages_say(samples: Built) -> None:
    index = json.loads((samples.site / "data" / "reports.json").read_text(encoding="utf-8"))["reports"]
    assert {row["id"] for row in index} == {report.id for report in samples.outcome.corpus.reports}
    for row in index:
        data = json.loads((samples.site / row["data"].lstrip("/")).read_text(encoding="utf-8"))
        page = anchors(samples.site / row["url"].lstrip("/") / "index.html")
        for kind in ("judgements", "sections", "paragraphs", "recommendations"):
            assert all(page.ids[entry["anchor"]] == 1 for entry in data[kind]), (row["id"], kind)
    assert not (samples.site / "reports" / "corpus.json").exists()


def test_every_paragraph_can_be_found_by_search(samples: Built) -> None:
    entry = json.loads((samples.site / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))
    written = sum(1 for held in blocks(load_corpus(samples.docs)) if len(held.row["text"].split()) >= 4)
    assert entry["languages"]["en"]["page_count"] == written


def test_the_home_page_says_what_is_held(samples: Built) -> None:
    text = (samples.site / "index.html").read_text(encoding="utf-8")
    assert "3 inspection reports · " in text
    numbered = sum(1 for held in blocks(load_corpus(samples.docs)) if held.row["number"])
    assert f"{numbered} numbered paragraphs" in text


REGISTERS = {
    *(f"{name}/index.md" for name in ("authorities", "judgements", "recommendations", "themes", "coverage")),
    *("decisions/index.md", "trackers/index.md", "glossary/index.md", "reports/index.md"),
    *(f"glossary/{letter}.md" for letter in "abcdefghijklmnopqrstuvwxyz"),
}


def test_an_empty_site_has_its_pages_too() -> None:
    assert {page for page, _ in index_pages(EMPTY)} == REGISTERS


def environment(loader: yaml.SafeLoader, node: yaml.Node) -> list[str]:
    """MkDocs' own tag: a variable's name and what to take without it."""
    assert isinstance(node, yaml.SequenceNode)
    return list(loader.construct_sequence(node))


def test_mkdocs_reads_the_markdown_that_is_written() -> None:
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", environment)
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)  # noqa: S506 (a SafeLoader)
    names = [next(iter(name)) if isinstance(name, dict) else name for name in config["markdown_extensions"]]
    assert tuple(names) == EXTENSIONS


def test_a_site_without_reports_is_a_site(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    built = build(tmp_path / "reports", tmp_path / "built")
    assert (built.site / "index.html").is_file()
    assert (built.site / "pagefind" / "pagefind.js").is_file()


@pytest.mark.parametrize(
    ("framework", "names"),
    [("slac", ("Safeguarding ", "Looked after ")), ("ilacs", ("Help and protection ", "Children in care "))],
)
def test_two_grades_stand_for_an_overall_one_under_the_names_of_their_framework(
    framework: str, names: tuple[str, str]
) -> None:
    rows = [{"area": "help-and-protection", "grade": "good"}, {"area": "children-in-care", "grade": "inadequate"}]
    shown = overall({"overall": None, "framework": framework, "judgements": rows})
    assert [part.split("<")[0].split("**")[0] for part in shown.split("<br>")] == list(names)
