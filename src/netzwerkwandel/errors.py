from __future__ import annotations


SHOWN = 10
"""So many names are written out at most in the text of an error."""


class NetzwerkwandelError(Exception):
    """Anything that this library raises on purpose."""


class InvalidRecordError(NetzwerkwandelError, ValueError):
    """A contact, tie, interaction, experiment or goal breaks a rule of the model."""


class InvalidNetworkError(NetzwerkwandelError, ValueError):
    """A network breaks a rule: a tie to oneself, a strength not positive, an unknown key."""


class InvalidArgumentError(NetzwerkwandelError, ValueError):
    """An argument is outside what a function can answer for."""


class StrategyError(NetzwerkwandelError, TypeError):
    """A scoring strategy returned something that cannot be ranked."""


class NotFoundError(NetzwerkwandelError, LookupError):
    """Nothing is known under this key."""

    def __init__(self, kind: str, key: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(kind, key, nearest)
        self.kind, self.key, self.nearest = kind, key, nearest

    def __str__(self) -> str:
        near = f"; the nearest: {', '.join(self.nearest)}" if self.nearest else ""
        return f"no {self.kind} with key {self.key!r}{near}"


class UnknownPersonError(NotFoundError):
    """Nobody is known by what was said; ``nearest`` are the names of who may be meant."""

    def __init__(self, who: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__("person", who, nearest)
        self.args = who, nearest

    def __str__(self) -> str:
        near = f"; the nearest: {', '.join(self.nearest)}" if self.nearest else ""
        return f"nobody is known by {self.key!r}{near}"


class AmbiguousPersonError(InvalidArgumentError):
    """Several people are known by what was said; ``candidates`` are their names."""

    def __init__(self, who: str, candidates: tuple[str, ...]) -> None:
        super().__init__(who, candidates)
        self.who, self.candidates = who, candidates

    def __str__(self) -> str:
        first, n = self.candidates[:SHOWN], len(self.candidates)
        more = f" and {n - SHOWN:,} more" if n > SHOWN else ""
        return (
            f"{n:,} people are known by {self.who!r}: {', '.join(first)}{more}; "
            "say which by a key, an address or a number"
        )


class ExportFormatError(NetzwerkwandelError, ValueError):
    """A file is not of the kind that was expected, or holds nothing that can be read."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(where, reason)
        self.where, self.reason = where, reason

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


class MissingExtraError(NetzwerkwandelError, ImportError):
    """A package that this needs is not installed."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        self.extra, self.purpose = extra, purpose

    def __str__(self) -> str:
        return (
            f"{self.purpose} needs an extra that is not installed; "
            f"install it with: pip install 'netzwerkwandel[{self.extra}]'"
        )


class StorageError(NetzwerkwandelError, RuntimeError):
    """A storage cannot do what was asked; what it held before is still there."""


class StorageBusyError(StorageError):
    """Somebody else is writing for longer than the time-out; asking again may help."""


class StorageConflictError(StorageError):
    """A record was changed by somebody else since it was read; read it again and decide anew."""
