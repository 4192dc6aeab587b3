"""The themes of a paragraph: what must be left alone first, then one case and more per theme."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import SettingsError
from converter.themes import Theme, load_themes, themes_of

THEMES = load_themes(Path(__file__).parents[1] / "themes.yml")
SLUGS = {theme.slug for theme in THEMES}

CARE = "The experiences and progress of children in care: good"
LEAVERS = "The graded judgement about the experience and progress of care leavers is that it is good"
PROTECTION = "The experiences and progress of children who need help and protection: good"
LEADERS = "The impact of leaders on social work practice with children and families: good"
BOARD = "Inspection findings – the Local Safeguarding Children Board"
ADOPTION = "The graded judgment for adoption performance is that it is good"

BOILERPLATE = [
    "Every judgement below uses this four-point scale.",
    "The purpose of this inspection was to see how well children in Norbury are kept safe.",
    "The evidence considered by inspectors included child protection plans and adoption files.",
    "This inspection was carried out under the Act by four of Her Majesty’s Inspectors.",
    "The inspection team consisted of three inspectors and one who looked at schools.",
    "You may copy all or parts of this document for teaching. © Crown copyright 2012.",
    "",
    "...",
]

NOT_ABOUT = [
    (
        "Foster carers are well chosen. They come from all walks of life, including care leavers.",
        "care-leavers",
    ),
    (
        "Strategy discussions are prompt. All who matter attend, such as health and schools.",
        "education",
    ),
    (
        "Pupils missing from school are found fast by the education team.",
        "missing-and-exploitation",
    ),
    ("Recruitment of foster carers is brisk and the fostering panel is strict.", "workforce"),
    ("Young people in Norbury go on to education, employment or training.", "workforce"),
    (
        "A new approach was adopted by the fostering panel for its foster carers.",
        "adoption-and-permanence",
    ),
    ("Serious case reviews are shared with every agency.", "children-in-care"),
    ("Clinical commissioning groups pay for health assessments.", "commissioning-and-resources"),
]

MAIN = [
    ("Early help plans are made with parents in the family hub.", PROTECTION, "early-help"),
    (
        "Referrals reach the front door quickly and thresholds are clear.",
        PROTECTION,
        "child-protection",
    ),
    ("Section 47 enquiries and core groups are timely.", PROTECTION, "child-protection"),
    ("Most who go missing are offered a return interview.", CARE, "missing-and-exploitation"),
    (
        "Links between gangs and county lines are mapped weekly.",
        PROTECTION,
        "missing-and-exploitation",
    ),
    (
        "Those who live with domestic abuse are discussed at the MARAC.",
        PROTECTION,
        "domestic-abuse",
    ),
    ("Privately fostered children are visited at once.", PROTECTION, "private-fostering"),
    ("The LADO deals swiftly with allegations against teachers.", PROTECTION, "allegations"),
    (
        "Homeless 16- and 17-year-olds are never sent to bed and breakfast.",
        PROTECTION,
        "homelessness-and-accommodation",
    ),
    (
        "Care plans are reviewed on time by independent reviewing officers.",
        CARE,
        "children-in-care",
    ),
    (
        "Special guardianship and adoption are weighed for each child.",
        CARE,
        "adoption-and-permanence",
    ),
    ("Family finding starts before the court has decided.", ADOPTION, "adoption-and-permanence"),
    (
        "Placement stability is high and foster carers feel valued.",
        CARE,
        "fostering-and-placements",
    ),
    ("Unaccompanied asylum-seeking children feel welcome.", CARE, "unaccompanied-children"),
    ("Pathway plans are written together with personal advisers.", LEAVERS, "care-leavers"),
    ("Everyone here likes the cooking course.", LEAVERS, "care-leavers"),
    ("Health assessments are late and CAMHS waits are long.", CARE, "health-and-mental-health"),
    ("The virtual school watches attainment and exclusions closely.", CARE, "education"),
    (
        "Disabled children enjoy the short breaks on offer.",
        PROTECTION,
        "disabled-children-and-send",
    ),
    ("Advocates and independent visitors are offered to all.", CARE, "voice-of-the-child"),
    ("Ethnicity, religion and culture are given due thought.", CARE, "equality-and-diversity"),
    ("Judges praise statements made in care proceedings.", CARE, "courts-and-pre-proceedings"),
    (
        "Elected members and the chief executive share a vision.",
        LEADERS,
        "leadership-and-governance",
    ),
    ("Audits and performance data are reliable.", LEADERS, "performance-and-quality-assurance"),
    ("Caseloads are high, and turnover of agency staff too.", LEADERS, "workforce"),
    ("The board has two new subgroups with partners.", BOARD, "partnership"),
    ("Value for money is good and budgets are pooled.", LEADERS, "commissioning-and-resources"),
]

OLDER_HEADINGS = [
    (("Services for looked after children", "Being healthy"), "health-and-mental-health"),
    (("Services for looked after children", "Enjoying and achieving"), "education"),
    (("Safeguarding services", "Staying safe"), "child-protection"),
    (("Services for looked after children", "Staying safe"), "children-in-care"),
    (("Safeguarding services", "Ambition and prioritisation"), "leadership-and-governance"),
    (("Safeguarding services", "Capacity for improvement"), "leadership-and-governance"),
    (("Safeguarding services", "Partnership working"), "partnership"),
    (
        ("Services for looked after children", "Performance management and quality assurance"),
        "performance-and-quality-assurance",
    ),
    (("Services for looked after children",), "children-in-care"),
    (("Safeguarding services",), "child-protection"),
]

ENTRY = """
- slug: {slug}
  name: Care leavers
  description: Young people who leave care.
  headings: {{2: [care leavers]}}
  evidence: {{4: [{pattern}]}}
