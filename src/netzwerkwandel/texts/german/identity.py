"""Wer dieselbe Person ist: die Fragen, und was Kontakte gleichen Namens unterscheidet."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


IDENTITY: dict[str, Phrase] = {
    # eine Frage
    "same question likely": "Eine Person oder mehrere? Wahrscheinlich eine: {reasons}.",
    "same question perhaps": "Eine Person oder mehrere? Vielleicht eine: {reasons}.",
    "same same name": "derselbe Name",
    "same mail address spells the name": "eine Mailadresse nennt den Namen",
    "same same name in another script": "derselbe Name in anderer Schrift",
    "same same family name in another script": "derselbe Familienname in anderer Schrift",
    "same same name written by other rules": "derselbe Name in anderer Umschrift",
    "same nickname of the same name": "Kurzform desselben Namens",
    "same another family name of hers": "auch ein anderer Familienname ist angegeben",
    "same one letter apart": "die Namen unterscheiden sich um einen Buchstaben",
    "same initial fits": "der Anfangsbuchstabe passt",
    "same same employer": "derselbe Arbeitgeber",
    "same connected on the same day": "am selben Tag vernetzt",
    "same same phone number without country code": "dieselbe Telefonnummer ohne Landesvorwahl",
    "same shares an address": "eine gemeinsame Adresse",
    "same shares an address but the names differ": "eine gemeinsame Adresse, aber andere Namen",
    # was sie von anderen unterscheidet
    "same at": "bei {domains}",
    "same phones": ("eine Telefonnummer", "{n} Telefonnummern"),
    "same linkedin": "auf LinkedIn",
    "same last": "zuletzt in den Daten am {day}",
}
