"""``python -m netzwerkwandel`` is the command ``netzwerkwandel``."""

from __future__ import annotations

import sys


try:
    from netzwerkwandel.command import main
except KeyboardInterrupt:
    # Stopped while it starts, which takes a moment on a busy machine.
    print("netzwerkwandel: stopped before anything was read", file=sys.stderr)
    sys.exit(130)


if __name__ == "__main__":
    sys.exit(main())
