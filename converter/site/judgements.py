"""The register of judgements: what each authority was judged last, area by area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.directory import directory
from converter.recognise.authority import slugify
from converter.site.corpus import Json, dated, inspections, newest_first, year
from converter.site.listing import printed_month
from converter.site.markup import front
from converter.site.register import filter_form
from converter.site.standing import Frameworks, Said, Standing, frameworks_of, latest, names_of, standing
from converter.site.timeline import cell_html, link
from converter.verdict import Blank
from converter.write.escape import html_text
from converter.write.wording import plural

ROOT = "../"
LEDE = (
    "How each authority was judged last in each area, by the reports held here. A grade leads to the judgement in its "
    "report; one that is of an earlier inspection than the last has its year beside it."
)
LEGEND = (
    "A dash: no report held here judges this area, because it is not part of the inspections that they are of. *Not "
    "judged*: the report says so. *Judged with* another area: one grade was given for both. *Not found in the report*: "
    "it should be there, and was not found in the copy held."
)


@dataclass(frozen=True, slots=True)
class Line:
    """An authority in the register, with all that its reports say."""

    slug: str
    name: str
    found: Standing

    @property
    def region(self) -> str:
        entry = directory().get(self.slug)
        return entry.region if entry else ""


def judgements_page(corpus: Json) -> str:
    """The register with its filters, the authorities that are held first."""
    frameworks = frameworks_of(corpus)
    held = lines_of(corpus, frameworks)
    title = front("Judgements", "How each authority was judged last, area by area.", "register", wide=True)
    head = [title, "# Judgements", f"{LEDE}\n{{ .lede }}"]
    if not held:
        return "\n\n".join([*head, "No report with grades is held yet."]) + "\n"
    missing = list(not_held(held))
    some = f"Reports with grades are held on {plural(len(held), 'authority', 'authorities')}"
    rest = f"; {len(missing)} others have none here" if missing else ""
    names = {framework["slug"]: framework["name"] for framework in corpus["frameworks"]}
    table = register(held, columns(held, frameworks), ROOT, "judged-last")
    parts = [f"{some}{rest}.", filters(held, names), table, f"{LEGEND}\n{{ .quiet }}", *without(missing)]
    return "\n\n".join([*head, *parts]) + "\n"


def without(missing: Sequence[Line]) -> Iterator[str]:
    """The authorities of which nothing is held, folded away."""
    if missing:
        names = "".join(f"<li>{html_text(line.name)}</li>" for line in missing)
        count = plural(len(missing), "authority", "authorities")
        yield (
            f'<details class="not-held" id="not-held"><summary>{count} without a report here</summary>'
            f'<ul class="people">{names}</ul></details>'
        )


def lines_of(corpus: Json, frameworks: Frameworks) -> list[Line]:
    """The authorities with a report that gives grades, by name."""
    reports: dict[str, list[Json]] = {}
    for report in inspections(corpus):
        if report["authority"]:
            reports.setdefault(report["authority"]["slug"], []).append(report)
    lines = [Line(slug, some[0]["authority"]["name"], standing(some, frameworks)) for slug, some in reports.items()]
    return sorted((line for line in lines if line.found.reports), key=lambda line: line.name.lower())


def not_held(held: Iterable[Line]) -> Iterator[Line]:
    """The authorities of today without a report that gives grades, where others of the directory are held."""
    slugs = {line.slug for line in held}
    if not slugs & set(directory()):
        return
    for entry in directory().values():
        if entry.slug not in slugs and not entry.until:
            yield Line(entry.slug, entry.name, Standing((), ()))


def columns(held: Sequence[Line], frameworks: Frameworks) -> dict[str, str]:
    """The areas of all the reports and their names, the newest report's first."""
    every = newest_first([report for line in held for report in line.found.reports])
    return names_of(tuple(reversed(every)), frameworks)


# ---------------------------------------------------------------- filters


def filters(held: Sequence[Line], names: Mapping[str, str]) -> str:
    """The choices by region, year and framework of the latest inspection; a script shows them and applies them."""
    last = [line.found.reports[-1] for line in held]
    regions = {slugify(line.region): line.region for line in held if line.region}
    years = {when: when for report in last if (when := year(report))}
    kinds = {report["framework"]: names[report["framework"]] for report in last}
    parts = [
        choice("region", "Region", "All regions", sorted(regions.items())),
        choice("year", "Judged last in", "Any year", sorted(years.items(), reverse=True)),
        choice("framework", "Framework", "Any framework", sorted(kinds.items())),
    ]
    return filter_form("judged-last", "".join(parts))


def choice(name: str, label: str, every: str, options: Iterable[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{html_text(value)}">{html_text(said)}</option>' for value, said in options)
    return f'<label>{label} <select name="{name}"><option value="">{every}</option>{listed}</select></label>'


# ---------------------------------------------------------------- the table


def register(lines: Sequence[Line], areas: Mapping[str, str], root: str, name: str, own: str = "") -> str:
    """Authorities by area as an HTML table; `root` leads from the page to the site's root, `own` is its authority."""
    heads = "".join(
        f'<th scope="col" data-sort="grade" data-name="{html_text(area)}">{html_text(said)}</th>'
        for area, said in areas.items()
    )
    rows = "\n".join(line_html(line, areas, root, line.slug == own) for line in lines)
    return (
        f'<div class="table"><table class="pp-table register judged" id="{name}">\n'
        "<caption>What each authority was judged last</caption>\n"
        f'<thead><tr><th scope="col" data-sort="text" data-name="authority">Authority</th>'
        f'<th scope="col" data-sort="text" data-name="date">Judged last</th>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def line_html(line: Line, areas: Mapping[str, str], root: str, own: bool) -> str:
    """An authority's row; the one whose page it stands on is marked."""
    region = f' data-region="{slugify(line.region)}"' if line.region else ""
    last = line.found.reports[-1]
    name = f'<a href="{root}authorities/{line.slug}/">{html_text(line.name)}</a>'
    name = f"<b>{html_text(line.name)}</b> <small>this page</small>" if own else name
    own_class = ' class="own"' if own else ""
    said = {row.area: latest(row) for row in line.found.rows}
    cells = "".join(cell(said.get(area), last, root) for area in areas)
    return (
        f'<tr{own_class}{region}{data_year(last)} data-framework="{html_text(last["framework"])}">'
        f'<th scope="row">{name}</th>'
        f'<td data-value="{dated(last)}"><a href="{link(root, last)}">{printed_month(last)}</a></td>{cells}</tr>'
    )


def data_year(report: Json) -> str:
    """What a row is filtered by, nothing where the report prints no date."""
    when = year(report)
    return f' data-year="{when}"' if when else ""


def cell(said: Said | None, last: Json, root: str) -> str:
    """The latest grade of an area, with its year where that is not of the last inspection, or why there is none."""
    if said is None:
        return f'<td><span aria-hidden="true">–</span><span class="pp-hidden">{Blank.NOT_PART}</span></td>'
    value = f' data-value="{said.rank}"' if said.rank else ""
    earlier = "" if said.report["id"] == last["id"] else f" <small>{year(said.report)}</small>"
    return f"<td{value}>{cell_html(said, root)}{earlier}</td>"
