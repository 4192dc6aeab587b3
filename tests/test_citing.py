"""Links made for mail, in a real browser: what the clipboard holds, the page of a paragraph, arriving at one."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from conftest import DESKTOP, PHONE, Built
from playwright.sync_api import Browser, Page, expect

from converter.site.corpus import load_corpus

REPORT = "reports/norbury/2015-06-sif/"
PDF = "reports/norbury/2019-03-ilacs/"
MINUTES = "reports/norbury-children-and-families-scrutiny-committee/2016-03-10/item-3"
CITED = "Ofsted, Norbury: inspection of children's services, 2015, paragraph 26"
LARGEST = 4608  # bytes of a paragraph's page beside its words
READ = """async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type) => item.types.includes(type) ? (await item.getType(type)).text() : null;
    return { plain: await text("text/plain"), rich: await text("text/html") };
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may use the clipboard, which is empty; errors of its scripts fail the test."""
    context = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])  # type: ignore[arg-type]
    fresh = context.new_page()
    errors: list[str] = []
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    yield fresh
    context.close()
    assert errors == []


def copied(page: Page) -> tuple[str, str]:
    """What the clipboard holds: plain text, and the body of the rich one."""
    expect(page.get_by_role("status").last).to_contain_text("Copied")
    held = page.evaluate(READ)
    rich = re.sub(r"<(?:meta|!--)[^>]*>", "", held["rich"] or "")
    return held["plain"], unescape(re.sub(r"""(<\w+)\s+style="[^"]*"|\s+style="[^"]*\"""", r"\1", rich))


def test_one_press_copies_the_citation_as_plain_and_as_rich_text(page: Page, address: str) -> None:
    page.goto(f"{address}{REPORT}#p26")
    page.get_by_role("button", name="Copy citation").click()
    plain, rich = copied(page)
    assert plain == f"{CITED} <{address}{REPORT}p26/>"
    assert f'href="{address}{REPORT}p26/"' in rich
    assert f">{CITED}</a>" in rich


def test_the_citation_names_the_page_of_the_pdf(page: Page, address: str) -> None:
    page.goto(f"{address}{PDF}#p5")
    number = page.locator("#p5 .page").inner_text()
    page.get_by_role("button", name="Copy citation").click()
    plain, _ = copied(page)
    assert re.fullmatch(r"p\. \d+", number)
    assert plain == (
        f"Ofsted, Norbury: inspection of children's services, 2019, paragraph 5 ({number}) <{address}{PDF}p5/>"
    )


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(("report", "number"), [(REPORT, "26"), (PDF, "18")])
def test_a_paragraph_on_the_page_of_a_theme_is_cited_as_in_its_report(
    page: Page, address: str, report: str, number: str, width: dict[str, int]
) -> None:
    page.set_viewport_size(width)  # type: ignore[arg-type]
    page.goto(f"{address}{report}#p{number}")
    page.get_by_role("button", name="Copy with quotation").click()
    wanted = copied(page)
    page.goto(f"{address}themes/care-leavers/norbury/")
    link = page.locator(f"[data-page$='{report}'] .paragraph .number", has_text=re.compile(f"^{number}$"))
    link.focus()
    page.get_by_role("button", name="Copy with quotation").click()
    assert copied(page) == wanted
    link.click()
    expect(page).to_have_url(f"{address}{report}#p{number}")


def test_the_tools_name_the_themes_and_lead_to_them(page: Page, address: str) -> None:
    page.goto(f"{address}{REPORT}#p27")
    tags = page.locator("#p27 .tags")
    expect(tags).to_have_text(re.compile("^About .*Homelessness and accommodation"))
    tags.get_by_role("link", name="Care leavers").click()
    expect(page).to_have_url(f"{address}themes/care-leavers/norbury/#2015-06-sif")
    expect(page.get_by_role("heading", name=re.compile("June 2015"))).to_be_in_viewport()


