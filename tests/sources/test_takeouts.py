"""A takeout in several archives, or the folders made of them, is one tree of files."""

from __future__ import annotations

import pytest

import netzwerkwandel as nw
from netzwerkwandel.sources.takeouts import as_one_tree, product_of
from sources.exports_folder import ADDRESSES, AS_OF, CONNECTIONS, PROFILE, mail, write, zipped


FIRST, SECOND = "takeout-20260312T101500Z-001.zip", "takeout-20260312T101500Z-002.zip"


@pytest.mark.parametrize(
    ("path", "whole"),
    [
        (f"data/{FIRST}/Takeout/Mail", "data/takeout-20260312T101500Z/Takeout/Mail"),
        ("takeout-20260312T101500Z-3-002/Takeout", "takeout-20260312T101500Z/Takeout"),
        ("facebook-anna.s-2026-03-12-x7Gh2kLm.zip", "facebook-anna.s-2026-03-12"),
        ("instagram-anna-12-03-2026-x7Gh2k", "instagram-anna-12-03-2026"),
        ("iCloud Contacts Part 2 of 3.zip/a", "iCloud Contacts/a"),
        (
            "Complete_LinkedInDataExport_10-02-2026_part1.zip",
            "Complete_LinkedInDataExport_10-02-2026",
        ),
        ("takeout-2026/Mail", "takeout-2026/Mail"),
        ("my facebook-export/x", "my facebook-export/x"),
        ("party/partners.zip", "party/partners.zip"),
        ("", ""),
    ],
)
def test_the_archives_of_one_takeout_have_one_name(path, whole) -> None:
    assert as_one_tree(path) == whole


@pytest.mark.parametrize("packed", [True, False])
def test_what_lies_in_two_archives_of_one_takeout_is_read_together(tmp_path, packed) -> None:
    halves = {
        FIRST: {"Takeout/Mail/1.eml": mail(1)},
        SECOND: {"Takeout/Mail/2.eml": mail(2), "Takeout/Mail/3.eml": mail(3)},
    }
    for name, files in halves.items():
        if packed:
            write(tmp_path, {name: zipped(files)})
        else:
            write(tmp_path / name.removesuffix(".zip"), files)

    (report,) = nw.read_exports(tmp_path, as_of=AS_OF).reports

    assert report.where == f"{tmp_path}/takeout-20260312T101500Z/Takeout/Mail"
    assert report.used == 3


def test_an_archive_of_linkedin_in_two_parts_is_one(tmp_path) -> None:
    write(
        tmp_path,
        {
            "Complete_part1.zip": zipped({"Connections.csv": CONNECTIONS}),
            "Complete_part2.zip": zipped(
                {"Profile.csv": PROFILE, "Email Addresses.csv": ADDRESSES}
            ),
        },
    )

    records = nw.read_exports(tmp_path, as_of=AS_OF)

    assert [report.where for report in records.reports] == [f"{tmp_path}/Complete"]
    assert records.contact(records.me).name == "Mara Vogt"


def test_takeouts_of_two_days_stay_two(tmp_path) -> None:
    later = FIRST.replace("20260312", "20260412")
    write(tmp_path, {name: zipped({"Takeout/Mail/1.eml": mail(1)}) for name in (FIRST, later)})

    assert len(nw.read_exports(tmp_path, as_of=AS_OF).reports) == 2


def test_what_is_not_read_of_a_takeout_is_named_by_its_product(tmp_path) -> None:
    picture = b"\xff\xd8\xff"
    files = {"Takeout/Mail/1.eml": mail(1), "Takeout/Google Fotos/2024/a.jpg": picture}
    more = {"Takeout/Google Fotos/2024/b.jpg": picture, "Takeout/YouTube und YouTube Music/x": b"{"}
    write(tmp_path, {FIRST: zipped(files), SECOND: zipped(more), "c.jpg": picture})

    summary = nw.read_exports(tmp_path, as_of=AS_OF).summary()

    told = (
        "4 files: of no known kind: Google Fotos 2 (a.jpg, b.jpg); .jpg 1 (c.jpg); "
        "YouTube und YouTube Music 1 (x)"
    )
    assert told in " ".join(summary.split())


def test_products_are_those_of_the_folders_of_a_takeout() -> None:
    assert product_of("x/your_facebook_activity/posts/1.json") == "posts"
    assert product_of("Takeout/archive_browser.html") == ""
    assert product_of("C:\\x\\Takeout\\Maps\\a.json") == "Maps"
