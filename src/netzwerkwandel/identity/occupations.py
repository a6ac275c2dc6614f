"""What people call their work: do two positions name another occupation?"""

from __future__ import annotations

import re

from netzwerkwandel.identity.spelling import fold


_WORDS = re.compile(r"[^\W\d_]+")
_ENDINGS = ("innen", "ing", "in", "er", "or", "ung", "ment", "ant", "s", "e")
_SHORTEST_STEM = 4

_RANKS = """
senior junior lead leading leader leiter leitung leitend leitende leitender head chief chef
principal deputy vice stellvertretend stellvertretende stellvertretender stellvertretung stv
assistant associate assistent assistenz president vp svp evp director direktor executive officer
ceo coo cto cfo cmo cio geschäftsführer geschäftsführung geschäftsführend vorstand
board founder founding gründer mitgründer owner inhaber partner member mitglied staff mitarbeiter
angestellter team teamleiter teamleitung abteilungsleiter abteilungsleitung bereichsleiter
bereichsleitung gruppenleiter gruppenleitung department abteilung bereich
intern internship praktikant praktikum trainee apprentice azubi auszubildender student
werkstudent freelance freelancer freier freie freiberuflich freiberufler independent self employed
selbständig selbstständig retired former ex ehemalig rentner interim global regional group
ii iii of the and for in at to with on a an der die das den dem des und für im am an bei von vom
zu zur zum mit als m w d f x
"""

_ALIKE = """
develop entwickl engineer ingenieur programm software informati
consult berat advis
sale vertrieb verkauf
personal people recruit talent human hr
design gestalt ux ui
teach lehr dozent lectur
nurse pflege krankenschwester
lawyer legal anwalt anwält jurist counsel
research forsch wissenschaft scien
finan controll account buchhalt
arzt ärzt physician doctor medizin
writer autor author redakteur editor journal content
scrum agil
project projekt
product produkt
data daten analy
communicat kommunikat relation presse
social sozial
"""


def is_other_occupation(before: str, after: str) -> bool:
    """Say whether two positions share no word that names a field of work: an estimate.

    Ranks (senior, head, leiterin) name none, and neither does a position of ranks alone. A word and
    its endings are one (design, designer), as is one within another (Produktmanager, manager), and
    so are some words for the same in English and German (developer, Entwicklerin).

    Examples
    --------
    >>> is_other_occupation("Senior Designer", "Head of Design")
    False
    >>> is_other_occupation("Senior Designer", "Senior Nurse")
    True
    >>> is_other_occupation("Designer", "Founder"), is_other_occupation("", "Nurse")
    (False, False)
    """
    one, other = _fields(before), _fields(after)
    if not (one and other and one.isdisjoint(other)):
        return False
    long, longs = ([stem for stem in each if len(stem) >= _SHORTEST_STEM] for each in (one, other))
    return not any(a in b or b in a for a in long for b in longs)


def _fields(position: str) -> frozenset[str]:
    """The stems of a position that are no ranks, and the first root of each field they are of."""
    stems = {_stem(word) for word in _WORDS.findall(fold(position))} - _RANK_STEMS
    # A short root stands for itself only.
    for field, *others in _ROOTS:
        long = [root for root in (field, *others) if len(root) >= _SHORTEST_STEM]
        if not stems.isdisjoint((field, *others)) or any(r in stem for r in long for stem in stems):
            stems.add(field)
    return frozenset(stems)


def _stem(word: str) -> str:
    # Endings go one after another: entwicklerinnen, entwickler, entwickl.
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return _stem(word.removesuffix(ending))
    return word


_RANK_STEMS = frozenset(_stem(word) for word in fold(_RANKS).split())
_ROOTS = tuple(tuple(map(_stem, line.split())) for line in fold(_ALIKE).strip().splitlines())
