"""What is said at the command line: its options, its questions and its notes."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


COMMAND: dict[str, Phrase] = {
    # what can be asked for
    "option description": (
        "Whom could I talk to next? Read from your own mail, calendar, LinkedIn archive and "
        "address book, on your own machine. Without PATHS it answers for an invented person."
    ),
    "placeholder paths": "PATHS",
    "placeholder address": "ADDRESS",
    "placeholder field": "FIELD",
    "placeholder day": "DAY",
    "placeholder file": "FILE",
    "placeholder country": "COUNTRY",
    "placeholder shell": "SHELL",
    "option usage": "usage",
    "option heading": "what to say",
    "option exit codes": (
        "Ends with 0 after an answer, 1 if there can be none, 2 after unknown arguments, 130 if "
        "stopped."
    ),
    "option paths": "files, folders, zips",
    "option me": "an address of your own; repeat for more; else recognised",
    "option field": "a field of work you could imagine; repeat for more",
    "option as_of": "the moment, as 2026-11-01; default now",
    "option n": "how many people (default 10)",
    "option language": "the language (default: the one kept, that of the computer, or en)",
    "option formal": "address me, and others in first lines, formally (in German: Sie)",
    "option sample": "the exports of an invented person, to try it out, with --keep and --ask, too",
    "option keep": (
        "keep what is read in this file, say what is new, answer from all that is there, and "
        "remember who was suggested"
    ),
    "option ask": (
        "first ask what came of earlier suggestions, and which contacts are one person; with "
        "--keep once"
    ),
    "option questions": "also say which answers of yours would change the list most, and why",
    "option discreet": "leave out everybody who works where you work",
    "option region": "the country of phone numbers without a code, such as DE",
    "option summary": "also say what was read",
    "option report": (
        "write a page to read, print and keep into this file, such as mara.html: the list with "
        "first lines, pictures, and how the network changed"
    ),
    "option coach": "write that page for a coach: with initials, and questions for the talk",
    "option help": "say this, and end",
    "option print_completion": (
        "print what makes the shell bash or zsh complete these options, and end"
    ),
    # which contacts are one person
    "ask answer two": "One person? yes, no, later (or Enter) or stop:",
    "ask answer": (
        "Who of them is one person? The numbers (2 3), yes for all, no for none, later (or Enter) "
        "or stop:"
    ),
    "ask all": "{n} people seem to stand here twice, under one name, and all else known fits.",
    "ask answer all": (
        "One person each? yes, later (or Enter), stop, or the numbers of those who are two:"
    ),
    "ask yes": "yes",
    "ask no": "no",
    "ask unclear two": "Please answer yes, no, later or stop.",
    "ask unclear": "Please answer yes, no, later, stop, or with two of the numbers or more.",
    "ask unclear all": "Please answer yes, later, stop, or with numbers of this list.",
    # what was understood
    "noted kept": "Noted: {what}.",
    "noted once": "For this list: {what}.",
    "noted same": "{numbers} are one person",
    "noted others": ("{numbers} is somebody else", "{numbers} are others"),
    "noted different": ("one person", "{n} different people"),
    "noted one each": ("one person, once", "one person each, {n} times"),
    "noted two each": ("two people, once", "two people each, {n} times"),
    "noted answer": "{who}: {answer}",
    "noted brought": "{who}: {answer}; it brought {functions}",
    "noted else": "{answer}",
    # what can be said to every question
    "said later": "later",
    "said stop": "stop",
    # what else is asked
    "else answer": "{answers}, later (or Enter) or stop:",
    "else nearest there": (
        "Nobody in your data works at {employer}. Did you mean {nearest}? Say yes or the right "
        "name; if it was right, say it once more."
    ),
    "else nobody there": (
        "Nobody in your data works at {employer}. Say the right name; if it was right, say it once "
        "more."
    ),
    "else again": "The name of the firm, later (or Enter) or stop:",
    "else unclear": "That is not understood. Please answer: {answers}; or later, or stop.",
    # what came of a suggestion
    "came heard": (
        "{who} was suggested on {on}, and you have been in touch since ({day}). What came of it?"
    ),
    "came open": "{who} was suggested on {on}. What came of it?",
    "came answer": "talked, no answer, declined, not now, later (or Enter), stop:",
    "came talked": "talked",
    "came none": "no answer",
    "came declined": "declined",
    "came not now": "not now",
    "came unclear": "Please answer talked, no answer, declined, not now, later or stop.",
    "came numbers": "Please answer with numbers from 1 to {n}, with Enter for nothing, or stop.",
    "came brought": "What did it bring? {functions}: numbers (1 3), Enter for nothing, or stop:",
    # beside the list
    "list problems": (
        "{n} note on what was read: --summary shows it.",
        "{n} notes on what was read: --summary shows them.",
    ),
    "list me unseen": "No mail or meeting that was read names {me}; please check the address.",
    "list nobody else": (
        "Nobody but you stands in what was read: --summary says what it was. Mail, a calendar with "
        "its guests, a LinkedIn archive or an address book would show more."
    ),
    "list duplicates": (
        "{n} question is open about who is one person; --ask asks it.",
        "{n} questions are open about who is one person; --ask asks the most telling.",
    ),
    "else answers": "Possible answers: {answers}",
    "else asked": "--ask asks these questions, and --keep remembers the answers.",
    "list no workplace": "With --ask you can say where you work.",
    "list report": "The page to read and print is in {path}.",
    "refused coach without report": "--coach says for whom the page is; say --report, too",
    "refused me without paths": "--me says whose exports are read; say which exports",
    "refused stranger": (
        "this is kept as the data of {whose}, and what was read seems to be somebody else's; if "
        "it is hers, name a known address with --me, and the new ones too; else keep it in "
        "another file"
    ),
    "refused sample with paths": (
        "--sample is in place of your own exports; leave one of the two out"
    ),
    "refused other owner": (
        "this is kept as the data of {whose}, in which {who} is somebody else; keep it in another "
        "file"
    ),
    "refused nothing kept": "{place} holds nothing yet; say which exports to read",
}
