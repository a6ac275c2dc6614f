"""Wie Arbeitgeber nach „bei“, „von“ und „zu“ stehen: beim Klinikum Stuttgart, aber bei Siemens."""

from __future__ import annotations


# Der Artikel, wie er nach „bei“, „von“ und „zu“ lautet. Was mit einem Strich beginnt, darf auch das
# Ende eines Wortes sein: die Sparkasse und die Kreissparkasse; aber Darmstadt ist keine Stadt.
_NOUNS = {
    "der": (
        *("-agentur", "-akademie", "-anstalt", "-apotheke", "-bahn", "-bank", "-behörde"),
        *("-bibliothek", "-botschaft", "-buchhandlung", "-bäckerei", "-bücherei", "-caritas"),
        *("-diakonie", "-feuerwehr", "-galerie", "-gemeinde", "-genossenschaft"),
        *("-gesellschaft", "-gewerkschaft", "-hilfe", "-hochschule", "-kammer", "-kanzlei"),
        *("-kasse", "-kirche", "-kita", "-klinik", "-partei", "-pfarrei", "-philharmonie"),
        *("-polizei", "-post", "-praxis", "-redaktion", "-regierung", "-schule", "-stelle"),
        *("-stiftung", "-telekom", "-university", "-universität", "-versicherung"),
        *("-verwaltung", "-vhs", "-werkstatt", "-wohlfahrt", "-zeitung", "-zentrale"),
        *("bundeswehr", "charité", "hansestadt", "landeshauptstadt"),
        *("oper", "staatsoper", "stadt"),
        *("aok", "ard", "awo", "bbc", "dkb", "dlrg", "fh", "fu", "hu", "hwk", "ihk"),
        *("lmu", "rwth", "th", "tu", "uni"),
    ),
    "dem": (
        *("-archiv", "-bistum", "-büro", "-dienst", "-gericht", "-gymnasium", "-hotel"),
        *("-institut", "-klinikum", "-kolleg", "-kreis", "-labor", "-ministerium", "-museum"),
        *("-orchester", "-rundfunk", "-sender", "-studio", "-theater", "-verband", "-verein"),
        *("-verlag", "-werk", "-zentrum"),
        *("altenheim", "amt", "arbeitsamt", "autohaus", "bauamt", "bauhaus", "bezirksamt"),
        *("bundesamt", "bundestag", "college", "finanzamt", "gesundheitsamt", "haus", "hospiz"),
        *("jobcenter", "jugendamt", "kaufhaus", "kindergarten", "kinderheim", "krankenhaus"),
        *("kreuz", "kulturamt", "landesamt", "landratsamt", "landtag", "literaturhaus"),
        *("ordnungsamt", "pflegeheim", "rathaus", "schauspielhaus", "schulamt", "senat"),
        *("seniorenheim", "sozialamt", "standesamt", "tierheim", "umweltamt"),
        *("asb", "drk", "mdr", "ndr", "swr", "thw", "wdr", "zdf", "zoo"),
    ),
    "den": ("-betriebe", "-kliniken", "-museen", "-werke", "-werkstätten"),
}
_ARTICLES = {noun: article for article, nouns in _NOUNS.items() for noun in nouns}

_DECLINED = tuple(
    f"{stem}{ending}" for stem in ("sch", "lich", "frei", "rot") for ending in ("e", "er", "es")
)
"""So enden Eigenschaftswörter, die gebeugt werden: bei der Technischen Universität."""

_WITH_ARTICLE = ("der", "die", "das", "the")
_CONTRACTED = {"bei dem": "beim", "von dem": "vom", "zu dem": "zum", "zu der": "zur"}
_FORMS = ("ag", "e.v.", "ev", "eg", "ggmbh", "gmbh", "kg", "se")


def placed(preposition: str, employer: str) -> str:
    """Set an employer after a preposition, with its article where it is an institution.

    Examples
    --------
    >>> placed("bei", "Stadt Köln"), placed("von", "Technische Universität Berlin")
    ('bei der Stadt Köln', 'von der Technischen Universität Berlin')
    >>> placed("bei", "Klinikum Stuttgart"), placed("bei", "Stadtwerke München")
    ('beim Klinikum Stuttgart', 'bei den Stadtwerken München')
    >>> placed("bei", "Siemens"), placed("von", "Robert Bosch Stiftung")
    ('bei Siemens', 'von der Robert Bosch Stiftung')
    """
    words = employer.split()
    place, article = next(
        ((n, told) for n, word in enumerate(words) if (told := _article(word))), (0, "")
    )
    before, after = words[:place], words[place + 1 :]
    # A name before the noun belongs to it only where the noun ends the whole: the Robert Bosch
    # Stiftung, but what Siemens Werk Erlangen is nobody knows.
    ends = all(word.casefold() in _FORMS for word in after)
    belongs = ends or all(word.casefold().endswith((*_DECLINED, "er")) for word in before)
    if not article or not belongs or words[0].casefold() in _WITH_ARTICLE:
        return f"{preposition} {employer}"
    noun = words[place] + ("n" if article == "den" and words[place].endswith("e") else "")
    begin = _CONTRACTED.get(f"{preposition} {article}", f"{preposition} {article}")
    return " ".join([begin, *map(_declined, before), noun, *after])


def _article(word: str) -> str:
    """The article of a noun, or of a compound that ends with one; empty where none is known."""
    plain = word.casefold().strip(",.")
    endings = (f"-{plain[start:]}" for start in range(len(plain)))
    return next((_ARTICLES[each] for each in (plain, *endings) if each in _ARTICLES), "")


def _declined(word: str) -> str:
    """An adjective as it stands after an article; the Berliner Sparkasse stays as it is."""
    if not word.casefold().endswith(_DECLINED):
        return word
    return f"{word.removesuffix('s').removesuffix('r')}n"
