"""Korean names: the ways to write them in Latin letters, brought to one form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netzwerkwandel.identity.tables import by_written, entries


_OF_TWO_SYLLABLES = frozenset("남궁 황보 선우 독고 제갈 서문 사공".split())

# By today's rule (Revised Romanization), and as people write their names in passports.
_FAMILIES = """
gim:kim,ghim i:lee,yi,rhee,li,ri,rhie,leigh bak:park,pak,bark choe:choi,choy,chey
jeong:jung,chung,cheong,jong,chong,joung gang:kang jo:cho,joe,chow yun:yoon,youn,yune
jang:chang,jahng,zang im:lim,rim,yim han:hahn o:oh,au seo:suh,so,sur,surh sin:shin,shinn
gwon:kwon,kweon,kwun hwang:whang an:ahn song:soung yu:yoo,ryu,you,lyu,ryoo,yew hong:houng
jeon:jun,chun,jeun,chon go:ko,koh,goh mun:moon yang:ryang,lyang son:sohn bae:bai,pae,bay
baek:paik,baik,paek,back heo:hur,huh,her,hu nam:nahm sim:shim no:noh,roh,ro ha:hah gwak:kwak,kwack
seong:sung,song cha:tcha ju:joo,chu u:woo,wu,ou gu:koo,ku,goo min:minn na:ra,nah,rah jin:chin,jean
ji:chi,jee,chee eom:um,uhm,ohm won:weon chae:chai,che cheon:chun,chon,chien bang:pang,bahng
gong:kong hyeon:hyun ham:hahm byeon:byun,pyun yeom:youm,yum,yom yeo:yuh,yo chu:choo,chou do:doh,toh
seok:suk,sok seon:sun,sunn seol:sul ma:mah gil:kil,gill wi:wee pyo:pio myeong:myung ban:bahn,pan
geum:keum,kum ok:ock yuk:yook,yuk maeng:maing mo:moh guk:kook,kuk eo:eoh eun:un
namgung:namkoong,namgoong,namkung hwangbo:hwangpo seonu:sunwoo,seonwoo dokgo:tokko jegal:chegal
samun:samoon bin:been
"""

_PATTERNS = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        *(("sh", "s"), ("kk|gg|gh|ck|g|q", "k"), ("tt|dd|d", "t"), ("pp|bb|b", "p")),
        *(("jj|tch|ch|j", "c"), ("ll|r", "l"), ("ph", "p"), ("th", "t"), ("h(?![aeiouyw])", "")),
        *(("wh", "hw"), ("w(?=u|oo)", ""), ("eui|uei", "i"), ("yeo|you|yoo|yuh|yo(?=n)", "yu")),
        *(("weo", "wo"), ("oe|we(?!o)", "we"), ("ai|ay|ea", "a"), ("ae", "a")),
        *(("eo|oo|ou|eu|uh|u", "u"), ("ee|ie|y(?![aeou])", "i"), (r"(.)\1+", r"\1")),
    )
)
# Given names are one or two syllables of a consonant, a vowel and a consonant.
_SYLLABLES = re.compile(
    r"(?:(?:kk|tt|pp|ss|jj|ch|sh|[gndrlmbpsjkth])?(?:y?eo|y?oo|y?ou|y?ae|y?ai|wae|w?o[eh]?|w[aei]"
    r"|weo|woo|wu|ye|ya|yu|yo|y?u[ih]?|eui|eu|ee|ea|ie|a|e|i|o)(?:ng|ck|ll|[knmlptr])?){1,2}"
)


FAMILIES = by_written((today, (today, *others)) for today, others in entries(_FAMILIES))


def given_form(words: Sequence[str]) -> str:
    """Bring the ways to write a Korean given name to one form; empty where it is none.

    Examples
    --------
    >>> given_form(("seongho",)) == given_form(("sung", "ho")), given_form(("christopher",))
    (True, '')
    """
    text = "".join(words)
    if not _SYLLABLES.fullmatch(text):
        return ""
    for pattern, form in _PATTERNS:
        text = pattern.sub(form, text)
    return text


def parted_korean(text: str) -> tuple[str, str]:
    """Part a name in Hangul into family and given name; a few families have two syllables.

    Examples
    --------
    >>> parted_korean("김민준"), parted_korean("남궁민"), parted_korean("선우 은숙")
    (('김', '민준'), ('남궁', '민'), ('선우', '은숙'))
    """
    family, _, given = text.partition(" ")
    if given:
        return family, given.replace(" ", "")
    cut = 2 if text[:2] in _OF_TWO_SYLLABLES else 1
    return text[:cut], text[cut:]
