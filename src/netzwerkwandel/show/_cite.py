from __future__ import annotations

import inspect
import re
import unicodedata
from collections.abc import Callable, Iterator
from importlib.metadata import version
from itertools import chain
from typing import cast

import attrs

from netzwerkwandel import metrics
from netzwerkwandel.change import RankedExperiments, SafeBase
from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model.arguments import is_of_library
from netzwerkwandel.network import Decay, TieStrength
from netzwerkwandel.recommending import Recommendations, recommend
from netzwerkwandel.scoring import ScoringStrategy


_RESTS_ON: dict[object, tuple[object, ...]] = {
    **dict.fromkeys(
        (
            metrics.StructuralHoles,
            metrics.constraint,
            metrics.density,
            metrics.effective_size,
            metrics.efficiency,
            metrics.hierarchy,
            metrics.local_constraint,
            metrics.redundancy,
        ),
        (metrics.structural_holes,),
    ),
    metrics.Brokerage: (metrics.brokerage,),
    metrics.Roles: (metrics.brokerage,),
    metrics.brokerage_of_arcs: (metrics.brokerage,),
    metrics.Bootstrap: (metrics.bootstrap,),
    metrics.PermutationTest: (metrics.PermutationTest.p_value,),
    metrics.Composition: (metrics.composition,),
    metrics.ei_index: (metrics.composition,),
    metrics.CorePeriphery: (metrics.core_periphery,),
    metrics.core_number_test: (metrics.core_number, metrics.degree_test),
    metrics.coreness_test: (metrics.coreness, metrics.degree_test),
    metrics.EgoCore: (metrics.core_periphery, metrics.core_number),
    metrics.ego_core: (metrics.core_periphery, metrics.core_number),
    metrics.ego_core_test: (metrics.core_periphery, metrics.core_number, metrics.degree_test),
    metrics.Substitutes: (metrics.substitutes,),
    metrics.TieVector: (metrics.tie_vector,),
    metrics.TwoModeHoles: (metrics.two_mode_holes,),
    metrics.tie_burstiness: (metrics.burstiness,),
    metrics.tie_memory: (metrics.memory,),
    metrics.bridges: (metrics.local_bridges,),
    Recommendations: (recommend,),
}
"""Whose sources are those of others: results, and measures that are one part of a whole."""

_SHUFFLING = {"groups": metrics.permutation_test, "ties": metrics.degree_test}

_PARAMETERS: dict[type, tuple[str, ...]] = {
    metrics.Bootstrap: ("samples", "level"),
    metrics.PermutationTest: ("samples",),
    RankedExperiments: ("level",),
    SafeBase: ("floor",),
}
"""What of a result says how it was made; all other numbers in it were found."""

