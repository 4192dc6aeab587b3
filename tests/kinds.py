"""The kinds of page of the sample site, each with the address of one: for the browser's tests and the screenshots."""

from __future__ import annotations

from pathlib import Path

REPORT = "reports/norbury/2015-06-sif/"
PACK = "reports/norbury-children-and-families-scrutiny-committee/2016-03-10/"
PDF = "reports/norbury/2019-03-ilacs/"
KINDS = {
    "home": "",
    "report": PDF,
    "paragraph": REPORT + "#p20",
    "single paragraph": REPORT + "p20/",
    "pack": PACK,
    "item": PACK + "item-5/",
    "minutes": PACK + "item-3/",
    "tracker": PACK + "item-6/",
    "reports": "reports/",
    "decisions": "decisions/",
    "trackers": "trackers/",
    "authorities": "authorities/",
    "authority": "authorities/norbury/",
    "judgements": "judgements/",
    "recommendations": "recommendations/",
    "recommendations of an authority": "recommendations/norbury/",
    "themes": "themes/",
    "theme": "themes/care-leavers/",
    "theme in a place": "themes/care-leavers/norbury/",
    "glossary": "glossary/",
    "letter of the glossary": "glossary/l/",
    "coverage": "coverage/",
    "search": "search/?q=plans",
}
OF_THEIR_OWN = {"index.md", "search.md"}
ROOT = Path(__file__).parent.parent


def texts(docs: Path) -> dict[str, str]:
    """The pages that were written by hand, by the names of their files."""
    files = (path.relative_to(docs) for path in sorted(docs.rglob("*.md")))
    own = (file for file in files if file.parts[0] not in {"reports", "assets"} and file.as_posix() not in OF_THEIR_OWN)
    return {file.with_suffix("").as_posix().replace("/", " "): f"{file.with_suffix('').as_posix()}/" for file in own}


KINDS |= texts(ROOT / "docs")
