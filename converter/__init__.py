"""Turns inspection reports into Markdown pages: read, recognise, link, write."""

VERSION = "0.1.0"