_SECTION = re.compile(r"^References\n-+\n(.*?)(?=^\S[^\n]*\n-+\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"^\.\. \[\d+\] ", re.MULTILINE)
_SOURCE = re.compile(
    r"(?P<authors>.+?) \((?P<year>\d{4})\)\. "
    r'(?:"(?P<article>[^"]+?)\.?" |(?P<book>[^.]+)\. )(?P<rest>.*)'
)
_AUTHOR = re.compile(r"(?:and )?([^\W\d_][^,]*, (?:[^\W\d_]\.[ -]?)+|et al\.)")
_PLACE = re.compile(
    r"(?:In (?P<booktitle>.+?)|(?P<name>.+?))"
    r"(?:,? (?P<volume>\d+)(?:\((?P<number>\d+)\))?(?:[,:] ?(?P<pages>[A-Z]?[\d-]+))?"
    r"|, (?P<note>chapter .+))?"
    r"\.?(?: ?(?:https://doi\.org/(?P<doi>\S+)|(?P<url>https?://\S+)))?\.?"
)


_YEAR = 2026
"""Of this version."""
_FOR_TEX = re.compile(r"(?<!\\)([&%#])")
_OTHERS = "others"


@attrs.frozen
class Source:
    """A book or an article that something rests on.

    Parameters
    ----------
    authors : sequence of str
        Family name first, as ``"Burt, R. S."``.
    year : int
        When it appeared.
    title, place : str
        What it is called, and where it appeared: a journal with volume and pages, or a publisher.
    is_article : bool
        Whether it is part of something.
    """

    authors: tuple[str, ...]
    year: int
    title: str
    place: str
    is_article: bool

    @classmethod
    def named_by(cls, used: object) -> Iterator[Source]:
        """Give the sources that a docstring names."""
        section = _SECTION.search(inspect.getdoc(used) or "")
        for entry in _ENTRY.split(section[1])[1:] if section else ():
            told = _SOURCE.fullmatch(" ".join(entry.split()))
            if told is not None:
                found = map(str.strip, _AUTHOR.findall(told["authors"]))
                authors = tuple(_OTHERS if author == "et al." else author for author in found)
                title, place = told["article"] or told["book"], told["rest"].rstrip(".")
                yield cls(authors, int(told["year"]), title, place, told["article"] is not None)

    @property
    def short(self) -> str:
        """How it is named in a text, as ``Everett & Borgatti, 2020``."""
        families = [author.partition(",")[0] for author in self.authors]
        several = len(families) > 2 or families[-1] == _OTHERS
        names = f"{families[0]} et al." if several else " & ".join(families)
        return f"{names}, {self.year}"

    @property
    def key(self) -> str:
        """What its BibTeX entry is called, as ``burt1992structural``."""
        plain = unicodedata.normalize("NFKD", f"{self.authors[0].partition(',')[0]}{self.year}")
        words: list[str] = re.findall(r"[a-z]{4,}", self.title.lower())
        return re.sub(r"[^a-z0-9]", "", plain.lower()) + (words or ["untitled"])[0]

    def bibtex(self) -> str:
        """Give its BibTeX entry."""
        told = _PLACE.fullmatch(self.place)
        place = {name: value for name, value in told.groupdict().items() if value} if told else {}
        kind = "article" if self.is_article else "book"
        if "booktitle" in place:
            kind = "incollection"
        else:
            name = "journal" if self.is_article else "publisher"
            place = {name: place.pop("name", self.place), **place}
        authors, title = " and ".join(self.authors), f"{{{self.title}}}"
        fields = {"author": authors, "year": str(self.year), "title": title, **place}
        in_tex = {name: _FOR_TEX.sub(r"\\\1", value) for name, value in fields.items()}
        lines = [f"  {name} = {{{value}}}," for name, value in in_tex.items()]
        return "\n".join([f"@{kind}{{{self.key},", *lines, "}"])


@attrs.frozen
class Citation:
    """How is what was used told in a paper: a paragraph on methods, and the sources of it?

    Parameters
    ----------
    methods : str
        The paragraph, in English.
    sources : sequence of Source
        Each once, in the order of author and year.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> made = nw.cite(nw.metrics.two_mode_holes)
    >>> [source.short for source in made.sources]
    ['Burchard & Cornwell, 2018', 'Hollway et al., 2020']
    """

    methods: str
    sources: tuple[Source, ...]

    @property
    def bibtex(self) -> str:
        """The entries of BibTeX, of the sources and of this library."""
        own = (
            "@software{netzwerkwandel,\n  author = {{The netzwerkwandel authors}},\n"
            "  title = {{netzwerkwandel: whom to talk to next, and how a network changes}},\n"
            f"  year = {{{_YEAR}}},\n  version = {{{version('netzwerkwandel')}}},\n}}"
        )
        return "\n\n".join([*(source.bibtex() for source in self.sources), own]) + "\n"

    def __str__(self) -> str:
        return f"{self.methods}\n\n{self.bibtex}"


def cite(*used: object) -> Citation:
    """How do I write in a paper what I computed, and on whose work does it rest?

    Parameters
    ----------
    *used : functions, classes, strategies or results
        What was used: measures such as ``metrics.constraint``, a strategy or a ``TieStrength`` with
        its parameters, or what a measure gave, such as the result of ``structural_holes``. Of
        ``EgoStudy.by_ego`` each measure in it is told; of a function of one's own only the name
        can be, so give the measures that are called in it as well.

    Returns
    -------
    Citation
        ``methods`` for the text, ``bibtex`` for the list of sources; both when it is printed. The
        sources are those that the docstrings name; what names none is an idea of this library.

    Raises
    ------
    InvalidArgumentError
        If nothing is given, or something that is not of this library; or if Python runs without
        docstrings (``-OO``).

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> made = nw.cite(nw.metrics.constraint, nw.Dormant())
    >>> print(made.bibtex.partition(",")[0])
    @article{borgatti1997structural
    """
    if not used:
        raise InvalidArgumentError("cite needs at least one thing that was used")
    if cite.__doc__ is None:
        raise InvalidArgumentError("used names its sources in docstrings, which -OO leaves out")
    told: dict[str, tuple[Source, ...]] = {}
    for each in used:
        for name, documented in _parts_of(each):
            named = map(Source.named_by, documented)
            told[name] = tuple(dict.fromkeys(chain.from_iterable(named)))
    phrases = [
        f"{name} ({'; '.join(source.short for source in found)})" if found else name
        for name, found in told.items()
    ]
    listed = phrases[0] if len(phrases) == 1 else f"{'; '.join(phrases[:-1])}; and {phrases[-1]}"
    verb = "was" if len(phrases) == 1 else "were"
    methods = (
        f"{listed[0].upper()}{listed[1:]} {verb} computed with netzwerkwandel "
        f"{version('netzwerkwandel')}. Formulas, ranges and the treatment of missing values "
        "are those of its documentation."
    )
    every = {source.key: source for found in told.values() for source in found}
    in_order = sorted(every.values(), key=lambda source: (source.authors, source.year))
    return Citation(methods, tuple(in_order))


def _parts_of(used: object) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Each thing that was computed: what it is called, and whose docstrings name its sources."""
    if isinstance(used, metrics.ByEgo):
        for each in used.computed:
            parts = [(each, ())] if isinstance(each, str) else _parts_of(each)
            yield from ((f"{name} of each ego", documented) for name, documented in parts)
        return
    kind = _kind_of(used)
    shuffling = (_SHUFFLING[used.of],) if isinstance(used, metrics.PermutationTest) else ()
    yield _called(used), (kind, *shuffling, *_RESTS_ON.get(kind, ()))


def _called(used: object) -> str:
    """What it is called in a sentence: "structural holes of the ego model"."""
    kind = _kind_of(used)
    if not is_of_library(kind):
        raise InvalidArgumentError(
            f"used must be functions, classes or results of netzwerkwandel, got {shown(used)}"
        )
    name = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", kind.__name__).lower()
    if kind is used:
        return name
    if (model := getattr(used, "model", None)) is not None:
        return f"{name} of the {model} model"
    if isinstance(used, metrics.PermutationTest):
        name = f"{name} of shuffled {used.of}"
    said = next((said for each, said in _PARAMETERS.items() if isinstance(used, each)), ())
    if isinstance(used, ScoringStrategy | TieStrength | Decay):
        said = tuple(field.name for field in attrs.fields(type(used)) if field.name[0] != "_")
    values = {name: getattr(used, name) for name in said}
    numbers = {name: value for name, value in values.items() if isinstance(value, int | float)}
    parameters = ", ".join(f"{key.replace('_', ' ')} {value:g}" for key, value in numbers.items())
    return f"{name} with {parameters}" if parameters else name


def _kind_of(used: object) -> Callable[..., object]:
    is_kind = inspect.isfunction(used) or isinstance(used, type)
    return cast("Callable[..., object]", used if is_kind else type(used))
