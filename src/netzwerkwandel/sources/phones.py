"""Phone numbers that are written as one dials them at home, brought to the form for abroad."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from types import ModuleType

import attrs

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError, shown
from netzwerkwandel.model import Contact
from netzwerkwandel.model.keys import phone_key


# Of so many numbers for abroad, so large a share of one country says where somebody lives.
_FEWEST_NUMBERS = 5
_LEAST_SHARE = 0.8


def checked_region(region: object) -> str | None:
    """Refuse what is no region, and a region where the numbers of countries are not installed.

    Raises
    ------
    InvalidArgumentError
        If it is none.
    MissingExtraError
        If the extra ``identity`` is not installed.

    Examples
    --------
    >>> checked_region("de"), checked_region(None)
    ('DE', None)
    """
    if region is None:
        return None
    library = _library()
    if library is None:
        raise MissingExtraError("identity", "a region for phone numbers")
    known = region.upper() if isinstance(region, str) else ""
    if known not in library.SUPPORTED_REGIONS:
        raise InvalidArgumentError(f"region must be a country such as 'DE', got {shown(region)}")
    return known


def dialled_abroad(contacts: Iterable[Contact], region: str | None) -> list[Contact]:
    """Write numbers that leave the country out as one dials them from abroad.

    Parameters
    ----------
    contacts : iterable of Contact
        As the sources give them.
    region : str or None
        The country of such numbers. Where it is left out, the numbers of these contacts are asked:
        five at least with the code of a country, nearly all of one.

    Returns
    -------
    list of Contact
        The same; a number keeps its form where the country is not clear, or it cannot be of it.

    Examples
    --------
    >>> ben = Contact(key="card:1", phones=["0170 1234567"], work_phones=["0170 1234567"])
    >>> [(each.phones, each.work_phones) for each in dialled_abroad([ben], "DE")]
    [(('+491701234567',), ('+491701234567',))]
    """
    contacts = list(contacts)
    written = {number for contact in contacts for number in contact.phones}
    library = _library() if written else None
    numbers = None if library is None else _Numbers(written, library)
    region = region or (None if numbers is None else numbers.region)
    if region is None or numbers is None:
        return contacts
    forms = {number: numbers.abroad(number, region) for number in numbers.at_home}
    return [
        attrs.evolve(
            contact,
            phones=[forms.get(number, number) for number in contact.phones],
            work_phones=[forms.get(number, number) for number in contact.work_phones],
        )
        if not forms.keys().isdisjoint(contact.phones)
        else contact
        for contact in contacts
    ]


@attrs.frozen
class _Numbers:
    """All numbers that are written somewhere, and the library that knows those of countries."""

    written: Collection[str]
    library: ModuleType

    @property
    def at_home(self) -> list[str]:
        """Those that leave the country out."""
        keys = {number: phone_key(number) for number in self.written}
        return [n for n, key in keys.items() if key is not None and not key.startswith("tel:+")]

    def abroad(self, number: str, region: str) -> str:
        """How a number of a region is dialled from abroad; as it is where it cannot be of it."""
        try:
            parsed = self.library.parse(number, region)
        except self.library.NumberParseException:
            return number
        if not self.library.is_valid_number(parsed):
            return number
        return str(self.library.format_number(parsed, self.library.PhoneNumberFormat.E164))

    @property
    def region(self) -> str | None:
        """The country that nearly all numbers with a code have, if there are enough of them."""
        keys = {phone_key(number) for number in self.written}
        countries: Counter[str] = Counter()
        for key in sorted(key for key in keys if key is not None and key.startswith("tel:+")):
            try:
                parsed = self.library.parse(key.removeprefix("tel:"))
            except self.library.NumberParseException:
                continue
            countries[self.library.region_code_for_number(parsed) or ""] += 1
        if countries.total() < _FEWEST_NUMBERS:
            return None
        region, count = countries.most_common(1)[0]
        return region if region and count >= _LEAST_SHARE * countries.total() else None


def _library() -> ModuleType | None:
    try:
        import phonenumbers
    except ImportError:
        return None
    return phonenumbers
