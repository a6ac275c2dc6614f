"""The names of months, in the languages in which programs write dates."""

from __future__ import annotations


# Their beginnings in the languages of Europe, and in Turkish and Indonesian. No two contradict each
# other: Croatian, in which the names of Polish and Czech months mean other ones, is left out.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan jän gen ene ian janv sty led oca tam saus янв яну јан січ ιαν",
            "feb fév fev févr lut úno şub hel veeb vas фев феб лют φεβ",
            "mar mär mrz maa mrt már bře maal kov мар бер μαρ μάρ",
            "apr avr abr kwi dub ápr nis huh bal апр кві απρ",
            "may mai maj mei mag máj kvě touk maí geg май мая мај тра μαι μαΐ μαϊ",
            "jun juin giu cze čvn červn červen jún jūn haz kes iun birž июн юни јун чер ιουν ιούν",
            "jul juil lug lip čvc červenc júl jūl tem hein iul liep июл юли јул лип ιουλ ιούλ",
            "aug aoû aou ago agu agt ağu avg sie srp elo ágú rugp авг сер αυγ αύγ",
            "sep set wrz zář sze eyl syys rugs сен сеп вер σεπ",
            "oct okt ott out paź říj eki lok spal окт жов οκτ",
            "nov noi lis kas marr lapk ноя ное нов лис νοε νοέ",
            "dec dez déc dic des det gru pro ara joul gruo дек дец гру δεκ",
        ),
        start=1,
    )
    for name in names.split()
}
_LONGEST = max(map(len, _MONTHS))


def month_number(word: str) -> int | None:
    """Which month does a word name, by its beginning; None where it is no month.

    Examples
    --------
    >>> month_number("Mai"), month_number("févr"), month_number("soon")
    (5, 2, None)
    """
    word = word.casefold()
    lengths = range(min(len(word), _LONGEST), 2, -1)
    return next((_MONTHS[word[:n]] for n in lengths if word[:n] in _MONTHS), None)
