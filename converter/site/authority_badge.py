"""An authority's badge for other sites: the latest grades on it as a small picture, as JSON, and the code to copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from converter.profiles import profile_named
from converter.read.markup import clean
from converter.site.corpus import Json, newest_first, year
from converter.site.judged import gives_no_overall, judged, main_ones, publisher
from converter.site.names import Names, absolute
from converter.site.text_width import text_width
from converter.write.badges import WORDS
from converter.write.escape import html_text, inline_text, xml_text

COLOURS = {  # words on their ground, as on the pages; every pair has a contrast of 4.5 or more
    "outstanding": ("#144e81", "#d2e2f1"),
    "good": ("#005a30", "#cce2d8"),
    "requires-improvement": ("#594d00", "#fff2b3"),
    "adequate": ("#594d00", "#fff2b3"),
    "inadequate": ("#942514", "#f4cdc6"),
}
PLAIN = ("#3d444b", "#e6e9ed")
LABEL = ("#ffffff", "#2b333b")
SIZE, HEIGHT, PAD = 12, 24, 9
NEW_LINE = "&#10;"  # in the source of the page one line, so that Markdown leaves it alone
NOTHING = "No graded report held"


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge says: its lines as label, words and grade, and the report that it is of, None where none is held."""

    authority: Json
    report: Json | None
    rows: tuple[tuple[str, str, str], ...]

    @property
    def said(self) -> str:
        """The whole badge as a sentence."""
        return "; ".join(f"{label}: {words.lower()}" for label, words, _ in self.rows)


def badge_of(documents: Sequence[Json]) -> Badge:
    """The badge of one authority: its latest report that gives grades."""
    authority = documents[0]["authority"]
    graded = [report for report in newest_first(list(documents)) if report["kind"] == "report" and report["judgements"]]
    if not graded:
        return Badge(authority, None, ((str(authority["name"]), NOTHING, ""),))
    report = graded[0]
    return Badge(authority, report, tuple(rows(authority["name"], report)))


def rows(name: str, report: Json) -> Iterator[tuple[str, str, str]]:
    """The lines of a badge: the overall grade, or that there is none and the grades that stand in its place."""
    subject = profile_named(report["framework"]).short.partition(" (")[0]
    by = f"{publisher(report)}: " if publisher(report) else ""
    label = f"{by}{name} {subject}, {year(report)}"
    if report["overall"]:
        yield label, WORDS[report["overall"]], report["overall"]
        return
    yield label, "Not judged overall" if gives_no_overall(report) else "No overall grade", ""
    for row in main_ones(judged(report, None)):
        yield row.name, WORDS[row.grade], row.grade


# ---------------------------------------------------------------- forms


def svg(badge: Badge) -> str:
    """The badge as a picture that can be read aloud; its words are text, set in whatever font is there."""
    labels = [text_width(label, SIZE) for label, _, _ in badge.rows]
    words = [text_width(text, SIZE, bold=True) for _, text, _ in badge.rows]
    left, right = max(labels) + 2 * PAD, max(words) + 2 * PAD
    height = HEIGHT * len(badge.rows)
    said = xml_text(badge.said)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{height}" '
        f'viewBox="0 0 {left + right} {height}" role="img" aria-label="{said}">\n<title>{said}</title>\n'
        f'<clipPath id="pp-badge"><rect width="{left + right}" height="{height}" rx="4"/></clipPath>\n'
        f'<g clip-path="url(#pp-badge)" font-family="Arial,Helvetica,Liberation Sans,sans-serif" font-size="{SIZE}">\n'
    )
    lines = [
        cell(0, at, left, (label, labels[at]), LABEL, "")
        + cell(left, at, right, (text, words[at]), COLOURS.get(grade, PLAIN), ' font-weight="bold"')
        for at, (label, text, grade) in enumerate(badge.rows)
    ]
    return f"{head}{''.join(lines)}</g>\n</svg>\n"


def cell(left: int, at: int, wide: int, text: tuple[str, int], colours: tuple[str, str], more: str) -> str:
    """One half of a line: its ground and its words, which fill the width that was reckoned for them."""
    top, (ink, ground), gap = at * HEIGHT, colours, 1 if at else 0
    return (
        f'<rect x="{left}" y="{top + gap}" width="{wide}" height="{HEIGHT - gap}" fill="{ground}"/>'
        f'<text x="{left + PAD}" y="{top + 16}" fill="{ink}"{more} textLength="{text[1]}" '
        f'lengthAdjust="spacingAndGlyphs">{xml_text(text[0])}</text>\n'
    )


def badge_data(badge: Badge, names: Names) -> Json:
    """The badge's facts; `grade` is null where the report gives no overall one."""
    report = badge.report
    page = f"/authorities/{badge.authority['slug']}/"
    return {
        "authority": badge.authority,
        "label": badge.rows[0][0],
        "message": badge.rows[0][1],
        "grade": report["overall"] if report else None,
        "year": int(year(report)) if report and year(report) else None,
        "publisher": publisher(report) or None if report else None,
        "framework": report["framework"] if report else None,
        "inspection_end": report["inspection"]["end"] if report else None,
        "judgements": [
            {"area": row.area, "name": row.name, "grade": row.grade} for row in main_ones(judged(report, None))
        ]
        if report
        else [],
        "report": absolute(names, report["url"]) if report else None,
        "url": absolute(names, page),
        "svg": absolute(names, f"{page}badge.svg"),
    }


def shields(badge: Badge) -> Json:
    """What shields.io's endpoint reads to draw a badge in its own style; it refuses any further key."""
    label, words, grade = badge.rows[0]
    more = "; ".join(f"{name}: {text.lower()}" for name, text, _ in badge.rows[1:])
    colour = COLOURS.get(grade, PLAIN)[0]
    return {"schemaVersion": 1, "label": label, "message": more or words.lower(), "color": colour}


# ---------------------------------------------------------------- on the authority's page


def badge_section(documents: Sequence[Json], names: Names) -> str:
    """The section of an authority's page that shows its badge, with the code to copy."""
    badge = badge_of(documents)
    page = absolute(names, f"/authorities/{badge.authority['slug']}/")
    picture, name = f"{page}badge.svg", str(badge.authority["name"])
    alt = f"{name}: latest inspection grades"  # what is copied cannot change with the picture
    attribute = escape(clean(alt), quote=False).replace('"', "&quot;")
    code = f'<a href="{escape(page)}">\n  <img src="{escape(picture)}" alt="{attribute}">\n</a>'
    return f"""
## Feed and badge {{ #badge }}

New reports on {inline_text(name)}: <a href="feed.xml">feed</a>.

<details class="badge-code"><summary>A badge with the latest grades, and the code to copy</summary>
<p class="badge"><img src="badge.svg" alt="{html_text(badge.said)}"></p>
<p>Where this picture is shown, it says the latest grades that are held here. The same as data:
<a href="badge.json">JSON</a>, <a href="shields.json">JSON for shields.io</a>.</p>
<p class="code-name">HTML</p>
<pre><code>{html_text(code).replace("<br>", NEW_LINE)}</code></pre>
<p class="code-name">Markdown</p>
<pre><code>{html_text(f"[![{inline_text(alt)}]({picture})]({page})")}</code></pre>
</details>
"""
