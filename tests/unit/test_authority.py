"""Authorities: known ones under any style, others by their own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.recognise.authority import authority_of, known, known_authorities, place, slugify


@pytest.mark.parametrize(
    "name", ["", "Council", "Norbury", "Norbury County Council", "Children's services", "The County Council", "East"]
)
def test_not_known(name: str) -> None:
    assert known(name) is None


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Essex", "essex"),
        ("ESSEX", "essex"),
        ("Essex County Council", "essex"),
        ("Essex local authority", "essex"),
        ("Essex children’s services", "essex"),
        ("Thurrock", "thurrock"),
        ("Thurrock Council", "thurrock"),
        ("Royal Borough of Kensington and Chelsea", "kensington-and-chelsea"),
        ("Kensington & Chelsea", "kensington-and-chelsea"),
        ("London Borough of Barnet", "barnet"),
        ("Barnsley Metropolitan Borough Council", "barnsley"),
        ("City of York Council", "york"),
        ("The City of York", "york"),
    ],
)
def test_known(name: str, slug: str) -> None:
    found = known(name)
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Norbury", "Norbury"),
        ("Norbury County Council", "Norbury"),
        ("The Royal Borough of Norbury", "Norbury"),
        ("Norbury local authority", "Norbury"),
        ("Norbury’s children’s services", "Norbury"),
        ("Norbury Children's Services Trust", "Norbury"),
        ("Council", "Council"),
        ("Norbury-on-Sea Borough Council", "Norbury-on-Sea"),
    ],
)
def test_place(name: str, bare: str) -> None:
    assert place(name) == bare


def test_an_unknown_authority_is_its_own_words() -> None:
    assert (authority_of("Norbury County Council").slug, authority_of("Norbury County Council").name) == (
        "norbury",
        "Norbury",
    )


@pytest.mark.parametrize(
    ("name", "slug"), [("Index", "place-index"), ("Undated Council", "place-undated"), ("2015", "place-2015")]
)
def test_no_place_has_the_address_of_a_list(name: str, slug: str) -> None:
    assert authority_of(name).slug == slug


@pytest.mark.parametrize("slug", sorted({found.slug for found in known_authorities().values()}))
def test_every_authority_of_the_table_is_found_by_its_name_and_usual_styles(slug: str) -> None:
    authority = next(found for found in known_authorities().values() if found.slug == slug)
    for style in ("{}", "{} Council", "{} County Council", "London Borough of {}", "{} local authority"):
        found = known(style.format(authority.name))
        assert found is not None
        assert found.slug == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("", ""),
        ("Children’s homes & schools", "childrens-homes-and-schools"),
        ("  Help -- at the door!  ", "help-at-the-door"),
        ("Café", "cafe"),
        ("../../etc/passwd", "etc-passwd"),
        ("中文", ""),
        ("A/B\\C", "a-b-c"),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_holds_only_letters_digits_and_single_hyphens(text: str) -> None:
    slug = slugify(text)
    assert all(part.isalnum() and part.isascii() and part == part.lower() for part in slug.split("-")) or slug == ""
    assert slugify(slug) == slug


@given(st.text())
def test_any_name_has_a_place(text: str) -> None:
    assert place(text) or not text.strip()
