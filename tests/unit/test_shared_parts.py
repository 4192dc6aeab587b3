"""Parts of pages that are rendered once: what they depend on, and where their links lead."""

import pytest

from converter.site.shared_parts import Kept, among, rooted

MENU = ["./", "reports/", "themes/", "guides/first/"]


def test_a_part_is_rendered_once_for_what_it_depends_on() -> None:
    kept, made = Kept(), iter(["<ul>\n   <li>", "other"])
    said = [kept("foot", root, caller=lambda: next(made)) for root in ("..", "..", "../..", "..")]
    assert said == ["<ul>\n<li>", "<ul>\n<li>", "other", "<ul>\n<li>"]


@pytest.mark.parametrize(
    ("address", "root", "link"),
    [
        ("search/", "../..", "../../search/"),
        ("search/", ".", "./search/"),
        ("search/", "/pinpoint/", "/pinpoint/search/"),
        ("search/", "/", "/search/"),
        ("./", "..", "../"),
        ("", ".", "./"),
        ("https://norbury.example/", "..", "https://norbury.example/"),
        ("mailto:a@norbury.example", "..", "mailto:a@norbury.example"),
    ],
)
def test_a_link_leads_from_the_root(address: str, root: str, link: str) -> None:
    assert rooted(address, root) == link


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("reports/norbury/2019-03-ilacs/", ("reports/",)),
        ("reports/", ("reports/", "reports/")),
        ("guides/first/more/", ("guides/first/",)),
        ("guides/", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_a_page_lies_in_those_above_it(page: str | None, found: tuple[str, ...]) -> None:
    assert among(page, MENU) == found
