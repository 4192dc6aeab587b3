"""Framework profiles: every pattern proves itself by its examples; errors name the file and the key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from converter.errors import SettingsError
from converter.groups import Pattern
from converter.profiles import COVER, LISTS, Profile, load_profiles, profile_named
from converter.recognise.grades import WORDS

PROFILES = load_profiles()
AREAS = {
    *("overall", "capacity-for-improvement", "leadership", "help-and-protection", "children-in-care", "adoption"),
    *("care-leavers", "lscb"),
}


def patterns() -> Iterator[tuple[Profile, str, Pattern]]:
    for profile in PROFILES:
        for group in LISTS:
            for pattern in profile.lists[group]:
                yield profile, group, pattern
        for name in COVER:
            for pattern in profile.cover[name]:
                yield profile, f"cover.{name}", pattern


LISTED = [
    pytest.param(profile, group, [one for _, _, one in some], id=f"{profile.slug}-{group}")
    for (profile, group), some in groupby(patterns(), key=lambda found: (found[0], found[1]))
]


@pytest.mark.parametrize(("profile", "group", "listed"), LISTED)
def test_no_example_is_matched_by_its_pattern_or_its_list(profile: Profile, group: str, listed: list[Pattern]) -> None:
    matched = [text for one in listed for text in one.no if one.regex.search(text) or profile.first(group, text)]
    assert matched == []


@pytest.mark.parametrize(("profile", "group", "listed"), LISTED)
def test_yes_example_is_matched_first_by_its_own_pattern(profile: Profile, group: str, listed: list[Pattern]) -> None:
    first = {text: profile.first(group, text) for one in listed for text in one.yes}
    assert [text for one in listed for text in one.yes if (found := first[text]) is None or found[0] is not one] == []


@pytest.mark.parametrize(("profile", "group", "listed"), LISTED)
def test_every_pattern_has_examples_and_the_groups_that_are_read(
    profile: Profile, group: str, listed: list[Pattern]
) -> None:
    wanted = {"grades": "grade", "front": "grade"}.get(group, "value" if group.startswith("cover.") else None)
    for pattern in listed:
        assert pattern.yes, pattern.regex.pattern
        assert pattern.no, pattern.regex.pattern
        assert wanted is None or wanted in pattern.regex.groupindex, pattern.regex.pattern
        if group == "areas" or "area" in pattern.means:
            assert pattern.means["area"] in AREAS
        assert int(pattern.means.get("level", 2)) in (2, 3, 4)


def test_slugs_are_unique_and_each_framework_of_one_publisher_has_a_licence() -> None:
    slugs = [profile.slug for profile in PROFILES]
    assert len(set(slugs)) == len(slugs)
    assert all(profile.name and profile.short for profile in PROFILES if profile.recognised)
    assert [profile.slug for profile in PROFILES if not profile.licence] == ["numbered-report", "unknown"]


def test_no_title_is_recognised_by_two_frameworks() -> None:
    frameworks = [profile for profile in PROFILES if profile.recognised]
    for profile in frameworks:
        for pattern in profile.lists["recognise"]:
            for text in pattern.yes:
                assert [other.slug for other in frameworks if other.first("recognise", text)] == [profile.slug]


def test_a_grade_that_a_profile_finds_is_one_of_the_grades() -> None:
    from converter.recognise.grades import graded

    for profile, group, pattern in patterns():
        for text in pattern.yes if group == "grades" else ():
            found = graded(text, profile)
            assert found is not None
            assert found.grade in dict(WORDS)


def test_profile_named() -> None:
    assert profile_named("ilacs").slug == "ilacs"
    with pytest.raises(StopIteration):
        profile_named("nothing")


# ---------------------------------------------------------------- profiles that are wrong

GOOD = "slug: test\nname: Test\nrecognise:\n  - match: '^Inspection$'\n    yes: [Inspection]\n    no: [No inspection]\n"


def load(folder: Path, **files: str) -> tuple[Profile, ...]:
    for name, content in files.items():
        (folder / f"{name}.yml").write_text(content, encoding="utf-8")
    return load_profiles.__wrapped__(folder)


def test_a_good_profile(tmp_path: Path) -> None:
    (profile,) = load(tmp_path, test=GOOD)
    assert (profile.slug, profile.recognised, profile.numbered, profile.step) == ("test", True, False, 2)
    assert profile.first("recognise", "inspection") is not None
    assert profile.first("headings", "inspection") is None
    assert profile.first("cover.dates", "inspection") is None


def headings(slug: str, *words: str, extends: str = "") -> str:
    rows = "".join(f"  - {{match: '^{word}$', yes: [{word}], no: [no]}}\n" for word in words)
    return f"slug: {slug}\n" + (f"extends: {extends}\n" if extends else "") + f"headings:\n{rows}"


def test_a_profile_puts_its_own_patterns_before_those_it_extends(tmp_path: Path) -> None:
    files = {
        "base": headings("base", "Third", "Fourth") + "name: Base\n",
        "middle": headings("middle", "Second", extends="base"),
        "leaf": headings("leaf", "First", extends="middle"),
    }
    profiles = {profile.slug: profile for profile in load(tmp_path, **files)}
    found = [pattern.regex.pattern for pattern in profiles["leaf"].lists["headings"]]
    assert found == ["^First$", "^Second$", "^Third$", "^Fourth$"]
    assert [pattern.regex.pattern for pattern in profiles["base"].lists["headings"]] == ["^Third$", "^Fourth$"]
    assert profiles["leaf"].name == "Base"


def test_a_profile_without_grades_takes_over_no_pattern_for_them(tmp_path: Path) -> None:
    rows = "grades:\n  - {match: '(?P<grade>good)$', yes: [good], no: [bad]}\n"
    files = {
        "base": headings("base", "First") + rows,
        "leaf": headings("leaf", "Second", extends="base") + "lack: [grades]\noptional: [lead inspector]\n",
    }
    leaf, base = sorted(load(tmp_path, **files), key=lambda profile: profile.judges)
    assert (leaf.slug, len(leaf.lists["grades"]), len(leaf.lists["headings"])) == ("leaf", 0, 2)
    assert (base.slug, len(base.lists["grades"])) == ("base", 1)


def test_profiles_that_extend_each_other(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^(?:one|two)\.yml: extends"):
        load(tmp_path, one=headings("one", "First", extends="two"), two=headings("two", "Second", extends="one"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", r"^test\.yml: must be a mapping"),
        ("", r"^test\.yml: must be a mapping"),
        ("text", r"^test\.yml: must be a mapping"),
        ("slug: [", r"^test\.yml, line \d+: is not valid YAML"),
        (GOOD + "colour: red\n", r"^test\.yml: unknown key 'colour'"),
        (GOOD + "extends: nobody\n", r"^test\.yml: extends 'nobody', which does not exist"),
        (GOOD.replace("yes:", "maybe:"), r"^test\.yml: recognise: unknown key 'maybe'"),
        (GOOD.replace("match:", "case:"), r"^test\.yml: recognise: a pattern has no 'match'"),
        (GOOD.replace("^Inspection$", "("), r"^test\.yml: recognise: '\(' is not a regular expression"),
        (GOOD.replace("^Inspection$", "[a-"), r"^test\.yml: recognise: .* is not a regular expression"),
        ("slug: test\nrecognise: text\n", r"^test\.yml: recognise: "),
        ("slug: test\nrecognise: [text]\n", r"^test\.yml: recognise: "),
        ("slug: test\ncover: text\n", r"^test\.yml: cover"),
        ("slug: test\nstep: many\n", r"^test\.yml: step"),
        (GOOD + "lack: [colours]\n", r"^test\.yml: lack: must be a list; choose from grades, numbers"),
        (GOOD + "optional: dates\n", r"^test\.yml: optional: must be a list; choose from lead inspector"),
        ("slug: test\nrecognise:\n  - match: 5\n", r"^test\.yml: recognise: "),
        ("slug: test\nextends: test\n", r"^test\.yml: extends "),
    ],
)
def test_an_error_names_file_and_key(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        load(tmp_path, test=content)
