"""Examples of citations and of addresses, made from a report that is held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from converter.profiles import profile_named
from converter.site.corpus import Json, inspections, year
from converter.site.names import Names, absolute
from converter.write.escape import inline_text, url

READ = "*day month year*"
NOTHING = "No report is held here yet; examples will stand here when one is."


@dataclass(frozen=True, slots=True)
class Example:
    """A numbered paragraph with the parts of its citation, which are plain text."""

    report: Json
    row: Json
    author: str
    title: str
    year: str

    @property
    def whole(self) -> str:
        """`Ofsted, Essex: inspection of children's services, 2014, paragraph 41 (p. 13)` in Markdown."""
        page = f" (p. {self.row['page']})" if self.row["page"] else ""
        return inline_text(f"{self.report['citation']}, paragraph {self.row['number']}{page}")

    @property
    def own_page(self) -> str:
        """The place of the page of this paragraph alone."""
        return f"{self.report['url']}{self.row['anchor']}/"


def example(corpus: Json) -> Example | None:
    """The first numbered paragraph of the newest report that has one."""
    for report in inspections(corpus):
        row = next((row for row in report["paragraphs"] if row["number"]), None)
        if row is not None:
            author = profile_named(report["framework"]).publisher or str(report["publisher"] or "")
            title = str(report["citation"]).removeprefix(author).lstrip(",: ").removesuffix(f", {year(report)}")
            return Example(report, row, author, title, year(report) or "no date")
    return None


def link(place: str, names: Names) -> str:
    """A whole address as a link that shows itself."""
    address = absolute(names, place)
    return f"[{inline_text(address)}]({url(address)})"


# ---------------------------------------------------------------- forms


def examples(corpus: Json, names: Names) -> str:
    """How to cite that paragraph in several places; one sentence where no report is held."""
    one = example(corpus)
    if one is None:
        return NOTHING
    return "\n\n".join(f"### {name}\n\n{text}\n{{ .example }}" for name, text in forms(one, names))


def forms(one: Example, names: Names) -> Iterator[tuple[str, str]]:
    """Each form under the name by which people look for it."""
    address, number = link(one.own_page, names), inline_text(one.row["number"])
    title, author = f"*{inline_text(one.title)}*", inline_text(one.author)
    yield "In a mail or a chat", f"{one.whole} &lt;{address}&gt;"
    yield "In a paper for a meeting", f"[{one.whole}]({url(absolute(names, one.own_page))})"
    yield "In a footnote", f"{one.whole}, {address}."
    by = f"{author} ({one.year}) {title}" if author else f"{title} ({one.year})"
    yield "Harvard", f"{by}, paragraph {number}. Available at: {address} (Accessed: {READ})."
    lead = f"{author}, " if author else ""
    yield "OSCOLA", f"{lead}{title} ({one.year}) para {number} &lt;{address}&gt; accessed {READ}."


# ---------------------------------------------------------------- addresses


def addresses(corpus: Json, names: Names) -> str:
    """The addresses of the report that holds that paragraph, and of what stands in it, as a table."""
    one = example(corpus)
    if one is None:
        return NOTHING
    lines = [f"| {name} | {link(place, names)} |" for name, place in places(one)]
    return "\n".join(["| To | Address |", "| --- | --- |", *lines])


def places(one: Example) -> Iterator[tuple[str, str]]:
    """What in a report has an address, and where it is."""
    report, row = one.report, one.row
    held = {part["anchor"]: part for part in report["sections"] if part["title"]}
    yield "The report", report["url"]
    if row["section"] in held:
        yield "A section of it", f"{report['url']}#{row['section']}"
    yield f"Paragraph {inline_text(row['number'])}, in the report", f"{report['url']}#{row['anchor']}"
    yield "The same paragraph on a page of its own", one.own_page
    if items := next((other["items"] for other in report["paragraphs"] if other.get("items")), ()):
        yield "A point of a list", f"{report['url']}#{items[0]}"
    if graded := next(iter(report["judgements"]), None):
        yield "A judgement", f"{report['url']}#{graded['anchor']}"
