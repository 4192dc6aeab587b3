"""Which themes a paragraph is about, weighed from the evidence that `themes.yml` lists.

catalogue = load_themes(Path("themes.yml"))
themes_of(paragraph.text, section_headings, catalogue)     # ("care-leavers", "education")
"""

from __future__ import annotations

from converter.themes.catalogue import Phrase, Theme, load_themes
from converter.themes.weighing import Mention, Weighed, heading_themes, themes_of, weigh

__all__ = ["Mention", "Phrase", "Theme", "Weighed", "heading_themes", "load_themes", "themes_of", "weigh"]
