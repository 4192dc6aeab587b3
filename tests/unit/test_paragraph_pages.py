"""The page of one paragraph: what it takes from the page of its report, and what it says of itself."""

from __future__ import annotations

from typing import Any

import pytest

from converter.site.names import Names
from converter.site.paragraph_blocks import below, blocks_in, moved_down
from converter.site.paragraphs import LONGEST, given, paragraph_pages
from converter.site.referred import referred
from converter.write.wording import shortened

NAMES = Names("Pinpoint", "https://norbury.example/reports-site/")
BUSES = '<h2><a class="number" href="#p3" id="p3">3</a> Buses</h2>'
HOSTILE = '"><script>alert(1)</script>&'


def row(number: str | None, text: str, **more: Any) -> dict[str, Any]:
    anchor = f"p{number}" if number else f"x{len(text)}"
    return {"number": number, "anchor": anchor, "section": "help", "grade": None, "text": text, "themes": [], **more}


def report(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": "norbury/2015-06-sif",
        "kind": "report",
        "url": "/reports/norbury/2015-06-sif/",
        "title": "Norbury, June 2015",
        "short": "Norbury 2015",
        "citation": "Ofsted, Norbury, 2015",
        "authority": {"slug": "norbury", "name": "Norbury"},
        "sections": [{"anchor": "help", "title": "Help", "number": None}],
        "paragraphs": list(rows),
        "references": [],
        **more,
    }


def pages(built: str, *rows: dict[str, Any], names: Names = NAMES, **more: Any) -> dict[str, str]:
    own = report(*rows, **more)
    return dict(paragraph_pages(given(own, built, referred([own, *more.get("others", ())]), {}), names))


@pytest.mark.parametrize(
    ("built", "blocks"),
    [
        ('<p id="p1">One.</p><p id="p2">Two.</p>', {"p1": '<p id="p1">One.</p>', "p2": '<p id="p2">Two.</p>'}),
        (
            '<div class="paragraph" id="p1"><p>One.</p><div>in it</div></div><p id="p2">Two.</p>',
            {
                "p1": '<div class="paragraph" id="p1"><p>One.</p><div>in it</div></div>',
                "p2": '<p id="p2">Two.</p>',
            },
        ),
        (
            '<h3 id="a"><a class="number" href="#p3" id="p3">3</a> Buses</h3><p id="b">They ran.</p><h3>Hubs</h3>',
            {"b": '<p id="b">They ran.</p>', "p3": f'{BUSES}\n<p id="b">They ran.</p>'},
        ),
        (
            '<h3><a class="number" href="#p3" id="p3">3</a> Buses</h3><p class="paragraph" id="p3.1">They ran.</p>',
            {"p3.1": '<p class="paragraph" id="p3.1">They ran.</p>', "p3": f"{BUSES}\n"},
        ),
        ("<p>No anchor.</p>", {}),
    ],
    ids=["paragraphs", "a block with blocks", "a heading and what stands under it", "up to its paragraphs", "none"],
)
def test_blocks(built: str, blocks: dict[str, str]) -> None:
    assert dict(blocks_in(built)) == blocks


@pytest.mark.parametrize(
    ("link", "there"),
    [
        ("#p3", "../#p3"),
        ("../2014-01-sif/#p3", "../../2014-01-sif/#p3"),
        ("https://norbury.example/", "https://norbury.example/"),
        ("mailto:a@norbury.example", "mailto:a@norbury.example"),
        ("/elsewhere/", "/elsewhere/"),
    ],
)
def test_a_link_leads_where_it_did(link: str, there: str) -> None:
    assert below(link) == there
    assert moved_down(f'<a href="{link}">x</a><img src="{link}">') == f'<a href="{there}">x</a><img src="{there}">'


