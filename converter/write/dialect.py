"""The Markdown that pages are written in: Python-Markdown with these extensions, as in mkdocs.yml."""

EXTENSIONS = ("attr_list", "footnotes", "md_in_html", "tables", "toc")
