"""Hostile and odd text from a file to rendered HTML: shown as words, never read as anything else."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.audit import align, in_order, words
from converter.link import Corpus, link
from converter.read import read
from converter.recognise import recognise
from converter.write import write
from converter.write.dialect import EXTENSIONS
from converter.write.page import page_md

KNOWN_TAGS = {
    *(
        "p",
        "a",
        "br",
        "strong",
        "em",
        "ul",
        "ol",
        "li",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "div",
        "sup",
        "hr",
    ),
    *("h1", "h2", "h3", "h4", "dl", "dt", "dd", "details", "summary", "caption", "code", "abbr"),
}
KNOWN_ATTRIBUTES = {
    "id",
    "class",
    "href",
    "data-grade",
    "title",
    "style",
    "colspan",
    "scope",
    "data-label",
    "aria-label",
    "aria-current",
}
KEYS = {"title", "short", "report", "kind", "description", "citation"}
OPTIONAL = {"counts", "graded", "place"}

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "svg": "<svg/onload=alert(1)>",
    "iframe": '<iframe src="javascript:alert(1)"></iframe>',
    "event in a known tag": "<u onclick=alert(1)>click</u>",
    "style in a known tag": '<span style="position:fixed">over all</span>',
    "input": '<input type="text" onfocus="alert(1)" autofocus>',
    "style": "<style>body{display:none}</style>",
    "open tag": "<div class='x",
    "comment": "<!-- hidden words -->",
    "open comment": "<!-- hidden words",
    "processing instruction": "<?php echo 1 ?>",
    "character data": "<![CDATA[ words ]]>",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &copy; &nosuch;",
    "template": "{{ 7+7 }} {% raw %} {# comment #} ${7+7} #{7+7}",
    "attributes": "words { .x onclick=alert(1) }",
    "attributes alone": "{ #p1 .x onclick=alert(1) }",
    "old attributes": "{: #p1 .x onclick=alert(1) }",
    "table of contents": "[TOC]",
    "footnote": "words[^1] and [^note]: text",
    "footnote definition": "[^1]: stolen note",
    "reference": "[a]: http://evil.example",
    "reference used": "[a][b] and [b] and ![b]",
    "abbreviation": "*[Ofsted]: something else",
    "long form": 'a safe "x <b onclick=y>home `z` *w* [q](r) {{ 7*7 }} every\\ day (SHED) and the SHED, SHEDs, <SHED>',
    "definition list": ": definition",
    "admonition": "!!! danger words",
    "details": "??? note words",
    "snippet": "--8<-- /etc/passwd",
    "tabs": "=== tab",
    "autodoc": "::: os.system",
    "mathematics": r"$x^2$ \(y\) $$z$$",
    "image link": "![alt](http://evil.example/x.png)",
    "script link": "[click](javascript:alert(1))",
    "data link": "[click](data:text/html,<script>alert(1)</script>)",
    "link with a quotation mark": '[click](https://example.org/" onclick="alert(1))',
    "link with a title": "[click](https://example.org 'a title')",
    "autolink": "<https://example.org/?a=b&c=d>",
    "script autolink": "<javascript:alert(1)>",
    "code": "`code` ``more`` ```fence```",
    "fence": "```",
    "waves": "~~~",
    "strike": "~~struck~~ ==marked== ^^under^^ H~2~O",
    "emphasis": "*a* **b** ***c*** _d_ __e__ a_b_c 2 * 3 * 4",
    "heading": "# Heading",
    "deep heading": "###### Heading ######",
    "ends in #": "Written in C#",
    "quotation": "> quoted",
    "rule": "* * * words",
    "table": "a | b | c",
    "backslashes": r"\* \_ \\ \[x\] C:\new\table",
    "control": "a\x00b\x01c\x02d\x03e\x1b[31mf\x7fg",
    "placeholder": "\x02wzxhzdk:0\x03 wzxhzdk:0 \x02klzzwxh:0001\x03 klzzwxh:0001",
    "direction": "left\u202eright\u202c \u2066inner\u2069 \u200fmark",
    "separators": "one\u2028two\u2029three\u0085four",
    "emoji and accents": "👩‍👧 naïve café \u0301 中文 ﬁnal",
    "byte order mark": "\ufeffwords",
    "private use": "\uf0b7 words \ue000",
    "colon": "key: value",
    "document end": "... words",
    "quotation marks": "\"double\" 'single' “curly” `back`",
    "long word": "x" * 5000,
    "nested tags": "<b><i><u>" * 200 + "deep" + "</u></i></b>" * 200,
    "unknown nested tags": "<a><c>" * 200 + "deep",
    "brackets": "[" * 300 + "deep" + "]" * 300,
    "stars": "*" * 300 + "deep" + "*" * 299,
    "markers": "- - - - words",
    "number": "99999999999999999999. words",
    "dots": "1.2.3.4.5.6.7.8. words",
}
REPORT = """Inspection of Norbury local authority children’s services

