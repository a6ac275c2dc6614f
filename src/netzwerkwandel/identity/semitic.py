"""Arabic, Persian and Hebrew names: what is left of them however their vowels are written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netzwerkwandel.identity.nicknames import full_names
from netzwerkwandel.identity.spelling import fold


_SHORTEST = 3

# Given names by which a name in Latin letters is known to be one of these.
_GIVEN = frozenset(
    fold(name)
    for name in """
abbas abd abdallah abdel abdelkader abderrahman abdul abdulrahman adel adil adnan aharon ahmad
ahmed ahron aicha aischa aisha ali aly amal amin amina amir amira ammar anas anwar ari ashraf asma
assaf avi avraham ayman aziz aziza badr basim bassam behrouz bilal boaz bushra chaim chana dalia
dariush david dina djamila dov driss efraim eitan eli eliyahu emad ezra faisal farhad farid farida
faris farzad fatima fatma fayez fouad fuad gal gamal ghasem ghassan gideon golnaz habib hadas hadi
hadia hafsa haim hakim hala hamid hamidreza hamza hana hanan hani hasan hassan hatem hayat hazem
hesham hicham hisham hoda hossein houda huda huseyin hussein ibrahim idris ilan imad iman imran
iqbal isaac ismail issa itai jakob jalal jamal jamila jawad jehuda kamal kamel karim karima kaveh
khadija khaled khalid khalil kourosh laila latifa layla leah leila lina lior loubna lubna mahdi
mahmoud mahmud mahsa majid malak malika manal mansour mariam marwan maryam masoud mehdi mehrdad
meir menachem michal mina miriam mohamad mohamed mohammad mohammed mohd mohsen mona mordechai moses
moshe mounir mourad mousa moustafa muhammad munir murad musa mustafa mustapha nabil nada nadia
naftali naima najib najwa nasir nasrin nasser nawal nima nir nizar noa noam noor nour noura
noureddine nur ofer omar oren ori osama osman othman parisa parviz qasim rabia rachid rahman
ramadan rami ramin rana rania rasha rashad rashid raza reza rida rivka riyad ron roya ruth saba
sadiq saeed said saif saladin salah saleh salim salma samer sami samir samira sana sara sayed
schlomo sepideh shadi shahin sharif shimon shira shirin shlomo shmuel siavash siham simin soraya
sulaiman suleiman syed taha tahar tal talal tamar tamer tarek tariq taufik tawfiq tzvi umar uri
usama vahid wael wafa wahid walid yaakov yael yahya yair yasin yasir yasser yehuda yitzhak yoav
yonatan yosef yossi yousef youssef yusuf zahra zaid zainab zakaria zeinab ziad zineb ziyad zohra
zohreh zuhair zvi
""".split()
)

# In this order: what belongs to no word, ways to write one sound, and what is no consonant.
_BEFORE = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        *(
            (r"\b(?:[aeu]l|[ae](?:sh|[rsndztl])|bint?|ben|ibn|ould)\b ?", ""),
            (r"\b([ae])l(?=\w{4})", ""),
        ),
        *((r"\bben(?=\w{3})", ""), (r"abd ?(?:[aeu]l|[aeu](?=([rsnztdlj])\1))", "abd")),
        *((r"(?<=\w)(?:u|e)d?d[ie]n\b", " din"), (r"\bdd?[ie]ne?\b", "din")),
        (r"\ba?b(?:ou|o|u) ?(?=\w{3})", "bu"),
    )
)
_SOUNDS = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        *(
            ("dsch|dj|dzh", "j"),
            ("tsch|tch", "c"),
            ("sch|sh|ch", "s"),
            ("g(?=[aeiou]m[ae]l)|g(?=[ei])", "j"),
        ),
        *(("kh|qu|q|ck|gh|c(?=[aoulr])|g", "k"), ("c(?=[ei])", "s"), ("th|tz", "t"), ("dh|z", "d")),
        *(
            ("ph|p", "f"),
            ("x", "ks"),
            ("(?<=.)[hvwy']", ""),
            ("(?<=.)[aeiou]", ""),
            (r"(.)\1+", r"\1"),
        ),
        *(("^[ou]", "u"), ("^[aei]", "a")),
    )
)
_VOWEL = re.compile("[aeiou]")


def skeleton(words: Sequence[str]) -> str:
    """The consonants of a name without articles; empty where too few are left to tell anything.

    What has no letter in Arabic, or one that is not heard everywhere, is left out.

    Examples
    --------
    >>> skeleton(("mohammed", "al", "rashidi")) == skeleton(("muhammad", "el", "rachidi"))
    True
    >>> skeleton(("abd", "al", "rahman", "subai")) == skeleton(("abdulrahman", "alsubaie"))
    True
    """
    told = re.sub("[auh]", "", "".join(map(_consonants, _bare(words))))
    told = re.sub(r"(.)\1+", r"\1", told)
    return told if len(told) >= _SHORTEST else ""


def _bare(words: Sequence[str]) -> list[str]:
    """The words without what belongs to no word: articles, "son of"."""
    text = " ".join(words)
    for pattern, form in _BEFORE:
        text = pattern.sub(form, text)
    return text.split()


def _consonants(word: str) -> str:
    for pattern, form in _SOUNDS:
        word = pattern.sub(form, word)
    return word


def semitic_form(words: Sequence[str]) -> str:
    """As ``skeleton``, with the first vowel of the last word; empty for names of elsewhere.

    Examples
    --------
    >>> semitic_form(("khalid", "hassan")) == semitic_form(("khaled", "hussein"))
    False
    >>> semitic_form(("anna", "schmidt"))
    ''
    """
    if not any(word in _GIVEN or not full_names(word).isdisjoint(_GIVEN) for word in words):
        return ""
    bare = _bare(words)
    told, vowel = "".join(map(_consonants, bare)), _VOWEL.search("".join(bare[-1:]))
    is_dark = vowel is not None and vowel[0] in "ou"
    return f"{told} {'ou' if is_dark else 'aei'}" if len(told) >= _SHORTEST else ""
