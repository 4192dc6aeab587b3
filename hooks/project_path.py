"""Imported first by every hook: lets it find the converter however MkDocs was started."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = str(Path(__file__).parent.parent)

if ROOT not in sys.path:
    sys.path.insert(0, ROOT)
