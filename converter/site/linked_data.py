"""What a page is about, as JSON-LD in the words of schema.org, for programs that read pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from converter.site.corpus import Held, Json
from converter.site.judged import publisher
from converter.site.names import Names, absolute
from converter.site.open_tables import tables
from converter.write.escape import script_json
from converter.write.places import place_slug

CONTEXT = "https://schema.org"
LANGUAGE = "en-GB"
LICENCES = {  # by what the terms name; the addresses lead to the newest version, since reports seldom name one
    "Open Government Licence": "https://www.nationalarchives.gov.uk/doc/open-government-licence/",
    "Open Parliament Licence": "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/",
}
KINDS = {"search": "SearchResultsPage", "index": "CollectionPage", "themes": "CollectionPage"}
HOME, DATA, AUTHORITIES, THEMES = "/", "/data/", "/authorities/", "/themes/"


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of the site: its place, what it says of itself, and the pages above it as title and place."""

    place: str
    title: str
    description: str
    kind: str
    above: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What pages may be about: the documents by their place and by authority, the themes by their slugs."""

    documents: Mapping[str, Json]
    authorities: Mapping[str, Sequence[Json]]
    themes: Mapping[str, Json]
    places: Mapping[str, str]
    names: Names


def known(corpus: Json, authorities: Mapping[str, Sequence[Json]], names: Names) -> Known:
    """All that pages may be about."""
    places = {
        place_slug(report["id"], report["authority"]["slug"]): report["authority"]["name"]
        for report in corpus["reports"]
        if report["authority"]
    }
    themes = {theme["slug"]: theme for theme in corpus["themes"]}
    return Known({report["url"]: report for report in corpus["reports"]}, authorities, themes, places, names)


def page_script(page: Shown, known: Known) -> str:
    """The script element for a page of MkDocs."""
    subject = page_subject(page, known)
    if report := known.documents.get(page.place):
        trail = trail_of(report, known.documents)
    else:
        trail = [("Home", HOME), *page.above, (page.title, page.place)]
    return script([subject, breadcrumbs(trail, known.names)])


def paragraph_script(held: Held, names: Names) -> str:
    """The script element for the page of one paragraph: a quotation from its report, whose own page says the rest."""
    report, row = held.report, held.row
    quoted = {
        "@type": "Quotation",
        "url": absolute(names, f"{report['url']}{row['anchor']}/"),
        "position": row["number"],
        "isPartOf": absolute(names, report["url"]),
    }
    return script([quoted])


def script(graph: Iterable[Json]) -> str:
    content = {"@context": CONTEXT, "@graph": [node for node in graph if node]}
    return f'<script type="application/ld+json">{script_json(content)}</script>'


# ---------------------------------------------------------------- where a page stands


def breadcrumbs(trail: Sequence[tuple[str, str]], names: Names) -> Json:
    """The way from the home page; nothing for the home page itself."""
    items = [
        {"@type": "ListItem", "position": at, "name": title, "item": absolute(names, place)}
        for at, (title, place) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items} if len(trail) > 1 and trail[-1][1] != HOME else {}


def trail_of(report: Json, documents: Mapping[str, Json]) -> list[tuple[str, str]]:
    """The way to a document: its authority, then the packs and items in which it stands."""
    above: list[tuple[str, str]] = []
    inner = report
    while (outer := documents.get(f"/reports/{inner['parent']}/")) and len(above) < len(documents):
        above.insert(0, (outer["title"], outer["url"]))
        inner = outer
    first, *rest = own_trail(report)
    return [("Home", HOME), *([first] if rest else []), *above, (report["title"], report["url"])]


def own_trail(report: Json) -> list[tuple[str, str]]:
    """A document below its authority's page, where it has one."""
    own = (report["title"], report["url"])
    authority = report["authority"]
    return [(authority["name"], f"{AUTHORITIES}{authority['slug']}/"), own] if authority else [own]


# ---------------------------------------------------------------- what a page is about


def page_subject(page: Shown, known: Known) -> Json:
    """What a page is, and what it is about."""
    if report := known.documents.get(page.place):
        return document(report, known.names)
    base = {"url": absolute(known.names, page.place), "name": page.title, "inLanguage": LANGUAGE}
    if page.description:
        base["description"] = page.description
    if page.place == HOME:
        return website(base, known.names)
    if page.place == DATA:
        return dataset(base, known)
    slug, *rest = [part for part in page.place.split("/") if part][1:] or [""]
    if page.place.startswith(AUTHORITIES) and slug in known.authorities:
        return authority(base, known.authorities[slug], known.names)
    if page.place.startswith(THEMES) and slug in known.themes:
        return theme(base, known.themes[slug], known.places.get(rest[0], "") if rest else "", known.names)
    return {"@type": KINDS.get(page.kind, "WebPage"), **base}


