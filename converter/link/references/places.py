"""Links between pages: from a document to a place in itself or in another one, and back from the link to the place."""

from __future__ import annotations

from converter.model import Report

Address = tuple[str, str]  # a document and an anchor in it


def address(place: Address) -> str:
    """A place as data gives it: report#anchor."""
    return "#".join(filter(None, place))


def href(report: Report, place: Address) -> str:
    """The link from a document's page to a place: inside the page, or in the page of another document."""
    document, anchor = place
    fragment = f"#{anchor}" if anchor else ""
    if document == report.id:
        return fragment
    own, other = report.id.rpartition("/"), document.rpartition("/")
    if own[0] == other[0]:
        return f"{other[2]}.md{fragment}"
    return f"{'../' * len(own[0].split('/'))}{document}.md{fragment}"


def place_of(report: Report, link: str) -> str:
    """The document and anchor that a link between pages leads to, empty for any other link."""
    name, _, fragment = link.partition("#")
    anchor = f"#{fragment}" if fragment else ""
    if not name:
        return f"{report.id}{anchor}"
    if ":" in name or not name.endswith(".md"):
        return ""
    folder = report.id.split("/")[:-1]
    ups = name.count("../")
    return "/".join([*folder[: len(folder) - ups], name.removeprefix("../" * ups).removesuffix(".md")]) + anchor
