"""What stands among the people of a meeting and is none: rooms, projectors, note takers."""

from __future__ import annotations

import re
from functools import lru_cache


# What is booked for a meeting, or takes its notes, stands among the people in many calendars.
_THING = re.compile(
    r"\b(?:conf(?:erence)?|meeting|board|huddle|training|class|zoom|teams)[ .-]?rooms?\b"
    r"|\broom[ .-]?\d|\d[ .-]room\b"
    r"|\b(?:besprechung|konferenz|meeting|sitzung|schulung|seminar|projekt)s?[ .-]?(?:raum|zimmer)"
    r"|\braum[ .-]?\d|\bsalle (?:de |d')|^salle \w"
    r"|\bsala (?:de |di )?r[ei]uni|^sala (?:\d|d[aeo] )"
    r"|\bvergader(?:zaal|ruimte)|\b(?:gro(?:ß|ss)er|kleiner) saal\b|^saal \d"
    r"|\bm(?:ø|ö)(?:te)?(?:rom|srum|delokale)\b|\bkokoushuone|переговорн|会議室|会议室|會議室|회의실"
    r"|\(\d+ ?(?:pl(?:ä|ae)tze|seats|people|pers(?:on(?:en|s)|onnes|onas|\.)?|places|posti"
    r"|lugares|pax)\)"
    r"|\b(?:beamer|projector|dienstwagen|fahrzeug|poolfahrzeug|whiteboard|flipchart"
    r"|parkplatz|stellplatz|parking (?:lot|space|spot)|videokonferenz\w*|video ?conferenc\w*)\b"
    r"|\bnote[ -]?taker|\bmeeting notes\b|\b(?:otter|fireflies|read)\.ai\b|\btl;dv\b"
    r"|\b(?:fathom|gong|chorus|avoma|krisp|sembly)\b.*\b(?:recorder|assistant|notes?|ai)\b",
    re.IGNORECASE,
)
_THING_ADDRESS = re.compile(
    r"(?:(?:conf(?:erence)?|meeting|mtg|board)?[._-]?room(?:[._-].*|\d.*)?"
    r"|(?:besprechungs|konferenz|meeting|sitzungs)?(?:raum|zimmer)(?:[._-].*|\d.*)"
    r"|(?:conf|meeting|zoom|teams)room.*"
    r"|(?:beamer|projector|fahrzeug|mtr|notetaker|meetingnotes)(?:[._-].*|\d.*)?)@.*"
    r"|.*[@.](?:otter\.ai|fireflies\.ai|read\.ai|fathom\.video|tldv\.io|avoma\.com"
    r"|zoomcrc\.com|plcm\.vc|gong\.io|sembly\.ai|tactiq\.io|grain\.com|fellow\.app"
    r"|granola\.ai|meetgeek\.ai|circleback\.ai|supernormal\.com|sybill\.ai|getclockwise\.com"
    r"|reclaim\.ai)"
)


# Whoever is invited leads other meetings, in another line of the same name and address.
@lru_cache(maxsize=4_096)
def names_a_thing(name: str, address: str = "") -> bool:
    """Say whether a name, or an address, is that of a room or the like, or of what takes notes.

    Examples
    --------
    >>> names_a_thing("Besprechungsraum 3"), names_a_thing("", "room.4@contoso.example")
    (True, True)
    >>> names_a_thing("Ben Okafor", "ben@example.org")
    False
    """
    return bool(_THING.search(name) or _THING_ADDRESS.fullmatch(address.casefold()))