@pytest.mark.parametrize(
    ("button", "plain"),
    [
        ("Copy link", "{here}"),
        ("Copy as Markdown", "[{cited}]({here})"),
        ("Copy with quotation", "“{words}”\n{cited} <{here}>"),
    ],
)
def test_other_forms(page: Page, address: str, button: str, plain: str) -> None:
    page.goto(f"{address}{REPORT}#p26")
    words = page.locator("#p26").evaluate(
        "node => [...node.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join('').trim()"
    )
    page.get_by_role("button", name=button).click()
    held, rich = copied(page)
    assert held == plain.format(here=f"{address}{REPORT}p26/", cited=CITED, words=words)
    assert bool(rich) is (button != "Copy as Markdown")


def test_words_selected_are_what_is_quoted(page: Page, address: str) -> None:
    page.goto(address + REPORT)
    page.evaluate(
        """() => {
            const text = [...document.querySelector("#p26").childNodes].find((node) => node.data?.includes("Advisers"));
            const at = text.data.indexOf("Advisers");
            getSelection().setBaseAndExtent(text, at, text, at + "Advisers stay in touch".length);
            document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
        }"""
    )
    page.get_by_role("button", name="Copy with quotation").click()
    plain, rich = copied(page)
    assert plain == f"“Advisers stay in touch”\n{CITED} <{address}{REPORT}p26/>"
    assert "<blockquote>“Advisers stay in touch”</blockquote>" in rich


SELECT = """([first, last]) => {
    const text = (id) => [...document.querySelector(id).childNodes].find((node) => node.data?.trim().length > 9);
    const [start, end] = [text(first), text(last)];
    getSelection().setBaseAndExtent(start, start.data.length - 9, end, 9);
    document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
}"""


def test_a_selection_over_paragraphs_is_cut_to_the_one_that_is_cited(page: Page, address: str) -> None:
    page.goto(address + REPORT)
    page.evaluate(SELECT, ["#p25", "#p26"])
    page.get_by_role("button", name="Copy with quotation").click()
    quoted = copied(page)[0].partition("\n")[0]
    assert len(quoted) <= 11
    assert page.locator("#p25").inner_text().replace("\n", " ").find(quoted.strip("“”")) > 0


def test_words_that_are_selected_no_more_are_not_quoted(page: Page, address: str) -> None:
    page.goto(address + REPORT)
    page.evaluate(SELECT, ["#p26", "#p26"])
    button = page.get_by_role("button", name="Copy with quotation")
    button.click()
    page.evaluate("getSelection().removeAllRanges()")
    expect(button).to_be_visible()
    button.press("Enter")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate(READ)["plain"].startswith("“Advisers stay in touch")


def test_an_address_that_is_no_address_stops_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}{REPORT}#%")
    page.locator("#p26 > .number").click()
    expect(page.get_by_role("button", name="Copy citation")).to_be_visible()


def test_a_paragraph_pointed_at_offers_its_citation(page: Page, address: str) -> None:
    page.goto(address + REPORT)
    page.locator("#p26").hover()
    page.locator("#p26 > .cite").click()
    assert copied(page)[0].startswith(CITED)


@pytest.mark.parametrize("where", [f"{MINUTES}/#p3", f"{MINUTES}/p3/"])
def test_a_minute_is_cited_as_a_minute_with_what_was_said(page: Page, address: str, where: str) -> None:
    page.goto(address + where)
    page.get_by_role("button", name="Copy with quotation").click()
    plain, _ = copied(page)
    said, _, cited = plain.rpartition("\n")
    council = "Norbury County Council, Children and Families Scrutiny Committee, 10 March 2016, item 3"
    assert cited == f"{council}, minute 3 <{address}{MINUTES}/p3/>"
    assert said.startswith("“Minutes of previous meeting")
    assert said.endswith("had been corrected to 'refurbishment'.”")


def test_an_unnumbered_block_is_cited_by_its_own_address(page: Page, address: str) -> None:
    page.goto(f"{address}{REPORT}#the-inspection-team-1")
    expect(page.locator(".tools")).to_have_count(0)


def test_by_keyboard_alone_from_the_home_page_to_a_citation(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("pathway plans desk")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator("#search-results li").first).to_contain_text("paragraph 26")
    for _ in range(20):  # past the links at the head of the page
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('#search-results'))"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{REPORT}#p26")
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.form") == "citation":
            break
    assert page.evaluate("Boolean(document.activeElement.closest('#p26'))")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    assert copied(page)[0] == f"{CITED} <{address}{REPORT}p26/>"


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_section_and_its_grade_stay_in_view(page: Page, address: str, width: dict[str, int]) -> None:
    page.set_viewport_size(width)  # type: ignore[arg-type]
    page.goto(f"{address}{REPORT}#p20")
    expect(page.locator("#p20")).to_be_in_viewport()
    crumb = page.locator(".pp-crumb, .pp-where").first
    expect(crumb).to_be_in_viewport()
    expect(crumb).to_contain_text("help and protection")
    expect(crumb).to_contain_text(re.compile("requires? improvement", re.IGNORECASE))


