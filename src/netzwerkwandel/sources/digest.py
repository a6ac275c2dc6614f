from __future__ import annotations

from hashlib import blake2b


def digest(*parts: str) -> str:
    """Make a short text that is the same for the same parts, on every machine, and tells nothing.

    Examples
    --------
    >>> digest("ab", "c") == digest("ab", "c") != digest("a", "bc")
    True
    """
    framed = "".join(f"{len(part)}:{part}" for part in parts)
    return blake2b(framed.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
