"""Who is who among 50,000 contacts with names as people in Germany have them, or of one name.

``python benchmarks/who_is_who.py`` joins them, asks about them, and prints CPU seconds, memory and
the number of questions. All of them are different people, so that every question is one too many.
"""

from __future__ import annotations

import argparse
import random
import resource
import time

from netzwerkwandel.identity.common_names import COMMON_FAMILY, COMMON_GIVEN
from netzwerkwandel.model import Contact
from netzwerkwandel.records import Records


FAMILIES, GIVEN_NAMES = 40_000, 2_000


def invented(random_: random.Random, n: int) -> list[str]:
    """Names that nobody bears, of two or three syllables."""
    heads, tails = "b d f g h k l m n r s t w".split(), "a e i o u ei au".split()
    return [
        "".join(
            random_.choice(heads) + random_.choice(tails) for _ in range(random_.choice((2, 3)))
        )
        + random_.choice(["r", "n", "s", "mann", "er", "l", "k"])
        for _ in range(n)
    ]


def drawn(random_: random.Random, common: dict[str, float], n_rare: int, size: int) -> list[str]:
    """Names as often as they are borne: the common ones, and a long tail of others."""
    tail = invented(random_, n_rare)
    left = 1 - min(0.9, sum(common.values()))
    weights = [1 / (place + 30) for place in range(n_rare)]
    rare = [left * weight / sum(weights) for weight in weights]
    return random_.choices([*common, *tail], [*common.values(), *rare], k=size)


def different_people(size: int) -> list[Contact]:
    """One contact for each: half of them on LinkedIn, half of them with a mail address."""
    random_ = random.Random(1)
    given = drawn(random_, dict(COMMON_GIVEN), GIVEN_NAMES, size)
    family = drawn(random_, dict(COMMON_FAMILY), FAMILIES, size)
    contacts = []
    for i, (first, last) in enumerate(zip(given, family, strict=True)):
        name, mail = f"{first.title()} {last.title()}", f"u{i}@d{i % 5_000}.example"
        page = f"https://www.linkedin.com/in/p{i}x"
        contacts.append(
            Contact(key=f"linkedin:p{i}x", name=name, profiles=[page])
            if i % 2
            else Contact(key=f"mailto:{mail}", name=name, emails=[mail])
        )
    return contacts


def of_one_name(size: int) -> list[Contact]:
    """As many people called Thomas Müller, and as many cards of that name with one number."""
    mails = [f"a{i}@x{i}.example" for i in range(size)]
    return [
        *(Contact(key=f"mailto:{mail}", name="Thomas Müller", emails=[mail]) for mail in mails),
        *(
            Contact(key=f"card:{i}", name="Thomas Müller", phones=["+49 40 1234560"])
            for i in range(size)
        ),
    ]


def measure(called: str, contacts: list[Contact]) -> None:
    """Print what joining and asking cost."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    records = Records.from_found(contacts)
    joined = time.process_time()
    questions = records.possible_duplicates()
    asked = time.process_time()
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(
        f"{called}: joined in {joined - began:.2f} s, asked in {asked - joined:.2f} s, "
        f"{more:.0f} MB more, {len(records.contacts):,} contacts, {len(questions)} questions"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=50_000)
    parser.add_argument("--of-one-name", type=int, default=2_000)
    told = parser.parse_args()
    measure(f"{told.size:,} people", different_people(told.size))
    for size in (told.of_one_name, 2 * told.of_one_name):
        measure(f"{size:,} of one name", of_one_name(size))


if __name__ == "__main__":
    main()