"""


@pytest.mark.parametrize("text", BOILERPLATE)
def test_leaves_boilerplate_alone(text: str) -> None:
    assert themes_of(text, [], THEMES) == ()


def test_boilerplate_has_no_theme_under_any_heading() -> None:
    assert themes_of(BOILERPLATE[1], [LEAVERS], THEMES) == ()


@pytest.mark.parametrize(("text", "slug"), NOT_ABOUT)
def test_leaves_mentions_in_passing_alone(text: str, slug: str) -> None:
    assert slug not in themes_of(text, [], THEMES)


@pytest.mark.parametrize(("text", "heading", "slug"), MAIN)
def test_main_theme(text: str, heading: str, slug: str) -> None:
    assert themes_of(text, [heading], THEMES)[0] == slug


def test_every_theme_is_the_main_one_of_a_case() -> None:
    assert {slug for _, _, slug in MAIN} == SLUGS


@pytest.mark.parametrize(("headings", "slug"), OLDER_HEADINGS)
def test_headings_decide_where_the_text_says_nothing(headings: tuple[str, ...], slug: str) -> None:
    assert themes_of("This is adequate, as it was before.", headings, THEMES)[:1] == (slug,)


def test_text_outweighs_a_broad_heading() -> None:
    text = "Supervision is weekly and caseloads are low."
    assert themes_of(text, [CARE], THEMES)[0] == "workforce"


def test_a_heading_of_two_groups_names_neither_group_of_leavers() -> None:
    heading = "The experiences and progress of children in care and care leavers: good"
    assert themes_of("Things went well.", [heading], THEMES) == ("children-in-care",)


def test_the_grade_inside_a_heading_does_not_hide_it() -> None:
    heading = "The experiences and progress of care Requires improvement leavers"
    assert themes_of("Things went well.", [heading], THEMES) == ("care-leavers",)


def test_second_theme_with_a_sentence_of_its_own() -> None:
    text = (
        "Care leavers trust their personal advisers. "
        "Employment is rare, and too few begin apprenticeships or further education."
    )
    assert themes_of(text, [LEAVERS], THEMES) == ("care-leavers", "education")


def test_curly_apostrophes_hyphens_and_line_breaks_are_no_obstacle() -> None:
    straight = "The children's centre and step-down work are liked; early help is quick."
    curly = straight.replace("'", "’").replace("-", "‑").replace(" ", "\n")
    assert themes_of(straight, [], THEMES) == themes_of(curly, [], THEMES) == ("early-help",)


def test_saying_it_again_saturates() -> None:
    text = "Foster carers are liked. " + "A school helps. " * 20
    assert themes_of(text, [], THEMES)[0] == "fostering-and-placements"


@given(st.text(max_size=400), st.lists(st.text(max_size=60), max_size=4))
def test_random_text_has_at_most_three_distinct_known_themes(text: str, headings: list[str]) -> None:
    assert_sound(themes_of(text, headings, THEMES))


@given(st.lists(st.sampled_from([text for text, _, _ in MAIN]), max_size=12), st.data())
def test_any_mixture_has_at_most_three_distinct_known_themes(sentences: list[str], data: st.DataObject) -> None:
    heading = data.draw(st.sampled_from([CARE, LEAVERS, PROTECTION, LEADERS, BOARD, ADOPTION]))
    found = themes_of(" ".join(sentences), [heading], THEMES)
    assert_sound(found)
    assert found == themes_of(" ".join(sentences), [heading], THEMES)


def assert_sound(found: tuple[str, ...]) -> None:
    """Nought to three themes, none twice, all of them known."""
    assert len(found) == len(set(found)) <= 3
    assert SLUGS.issuperset(found)


def test_no_themes_at_all() -> None:
    assert themes_of("Foster carers are liked.", [CARE], ()) == ()


def test_the_themes_are_those_of_the_design_in_order() -> None:
    assert len(THEMES) == 23
    assert [theme.slug for theme in THEMES[:2]] == ["early-help", "child-protection"]
    assert THEMES[-1].slug == "commissioning-and-resources"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.slug)
def test_description_is_one_sentence(theme: Theme) -> None:
    assert theme.description.endswith(".")
    assert ". " not in theme.description


def test_loads_what_an_entry_says(tmp_path: Path) -> None:
    (theme,) = load(tmp_path, ENTRY.format(slug="care-leavers", pattern="'care leavers?'"))
    assert (theme.slug, theme.name, theme.against) == ("care-leavers", "Care leavers", ())
    assert [(phrase.pattern, phrase.weight) for phrase in theme.evidence] == [("care leavers?", 4)]


def test_against_takes_the_weight_off(tmp_path: Path) -> None:
    entry = ENTRY.format(slug="fostering", pattern="'foster carers?'")
    entry += "  against: {0: ['foster carers? of dogs'], 4: [kennels]}\n"
    themes = load(tmp_path, entry)
    assert themes_of("Foster carers are kind.", [], themes) == ("fostering",)
    assert themes_of("Foster carers of dogs are kind.", [], themes) == ()
    assert themes_of("Foster carers run kennels.", [], themes) == ()


def test_leading_decides_the_main_theme_and_gives_none(tmp_path: Path) -> None:
    one, two = (ENTRY.format(slug=slug, pattern=pattern) for slug, pattern in (("one", "homes?"), ("two", "schools?")))
    text = "A home and a school."
    assert themes_of(text, [], load(tmp_path, one + two)) == ("one", "two")
    led = load(tmp_path, one + two + "  leads: 3\n")
    assert themes_of(text, [], led) == ("two", "one")
    assert themes_of("A home.", [], led) == ("one",)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("- slug: [", "is not valid YAML"),
        ("slug: early-help", "expected a list of themes"),
        ("- early-help", "theme 1: expected `slug: ...`"),
        ("- name: Early help", "theme 1: slug is missing"),
        (ENTRY.format(slug="a", pattern="ab") + "  colour: red\n", "theme a: unknown key 'colour'"),
        (ENTRY.format(slug="a", pattern="ab") * 2, "theme a: the slug stands twice"),
        (ENTRY.format(slug="A b", pattern="ab"), "theme A b: the slug is not usable"),
        (ENTRY.format(slug="a", pattern="'ab(?:c'"), "theme a: evidence: 'ab(?:c' is no regular"),
        (ENTRY.format(slug="a", pattern="'ab(c)'"), "theme a: evidence: 'ab(c)' captures a group"),
        (ENTRY.format(slug="a", pattern="'.*ab'"), "'.*ab' begins with no plain word"),
        (ENTRY.format(slug="a", pattern="'ab|cd'"), "'ab|cd' begins with no plain word"),
        (ENTRY.format(slug="a", pattern="ab").replace("{4:", "{four:"), "'four' is no number of points"),
        (ENTRY.format(slug="a", pattern="multi-agency"), "'multi-agency' would never be found"),
        (ENTRY.format(slug="a", pattern="Care leavers"), "'Care leavers' would never be found"),
        (ENTRY.format(slug="a", pattern="children’s homes"), "would never be found"),
        (ENTRY.format(slug="a", pattern="ab") + "  leads: far\n", "leads: 'far' is no number"),
        (ENTRY.format(slug="a", pattern="ab") + "  leads: 99\n", "leads: 99 is no number"),
        (ENTRY.format(slug="a", pattern="ab").replace("{4: [ab]}", "[ab]"), "grouped by weight"),
        (ENTRY.format(slug="a", pattern="ab").replace("[ab]", "ab"), "expected a list of phrases"),
    ],
)
def test_loader_errors_are_one_line_that_names_the_theme(tmp_path: Path, source: str, expected: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, source)
    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_an_error_too(tmp_path: Path) -> None:
    with pytest.raises(match=r"nowhere\.yml: cannot be read"):
        load_themes(tmp_path / "nowhere.yml")


def load(folder: Path, source: str) -> tuple[Theme, ...]:
    """The themes of this source."""
    path = folder / "themes.yml"
    path.write_text(source, encoding="utf-8")
    return load_themes(path)
