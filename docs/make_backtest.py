"""Write ``backtest.md``: does the advice come true, on the mail of two real firms?

``python docs/make_backtest.py FOLDER`` wants the folder that ``make_mail_networks.py`` wants.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from make_mail_networks import enron, radoslaw
from netzwerkwandel.evaluation import MEASURES, Backtest, Recommended, backtest


PAGE = Path(__file__).with_name("backtest.md")
DATES = {
    "Enron": [(2000, 9, 1), (2001, 1, 1), (2001, 5, 1), (2001, 9, 1)],
    "A manufacturing firm": [(2010, 3, 15), (2010, 5, 1), (2010, 6, 15)],
}
TABLE = "## As found"


def table(found: Backtest) -> str:
    """The outcomes, and of the lists the differences to chance with their intervals."""
    names = list(dict.fromkeys(each.chooser for each in found.outcomes))
    lines = ["| | " + " | ".join(MEASURES) + " |", "|---" * (len(MEASURES) + 1) + "|"]
    for name in names:
        cells = [found.outcome(name, measure) for measure in MEASURES]
        shown = [
            f"{c.mean:.3f} ({c.more:+.3f}, {c.more_low:+.3f} to {c.more_high:+.3f})" for c in cells
        ]
        lines.append(f"| {name} | " + " | ".join(shown) + " |")
    return "\n".join(lines)


def main(folder: Path) -> None:
    """Run both, and put the tables below the text of the page."""
    parts = [PAGE.read_text(encoding="utf-8").partition(TABLE)[0].rstrip(), TABLE]
    for firm in (enron(folder / "igraphdata"), radoslaw(folder / "konect")):
        dates = [datetime(*day, tzinfo=UTC) for day in DATES[firm.name]]
        found = backtest(
            firm.mails,
            [Recommended()],
            dates=dates,
            horizon=timedelta(days=90),
            contacts=firm.contacts,
        )
        parts += [f"### {firm.name}", table(found), found.explain()]
    PAGE.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
