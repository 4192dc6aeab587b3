"""No link or anchor of a built site is dead; and the check finds every kind of dead link."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Built

from converter.errors import PinpointError
from converter.site.check_links import check, main
from converter.site.links import held_in

HEAD = '<link rel="canonical" href="https://norbury.example/site/">'
HOME = f"<html><head>{HEAD}</head><body><h1 id=top-of-all>Norbury</h1></body></html>"
OTHER = '<p id="p1">One.</p><p id="p2">Two.</p>'


def site_of(folder: Path, **files: str) -> Path:
    """A small site: the home page, a page `other/`, a paper, and the files given (`__` stands for a dot)."""
    pages = {"index.html": HOME, "other/index.html": OTHER, "paper.pdf": "", "a b.css": ""}
    for name, content in {**pages, **{key.replace("__", "."): content for key, content in files.items()}}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def found(folder: Path) -> list[str]:
    return [f"{one.link}: {one.wrong}" for one in check(folder)[1]]


@pytest.mark.parametrize("name", ["samples", "seeds"])
def test_no_link_of_a_built_site_is_dead(name: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(name)
    held, dead = check(built.site)
    assert [str(one) for one in dead] == []
    assert {"index.html", "404.html", "sitemap.xml", "data/reports.json"} <= held.keys()
    pages = [own for file, own in held.items() if file.endswith(".html")]
    assert all(len(own.links) > 1 for own in pages)


@pytest.mark.parametrize(
    "html",
    [
        "<a href=other/#p1>x</a><a href='other/#p2'>x</a>",
        '<a href="#">x</a><a href="#top">x</a><a href="?q=1">x</a><a href="other/?q=1#p1">x</a>',
        '<a href="https://norbury.example/site/other/#p1">x</a><a href="/site/other/">x</a>',
        '<a href="https://norbury.example/site">x</a><a href=".">x</a>',
        '<a href="paper.pdf#page=3">x</a><link href="a%20b.css"><img srcset="paper.pdf 1x, other/ 2x">',
        '<a href="mailto:clerk@norbury.example">x</a><a href="tel:0100">x</a><img src="data:image/svg+xml,<svg>">',
        '<a href="http://elsewhere.example/a%20b?c=1&amp;d=2#e">x</a><a href="https://elsewhere.example">x</a>',
        '<!-- <a href="gone/">x</a> --><script>"<a href=\'gone/\'>"</script><p title="<a href=gone/>">x</p>',
        '<h2 id="a&amp;b">x</h2><a href="#a%26b">x</a><label for="f">x</label><input id="f">',
        '<div data-page="other/"><p data-anchor="p2">x</p></div><p id="x"></p><a data-of="x x">x</a>',
    ],
)
def test_good_links(tmp_path: Path, html: str) -> None:
    assert found(site_of(tmp_path, third__html=html)) == []


@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        ('<a href="gone/">x</a>', "gone/: there is no such page or file"),
        ('<a href="other/#p3">x</a>', "other/#p3: the page has no such anchor"),
        ('<a href="#p1">x</a>', "#p1: the page has no such anchor"),
        ('<a href="other">x</a>', "other: needs a / at its end"),
        ('<a href="../x">x</a>', "../x: leads out of the site"),
        ('<a href="/other/">x</a>', "/other/: leads out of the site"),
        ('<a href="https://norbury.example/site/gone/">x</a>', "gone/: there is no such page or file"),
        ('<p id="a">x</p><p id="a">y</p>', "#a: the page has two elements with this id"),
        ('<img src="gone.png">', "gone.png: there is no such page or file"),
        ('<img srcset="paper.pdf 1x, gone.png 2x">', "gone.png: there is no such page or file"),
        ('<form action="gone/">', "gone/: there is no such page or file"),
        ('<label for="gone">x</label>', "#gone: the page has no such anchor"),
        ('<p id="p1"></p><a data-of="p1 p9">x</a>', "#p9: the page has no such anchor"),
        ('<div data-page="other/"><p data-anchor="p9">x</p></div>', "other/#p9: the page has no such anchor"),
        ("<script data-to='gone/' data-anchors='{}'></script>", "gone/: there is no such page or file"),
        ("""<script data-anchors='{"p1": "other/#p9"}'></script>""", "other/#p9: the page has no such anchor"),
        ('<meta http-equiv="refresh" content="0; url=gone/">', "gone/: there is no such page or file"),
        ('<meta property="og:url" content="gone/">', "gone/: there is no such page or file"),
        ('<a href="a b.css">x</a>', "a b.css: has a mark that an address cannot have, or a % that stands for nothing"),
        ('<a href="a%2.css">x</a>', "a%2.css: has a mark that an address cannot have, or a % that stands for nothing"),
        ('<a href="javascript:go()">x</a>', "javascript:go(): is no https: address"),
        ('<a href="//elsewhere.example/">x</a>', "//elsewhere.example/: is no https: address"),
        ('<a href="https:///x">x</a>', "https:///x: names no site"),
        ('<a href="https://[x/">x</a>', "https://[x/: is no address"),
    ],
)
def test_dead_links(tmp_path: Path, html: str, wrong: str) -> None:
    (one,) = found(site_of(tmp_path, third__html=html))
    assert one.endswith(wrong)


@pytest.mark.parametrize(
    ("name", "content", "links"),
    [
        (
            "a.css",
            "p { background: url(x.png) } q { background: url('y.png'), url(\"z.png\") }",
            ["x.png", "y.png", "z.png"],
        ),
        ("a.js", 'import { one } from "./page.js";\nimport("./late.js");\n', ["./page.js", "./late.js"]),
        ("a.js", 'fetch(new URL("moved.json", ROOT)); new URL("pagefind/", ROOT)', ["../moved.json"]),
        ("sitemap.xml", "<url><loc>https://x.example/</loc></url>", ["https://x.example/"]),
        (
            "feed.xml",
            '<entry><link href="a/?b=1&amp;c=2"/><id>tag:x,2020:1</id>'
            '<content type="html">&lt;a href=&quot;d/&quot;></content></entry>',
            ["a/?b=1&c=2", "d/"],
        ),
        (
            "feed.xml",
            "<title>&lt;a href=&quot;b c&quot;> &lt;loc>d&lt;/loc></title>"
            '<content type="html">&lt;a href="e/">&amp;lt;a href=&amp;quot;f g&amp;quot;>&lt;/a></content>',
            ["e/"],
        ),
        ("a.json", json.dumps({"reports": [{"url": "/a/", "data": "/b.json", "title": "/c/"}]}), ["a/", "b.json"]),
        ("data/of/a.json", '{"url": "/a/#p1"}', ["../../a/#p1"]),
        ("moved.json", '{"a/": {"p1": "a/#p2"}}', ["a/#p2"]),
        ("a.csv", "name,url\nNorbury,/a/\nNone,\n", ["a/"]),
        ("a.txt", "/a/", []),
    ],
)
def test_links_of_other_files(name: str, content: str, links: list[str]) -> None:
    assert sorted(held_in(name, content).links) == sorted(links)


def test_dead_links_are_printed_and_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_of(tmp_path, third__html='<a href="gone/">x</a>')
    assert main([str(site)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "third.html: gone/: there is no such page or file"
    assert lines[-1].endswith("3 pages, 2 links and 3 anchors checked, 1 fault")
    (site / "third.html").unlink()
    assert main([str(site)]) == 0


def test_what_is_no_site_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "run `make site` first" in capsys.readouterr().err
    with pytest.raises(PinpointError, match=r"broken\.json: cannot be read"):
        check(site_of(tmp_path, broken__json="{"))
