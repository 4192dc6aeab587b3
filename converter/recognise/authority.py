"""Which authority a report is about: the known ones by name or alias, any other by its own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from converter.directory import directory
from converter.model import Authority

STYLE = re.compile(
    r"\b(?:the|royal borough(?: of)?|london borough(?: of)?|metropolitan borough(?: of)?|borough of|city of|county of"
    r"|council of|(?:metropolitan )?(?:county|city|district|borough|unitary|metropolitan) council|council|borough"
    r"|local authority|unitary authority|M\.?[BD]\.?C|children(?:['’]s|s['’]?)? (?:(?:services|and families) )?trust"
    r"|children first|children(?:['’]s|s['’]?) services)(?!\w)",
    re.IGNORECASE,
)
LISTS = re.compile(r"index|undated|\d+")  # the lists of all places, of a year, of what has none


def slugify(text: str) -> str:
    """`text` as an address: lower-case letters and digits parted by single hyphens."""
    ascii_text = unicodedata.normalize("NFKD", text.replace("&", " and ")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", ascii_text.lower())).strip("-")


def free_slug(name: str) -> str:
    """The slug of a place, which is never that of a page beside the pages of places."""
    slug = slugify(name)
    return f"place-{slug}" if LISTS.fullmatch(slug) else slug


def place(name: str) -> str:
    """The place in an authority's full style: "Norbury County Council" is "Norbury"."""
    bare = STYLE.sub(" ", name.replace("’", "'")).strip(" ,'")
    return re.sub(r"\s+", " ", bare).removesuffix("'s").strip(" ,") or name.strip()


@lru_cache(maxsize=1)
def known_authorities() -> Mapping[str, Authority]:
    """Every known authority under the slug of its name and of each alias."""
    found: dict[str, Authority] = {}
    for entry in directory().values():
        authority = Authority(entry.slug, entry.name)
        for name in (entry.slug, entry.name, *entry.aliases):
            found.setdefault(slugify(place(name)), authority)
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def aliases() -> Mapping[str, str]:
    """The slug of each known authority under the slugs of all its names."""
    return MappingProxyType({name: authority.slug for name, authority in known_authorities().items()})


def known(name: str) -> Authority | None:
    """The known authority that `name` is, whatever its style."""
    bare = place(name)
    return known_authorities().get(slugify(bare)) or known_authorities().get(slugify(bare.removesuffix(" City")))


def mentioned(text: str) -> Authority | None:
    """The known authority whose name stands first in `text`, the longer one where two begin there."""
    words = f"-{slugify(place(text))}-"
    found = [(words.find(f"-{slug}-"), -len(slug), slug) for slug in known_authorities() if f"-{slug}-" in words]
    return known_authorities()[min(found)[2]] if found else None


def authority_of(name: str) -> Authority:
    """The authority called `name`, known or not."""
    return known(name) or Authority(free_slug(place(name)), place(name))
