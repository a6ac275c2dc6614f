"""The names of months, in the languages in which programs write dates."""

from __future__ import annotations


# Their beginnings in English, German, Dutch, Scandinavian, French, Italian, Spanish, Portuguese,
# Polish, Czech, Hungarian, Turkish, Finnish and Russian. No two contradict each other.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan jän gen ene janv sty led oca tam янв",
            "feb fév fev févr lut úno şub hel фев",
            "mar mär mrz maa mrt már bře maal мар",
            "apr avr abr kwi dub ápr nis huh апр",
            "may mai maj mei mag máj kvě touk май мая",
            "jun juin giu cze čvn jún haz kes июн",
            "jul juil lug lip čvc júl tem hein июл",
            "aug aoû aou ago sie srp elo авг",
            "sep set wrz zář sze eyl syys сен",
            "oct okt ott out paź říj eki lok окт",
            "nov lis kas marr ноя",
            "dec dez déc dic des dey gru pro ara joul дек",
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
