"""The list of published addresses: what a site's pages hold, and that the list gives back what was put in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.site.addresses import addresses_of, anchors_in, listed, unlisted

REPORT = "/reports/essex/2014-02-sif/"


@pytest.mark.parametrize(
    ("addresses", "lines"),
    [
        ([], []),
        (["/", "/about/", "/themes/"], ["/ / /about/ /themes/"]),
        ([REPORT, *(f"{REPORT}#p{n}" for n in (1, 2, 3, 5))], [f"{REPORT} #p1..3 #p5"]),
        (
            [REPORT, f"{REPORT}#p9", f"{REPORT}#p10", f"{REPORT}#p3.1.9", f"{REPORT}#p3.1.10"],
            [f"{REPORT} #p9..10 #p3.1.9..10"],
        ),
        ([REPORT, f"{REPORT}#p1", f"{REPORT}p1/", f"{REPORT}p2/"], [f"{REPORT} #p1 /p1..2/"]),
        ([REPORT, f"{REPORT}#p007", f"{REPORT}#p008"], [f"{REPORT} #p007 #p008"]),
        ([REPORT, f"{REPORT}#p1..3"], [f"{REPORT} #p1..3..3"]),
        (["/data/reports/essex/a b.json"], ["/data/reports/essex/ /a%20b.json"]),
    ],
)
def test_the_list_is_compact(addresses: list[str], lines: list[str]) -> None:
    assert listed(addresses) == lines
    assert unlisted(lines) == set(addresses)


PLACES = st.tuples(
    st.sampled_from(["/reports/a/", "/b/c/", "/"]), st.sampled_from(["#", ""]), st.text("p120.-b é%", min_size=1)
)


@given(st.sets(PLACES))
def test_the_list_gives_back_what_was_put_in(places: set[tuple[str, str, str]]) -> None:
    addresses = {"".join(place) for place in places}
    addresses |= {address.partition("#")[0] for address in addresses if "#" in address}
    assert unlisted(listed(addresses)) == addresses


@pytest.mark.parametrize(
    ("html", "anchors"),
    [
        ('<article><p class="paragraph" id="p1">1</p><li id="p1-b1">', ["p1", "p1-b1"]),
        ('<article><h1 id="title">Title</h1><h2 id="care">Care</h2>', ["care"]),
        ('<article><a class="number" href="#p1" id="p1">1</a>', ["p1"]),
        ('<article><li id="fn:1"><sup id="fnref:1">', []),
        ('<article><p>He said id="p9" and &lt;b id="p8"&gt;</p></article><div id="foot">', []),
        ('<article><p id="a&amp;b">', ["a&b"]),
        ('<div id="pp-content">', []),
    ],
)
def test_the_anchors_of_a_page_are_those_of_its_own_text(html: str, anchors: list[str]) -> None:
    assert list(anchors_in(html)) == anchors


def test_the_addresses_of_a_site(tmp_path: Path) -> None:
    files = {
        "index.html": "",
        "404.html": "",
        "assets/pinpoint.css": "",
        "pagefind/pagefind.js": "",
        "about/index.html": '<article><p id="x">',
        "reports/norbury/2019-03-ilacs/index.html": '<article><p id="p1">',
        "reports/norbury/2019-03-ilacs.pdf": "",
        "data/reports/norbury/2019-03-ilacs.json": "",
        "data/index.html": "",
    }
    for place, content in files.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(content, encoding="utf-8")
    report = "/reports/norbury/2019-03-ilacs"
    assert addresses_of(tmp_path) == {"/", "/about/", f"{report}/", f"{report}/#p1", f"/data{report}.json", "/data/"}
