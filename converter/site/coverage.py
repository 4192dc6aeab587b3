"""The register of what is held, how well it could be read, and what reports refer to that is not here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from math import floor

from converter.directory import directory
from converter.profiles import profile_named
from converter.site.corpus import Json, inspections, newest_first, report_file, year
from converter.site.markup import front, up
from converter.site.missing import Gaps, Missing, Referring, referring
from converter.site.missing_lines import missing_lines
from converter.write.escape import inline_text
from converter.write.wording import plural

INDEX = "coverage/index.md"
MOST = 20


def place_name(slug: str) -> str:
    """An authority's name, or its slug where it is not among the known ones."""
    known = directory().get(slug)
    return inline_text(known.name if known else slug.replace("-", " ").title())


# ---------------------------------------------------------------- the whole


def coverage_page(corpus: Json, gaps: Gaps) -> str:
    """The whole page."""
    gone, unsure = gaps.gone, gaps.unsure
    pages = {report["authority"]["slug"] for report in corpus["reports"] if report["authority"]}
    parts = [
        front("Coverage", "What this site holds, how well it could be read, and what is missing.", "index"),
        "# Coverage\n",
        "What this site holds, how well it could be read, and what its reports refer to that is not here.\n",
        *held_part(corpus),
        *quality_part(corpus),
        *next_part(gone, pages),
        *missing_part(gone, unsure, pages),
        *elsewhere_part(gone, unsure, pages),
        *region_part(corpus),
    ]
    return "\n".join(parts) + "\n"


def held_part(corpus: Json) -> Iterator[str]:
    """How many reports of each framework are held, and of which years."""
    reports = inspections(corpus)
    yield "## What is held { #held }\n"
    yield "| Framework | Reports | Authorities | Years |\n| --- | --- | --- | --- |"
    by_framework: defaultdict[str, list[Json]] = defaultdict(list)
    for report in reports:
        by_framework[report["framework"]].append(report)
    for slug, some in sorted(by_framework.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        places = {report["authority"]["slug"] for report in some if report["authority"]}
        years = sorted(when for report in some if (when := year(report)))
        span = f"{years[0]}–{years[-1]}" if years and years[0] != years[-1] else "".join(years[:1]) or "–"
        yield f"| {inline_text(profile_named(slug).name)} | {len(some)} | {len(places) or '–'} | {span} |"
    packs = sum(report["kind"] == "pack" for report in corpus["reports"])
    yield f"\nBeside them {plural(packs, 'committee pack')} with all papers.\n" if packs else ""


def quality_part(corpus: Json) -> Iterator[str]:
    """What the audit of each source found, and every report with a problem."""
    documents = [report for report in corpus["reports"] if report["quality"]["words_kept"] is not None]
    troubled = [report for report in corpus["reports"] if report["quality"]["problems"]]
    damaged = [report for report in corpus["reports"] if report["quality"]["status"] == "damaged"]
    yield "## How well it could be read { #quality }\n"
    if documents:
        least = min(report["quality"]["words_kept"] for report in documents)
        yield f"{accounted(least)} on its page or on the list of what was left out and why, such as a running header."
    copies = f"{plural(len(damaged), 'report is', 'reports are')} shown from a damaged copy." if damaged else ""
    yield f"{copies or 'No report is shown from a damaged copy.'}\n"
    if troubled:
        yield f"{plural(len(troubled), 'document')} with something that could not be read or does not agree:\n"
        for report in troubled:
            found = " ".join(inline_text(problem) for problem in report["quality"]["problems"])
            yield f"- [{inline_text(report['title'])}]({up(INDEX, report_file(report))}): {found}"
        yield ""
    yield from astray(corpus)


def astray(corpus: Json) -> Iterator[str]:
    """The reports whose references to their own paragraphs fit nothing for certain."""
    counted = Counter(one.report["id"] for one in referring(corpus, "uncertain") if not one.row["authority"])
    rows = [
        f"- [{inline_text(report['title'])}]({up(INDEX, report_file(report))}): {counted[report['id']]}"
        for report in newest_first(corpus["reports"])
        if counted[report["id"]]
    ]
    if rows:
        yield "References of a report to its own paragraphs that are no links, since no such paragraph is there or "
        yield "what stands there is about something else:\n"
        yield from rows
        yield ""


def accounted(least: float) -> str:
    """How much of each source is accounted for, in hundredths of a per cent, rounded down."""
    if least >= 1:
        return "Every word of a source is either"
    return f"At least {floor(round(least * 10_000, 3)) / 100:.2f}% of the words of a source are either"


def next_part(gone: Mapping[str, Sequence[Missing]], pages: Container[str]) -> Iterator[str]:
    """The inspections of children's services that are referred to most: what to add next."""
    wanted = [one for some in gone.values() for one in some if one.kind == "inspection" and one.when]
    wanted.sort(key=lambda one: (-len(one.references), one.authority, one.when))
    if wanted:
        yield "## What to add next { #next }\n"
        yield "Reports that are not here, and that reports held here refer to most.\n"
        yield "| Authority | Inspection | Referred to |\n| --- | --- | --- |"
        for one in wanted[:MOST]:
            yield f"| {place(one.authority, pages)} | {one.printed} | {plural(len(one.references), 'time')} |"
        yield ""


def missing_part(
    gone: Mapping[str, Sequence[Missing]], unsure: Mapping[str, Sequence[Referring]], pages: Container[str]
) -> Iterator[str]:
    """By authority what is referred to and not held, and how many references are not certain."""
    if not gone and not unsure:
        return
    yield "## Referred to and not held { #missing }\n"
    yield "An authority's page names every place that refers to it. “Not certain” counts the references of "
    yield "which it is not certain which inspection is meant.\n"
    yield "| Authority | Not held | Not certain |\n| --- | --- | --- |"
    for slug in sorted({*gone, *unsure}, key=place_name):
        some = gone.get(slug, ())
        names = ", ".join(dict.fromkeys(one.short for one in some))
        yield f"| {place(slug, pages)} | {names or '–'} | {len(unsure.get(slug, ())) or '–'} |"
    yield ""


def elsewhere_part(
    gone: Mapping[str, Sequence[Missing]], unsure: Mapping[str, Sequence[Referring]], pages: Container[str]
) -> Iterator[str]:
    """The places that refer to inspections of authorities that have no page here."""
    for slug in sorted({*gone, *unsure}):
        if slug not in pages:
            yield f"### {place_name(slug)} {{ #{slug} }}\n"
            yield from missing_lines(INDEX, gone.get(slug, ()), unsure.get(slug, ()))


def place(slug: str, pages: Container[str]) -> str:
    """An authority as a link to what is missing of it."""
    to = f"../authorities/{slug}.md#not-held" if slug in pages else f"#{slug}"
    return f"[{place_name(slug)}]({to})"


def region_part(corpus: Json) -> Iterator[str]:
    """How many of each region's authorities have a report here."""
    held = {report["authority"]["slug"] for report in inspections(corpus) if report["authority"]}
    by_region: defaultdict[str, list[str]] = defaultdict(list)
    for slug, place in directory().items():
        if place.region and not place.until:
            by_region[place.region].append(slug)
    yield "## Authorities by region { #regions }\n"
    yield "| Region | With a report | Without |\n| --- | --- | --- |"
    for region, slugs in sorted(by_region.items()):
        without = ", ".join(place_name(slug) for slug in sorted(slugs) if slug not in held)
        count = sum(slug in held for slug in slugs)
        yield f"| {inline_text(region)} | {count} of {len(slugs)} | {without or '–'} |"