Inspection dates: 3 to 14 June 2019

Lead inspector: Gwenda Ashdale

What needs to improve?

1. Begins {0}

{0}

2. Plans should say {0} and no more.
- {0}
- item {0}

Cell\t{0}
{0}\t3

The experiences and progress of care leavers: good

3. Care leavers are well supported and they know it.

{0}

4. The end.
"""
OUR_LINK = re.compile(r"#|https?://|mailto:|(?:\.\./)+[a-z0-9/.-]+(?:\.md(?:#[a-z0-9-]+)?|\.json|/(?:#[a-z0-9-]+)?)$")


class Shown(HTMLParser):
    """The words of rendered HTML, its tags and attributes."""

    def __init__(self, rendered: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.odd: list[str] = []
        self.feed(rendered)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"strong", "em", "a", "sup", "code"}:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        self.odd.append(decl)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)

    def unknown_decl(self, data: str) -> None:
        self.odd.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())


def published(path: Path) -> tuple[Corpus, list[str]]:
    corpus = link(recognise(read(path)))
    return corpus, [page_md(report, corpus) for report in in_order(corpus.reports)]


def rendered(page: str) -> Shown:
    head, _, body = page.removeprefix("---\n").partition("\n---\n")
    assert set(yaml.safe_load(head)) - OPTIONAL == KEYS
    return Shown(markdown.markdown(body, extensions=list(EXTENSIONS)))


def check(shown: Shown, *more: str) -> None:
    """No tag, attribute or address on a page but those that the converter writes."""
    assert {tag for tag, _ in shown.tags} <= {*KNOWN_TAGS, *more}
    assert {name for _, attributes in shown.tags for name in attributes} <= KNOWN_ATTRIBUTES
    assert shown.odd == []
    for _, attributes in shown.tags:
        address = attributes.get("href")
        assert address is None or OUR_LINK.match(address)
        assert attributes.get("style") in {None, "text-align: left;", "text-align: center;", "text-align: right;"}
    ids = [attributes["id"] for _, attributes in shown.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_hostile_text_is_only_text(tmp_path: Path, text: str, suffix: str) -> None:
    path = tmp_path / f"report.{suffix}"
    path.write_text(REPORT.replace("{0}", text), encoding="utf-8")
    corpus, pages = published(path)
    shown = rendered(pages[0])
    check(shown)
    assert [paragraph.number for _, paragraph in corpus.reports[0].paragraphs()] == ["1", "2", "3", "4"]
    read_words = [word for line in read(path).lines for word in words(line.text)]
    kept, _ = align(read_words, words(shown.text))
    assert [word for at, word in enumerate(read_words) if at not in kept] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("script", "<script>alert(1)</script>"),
        ("image", "<img src=x onerror=alert(1)>"),
        ("comment", "<!-- hidden words -->"),
        ("open comment", "<!-- hidden words"),
        ("template", "{{ 7+7 }} {% raw %} {# comment #} ${7+7} #{7+7}"),
        ("attributes", "words { .x onclick=alert(1) }"),
        ("old attributes", "{: #p1 .x onclick=alert(1) }"),
        ("table of contents", "[TOC]"),
        ("footnote", "words[^1] and [^note]: text"),
        ("reference", "[a]: http://evil.example"),
        ("abbreviation", "*[Ofsted]: something else"),
        ("snippet", "--8<-- /etc/passwd"),
        ("mathematics", "$x^2$"),
        ("image link", "!alt"),
        ("script link", "[click](javascript:alert(1))"),
        ("code", "`code` ``more`` ```fence```"),
        ("waves", "~~~"),
        ("strike", "~~struck~~ ==marked== ^^under^^ H~2~O"),
        ("heading", "# Heading"),
        ("ends in #", "Written in C#"),
        ("table", "a | b | c"),
        ("control", "abcde[31mfg"),
        ("direction", "leftright inner mark"),
        ("number", "99999999999999999999. words"),
    ],
)
def test_hostile_text_is_shown(tmp_path: Path, name: str, words: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT.replace("{0}", HOSTILE[name]), encoding="utf-8")
    _, pages = published(path)
    assert rendered(pages[0]).text.count(words) >= 6


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_facts(tmp_path: Path, text: str) -> None:
    """The authority, the inspector, the title and the file's name come from outside, too."""
    path = tmp_path / "`re`{{port}}<b>.txt"
    cover = (
        f"Inspection of {text} children’s services\n\n{text}\n\nLead inspector: Gwenda {text}\n\n"
        f"Overall {text}\tGood\n\n"
    )
    path.write_text(cover + "What needs to improve?\n\n1. The work.\n", encoding="utf-8")
    corpus, pages = published(path)
    check(rendered(pages[0]))
    assert re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", corpus.reports[0].id)
    write(corpus, (), path.parent / "docs", {})


