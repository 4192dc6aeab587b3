"""The search index: Pagefind reads one record per paragraph, so that results are paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from converter.site.bundles import Bundle, bundles
from converter.site.corpus import Json, Stored, newest_first
from converter.site.kept import NOTHING, Kept, Part, Parts, Place, digest_of, made, unchanged
from converter.site.pagefind import encoded, index_of, pagefind_version
from converter.site.pagefind_files import settled
from converter.site.search_names import names_file
from converter.site.search_records import records
from converter.write.files import put

NAMES = "names.json"
Documents = Sequence[Json] | Stored
EMPTY = {  # Pagefind makes no index without a record
    "url": "/about/",
    "content": "No report is held yet.",
    "language": "en",
    "meta": {"title": "No report is held yet"},
    "filters": {},
}


def build_search(corpus: Json, site: Path, kept: Kept = NOTHING) -> Parts:
    """Write the search index into `site`, and what the search page knows by heart; the bundles as parts to keep.

    Raises PinpointError with what Pagefind says where it fails.
    """
    divided = bundles(corpus["reports"])
    (site / "search").mkdir(parents=True, exist_ok=True)
    names = names_file(corpus, [bundle.place for bundle in divided])
    (site / "search" / NAMES).write_text(names, encoding="utf-8")
    return {
        bundle.place: write_bundle(bundle, corpus["reports"], site, kept, program=at == 0)
        for at, bundle in enumerate(divided)
    }


def write_bundle(bundle: Bundle, reports: Documents, site: Path, kept: Kept, *, program: bool) -> Part:
    """Write a bundle, or take it over from the previous site."""
    documents = newest_first([reports[at] for at in bundle.documents])
    content = [encoded(record) for record in records(documents)] or [encoded(EMPTY)]
    digest = digest_of(f"{pagefind_version()} {program}".encode(), *content)
    place = Place("", [bundle.place])
    if part := unchanged(kept, bundle.place, place, digest):
        return part
    for name, file in settled(index_of(content), program=program).items():
        put(site / bundle.place / name, file)
    return made(site, place, digest)