def document(report: Json, names: Names) -> Json:
    """A report, or the papers of a committee; what is not known is left out."""
    own = absolute(names, report["url"])
    inspection = report["inspection"]
    by = publisher(report)
    about = area(report["authority"], names) if report["authority"] else None
    original = report["source_url"] or next(
        (absolute(names, source["url"]) for source in report["sources"] if source["url"] and source["chosen"]), None
    )
    parent = {"@id": absolute(names, f"/reports/{report['parent']}/")} if report["parent"] else None
    facts = {
        "@type": "Report" if report["kind"] == "report" else "DigitalDocument",
        "@id": own,
        "url": own,
        "name": report["title"],
        "alternateName": report["printed_title"] if report["printed_title"] != report["title"] else None,
        "inLanguage": LANGUAGE,
        "about": about,
        "publisher": {"@type": "Organization", "name": by} if by else None,
        "datePublished": report["published"],
        "temporalCoverage": "/".join(sorted({inspection["start"] or "", inspection["end"] or ""} - {""})) or None,
        "isBasedOn": original,
        "isPartOf": parent,
        "license": next((link for name, link in LICENCES.items() if name in (report["licence"] or "")), None),
        "copyrightNotice": report["licence"],
        "creditText": report["citation"],
        "encoding": download("Data", absolute(names, f"/data/reports/{report['id']}.json"), "application/json"),
    }
    return {key: value for key, value in facts.items() if value}


def area(place: Json, names: Names) -> Json:
    page = absolute(names, f"{AUTHORITIES}{place['slug']}/")
    return {"@type": "AdministrativeArea", "name": place["name"], "url": page}


def download(name: str, address: str, form: str) -> Json:
    return {"@type": "DataDownload", "name": name, "contentUrl": address, "encodingFormat": form}


def website(base: Json, names: Names) -> Json:
    """The site itself, and how it is searched."""
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": absolute(names, "/search/") + "?q={search_term_string}"},
        "query-input": "required name=search_term_string",
    }
    return {"@type": "WebSite", **base, "name": names.site, "potentialAction": search}


def authority(base: Json, documents: Sequence[Json], names: Names) -> Json:
    """An authority's page: the list of the reports on it."""
    reports = [report for report in documents if report["kind"] == "report"]
    items = [
        {"@type": "ListItem", "position": at, "name": report["title"], "url": absolute(names, report["url"])}
        for at, report in enumerate(reports, 1)
    ]
    about = area(documents[0]["authority"], names)
    listed = {"@type": "ItemList", "itemListElement": items}
    return {"@type": "CollectionPage", **base, "about": about, "mainEntity": listed}


def theme(base: Json, theme: Json, place: str, names: Names) -> Json:
    """A theme's page, everywhere or in one place."""
    term = {
        "@type": "DefinedTerm",
        "name": theme["name"],
        "termCode": theme["slug"],
        "inDefinedTermSet": absolute(names, THEMES),
    }
    about = [term, {"@type": "AdministrativeArea", "name": place}] if place else term
    return {"@type": "CollectionPage", **base, "about": about}


def dataset(base: Json, known: Known) -> Json:
    """The page of the open data: each file of it."""
    files = [
        *(download(table.title, absolute(known.names, f"{DATA}{table.name}.csv"), "text/csv") for table in tables()),
        download("Reports", absolute(known.names, f"{DATA}reports.json"), "application/json"),
        download("Data package", absolute(known.names, f"{DATA}datapackage.json"), "application/json"),
    ]
    ends = (report["inspection"]["end"] for report in known.documents.values())
    years = sorted({end[:4] for end in ends if end})
    covered = {"temporalCoverage": f"{years[0]}/{years[-1]}"} if years else {}
    return {
        "@type": "Dataset",
        **base,
        **covered,
        "name": f"{known.names.site}: inspection reports as data",
        "license": absolute(known.names, f"{DATA}#licence"),
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": known.names.site, "url": absolute(known.names, HOME)},
        "distribution": files,
    }
