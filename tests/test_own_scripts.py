"""What the theme's scripts did and ours do: notes beside their marks, folds that open, colours that are kept."""

from __future__ import annotations

from conftest import ROOT, Built
from kinds import PACK, REPORT
from playwright.sync_api import Page, expect

FOLDED = "reports/norbury/2011-11-slac/"
FINER = "judgement-safeguarding-quality-of-provision"


def test_nothing_of_the_theme_is_on_the_site(samples: Built) -> None:
    ours = {path.name for path in (ROOT / "docs" / "assets").iterdir() if path.is_file()}
    assert {path.name for path in (samples.site / "assets").rglob("*") if path.is_file()} == ours


def test_a_footnote_stands_beside_its_mark_under_the_mouse_and_goes_with_escape(page: Page, address: str) -> None:
    page.goto(address + REPORT)
    mark, note = page.locator(".footnote-ref").last, page.locator(".pp-note")
    printed = page.locator(".footnote li").last.locator("p").first.text_content() or ""
    mark.hover()
    expect(note).to_be_visible()
    assert (note.text_content() or "").strip()[:30] == printed.strip()[:30]
    note.hover()
    page.wait_for_timeout(300)
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_a_footnote_stands_beside_its_mark_under_the_keyboard(page: Page, address: str) -> None:
    page.goto(address + REPORT)
    page.keyboard.press("Tab")
    page.locator(".footnote-ref").last.focus()
    expect(page.locator(".pp-note")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".pp-note")).to_be_hidden()


def test_a_fold_opens_where_the_address_leads_into_it(page: Page, address: str) -> None:
    page.goto(f"{address}{FOLDED}#{FINER}")
    expect(page.locator(f"[id='{FINER}']")).to_be_in_viewport()
    expect(page.locator("details.finer")).to_have_attribute("open", "")


def test_folds_are_open_on_paper_and_closed_again_after(page: Page, address: str) -> None:
    page.goto(address + FOLDED)
    fold = page.locator("details.finer")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(fold).to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(fold).not_to_have_attribute("open", "")


def test_the_colours_follow_the_machine_until_some_are_chosen(page: Page, address: str) -> None:
    body = page.locator("body")
    page.emulate_media(color_scheme="dark")
    page.goto(address + PACK)
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Switch to light mode").click()
    expect(page.get_by_role("button", name="Switch to dark mode")).to_be_focused()
    page.goto(address)
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
