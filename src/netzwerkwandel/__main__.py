"""``python -m netzwerkwandel`` is the command ``netzwerkwandel``."""

from __future__ import annotations

import sys

from netzwerkwandel.command import main


if __name__ == "__main__":
    sys.exit(main())