def test_a_page_says_what_it_is_of_and_leads_on() -> None:
    made = pages('<p id="p2">Two.</p>', row("1", "One."), row("2", "Two.", grade="good"), row("3", "Three."))
    assert list(made) == ["p1", "p2", "p3"]
    for text in (
        "<title>Norbury 2015, paragraph 2: good - Pinpoint</title>",
        '<meta property="og:description" content="Two.">',
        '<meta property="og:url" content="https://norbury.example/reports-site/reports/norbury/2015-06-sif/p2/">',
        '<link rel="canonical" href="https://norbury.example/reports-site/reports/norbury/2015-06-sif/">',
        '<a href="../#help">Help</a> <strong class="grade good">Good</strong>',
        '<a class="previous" rel="prev" href="../p1/">',
        '<a class="next" rel="next" href="../p3/">',
    ):
        assert text in made["p2"]
    assert 'rel="prev"' not in made["p1"]
    assert 'rel="next"' not in made["p3"]


def test_unnumbered_blocks_have_no_page_but_follow_their_heading_in_the_preview() -> None:
    heading = row("84", "Buses")
    sections = [{"anchor": "help", "title": "Buses", "number": "84"}]
    made = pages("", heading, row(None, "They ran."), row("85", "Hubs"), sections=sections)
    assert list(made) == ["p84", "p85"]
    assert '<meta name="description" content="Buses They ran.">' in made["p84"]


def test_minutes_are_counted_as_minutes() -> None:
    made = pages("", row("84", "Buses"), row("85", "Hubs"), minutes_of="2015-01-14")["p84"]
    assert "<h1>Minute 84</h1>" in made
    assert 'data-counts="minute"' in made
    assert "Minute 85 →" in made
    assert "<title>Norbury 2015, minute 84 - Pinpoint</title>" in made


def test_the_source_and_licence_come_along() -> None:
    rows = {"Source": "Ofsted, 2015", "Made from": '<a href="../a.pdf">a.pdf</a>', "Data": "JSON", "Licence": "Free."}
    foot = "".join(f"<div><dt>{term}</dt><dd>{said}</dd></div>" for term, said in rows.items())
    made = pages(f'<p id="p1">One.</p><div class="source"><dl>{foot}</dl></div>', row("1", "One."))
    line = 'Source: Ofsted, 2015. Made from: <a href="../../a.pdf">a.pdf</a>. Licence: Free.'
    assert f'<p class="source">{line}</p>' in made["p1"]


def test_hostile_text_is_only_text() -> None:
    made = pages(
        "",
        row("1", HOSTILE),
        title=HOSTILE,
        short=HOSTILE,
        citation=HOSTILE,
        sections=[{"anchor": "help", "title": HOSTILE, "number": None}],
        names=Names(HOSTILE, ""),
    )
    assert "<script>alert" not in made["p1"]
    assert made["p1"].count("<script") == 3  # the two of the page, and its linked data


def test_a_site_without_an_address_has_no_absolute_links() -> None:
    made = pages("", row("1", "One."), names=Names("Pinpoint", ""))
    assert "og:url" not in made["p1"]
    assert '<link rel="canonical" href="..">' in made["p1"]


@pytest.mark.parametrize(
    ("text", "preview"),
    [("Short.", "Short."), ("word " * 60, " ".join(["word"] * 48) + " …"), ("x" * 300, "x" * 240 + " …")],
)
def test_previews_end_with_a_word(text: str, preview: str) -> None:
    assert shortened(text.strip(), LONGEST) == preview


def test_a_page_names_what_refers_to_its_paragraph() -> None:
    at = "norbury/2015-06-sif#p2"
    own = [{"anchor": "p1-b3", "to": at}, {"anchor": "p1-b3", "to": at}, {"anchor": "p1", "to": None}]
    other = report(
        row(None, "Minutes."), id="norbury-panel/2016-01-05/item-2", url="/reports/norbury-panel/x/", short="<Panel>"
    )
    other["references"] = [{"anchor": other["paragraphs"][0]["anchor"], "to": at}]
    made = pages("", row("1", "One."), row("2", "Two."), references=own, others=[other])
    assert "Referred to in" not in made["p1"]
    line = made["p2"].split("Referred to in: ")[1].split("</p>")[0]
    assert line.count("<a ") == 2
    assert '<a href="../../../../reports/norbury/2015-06-sif/#p1-b3">paragraph 1</a>' in line
    assert "&lt;Panel&gt;, Help</a>" in line
