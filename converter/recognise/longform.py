"""Which words an abbreviation stands for: its letters, matched against the words beside it.

The field's algorithm is Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (Pacific Symposium on Biocomputing, 2003): match the letters backwards, the first one at the start of
a word. It accepts any letter inside a word, which finds too much in reports whose words are short. Here letters begin
words, and each liberty has a price: what it may cost together depends on how many letters there are to fit.

    nothing      a small word left out or used (Children in Care Council: CiCC), the second part of a compound left out
                 (Honour-Based), a capital inside a word (UK Health Security Agency: UKHSA), the beginning of a word
                 spelled on in small letters (Office for Standards in Education: Ofsted)
    ONE          a word behind the last letter left out, a capitalised one between two letters, the next letter of a
                 word once more (Equalities Impact Analysis: EQIA)
    TWO          any other word between two letters left out, any other letter inside a word
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
MIXED = re.compile(r"[^\W\d]\d")  # a reference, H24
HYPHENS = "-‐‑"
SMALL = frozenset("a an and as at by for from in into of on or the to upon with".split())  # noqa: SIM905
FREE, ONE, TWO, NEVER = 0, 1, 2, 99
MOST = 3  # what liberties may cost together, however many letters there are
LEAST = 2  # words
NAMED = 4  # letters of an abbreviation inside a long form


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or one part of a compound, and where it begins; `joined` says that a hyphen stands before it."""

    text: str
    start: int
    joined: bool

    @property
    def small(self) -> bool:
        """Whether an abbreviation may leave the word out as it likes."""
        return self.text.lower() in SMALL


def letters_of(abbreviation: str) -> str:
    """The letters and digits that must be found."""
    return "".join(char for char in abbreviation if char.isalnum())


def pieces_of(text: str) -> list[Piece]:
    """The words of a text, compounds in their parts."""
    return [Piece(m[0], m.start(), text[: m.start()][-1:] in HYPHENS and m.start() > 0) for m in PIECE.finditer(text)]


def long_form(abbreviation: str, text: str) -> tuple[int, int] | None:
    """Where the words begin that stand at the end of `text` for an abbreviation, and what the fit costs."""
    letters, every = letters_of(abbreviation), pieces_of(text)
    pieces = every[-(2 * len(letters) + 4) :]
    found = min(fits(letters, pieces), default=None)
    if found and found[0] <= limit(letters):
        return pieces[found[1]].start, found[0]
    at = shuffled(letters, pieces)
    return (pieces[at].start, ONE) if at is not None else None


def fits_whole(abbreviation: str, text: str) -> bool:
    """Whether the whole of `text` is what an abbreviation stands for."""
    letters, pieces = letters_of(abbreviation), pieces_of(text)
    costs = [cost for cost, back in fits(letters, pieces) if pieces[back].start == pieces[0].start]
    return bool(costs) and min(costs) <= limit(letters)


def limit(letters: str) -> int:
    """What the liberties of an abbreviation may cost: nothing for two letters, or where they do not look like one."""
    capitals = sum(char.isupper() for char in letters)
    return min(len(letters) - 2, MOST) if capitals >= LEAST else FREE


def fits(letters: str, pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Every way to find the letters in the last words: its cost, and its first word counted from the end.

    `best` holds, for so many letters that are still to be found and so many words used, what the words behind cost.
    """
    best = {(len(letters), 0): FREE}
    for back, piece in enumerate(reversed(pieces), 1):
        found: dict[tuple[int, int], int] = {}
        for (left, used), cost in best.items():
            offer(found, (left, used), cost + skipping(piece, trailing=left == len(letters)))
            for taken in range(1, left + 1):
                price = taking(piece, letters[left - taken : left])
                offer(found, (left - taken, min(used + 1, LEAST)), cost + price)
        if (0, LEAST) in found:
            yield found.pop((0, LEAST)) + (ONE if piece.small else FREE), -back
        best = {state: cost for state, cost in found.items() if state[0] and cost <= MOST}


def offer(found: dict[tuple[int, int], int], state: tuple[int, int], cost: int) -> None:
    """Keep the cheapest way to a state."""
    found[state] = min(cost, found.get(state, NEVER))


def skipping(piece: Piece, trailing: bool) -> int:
    """The price of leaving a word out."""
    named = piece.text.isupper() and len(piece.text) <= NAMED  # NHS, UK
    if piece.small or piece.joined or named or piece.text.isdigit():
        return FREE
    return ONE if trailing or piece.text[0].isupper() else TWO


def taking(piece: Piece, letters: str) -> int:
    """The price of finding letters in a word, the first one at its start."""
    if piece.text[0].lower() != letters[0].lower() or MIXED.search(piece.text):
        return NEVER
    cost, at = FREE, 0
    for letter in letters[1:]:
        rest = piece.text[at + 1 :]
        if rest[:1].lower() == letter.lower():
            cost += FREE if letter.islower() or rest[0].isupper() else ONE
            at += 1
        elif letter.upper() in rest:
            at += 1 + rest.index(letter.upper())
        elif letter.lower() in rest:
            cost += TWO
            at += 1 + rest.index(letter.lower())
        else:
            return NEVER
    return cost


def shuffled(letters: str, pieces: Sequence[Piece]) -> int | None:
    """Where words begin whose initials are the letters in another order (children looked after: LAC)."""
    content = [at for at, piece in enumerate(pieces) if not piece.small][-len(letters) :]
    initials = sorted(pieces[at].text[0].lower() for at in content)
    return content[0] if len(letters) > LEAST and initials == sorted(letters.lower()) else None
