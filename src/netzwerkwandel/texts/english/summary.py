"""What was read, what was left out, and what data cannot show."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


SUMMARY: dict[str, Phrase] = {
    # the summary
    "summary me given": "The data of {who}, as given.",
    "summary me own profile in the archive": (
        "The data of {who}, recognised by the profile in the archive."
    ),
    "summary me mail was delivered to this address": (
        "The data of {who}, recognised by the address that the mail was delivered to."
    ),
    "summary me own calendar": "The data of {who}, recognised by the calendar's owner.",
    "summary me writes in every chat": "The data of {who}, recognised by the chats.",
    "summary me takes part in most records": (
        "The data of {who}, recognised by taking part in almost everything."
    ),
    "summary me not named in the data": (
        "The data does not name its owner; say who that is with me=[...] or --me."
    ),
    "summary me nobody": "It is not clear whose data this is; say so with me=[...] or --me.",
    "summary contacts": ("{n} person", "{n} people"),
    "summary contacts besides": ("{n} person besides you", "{n} people besides you"),
    "summary ties": ("{n} recorded connection", "{n} recorded connections"),
    "summary interactions": ("{n} time in touch", "{n} times in touch"),
    "summary experiments": ("{n} experiment", "{n} experiments"),
    "summary span": "from {first} to {last}",
    "summary read": ("{n} record read", "{n} records read"),
    "summary looked at": ("{n} file looked at", "{n} files looked at"),
    "summary used": "{n} used",
    "summary skipped": "left out: {reasons}",
    "summary nobodies": "addresses of no person:",
    "nobody many names": "people with nothing in common write from it: {named}",
    "nobody a list": "a mailing list: {named}",
    "nobody a machine": "a machine, or a token in place of somebody: {named}",
    "nobody a room or note taker": "a room or a note taker: {named}",
    "summary problems": ("{n} problem:", "{n} problems:"),
    "summary more": "and {n} more",
    # while it is read
    "progress looking": "looking",
    "progress file": "looking at file {n}",
    "progress reading": "reading",
    "progress joining": "who is who",
    "summary limits": "What this cannot show",
    "kind mail": "mail",
    "kind calendar": "calendar",
    "kind linkedin": "LinkedIn",
    "kind address book": "address book",
    "kind apple contacts": "address book of a Mac",
    "kind google contacts": "Google Contacts",
    "kind outlook contacts": "contacts of Outlook",
    "kind outlook mail": "mails saved from Outlook",
    "kind outlook data file": "data file of Outlook",
    "kind outlook for mac": "archive of Outlook for Mac",
    "kind outlook calendar": "calendar of Outlook (CSV)",
    "kind thunderbird contacts": "address book of Thunderbird",
    "kind xing contacts": "XING contacts",
    "kind directory": "address book (LDIF)",
    "kind whatsapp": "WhatsApp",
    "kind phone": "text messages and calls",
    "kind telegram": "Telegram",
    "kind signal": "Signal",
    "kind google chat": "Google Chat",
    "kind google voice": "Google Voice",
    "kind imessage": "iMessage",
    "kind meta": "Facebook and Instagram",
    "kind slack": "Slack",
    "kind discord": "Discord",
    "kind teams": "Microsoft Teams and Skype",
    "kind files": "other files",
    "limit mail": (
        "A mailbox is one-sided: it shows what was written to and by you, not what was said, "
        "nor what others write to each other. Who knows whom is seen only where both stand on "
        "one mail with you."
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
    "limit apple contacts": (
        "The address book of a Mac shows whom you saved, not when or how often you were in touch."
    ),
    "limit google contacts": (
        "Google's contacts show whom you saved, not when or how often you were in touch."
    ),
    "limit outlook contacts": (
        "Outlook's contacts show whom you saved, and who stands there as a superior or assistant; "
        "not when or how often you were in touch."
    ),
    "limit outlook mail": (
        "Mails that were saved one by one show what somebody chose to save, not how often you "
        "wrote to each other."
    ),
    "limit outlook data file": (
        "A data file of Outlook shows what lay in it: an archive may begin late, and older mail "
        "may lie in another one. It is one-sided as every mailbox."
    ),
    "limit outlook for mac": (
        "An archive of Outlook for Mac is one-sided as every mailbox; its contacts and "
        "appointments are not read."
    ),
    "limit outlook calendar": (
        "Outlook's CSV names people as its address list does, mostly without addresses, and does "
        "not say who declined: save the calendar as iCalendar (.ics) where you can."
    ),
    "limit thunderbird contacts": (
        "Thunderbird's address book shows whom you saved or once wrote to, not when or how often."
    ),
    "limit xing contacts": (
        "A list of XING contacts is a star: it shows your contacts, not theirs. Company and "
        "position are those of back then."
    ),
    "limit directory": (
        "An LDIF file shows whom you saved, not when or how often you were in touch."
    ),
    "limit whatsapp": (
        "WhatsApp exports one chat at a time: whoever is missing here may write to you all the "
        "same. In a group only those are known who wrote."
    ),
    "limit phone": (
        "A phone's backup goes back as far as the phone kept its calls and text messages; calls "
        "that nobody answered are left out."
    ),
    "limit telegram": (
        "Telegram tells people by the names they give themselves; calls that nobody answered or "
        "that were in a group, secret chats and what was deleted are missing."
    ),
    "limit signal": "Signal exports what one device has: older messages may be missing.",
    "limit google chat": "Google Chat shows the chats of one Google account, not its video calls.",
    "limit google voice": "Google Voice shows what went through its number, not your other phones.",
    "limit imessage": (
        "The database of iMessage names people by number or address only; an address book gives "
        "them names."
    ),
    "limit meta": (
        "Facebook and Instagram tell names alone, so two people of one name are one here; without "
        "the archive of encrypted messages Messenger seems to end in late 2023."
    ),
    "limit slack": (
        "An export of Slack mostly has public channels alone: direct messages and private channels "
        "are missing, and who only reads is not told."
    ),
    "limit discord": (
        "Discord gives you your own messages alone: whom you wrote to directly, not who wrote to "
        "you, nor who reads along on a server."
    ),
    "limit teams": (
        "Teams and Skype hand out the chats of a private account; those of an employer's account "
        "stay with the employer."
    ),
    "limit files": "Files of other kinds were looked at, but not read.",
    "summary biases": "What this does to the figures",
    "bias no sent mail": (
        "Next to none of the mail was sent by you: that lies in another folder. Without it "
        "everybody seems to wait for an answer, and nobody to have got one."
    ),
    "bias few chats": (
        (
            "From WhatsApp only the chat with one person was exported. Whoever else writes there "
            "seems to be silent here; these chats can be exported, too."
        ),
        (
            "From WhatsApp only chats with {n} people were exported. Whoever else writes there "
            "seems to be silent here; these chats can be exported, too."
        ),
    ),
    "bias only connections": (
        "Of LinkedIn there are only the connections here, and no messages: whoever writes to you "
        "only there seems to be silent. The complete archive has them, too."
    ),
    "bias ended": (
        "{source}: the data ends on {since}. Whoever was in touch with you there since seems to "
        "sleep. Is a newer part of it missing?"
    ),
    "bias no moments": (
        "Nothing here tells when you were in touch with whom: who sleeps, and how close somebody "
        "is, cannot be said."
    ),
    "bias a star": (
        "Nothing here shows two of your contacts together: who knows whom, and so who would bring "
        "something new, is a guess for all of them. A calendar or mail to several would show it."
    ),
    # why records were left out
    "skip all-day entry": ("{n} all-day entry", "{n} all-day entries"),
    "skip no name and no address": (
        "{n} without a name or an address",
        "{n} without a name or an address",
    ),
    "skip automatic or no-reply": ("{n} written by a machine", "{n} written by machines"),
    "skip broken record": ("{n} broken", "{n} broken"),
    "skip cancelled": ("{n} cancelled", "{n} cancelled"),
    "skip declined": ("{n} declined", "{n} declined"),
    "skip draft": ("{n} draft", "{n} drafts"),
    "skip already counted": ("{n} already counted", "{n} already counted"),
    "skip in the future": ("{n} in the future", "{n} in the future"),
    "skip hidden profile": ("{n} hidden profile", "{n} hidden profiles"),
    "skip mailing list": ("{n} from a mailing list", "{n} from mailing lists"),
    "skip missed call": ("{n} missed call", "{n} missed calls"),
    "skip nobody else took part": ("{n} with nobody else", "{n} with nobody else"),
    "skip a group, room or organisation": (
        "{n} group, room or organisation",
        "{n} groups, rooms or organisations",
    ),
    "skip not a known export": ("{n} of another kind", "{n} of another kind"),
    "skip no usable date": ("{n} without a usable date", "{n} without a usable date"),
    "skip unanswered message of a stranger": (
        "{n} of somebody you are not connected with and never answered",
        "{n} of people you are not connected with and never answered",
    ),
    "skip spam": ("{n} in the spam folder", "{n} in the spam folder"),
    "skip advertisement": ("{n} advertisement", "{n} advertisements"),
    "skip message of the service": (
        "{n} written by the service itself",
        "{n} written by the service itself",
    ),
    "skip trash": ("{n} in the trash", "{n} in the trash"),
    "skip not accepted": ("{n} not accepted", "{n} not accepted"),
}