PACK = (
    "Norbury Scrutiny Committee\n\n{0}\n\n10 March 2016\n\nNorbury County Council\n\n1\t{0} To hear {0}.\t{0}\n"
    "2\tMinutes {0}\t3 - 4\n\nMINUTES OF A MEETING OF {0}\n\n1. {0}\n\nText {0}.\n\n\t\tAGENDA ITEM 1\n\n1.1 {0}\n\n"
    "- I. {0}\n- II. {0}\n"
)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_pack(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pack.txt"
    path.write_text(PACK.replace("{0}", text), encoding="utf-8")
    _, pages = published(path)
    assert len(pages) >= 2
    for page in pages:
        check(rendered(page))


FRAGMENTS = st.sampled_from(
    [*HOSTILE.values(), "", "1. One.", "2. Two.", "- item", "\t", "¹ A note.", "the board¹", "  ", "3.1 x"]
)


@given(st.lists(FRAGMENTS | st.text(max_size=12), min_size=1, max_size=12))
@settings(max_examples=120)
def test_any_mixture_is_only_text(tmp_path_factory: pytest.TempPathFactory, rows: list[str]) -> None:
    path = tmp_path_factory.mktemp("mixed") / "report.txt"
    path.write_text("Norbury\n" + "\n".join(rows), encoding="utf-8")
    corpus, pages = published(path)
    for page in pages:
        check(rendered(page))
    write(corpus, (), path.parent / "docs", {})


# ---------------------------------------------------------------- odd files


FRONT_MATTER = "---\ntitle: stolen\ntemplate: evil.html\nhide: [navigation]\n---\n\n"


def test_front_matter_of_a_report_is_text(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(FRONT_MATTER + REPORT.replace("{0}", "words"), encoding="utf-8")
    _, pages = published(path)
    assert "stolen" not in pages[0].split("---")[1]
    assert "template: evil.html" in rendered(pages[0]).text


@pytest.mark.parametrize(
    "text",
    [
        "\t\n\t\t\nNorbury\n",
        "1\n2\n3\n",
        "1.\n2.\n3.\n",
        "1.\n\n2.\n\n3.\n",
        "-\n-\n•\n",
        "What needs to improve?\n\nWhat needs to improve?\n",
        "Contents\n",
        "Contents\n\nA 1\nB 2\n",
        "¹ Only a note.\n",
        "Grade 3 (adequate)\n",
        "Good\tGood\n",
        "\tx\n",
        "Inspection of children’s services\n",
        "Norbury Committee\n\nAGENDA ITEM 1\n",
        "AGENDA ITEM 1\n",
        "<p>\nNorbury\n",
        "x",
        ".",
    ],
    ids=repr,
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_odd_files_become_pages(tmp_path: Path, text: str, suffix: str) -> None:
    path = tmp_path / f"odd.{suffix}"
    path.write_text(text, encoding="utf-8")
    _, pages = published(path)
    for page in pages:
        check(rendered(page))
