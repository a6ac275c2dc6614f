"""Family names that are one: of a man and of his wife, and those that are written in many ways."""

from __future__ import annotations

from functools import lru_cache

from netzwerkwandel.identity.scripts import sound
from netzwerkwandel.identity.tables import by_written


# What a woman's name ends with, and what the same name of a man does.
_ENDINGS = (
    *(("kova", ("ek", "ko", "ka")), ("cova", ("ec",)), ("ova", ("", "ov", "a", "o"))),
    *(("owa", ("", "ow")), ("a", ("y", "s")), ("e", ("is",)), ("i", ("is",)), ("ina", ("ins",))),
    *(("iene", ("as", "is", "ys", "us", "a")), ("yte", ("is", "ys")), ("aite", ("as",))),
    *(("ute", ("us",)), ("ou", ("os", "as", "is"))),
)
# As they sound: Dostoevskaia and Dostoevski, Tolstaia and Tolstoi, Ivanova and Ivanoff.
_HEARD = {
    **dict.fromkeys(("skaia", "skoi", "skii", "ski", "ska"), "sk"),
    **dict.fromkeys(("ckaia", "ckii", "cki", "cka"), "ck"),
    **dict.fromkeys(("ova", "ov", "of"), "ov"),
    **dict.fromkeys(("eva", "ev", "ef"), "ev"),
    **dict.fromkeys(("ina", "in"), "in"),
    **dict.fromkeys(("aia", "oi", "ii"), ""),
}
_MAY_BE_OF_BOTH = ("a", "y", "i", "j", "ov", "ow", "ev", "ew", "ff", "in", "yn")

_WRITTEN = """
chatterjee chattopadhyay chatterji chaterjee; banerjee bandyopadhyay banerji bandopadhyay;
mukherjee mukhopadhyay mukherji mookerjee; ganguly gangopadhyay ganguli; bhattacharya bhattacharjee
bhattacharyya; chakraborty chakrabarti chakravarty chakraborti chakravarti; iyer aiyar ayyar;
iyengar ayyangar aiyangar; choudhary chaudhari chaudhry chaudhary choudhury chowdhury chaudhuri
chowdhry; agarwal agrawal aggarwal agarwala; verma varma; singh sinh singha; srivastava shrivastava
srivastav; mishra misra; dutta datta dutt; biswas viswas; laxman lakshman; narayan narayanan
narain; kohn cohen kohen cohn kahan cohan kahn; levy levi lewi halevi lewy; rabinovich rabinowitz
rabinowicz rabinovitch; abramovich abramowitz abramowicz; friedman friedmann fridman frydman;
weizman weizmann weitzman weitzmann vaitsman; hakobyan akopyan hagopian akopian; hovhannisyan
ovanesyan hovannisian; petrosyan petrosian bedrossian; sarkisyan sargsyan sarkisian; grigoryan
krikorian grigorian; oneill oneal neill; oconnor conor connor; oconnell connell conaill oconaill;
reilly oreilly riley; obrien obrian brien; stewart stuart steward; thomson thompson tomson; jimenez
gimenez ximenez; velasquez velazquez; ybarra ibarra; souza sousa; teixeira texeira; hatzis chatzis
hadjis; papadopoulos papadopulos; kyriakou kiriakou; dimitriou demetriou; christou hristou;
vassiliou vasiliou; ioannou yannou; smith smyth smythe
"""


_GROUPS = by_written((f"#{i}", line.split()) for i, line in enumerate(_WRITTEN.split(";")))
_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=65_536)
def family_forms(word: str) -> frozenset[str]:
    """The forms in which a folded family name meets others that are the same name.

    Examples
    --------
    >>> family_forms("novakova") & family_forms("novak")
    frozenset({'novak'})
    >>> bool(family_forms("iyer") & family_forms("aiyar")), family_forms("weber")
    (True, frozenset({'weber'}))
    """
    forms = {word, *_GROUPS.get(word, _NOTHING)}
    for ending, others in _ENDINGS if word[-1:] in "aeiu" and len(word) > 3 else ():
        if word.endswith(ending):
            forms.update(word.removesuffix(ending) + other for other in others)
    heard = sound(word) if word.endswith(_MAY_BE_OF_BOTH) else ""
    ending = next((each for each in _HEARD if heard.endswith(each)), "")
    if ending and len(heard) > len(ending) + 1:
        forms.add(f"~{heard.removesuffix(ending)}{_HEARD[ending]}")
    if word.startswith("mac") and len(word) > 5:
        forms.add(f"mc{word.removeprefix('mac')}")
    return frozenset(forms)
