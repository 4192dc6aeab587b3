"""What readers ask of their machines, in a real Chromium: less motion, forced colours, a keyboard, a narrow window."""

from __future__ import annotations

import pytest
from conftest import DESKTOP, PHONE
from kinds import KINDS, REPORT
from playwright.sync_api import Browser, Page, expect

MOVES = """window.moves = 0;
for (const kind of ["transitionrun", "animationstart"]) document.addEventListener(kind, () => window.moves++, true);"""


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_nothing_moves_for_those_who_ask_for_less_motion(browser: Browser, address: str, motion: str) -> None:
    context = browser.new_context(viewport=PHONE, reduced_motion=motion)  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(MOVES)
    page.goto(address + REPORT)
    page.get_by_role("button", name="Menu and contents").click()
    expect(page.locator("#pp-drawer")).to_be_in_viewport(ratio=0.9)
    page.keyboard.press("Escape")
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    page.locator(".pp-group summary").click()
    expect(page.locator(".pp-nav .pp-group li").first).to_be_visible()
    assert (page.evaluate("moves") > 0) == (motion == "no-preference")
    context.close()


@pytest.mark.parametrize("forced", ["none", "active"])
def test_what_the_keyboard_is_on_has_a_ring_around_it(browser: Browser, address: str, forced: str) -> None:
    context = browser.new_context(viewport=DESKTOP, forced_colors=forced)  # type: ignore[arg-type]
    page = context.new_page()
    ring = "(at => [at.localName, at.className, getComputedStyle(at).outlineStyle])(document.activeElement)"
    page.goto(address + KINDS["judgements"])
    for _ in range(18):
        page.keyboard.press("Tab")
        name, of, style = page.evaluate(ring)
        assert style != "none", f"{name}.{of}"
    context.close()


LONG = """for (const grade of document.querySelectorAll("main .grade")) {
    if (grade.parentElement.matches(".grades > span, small")) grade.before("Help and protection ");
    grade.textContent = "Requires improvement";
}"""
OUTSIDE = """[...document.querySelectorAll("main .grade")]
    .filter(grade => grade.getBoundingClientRect().right > innerWidth).length"""


@pytest.mark.parametrize("kind", ["home", "authorities"])
def test_the_longest_grade_fits_at_every_width(page: Page, address: str, kind: str) -> None:
    page.goto(address + KINDS[kind])
    page.evaluate(LONG)
    for width in (320, 390, 760, 1000):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OUTSIDE) == 0, width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
