"""The words in which reports speak of other inspections: the parts of which `mentions` makes its grammar."""

from __future__ import annotations

import re

from converter.recognise.dates import MONTHS

LAST = frozenset({"last", "previous", "latest", "recent", "earlier", "prior", "former", "preceding"})
BACK = frozenset({"that", "those", "these", "both"})
OWN = frozenset({"this", "current", "our", "present"})
THEIRS = frozenset({"its", "their"})
DETERMINERS = frozenset({"the", "a", "an", "two", "three", "four", "each", "all"}) | OWN | BACK | THEIRS
NEVER_FIRST = frozenset({"and", "of", "in"})
BETWEEN = """
most first second third subsequent full short standard statutory annual unannounced announced joint single targeted
thematic ofsted ofsted's ilacs sif slac cqc hmic hmicfrs hmip jtai send jar local area national regulatory pilot
children's child children childrens young people people's authority council and in of need help protection care
safeguarding looked after services service fostering adoption private arrangements contact referral assessment youth
offending assurance special educational needs leavers focused focussed monitoring social work specific
"""
MODIFIERS = LAST | frozenset(BETWEEN.split())
GRADE = r"(?:outstanding|good|adequate|inadequate|(?:requir\w+ )?improvement(?: to be good)?)"
NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE = (
    rf"(?:(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{NAMES})\b(?:(?: and |/| to | ?[-–] ?)(?:{NAMES})\b)?,? )?"
    r"(?<!Act )(?<!Regulations )(?:19|20)\d\d\b(?![-–/]\d))"
)
STOP = (
    r"(?:judged|found|was|were|is|are|has|have|had|took|which|that|identified|when|where|who|highlighted|graded|rated"
    r"|concluded|since|because|but|so|remains?|showed|noted|reported|recommended)\b"
)

NOUNS = (
    r"(?:re-?)?inspections?|(?<=focused )visits?|(?<=focussed )visits?|(?<=monitoring )visits?|(?<=subsequent )visits"
    r"|(?<=assurance )visits?|(?<=that )visit"
    rf"|joint area reviews?|(?-i:JARs?)|(?-i:ILACS)(?! inspection)|(?:{GRADE} )?judge?ments?"
)
VERBS = (
    r"(?:re-?)?inspected|(?:judged|found|graded|rated|identified|highlighted) by Ofsted"
    r"|(?:judged|graded|rated)(?:(?: (?!inspect|visit)[\w’']+){0,5}? as|(?: by Ofsted)?(?: to be| to)?)"
    rf" {GRADE}(?: overall)?(?: by Ofsted)?"
)
ECHOES = (
    r"(?:areas? for (?:improvement|development)|recommendations?|weaknesses|shortfalls|deficits|concerns|issues)"
    r"(?: (?:that were |which were )?(?:identified|highlighted|raised|made|found|noted))?"
)
HEAD = re.compile(
    rf"(?<![\w-])(?:(?P<noun>{NOUNS})|(?P<verb>{VERBS})"
    rf"|(?P<echo>{ECHOES})(?= (?:in|from|of) (?:19|20)\d\d\b))(?![\w-])",
    re.IGNORECASE,
)
REPORT = r"(?P<name>(?: reports?)?(?: \([A-Z]{2,6}\))?)"
COMPLEMENT = r"(?: (?:(?:carried out|conducted|undertaken|led) )?by| of| into| for| on| to)"
JOINT = (
    rf",? ?\(?(?:(?:which|that|and) (?!{DATE}|in ))?(?:(?:was|were|had been|being) )?"
    r"(?:also |last |previously |then |both )?"
    r"(?:(?:undertaken|carried out|conducted|completed|published|held|took place|taking place|reported) )?"
    r"(?:(?:in|during|of|from|dated|on) )?(?:(?:early|late|mid|the end of)[ -])?"
)
AFTER = re.compile(
    rf"{REPORT}(?P<complement>(?:{COMPLEMENT}(?: (?!{STOP}|{DATE})[^\s.;:!?]+){{1,14}}?)?)"
    rf"(?P<joint>{JOINT})(?P<when>{DATE}(?:(?:,| and|, and) (?:in )?{DATE})*)",
    re.IGNORECASE,
)
UNDATED_AFTER = re.compile(rf"{REPORT}(?P<complement>(?:{COMPLEMENT}(?: (?!{STOP}|{DATE})[^\s.,;:!?()]+){{1,14}})?)")
BEFORE = re.compile(rf"(?P<when>{DATE}),? (?:when )?(?:an? |the |ofsted )?$", re.IGNORECASE)
ONE_DATE = re.compile(DATE, re.IGNORECASE)
ONE_MONTH = re.compile(rf"\b(?:{NAMES})\b", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
WORD = re.compile(r"[\w'’‘-]+")
SENTENCE = re.compile(r"[.;!?](?=\s)")

PROVIDERS = re.compile(
    r"\b(?:schools?|homes?|providers?|settings?|nurser(?:y|ies)|colleges?|academ(?:y|ies)|agenc(?:y|ies)|units?|hospitals?)\b",
    re.IGNORECASE,
)
SERVED = re.compile(
    r"\W*(?:[\w'’-]+ ){0,3}(?:private fostering|fostering|adoption) (?:services?|arrangements)\b", re.IGNORECASE
)
ADVERB = re.compile(r"(?:last|previously|first|most recently) $", re.IGNORECASE)
VISIT_TO = re.compile(r" (?:to|by|are|in)\b")
