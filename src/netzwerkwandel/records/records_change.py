from __future__ import annotations

import attrs

from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.work import Work


@attrs.frozen(kw_only=True)
class Move:
    """Who works elsewhere, or as something else, than when last seen?

    Parameters
    ----------
    contact : Contact
        The person, as known now.
    before, after : Work
        Where and as what, then and now. The same employer is spelled alike in both.
    """

    contact: Contact
    before: Work
    after: Work

    @property
    def is_new_employer(self) -> bool:
        """Whether the employer is another; otherwise only the position is."""
        return self.before.organisation != self.after.organisation


@attrs.frozen(kw_only=True)
class RecordsChange:
    """What is new since the last time that exports were saved: who came, moved, or is gone?

    Parameters
    ----------
    added : tuple of Contact
        People who were not known before.
    moved : tuple of Move
        People with a new employer or a new position.
    gone : tuple of Contact
        People who were connections in an earlier archive of the same network and are no more.
        They stay in the records: a tie that is no longer listed is not a tie that never was.
    new_interactions, new_ties : int
        How many interactions, and statements about two people, were not known before.
    """

    added: tuple[Contact, ...] = ()
    moved: tuple[Move, ...] = ()
    gone: tuple[Contact, ...] = ()
    new_interactions: int = 0
    new_ties: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether nothing at all is new."""
        return self == RecordsChange()

    def explain(self, language: str = "en") -> str:
        """Tell it in words.

        Parameters
        ----------
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.records.change_wording import explain

        return explain(self, language)
