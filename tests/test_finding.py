"""Search, in a real browser: what is found, how it is narrowed, sent and arrived at."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from conftest import DESKTOP, PHONE, Built, Quiet
from playwright.sync_api import Browser, Page, Route, expect

REPORT = "reports/norbury/2015-06-sif/"
STRICT = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)


def results(page: Page) -> list[str]:
    """Where the results lead, from the site's root and without the words to mark."""
    expect(page.locator("#search-results li h2 a").first).to_be_visible()
    links = [urlsplit(link.get_attribute("href") or "") for link in page.locator("#search-results li h2 a").all()]
    return [f"{link.path.partition('/reports/')[2]}#{link.fragment}" for link in links]


def test_search_narrow_by_theme_and_grade_and_arrive_at_the_marked_paragraph(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#home-q").fill("pathway plans")
    page.locator("#home-q").press("Enter")
    expect(page.locator("#search-status")).to_contain_text("paragraphs")
    theme = page.get_by_role("checkbox", name=re.compile("Care leavers"))
    theme.check()
    expect(page).to_have_url(re.compile("theme=care-leavers"))
    page.get_by_role("checkbox", name=re.compile("Requires improvement")).check()
    expect(page).to_have_url(re.compile("grade=requires-improvement"))
    first = page.locator("#search-results li").first
    expect(first.locator(".grade")).to_have_text("Requires improvement")
    expect(first.locator("h2")).to_contain_text("Norbury 2015, paragraph 26")
    first.get_by_role("link").click()
    page.wait_for_url(f"**/{REPORT}#p26")
    place = page.locator("#p26")
    expect(place).to_be_in_viewport()
    assert {mark.lower() for mark in place.locator("mark").all_text_contents()} >= {"pathway", "plans"}
    shade = "node => getComputedStyle(node, '::before').backgroundColor"
    assert place.evaluate(shade) != page.locator("#p27").evaluate(shade)


def test_a_search_that_was_sent_opens_with_its_words_and_filters(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=plans&theme=care-leavers&grade=requires-improvement&year=2015")
    expect(page.locator("#search-q")).to_have_value("plans")
    found = results(page)
    assert found
    assert all(link.startswith("norbury/2015-06-sif/#p") for link in found)
    for name in ("Care leavers", "Requires improvement", "2015"):
        expect(page.get_by_role("checkbox", name=re.compile(f"^{name}"))).to_be_checked()
        expect(page.get_by_role("button", name=f"Remove the filter {name}")).to_be_visible()
    page.get_by_role("button", name="Remove the filter Care leavers").click()
    expect(page).not_to_have_url(re.compile("theme="))
    page.go_back()
    expect(page).to_have_url(re.compile("theme=care-leavers"))
    expect(page.get_by_role("button", name="Remove the filter Care leavers")).to_be_visible()


def test_the_filters_say_how_many_paragraphs_each_value_has(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=plans")
    legends = page.locator(".filters__lists legend")
    expect(legends.first).to_be_visible()
    assert set(legends.all_text_contents()) == {
        "Kind", "Theme", "Grade of the section", "Authority", "Framework", "Year",
    }  # fmt: skip
    row = page.locator("label", has_text="Requires improvement")
    count = int(row.locator("small").inner_text())
    row.locator("input").check()
    expect(page.locator("#search-status")).to_have_text(re.compile(rf"^{count} paragraphs?$"))


def test_counts_of_one_filter_add_up(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=care&grade=good")
    other = page.locator("label", has_text="Requires improvement")
    status = page.locator("#search-status")
    expect(other.locator("small")).not_to_have_text("0")
    held = int(status.inner_text().split()[0]) + int(other.locator("small").inner_text())
    other.locator("input").check()
    expect(status).to_have_text(f"{held} paragraphs")


def test_what_is_not_counted_shows_no_count(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=%22care+leavers%22+plans")
    expect(page.locator(".filters__lists small").first).to_have_text("")


def test_minutes_and_papers_are_kinds_of_their_own(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=contract&kind=minute")
    assert all("scrutiny-committee/" in link for link in results(page))


def test_typing_searches_and_the_address_follows(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=care+leavers")
    expect(page.locator("#search-results li").first).to_be_visible()
    page.locator("#search-q").fill("adoption")
    expect(page.locator("#search-results mark").first).to_have_text(re.compile("adopt", re.IGNORECASE))
    page.wait_for_url("**/search/?q=adoption")


def test_quotation_marks_find_a_phrase_only(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=%22the+first+bell%22")
    assert results(page) == ["norbury/2015-06-sif/#p17"]
    page.goto(f"{address}search/?q=%22bell+first+the%22")
    expect(page.locator("#search-status")).to_contain_text("No paragraph has")


def test_a_reference_goes_straight_to_its_paragraph(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.locator("#search-q").fill("Norbury 2015 para 26")
    page.locator("#search-q").press("Enter")
    page.wait_for_url("**/reports/norbury/2015-06-sif/#p26")
    expect(page.locator("#p26")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#search-direct li.place a")).to_be_visible()
    page.wait_for_timeout(300)
    assert "/search/" in page.url


NAMES = {
    "authority": {"norbury": "Norbury", "north-eastmere": "North Eastmere"},
    "aliases": {"norbury-county": "norbury"},
    "documents": [
        ["reports/norbury/2015-06-sif/", "Norbury 2015", "norbury", "2015", "sif", "paragraph", ["p1..41", "p3.1.2"]],
        ["reports/norbury/2019-03-ilacs/", "Norbury 2019", "norbury", "2019", "ilacs", "paragraph", ["p1..7", "pviii"]],
        ["reports/north-eastmere/2015-01-sif/", "Eastmere", "north-eastmere", "2015", "sif", "paragraph", ["p1..90"]],
        ["reports/norbury-panel/2015-03-01/item-2/", "Item 2", "norbury", "2015", "pack", "paper", []],
    ],
}


REFERENCES = {
    "norbury 2015 41": ["norbury/2015-06-sif/#p41"],
    "Norbury 2015 para 41": ["norbury/2015-06-sif/#p41"],
    "Norbury, 2015, paragraph 41": ["norbury/2015-06-sif/#p41"],
    "norbury 2015 §3.1.2": ["norbury/2015-06-sif/#p3.1.2"],
    "norbury 2019 p viii": ["norbury/2019-03-ilacs/#pviii"],
    "Norbury County Council 2015 paragraph 7": ["norbury/2015-06-sif/#p7"],
    "north eastmere 2015 90": ["north-eastmere/2015-01-sif/#p90"],
    "norbury para 7": ["norbury/2015-06-sif/#p7", "norbury/2019-03-ilacs/#p7"],
    "norbury 2015 42": [],
    "norbury 2015": ["norbury/2015-06-sif/"],
    "18 children waited": [],
    "norbury": [],
    "2015": [],
}


def test_references(page: Page, address: str) -> None:
    page.goto(f"{address}404.html")
    script = "([asked, names, url]) => import(url).then(({ found }) => found(asked, names).map((place) => place.url))"
    module = f"{address}assets/question.js"
    found = {asked: page.evaluate(script, [asked, NAMES, module]) for asked in REFERENCES}
    assert found == {asked: [f"reports/{place}" for place in places] for asked, places in REFERENCES.items()}


def test_what_is_typed_before_the_script_is_there_is_kept(page: Page, address: str) -> None:
    def late(route: Route) -> None:
        time.sleep(1)
        route.continue_()

    page.route("**/search.js", late)
    page.goto(f"{address}search/", wait_until="commit")
    page.locator("#search-q").fill("pathway plans")
    expect(page.locator("#search-results li").first).to_be_visible()
    expect(page.locator("#search-q")).to_have_value("pathway plans")


def test_a_reference_that_may_mean_several_lists_them(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=norbury+para+3")
    places = page.locator("#search-direct li.place a")
    expect(places).to_have_count(3)
    assert "/search/" in page.url


def test_what_a_question_names_is_one_click_away(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=care+leavers+plans+norbury")
    offers = page.locator("#search-direct a:visible")
    expect(offers).to_have_text([re.compile(r"^Only Norbury \(\d+\)$"), "Care leavers in Norbury (18)", "Norbury"])
    count = re.sub(r"\D", "", offers.first.inner_text())
    assert offers.nth(1).get_attribute("href") == f"{address}themes/care-leavers/norbury/"
    assert offers.nth(2).get_attribute("href") == f"{address}authorities/norbury/"
    assert page.locator("#search-direct a").count() == 4  # the theme's own page is not needed beside that of the place
    offers.first.click()
    expect(page).to_have_url(re.compile(r"\?q=care\+leavers\+plans&authority=norbury$"))
    expect(page.locator("#search-status")).to_have_text(re.compile(rf"^{count} paragraphs"))
    expect(page.get_by_role("button", name="Remove the filter Norbury")).to_be_visible()
    page.go_back()
    expect(page.locator("#search-q")).to_have_value("care leavers plans norbury")


NAMED = {
    "Thurrock": (["thurrock"], [], ""),
    "hull and north east lincolnshire buses": (["north-east-lincolnshire", "hull"], ["buses"], "and buses"),
    "a coach": ([], ["buses"], "a coach"),
    "coaching": ([], [], "coaching"),
    '"thurrock buses" late': ([], [], '"thurrock buses" late'),
    "school buses": ([], ["education", "buses"], "school buses"),
}


MEANT = {
    "thurock": "Thurrock",
    "acommodaton": "accommodation",
    "thurrock": None,
    "brexit": None,
    "norbruy": None,
    "hill": "Hull",
}


def test_what_a_misspelt_word_may_mean(page: Page, address: str) -> None:
    page.goto(f"{address}404.html")
    script = "([asked, words, url]) => import(url).then(({ meant }) => meant(asked, words) ?? null)"
    words = ["Thurrock", "Hull", "Brent", "Norwich", "accommodation"]
    found = {asked: page.evaluate(script, [asked, words, f"{address}assets/spelling.js"]) for asked in MEANT}
    assert found == MEANT
    forms = "([asked, found, url]) => import(url).then(({ isForm }) => isForm(asked, found))"
    for asked, marked, same in (("policies", ["Policy"], True), ("safegarding", ["safe"], False), ("plans", [], False)):
        assert page.evaluate(forms, [asked, marked, f"{address}assets/spelling.js"]) is same


def test_a_word_that_no_paragraph_has_is_named(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=norbry+plans")
    expect(page.locator("#search-status")).to_have_text(re.compile(r"Did you mean Norbury\?$"))
    page.get_by_role("link", name="Norbury", exact=True).first.click()
    expect(page.locator("#search-q")).to_have_value("Norbury plans")
    page.goto(f"{address}search/?q=xyzzy")
    expect(page.locator("#search-status")).to_contain_text("No paragraph has “xyzzy”")
    expect(page.locator("#search-results li")).to_have_count(0)


def test_what_a_question_names(page: Page, address: str) -> None:
    known = {
        "authority": {"thurrock": "Thurrock", "lincolnshire": "Lincolnshire", "hull": "Kingston upon Hull",
                      "north-east-lincolnshire": "North East Lincolnshire"},
        "aliases": {"hull": "hull"},
        "theme": {"buses": "Buses", "education": "Education", "broken": "Broken"},
        "words": {"buses": "buses|coach", "education": "education|schools?", "broken": "(?P<python>only)|coach"},
    }  # fmt: skip
    page.goto(f"{address}404.html")
    script = "([asked, names, url]) => import(url).then(({ named }) => named(asked, names))"
    for asked, (authorities, themes, rest) in NAMED.items():
        found = page.evaluate(script, [asked, known, f"{address}assets/named.js"])
        assert found == {"authorities": authorities, "themes": themes, "rest": rest}, asked


def test_every_browser_can_read_what_names_a_theme(page: Page, address: str) -> None:
    page.goto(f"{address}404.html")
    words = page.request.get(f"{address}search/names.json").json()["words"]
    assert len(words) == 23
    assert page.evaluate("words => words.every((one) => new RegExp(`(?:${one})`, 'g'))", list(words.values()))


def test_the_newest_first_is_an_order_that_can_be_sent(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=plans")
    best = results(page)
    page.get_by_label("Order").select_option("Newest first")
    expect(page).to_have_url(re.compile(r"\?q=plans&order=newest$"))
    expect(page.locator("#search-results .where").first).to_contain_text("Norbury 2019")
    page.reload()
    expect(page.get_by_label("Order")).to_have_value("newest")
    months = [re.findall(r"\d{4}-\d{2}", link)[0] for link in results(page)]
    assert months == sorted(months, reverse=True)
    page.get_by_label("Order").select_option("Best match")
    expect(page).to_have_url(re.compile(r"\?q=plans$"))
    assert results(page) == best


def test_every_search_to_try_finds_something(page: Page, address: str) -> None:
    page.goto(address)
    tries = [link.get_attribute("href") or "" for link in page.locator(".examples a").all()]
    assert len(tries) == 3
    for place in tries:
        page.goto(address + place)
        expect(page.locator("#search-results li, #search-direct li, .paragraph:target").first).to_be_visible()
    assert page.url == f"{address}reports/norbury/2019-03-ilacs/#p12"


def test_nothing_found_with_filters_or_quotation_marks_offers_the_search_without(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=%22plans+pathway%22&theme=adoption-and-permanence&year=2015")
    status = page.locator("#search-status")
    status.get_by_role("link", name="Search without quotation marks").click()
    expect(page.locator("#search-q")).to_have_value("plans pathway")
    status.get_by_role("link", name="Search without filters").click()
    expect(page).to_have_url(re.compile(r"\?q=plans\+pathway$"))
    expect(page.locator("#search-results li").first).to_be_visible()


def test_the_keyboard_comes_to_the_results_before_the_filters_beside_them(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=plans")
    expect(page.locator(".filters__lists input").first).to_be_visible()
    page.get_by_label("Order").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#search-results a").first).to_be_focused()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#search-filters'))")


def test_what_is_not_found_says_what_to_try(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=zzzzqqqq")
    status = page.locator("#search-status")
    expect(status).to_contain_text("No paragraph has “zzzzqqqq”. Try fewer or shorter words")
    expect(status.get_by_role("link", name="themes")).to_have_attribute("href", re.compile("/themes/$"))
    expect(page.locator("#search-results li")).to_have_count(0)


def test_what_is_typed_is_never_markup(page: Page, address: str) -> None:
    page.goto(address + "search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&theme=%3Cimg+src%3Dx%3E&mark=%3Cb%3E")
    expect(page.locator("#search-status")).not_to_be_empty()
    assert page.locator("main img").count() == 0


def test_two_themes_find_what_is_about_both_and_a_theme_leads_there(page: Page, address: str) -> None:
    page.goto(f"{address}themes/care-leavers/")
    link = page.get_by_role("link", name="Homelessness and accommodation", exact=True)
    both = re.search(r"Homelessness and accommodation (\d+)", link.locator("xpath=..").inner_text())
    assert both
    link.click()
    expect(page).to_have_url(re.compile(r"theme=care-leavers&theme=homelessness-and-accommodation"))
    status = page.locator("#search-status")
    expect(status).to_have_text(re.compile(rf"^{both[1]} paragraphs?$"))
    page.get_by_role("button", name="Remove the filter Homelessness and accommodation").click()
    expect(status).not_to_have_text(re.compile(rf"^{both[1]} paragraphs?$"))


@pytest.mark.parametrize("where", [REPORT, "search/", "", "themes/"])
def test_a_key_goes_to_the_search_field_from_anywhere(page: Page, address: str, where: str) -> None:
    page.goto(address + where)
    for key in ("/", "Control+k"):
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.name") == "q"


def test_the_single_key_can_be_turned_off(page: Page, address: str) -> None:
    page.goto(address + "about/")
    page.locator("#slash-off").check()
    page.goto(address + REPORT)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") is None
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.name") == "q"


def test_without_scripts_the_page_leads_to_the_indexes(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "search/")
    for name in ("themes", "authorities"):
        expect(page.locator("main noscript").get_by_role("link", name=name)).to_be_visible()
    context.close()


@pytest.fixture
def strict(samples: Built) -> Iterator[str]:
    """The site at the root of a server that allows no script, style or request but the site's own files."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(samples.site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


class Strict(Quiet):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()


@pytest.mark.parametrize("where", ["", REPORT, REPORT + "p13/", "search/?q=plans", "themes/care-leavers/"])
def test_a_strict_content_security_policy_breaks_nothing(page: Page, strict: str, where: str) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(strict + where, wait_until="networkidle")
    if "q=" in where:
        assert results(page)
    assert refused == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_filters_stand_beside_the_results_where_there_is_room(page: Page, address: str, width: dict[str, int]) -> None:
    page.set_viewport_size(width)  # type: ignore[arg-type]
    page.goto(f"{address}search/?q=plans")
    expect(page.locator("#search-results li").first).to_be_visible()
    if width is PHONE:
        page.locator("#search-filters > summary").click()
    expect(page.locator(".filters__lists input").first).to_be_visible()
    filters, found = (page.locator(name).bounding_box() for name in ("#search-filters", "#search-results"))
    assert filters is not None
    assert found is not None
    beside = filters["x"] + filters["width"] <= found["x"] or found["x"] + found["width"] <= filters["x"]
    assert beside is (width is DESKTOP)


def test_the_index_keeps_no_page_of_its_own(samples: Built) -> None:
    assert not list(Path(samples.site / "pagefind").glob("*.html"))
