"""How long does a survey of egos take, from its three tables to a row for each ego?

``python benchmarks/ego_studies.py`` reads 300 and 3,000 egos with some 20 alters each, of
whom a fifth of all pairs know each other, and asks for holes, composition and homophily by ego.
CPU seconds, the least of three.
"""

from __future__ import annotations

import time

import numpy as np
import pandas as pd

from netzwerkwandel.metrics import EgoStudy, composition, constraint, effective_size


def tables(n: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Egos, alters and ties of so many invented lives."""
    random = np.random.default_rng(11)
    sizes = random.integers(10, 31, n)
    ego = np.repeat(np.arange(n), sizes)
    alter = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    pairs = [np.argwhere(np.triu(random.random((size, size)) < 0.2, 1)) for size in sizes]
    sources, targets = np.concatenate(pairs).T
    return (
        pd.DataFrame({"ego": np.arange(n), "sex": random.choice(["w", "m"], n), "w": 1.0}),
        pd.DataFrame({"ego": ego, "alter": alter, "sex": random.choice(["w", "m"], len(ego))}),
        pd.DataFrame(
            {
                "ego": np.repeat(np.arange(n), [len(pair) for pair in pairs]),
                "source": sources,
                "target": targets,
            }
        ),
    )


def main() -> None:
    """Print the table."""
    print(
        "| egos | alters | ties of alters | read | holes | composition |\n|---|---|---|---|---|---|"
    )
    for n in (300, 3_000):
        egos, alters, ties = tables(n)
        fastest = [np.inf] * 3
        for _ in range(3):
            start = time.process_time()
            study = EgoStudy.of(egos, alters, ties, survey_weight="w")
            read = time.process_time()
            study.by_ego(constraint=constraint, size=effective_size).to_frame("pandas")
            held = time.process_time()
            study.by_ego(lambda own: composition(own, "sex")).to_frame("pandas")
            spans = (read - start, held - read, time.process_time() - held)
            fastest = [min(pair) for pair in zip(fastest, spans, strict=True)]
        cells = " | ".join(f"{seconds:.2f}" for seconds in fastest)
        print(f"| {n:,} | {len(alters):,} | {len(ties):,} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
