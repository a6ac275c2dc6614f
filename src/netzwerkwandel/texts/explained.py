from __future__ import annotations

from abc import ABC, abstractmethod

from netzwerkwandel.texts._catalogue import Catalogue
from netzwerkwandel.texts.languages import Language, catalogue


class Explained(ABC):
    """What can be told in words, in every language that there are texts for."""

    __slots__ = ()

    @abstractmethod
    def _told(self, texts: Catalogue) -> str:
        """Tell it in the words of a catalogue."""

    def explain(self, language: Language = "en") -> str:
        """Tell it in words.

        Parameters
        ----------
        language : str or Catalogue
            ``"en"``, ``"de"``, or a catalogue of one's own.

        Returns
        -------
        str
            Sentences, without an address in them.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        return self._told(catalogue(language))
