"""The page with the most HTML of each kind in a built site, whatever reports it holds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

QUESTION = "search/?q=care+leavers+housing"
DOCUMENTS = {"report": "report", "pack": "pack", "tracker": "item"}  # a kind of page: the kind of its document
TRACKER = 'id="tracker-'
PATTERNS: Mapping[str, str] = {
    "home": "",
    "report": "reports/*/*/",
    "search": QUESTION,
    "theme": "themes/*/",
    "authority": "authorities/*/",
    "judgements": "judgements/",
    "recommendations": "recommendations/",
    "pack": "reports/*/*/",
    "tracker": "reports/*/*/*/",
    "paragraph": "reports/*/*/p*/",
}
KINDS = tuple(PATTERNS)


def largest(site: Path, kinds: Sequence[str] = KINDS) -> dict[str, str]:
    """The address of the largest page of each kind, relative to the site, of the kinds that it has."""
    documents = json.loads((site / "data" / "reports.json").read_text(encoding="utf-8"))["reports"]
    of_kind = {document["url"].strip("/"): document["kind"] for document in documents}
    return {kind: address for kind in kinds if (address := of(kind, site, of_kind)) is not None}


def of(kind: str, site: Path, documents: Mapping[str, str]) -> str | None:
    pattern = PATTERNS[kind]
    if "*" not in pattern:
        return pattern
    pages = [page for page in site.glob(f"{pattern}index.html") if fits(kind, page, site, documents)]
    page = max(sorted(pages), key=lambda page: page.stat().st_size, default=None)
    return f"{page.parent.relative_to(site).as_posix()}/" if page else None


def fits(kind: str, page: Path, site: Path, documents: Mapping[str, str]) -> bool:
    """Whether a page that stands where pages of a kind stand is one of them."""
    if kind not in DOCUMENTS:
        return True
    own = documents.get(page.parent.relative_to(site).as_posix())
    return own == DOCUMENTS[kind] and (kind != "tracker" or TRACKER in page.read_text(encoding="utf-8"))
