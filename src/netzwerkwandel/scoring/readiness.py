from __future__ import annotations

import numpy as np

from netzwerkwandel.network import FloatArray, Ties


def readiness(ties: Ties) -> FloatArray:
    r"""How ready is a contact to tell what is new, from above 0 to 1?

    .. math:: \frac{1 + trust}{2} \cdot \left(1 - \frac{shared\ time}{2}\right)

    Of those asked for advice, the ones who could be trusted to help gave more that was valuable,
    and the ones with whom much past time had been spent gave less that was new [1]_. So of two
    equally redundant contacts the trusted one comes first, and of two equally trusted the one with
    the shorter past. Only trust that is stated counts, the rest as one half: what trust is
    estimated from is in the bandwidth already.

    References
    ----------
    .. [1] Walter, J., Levin, D. Z., Murnighan, J. K. (2015). "Reconnection Choices: Selecting the
       Most Valuable (vs. Most Preferred) Dormant Ties." Organization Science 26.
    """
    trust = np.where(ties.trust_is_stated, ties.trust, 0.5)
    return (1 + trust) / 2 * (1 - ties.shared_time / 2)
