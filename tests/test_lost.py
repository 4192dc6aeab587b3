"""The page for an address at which nothing is: what it offers, with scripts and without, at any depth."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import PHONE, Built, Quiet
from playwright.sync_api import Browser, Page, expect


class Lost(Quiet):
    """Answers as GitHub Pages does: with the page 404.html where nothing is, in the folder of the project."""

    def __init__(self, *args: Any, page: bytes, below: str = "/", **more: Any) -> None:
        self.page, self.below = page, below
        super().__init__(*args, **more)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.below))

    def send_error(self, code: int, *_: str | None, **__: str | None) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page)


def served(site: Path, below: str) -> Iterator[str]:
    """A built site at the root of a server or below a path, its page 404.html as SITE_URL would have it there."""
    page = (site / "404.html").read_text(encoding="utf-8").replace('="/', f'="{below}')
    handler = partial(Lost, directory=str(site), page=page.encode(), below=below)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}{below}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def lost(samples: Built) -> Iterator[str]:
    yield from served(samples.site, "/")


@pytest.fixture(scope="module")
def below(samples: Built) -> Iterator[str]:
    yield from served(samples.site, "/pinpoint/")


ADDRESSES = [  # an address, the words to search for, the nearest place
    ("reports/norbury/2015-07-sif/p20/", "norbury 2015 paragraph 20", "reports/norbury/2015-06-sif/#p20"),
    ("reports/norbury/2015-07-sif/#p20", "norbury 2015 paragraph 20", "reports/norbury/2015-06-sif/#p20"),
    ("reports/norbury/2015-06-sif/p999/", "norbury 2015 paragraph 999", "reports/norbury/2015-06-sif/"),
    ("reports/Norbury/2015-06-SIF.html", "Norbury 2015", "reports/norbury/2015-06-sif/"),
    ("reports/norbury/1999/", "norbury 1999", "authorities/norbury/"),
    ("Norbury%20County", "Norbury County", "authorities/norbury/"),
    ("care-leavers-housing/", "care leavers housing", "themes/care-leavers/"),
    ("%3Cimg%20src=x%20onerror=alert(1)%3E/%E0%A4%A", "img src x onerror alert 1 E0 A4 A", None),
    ("norbury-" * 200, ("norbury " * 13)[:-9], "authorities/norbury/"),
    ("404.html", "", None),
    ("", "", None),
]
ASK = """async (addresses) => {
  const { nearest, parts, words } = await import(new URL("/assets/lost.js", location.href));
  const names = await (await fetch("/search/names.json")).json();
  const root = new URL("/", location.href);
  return addresses.map((address) => {
    const place = parts(new URL(address, root), root);
    return [address, words(place), nearest(place, names)[0]?.url ?? null];
  });
}"""


def test_what_an_address_may_mean(page: Page, lost: str) -> None:
    page.goto(f"{lost}data/")
    assert page.evaluate(ASK, [address for address, _, _ in ADDRESSES]) == [list(row) for row in ADDRESSES]


def test_the_words_of_the_address_are_offered_as_words_alone(page: Page, lost: str) -> None:
    answer = page.goto(f"{lost}norbury/%3Cimg%20src=x%20onerror=alert(1)%3E/p20/")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("link", name="Norbury: all reports")).to_have_attribute(
        "href", f"{lost}authorities/norbury/"
    )
    expect(page.locator("#lost-q")).to_have_value("norbury img src x onerror alert 1")
    assert page.locator("main img").count() == 0


def test_the_search_of_the_page_not_found_works_below_a_path(page: Page, below: str) -> None:
    page.goto(f"{below}deep/down/care-leavers/")
    expect(page.locator("#lost-q")).to_have_value("deep down care leavers")
    page.locator("#lost-q").fill("pathway plans")
    page.get_by_role("button", name="Search", exact=True).click()
    page.wait_for_url(f"{below}search/?q=pathway+plans")
    expect(page.locator("#search-results li").first).to_be_visible()


def test_axe_finds_nothing_on_the_page_not_found(page: Page, lost: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{lost}reports/norbury/2015-06-sif/p999/")
    expect(page.get_by_role("heading", name="Did you mean")).to_be_visible()
    assert [row["id"] for row in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_scripts_there_are_the_form_and_the_ways_in(browser: Browser, below: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{below}reports/norbury/gone/")
    expect(page.locator("#lost-near")).to_be_hidden()
    expect(page.locator("#lost-q")).to_be_visible()
    for name, place in (("Home", ""), ("Authorities", "authorities/"), ("Themes", "themes/")):
        link = page.locator("main").get_by_role("link", name=name, exact=True)
        page_there = page.request.get(str(link.evaluate("link => link.href")))
        assert page_there.url == below + place
        assert page_there.ok
    context.close()


def test_every_page_leads_to_the_statement_and_to_how_to_cite(samples: Built) -> None:
    for place in ("index.html", "data/index.html", "reports/norbury/2015-06-sif/index.html", "404.html"):
        foot = (samples.site / place).read_text(encoding="utf-8").partition("<footer")[2]
        for page in ("accessibility/", "cite/", "about/", "feed.xml"):
            assert f'{page}"' in foot, (place, page)
