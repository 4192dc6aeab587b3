"""What a publisher says of itself in mkdocs.yml: what is read, and the one line for what cannot be used."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from held import NAMES, corpus, report

from converter.errors import SettingsError
from converter.settings import OWN_TERMS, load_site
from converter.site.colours import DRAWN, GROUNDS, Colours, contrast, in_icon, in_sheet
from converter.site.corpus import EMPTY
from converter.site.footer import Group, read_footer
from converter.site.publisher import Contact, Publisher, read_publisher
from converter.site.text_pages import Known, filled

ROOT = Path(__file__).parent.parent.parent
SHEET = (ROOT / "docs" / "assets" / "pinpoint.css").read_text(encoding="utf-8")
HOSTILE = '<b>"*N*"\n# {{ x }}</b>'


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    for name in ("logo.svg", "favicon.svg", "notes.txt"):
        (tmp_path / "assets" / name).write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("key", "value", "read"),
    [
        ("name", "  Norbury\n Council ", "Norbury Council"),
        ("contact", "web@norbury.example", Contact("web@norbury.example", "mailto:web@norbury.example")),
        ("contact", "https://norbury.example/talk/", Contact("norbury.example/talk", "https://norbury.example/talk/")),
        ("logo", "assets/logo.svg", "assets/logo.svg"),
        ("colours", {"light": "#7A1F5C"}, Colours("#7a1f5c", DRAWN.dark)),
        ("colours", {"light": "#046", "dark": "#9cf"}, Colours("#004466", "#99ccff")),
        ("statement_date", datetime.date(2026, 11, 22), datetime.date(2026, 11, 22)),
    ],
)
def test_a_value_is_read(docs: Path, key: str, value: object, read: object) -> None:
    assert getattr(read_publisher({key: value}, docs), key) == read


@pytest.mark.parametrize("content", [None, {}, {"name": "", "contact": None, "logo": "", "statement_date": None}])
def test_what_is_not_said_is_as_it_was(docs: Path, content: object) -> None:
    assert read_publisher(content, docs) == Publisher()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (["name"], "publisher: is no list of keys and values; use the keys name, contact"),
        ({"nmae": "N"}, "publisher: has the unknown key 'nmae'; use name, contact, logo"),
        ({"name": 2026}, "publisher: name: '2026' is no text; write it in quotation marks"),
        ({"contact": "the web team"}, "publisher: contact: 'the web team' is no address; write an e-mail address"),
        ({"contact": "javascript:alert(1)"}, "publisher: contact: 'javascript:alert(1)' is no address"),
        ({"contact": 'a@b.example"><script>'}, "publisher: contact: 'a@b.example\"><script>' is no address"),
        ({"contact": "https://norbury.example/<b>"}, "is no address"),
        ({"contact": "a@b.example?bcc=c@d.example"}, "is no address"),
        (
            {"logo": "assets/gone.svg"},
            "publisher: logo: there is no file 'assets/gone.svg' below docs/; put it into docs/assets",
        ),
        ({"logo": "../assets/logo.svg"}, "publisher: logo: there is no file '../assets/logo.svg' below docs/"),
        ({"logo": "/etc/passwd"}, "publisher: logo: there is no file '/etc/passwd' below docs/"),
        ({"logo": "a" * 9000}, "below docs/; put it into docs/assets"),
        (
            {"favicon": "assets/notes.txt"},
            "publisher: favicon: 'assets/notes.txt' is no picture that browsers show; use",
        ),
        (
            {"colours": "#0b4f8a"},
            'publisher: colours: is no pair of colours; write {light: "#0b4f8a", dark: "#8ec1f0"}',
        ),
        ({"colours": {"accent": "#0b4f8a"}}, "publisher: colours: is no pair of colours"),
        ({"colours": {"light": "blue"}}, "publisher: colours: light: 'blue' is no colour; write it in quotation marks"),
        ({"colours": {"light": None}}, "publisher: colours: light: None is no colour"),
        ({"colours": {"light": "#0b4f8a; }"}}, "publisher: colours: light: '#0b4f8a; }' is no colour"),
        (
            {"colours": {"light": "#7fb0e0"}},
            "publisher: colours: light: '#7fb0e0' has a contrast of 2.28:1 on a page (#ffffff), and text needs 4.5:1; "
            "take a darker colour",
        ),
        ({"colours": {"light": "#757575"}}, "has a contrast of 4.33:1 on a card (#f7f8fa)"),
        ({"colours": {"dark": "#0b4f8a"}}, "publisher: colours: dark: '#0b4f8a' has a contrast of 2.12:1 on a page"),
        (
            {"statement_date": "22 November"},
            "publisher: statement_date: '22 November' is no day; write it like 2026-11-22",
        ),
        ({"statement_date": datetime.datetime(2026, 11, 22, 9)}, "is no day"),
    ],
)
def test_what_cannot_be_used_is_one_line(docs: Path, content: object, line: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(line)) as caught:
        read_publisher(content, docs)
    assert str(caught.value).startswith("mkdocs.yml: extra: publisher")
    assert str(caught.value).isprintable()


# ---------------------------------------------------------------- colours


@pytest.mark.parametrize(
    ("one", "other", "reached"), [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)]
)
def test_contrast(one: str, other: str, reached: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(reached, abs=0.005)


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    for at, grounds in enumerate(GROUNDS.values()):
        for name, ground in zip(("paper", "wash", "mark"), grounds.values(), strict=True):
            written = re.findall(rf"--pp-{name}: (#[0-9a-f]+);", SHEET)[at]
            assert ground in {written, written.replace("#fff", "#ffffff", 1)}, name


def test_the_colours_stand_in_the_style_sheet_and_the_icon() -> None:
    own = Colours("#7a1f5c", "#e5a9d0")
    made = in_sheet(SHEET, own)
    assert re.findall(r"--pp-link: (#\w+);", made)[:2] == ["#7a1f5c", "#e5a9d0"]
    assert not {DRAWN.light, DRAWN.dark} & set(re.findall(r"#\w{6}\b", made))
    assert in_sheet(SHEET, DRAWN) == SHEET
    icon = (ROOT / "docs" / "assets" / "favicon.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"#\w{6}\b", in_icon(icon, own))) == {"#7b8794", "#7a1f5c", "#e5a9d0"}


# ---------------------------------------------------------------- the foot


PAGES = {"about.md": "about/", "index.md": "./"}


def test_the_groups_of_the_foot() -> None:
    content = [{"About": [{"This site": "about.md"}, {"Copyright": "about.md#copyright"}]}, {"Empty": []}]
    links = (("This site", "about/"), ("Copyright", "about/#copyright"))
    assert read_footer(content, PAGES) == (Group("About", links), Group("Empty", ()))
    assert read_footer(None, PAGES) == ()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ([{"About": [{"Us": "us.md"}]}], "footer: About: there is no page 'us.md' below docs/; take the line out"),
        ({"About": ["about.md"]}, "footer: is no list of links under About; write `- Words: page.md`, one a line"),
        (["About"], "footer: is no list of groups"),
        ("About", "footer: is no list of groups"),
    ],
)
def test_a_wrong_foot_is_one_line(content: object, line: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(line)):
        read_footer(content, PAGES)


# ---------------------------------------------------------------- what pages say


def page(text: str, publisher: Publisher = Publisher(), held: Any = EMPTY) -> str:  # noqa: B008 (it is frozen)
    return filled(text, Known(held, NAMES, publisher))


def test_a_page_says_who_publishes_it() -> None:
    own = Publisher("N_C", Contact("a@b.example", "mailto:a@b.example"), licence="CC BY*", statement_by="N")
    places = "<!-- site -->|<!-- publisher -->|<!-- contact -->|<!-- terms -->|<!-- statement -->|<!-- other -->"
    assert page(places, own) == (
        r"Pinpoint|N\_C|Write to [a@b.example](mailto:a@b.example).|What N\_C wrote itself is under: CC BY\*.|"
        "This statement was prepared by N.|<!-- other -->"
    )
    dated = Publisher(statement_date=datetime.date(2026, 1, 5))
    assert page("<!-- statement -->", dated) == "This statement was prepared on 5 January 2026."
    assert (
        page("<!-- publisher -->, <!-- contact -->")
        == "Pinpoint, This site does not name an address for questions yet."
    )
    hostile = page("<!-- publisher --><!-- terms -->", Publisher(HOSTILE, licence=HOSTILE))
    assert not re.search(r"[<\"]b>|(?<!\\)\*N", hostile)


def test_the_figures_add_up() -> None:
    words = {"all": 100, "left_out": {"page number": 7}, "lost": 1}
    sources = [{"file": "a.pdf", "sha256": "0" * 64, "pages": None, "chosen": True, "url": None, "words": words}]
    two = [report(f"norbury/{year}-03-ilacs", sources=sources) for year in (2019, 2020)]
    shown = page("<!-- figures -->", held=corpus(*two))
    rows = re.findall(r"\| ([^|*]+?) \| ([\d,]+) \| ([\d.]+%)", shown)
    assert rows == [("On the pages", "92", "92.00%"), ("Left out: page number", "7", "7.00%"), ("Lost", "1", "1.00%")]
    assert "Words of 1 file " in shown
    assert "2 reports are shown from a complete copy, none from a damaged one." in shown
    assert page("<!-- figures -->") == "No report is held here yet, so there is nothing to count."


def test_the_examples_cite_a_paragraph_that_is_held() -> None:
    row = {"number": "3", "anchor": "p3", "section": "one", "text": "*A*", "page": 12, "items": ["p3-b1"], "themes": []}
    citation = "Ofsted, Norbury: inspection of <children's> services, 2019"
    one = report(citation=citation, paragraphs=[{**row, "number": None}, row])
    shown = page("<!-- examples -->\n<!-- addresses -->", held=corpus(one))
    own, title = "https://norbury.example/site/reports/norbury/2019-03-ilacs/p3/", "inspection of &lt;children's&gt;"
    assert shown.count(f"]({own})") == 6
    assert f"Ofsted, Norbury: {title} services, 2019, paragraph 3 (p. 12) &lt;[{own}]({own})&gt;" in shown
    assert f"Ofsted (2019) *Norbury: {title} services*, paragraph 3. Available at: [{own}]({own})" in shown
    assert f"Ofsted, *Norbury: {title} services* (2019) para 3 &lt;" in shown
    assert "2019-03-ilacs/#p3-b1)" in shown
    assert "No report is held here yet" in page("<!-- examples -->")


# ---------------------------------------------------------------- terms of reports that name none


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("extra: {publisher: {licence_of_reports: 'OGL\n  v3', licence: CC BY}}", "OGL v3"),
        ("extra: {publisher: {licence_of_reports: '', licence: CC BY}}", OWN_TERMS),
        ("site_url: !ENV [SITE_URL, x]", OWN_TERMS),
    ],
)
def test_the_terms_of_reports_that_name_none(tmp_path: Path, text: str, licence: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert load_site(tmp_path / "mkdocs.yml").licence == licence


def test_terms_that_are_no_text_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("extra: {publisher: {licence_of_reports: 3}}", encoding="utf-8")
    with pytest.raises(
        SettingsError, match=r"^mkdocs\.yml: extra: publisher: licence_of_reports: is 3; write text in quotation"
    ):
        load_site(tmp_path / "mkdocs.yml")