# ---------------------------------------------------------------- the page of a paragraph


def test_a_paragraph_has_a_page_that_previews_its_words(samples: Built) -> None:
    built = (samples.site / REPORT / "p26" / "index.html").read_text("utf-8")
    for text in (
        "<title>Norbury 2015, paragraph 26: requires improvement - Pinpoint</title>",
        '<meta name="description" content="Advisers stay in touch with 94% of care leavers',
        '<meta property="og:description" content="Advisers stay in touch with 94% of care leavers',
        '<meta property="og:title" content="Norbury 2015, paragraph 26: requires improvement">',
        f'<link rel="canonical" href="http://localhost:8000/{REPORT}">',
        '<strong class="grade requires-improvement">Requires improvement</strong>',
        'href="../p25/"',
        'href="../p27/"',
        'href="../#p26"',
        '<p class="source">Source: Ofsted',
        "Licence: Crown copyright",
    ):
        assert text in built


def test_every_numbered_paragraph_has_a_small_page_with_its_words(samples: Built) -> None:
    count = 0
    for report in load_corpus(samples.docs)["reports"]:
        for row in report["paragraphs"]:
            if not row["number"]:
                continue
            count += 1
            built = (samples.site / report["url"].strip("/") / row["anchor"] / "index.html").read_text("utf-8")
            words = unescape(re.sub(r"<sup.*?</sup>|<[^>]+>", "", built, flags=re.DOTALL))
            assert "".join(row["text"].split()) in "".join(words.split())
            text = unescape(re.sub(r"<[^>]+>", "", built.partition("<h1>")[2].partition('class="source"')[0]))
            assert len(built.encode()) - len(text.encode()) <= LARGEST, row["anchor"]
    assert count > 100


def test_the_page_of_a_minute_holds_what_was_said_under_its_title(samples: Built) -> None:
    built = (samples.site / MINUTES / "p3" / "index.html").read_text("utf-8")
    shown = built.partition("<main")[2]
    assert "Minutes of previous meeting</h2>" in shown
    assert "had been corrected to" in shown
    assert "Questions from the Public</" not in shown
    assert "<h1>Minute 3</h1>" in shown
    assert '<meta name="description" content="Minutes of previous meeting The minutes of 12 November 2015' in built


def test_the_page_of_a_paragraph_cites_it(page: Page, address: str) -> None:
    page.goto(f"{address}{REPORT}p26/")
    page.get_by_role("button", name="Copy citation").click()
    assert copied(page)[0] == f"{CITED} <{address}{REPORT}p26/>"
    page.get_by_role("link", name="Read it in its report").click()
    page.wait_for_url(f"**/{REPORT}#p26")


def test_the_page_of_a_paragraph_keeps_the_colours_chosen(page: Page, address: str) -> None:
    page.goto(address + REPORT)
    page.get_by_role("button", name="Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{address}{REPORT}p26/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


# ---------------------------------------------------------------- print


def test_print_on_a4_has_numbers_in_the_margin_and_address_and_date_at_every_foot(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(f"{address}{REPORT}#p20")
    paper = tmp_path / "report.pdf"
    page.pdf(path=paper, format="A4", prefer_css_page_size=True)
    printed = subprocess.run(
        ["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True
    ).stdout
    sheets = printed.rstrip("\f").split("\f")
    assert len(sheets) > 3
    today = f"{date.today():%d %B %Y}".lstrip("0")
    for at, sheet in enumerate(sheets, 1):
        assert re.search(rf"/{REPORT}#p20, printed {today}\s+{at} */ *{len(sheets)}", sheet)
    assert re.search(r"^ *13 {2,}Early help is plentiful", printed, re.MULTILINE)
    assert "Copy citation" not in printed
    assert "Switch to" not in printed
