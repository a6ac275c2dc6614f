from __future__ import annotations

from netzwerkwandel.show.texts.catalogue import Catalogue


ENGLISH = Catalogue(
    language="en",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    day_format="{day} {month} {year}",
    thousands=",",
    conjunction="and",
    phrases={
        # lengths of time
        "years": ("{n} year", "{n} years"),
        "months": ("{n} month", "{n} months"),
        "weeks": ("{n} week", "{n} weeks"),
        "days": ("{n} day", "{n} days"),
        # what there was between two people
        "meeting": ("{n} meeting", "{n} meetings"),
        "call": ("{n} call", "{n} calls"),
        "message": ("{n} message", "{n} messages"),
        "mail": ("{n} mail", "{n} mails"),
        "recommendation": ("{n} recommendation", "{n} recommendations"),
        "signal": ("{n} sign of life", "{n} signs of life"),
        # reasons
        "reason silence": "no contact for {span}",
        "reason recent": "last contact {span} ago",
        "reason today": "last contact within the last day",
        "reason never": "you know each other, but have never been in touch in what was read",
        "reason before": "before that {counts} over {span}",
        "reason before once": "before that {counts}",
        "reason so far": "so far {counts} over {span}",
        "reason so far once": "so far {counts}",
        "reason reach": ("knows {n} person you do not", "knows {n} people you do not"),
        "reason closest none": (
            "your closest contact does not know them",
            "none of your {n} closest contacts knows them",
        ),
        "reason closest some": (
            "{knowing} of your {n} closest contacts knows them",
            "{knowing} of your {n} closest contacts know them",
        ),
        "reason field": "works in a field you could imagine: {field}",
        "reason relation": "is {relation}",
        # relations, as they stand after "is"
        "colleague": "a colleague of yours",
        "former colleague": "a former colleague of yours",
        "boss": "your boss",
        "former boss": "a former boss of yours",
        "report": "on your staff",
        "former report": "formerly on your staff",
        "client": "a client of yours",
        "supplier": "a supplier of yours",
        "competitor": "a competitor of yours",
        "friend": "a friend of yours",
        "family": "family",
        "partner": "your partner",
        "neighbour": "a neighbour of yours",
        "classmate": "an old classmate of yours",
        "peer": "in the same boat as you",
        "mentor": "a mentor of yours",
        "role model": "a role model of yours",
        "acquaintance": "an acquaintance of yours",
        "connection": "connected with you",
        # the table
        "column name": "who",
        "column last": "last contact",
        "column counts": "so far",
        "column reach": "new people",
        "never": "never",
        "list title": "Whom {who} could talk to next",
        "list considered": (
            "{picks} of {n} contact who came into question.",
            "{picks} of {n} contacts who came into question.",
        ),
        "list empty": "Nobody came into question: there is no contact that could bring news.",
        "list why": "Why",
        "list duplicates": (
            "{n} pair of contacts may be one person; see records.possible_duplicates().",
            "{n} pairs of contacts may be one person; see records.possible_duplicates().",
        ),
        # the summary
        "summary me given": "The data of {who}, as given.",
        "summary me own profile in the archive": (
            "The data of {who}, recognised by the profile in the archive."
        ),
        "summary me mail was delivered to this address": (
            "The data of {who}, recognised by the address that the mail was delivered to."
        ),
        "summary me own calendar": "The data of {who}, recognised as the owner of the calendar.",
        "summary me takes part in most records": (
            "The data of {who}, recognised by taking part in most of it."
        ),
        "summary me nobody": "Whose data this is could not be told; say so with me=[...].",
        "summary contacts": ("{n} contact", "{n} contacts"),
        "summary ties": ("{n} stated tie", "{n} stated ties"),
        "summary interactions": ("{n} interaction", "{n} interactions"),
        "summary experiments": ("{n} experiment", "{n} experiments"),
        "summary span": "from {first} to {last}",
        "summary read": ("{n} record read", "{n} records read"),
        "summary used": ("{n} used", "{n} used"),
        "summary skipped": "left out: {reasons}",
        "summary problems": ("{n} problem:", "{n} problems:"),
        "summary more": ("and {n} more", "and {n} more"),
        "summary limits": "What this cannot show",
        "kind mail": "mail",
        "kind calendar": "calendar",
        "kind linkedin": "LinkedIn",
        "kind address book": "address book",
        "kind files": "files",
        "limit mail": (
            "A mailbox is one-sided: it shows what was written to and by you, not what was said, "
            "nor what others write to each other. Ties between others are seen only where they "
            "stand on one mail with you."
        ),
        "limit calendar": (
            "A calendar shows who was invited and did not decline, not who came; and it knows more "
            "of work than of friends."
        ),
        "limit linkedin": (
            "A LinkedIn archive is a star: it shows your connections, not theirs. Company and "
            "position are those of today, not of the time you met; addresses are mostly missing."
        ),
        "limit address book": (
            "An address book shows whom you saved, not when or how often you were in touch."
        ),
        "limit files": "Files of other kinds were not looked into.",
        # why records were left out
        "skip all-day entry": "all-day entries",
        "skip no name and no address": "without name or address",
        "skip automatic or no-reply": "automatic or no-reply",
        "skip broken record": "broken",
        "skip cancelled": "cancelled",
        "skip declined": "declined",
        "skip draft": "drafts",
        "skip already counted": "already counted",
        "skip in the future": "in the future",
        "skip hidden profile": "hidden profiles",
        "skip mailing list": "mailing lists",
        "skip nobody else took part": "nobody else took part",
        "skip a group, room or organisation": "groups, rooms, organisations",
        "skip not a known export": "not a known export",
        "skip no usable date": "no usable date",
        "skip spam": "spam",
        "skip advertisement": "advertisements",
        "skip trash": "trash",
        "skip not accepted": "not accepted",
    },
)
