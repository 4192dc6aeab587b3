"""`python -m converter`: convert the reports, or account for their words."""

from __future__ import annotations

import sys

from converter.cli import main

sys.exit(main())
