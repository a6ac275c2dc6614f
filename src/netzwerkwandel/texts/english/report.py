"""What only the report says: its headings, what stands above each part, and how it was computed."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


REPORT: dict[str, Phrase] = {
    "report title": "{who}: my network",
    "report title unnamed": "My network",
    "report subtitle": "As of {on}. This page needs no internet, and nothing of it leaves it.",
    "report subtitle coach": (
        "As of {on}, for a talk with a coach: people are called by their initials. What says "
        "“you” speaks to the person whose network it is."
    ),
    "report contents": "Contents",
    "report skip": "Straight to the list",
    "report scroll": "To scroll sideways",
    "report made by": (
        "Made with netzwerkwandel, on your own machine, from your own data. Keep this page as "
        "you would keep a diary: others are in it, too."
    ),
    # the headings
    "report list": "Whom you could talk to next",
    "report network": "Your network",
    "report coverage": "What it has, and what it lacks",
    "report change": "How it changed",
    "report experiments": "What you tried, and what it brought",
    "report advice": "What came of the advice",
    "report questions": "What you could say next",
    "report talk": "Questions for the talk",
    "report limits": "What the data cannot show",
    "report methods": "How this was computed",
    # what stands above each part
    "report list about": (
        "They belong together as a set: they lead into different circles, and to people you do not "
        "know. One of them is a good beginning."
    ),
    "report opening": "First lines, to make your own",
    "report network about": (
        "You are in the middle. The nearer the closer: first your inner circle, then all others "
        "you are in touch with, and outside those who are asleep or with whom the data shows no "
        "contact."
    ),
    "report coverage about": (
        "In a career change a network has six tasks: it opens doors, supports, orients, gives "
        "honest feedback, new ideas and new information. It is safer where a task does not hang "
        "on one person."
    ),
    "report coverage table": "Who serves what, the most important first",
    "report column function": "what for",
    "report column people": "people",
    "report column who": "who",
    "report experiments none": (
        "You have not noted down anything yet that you tried: a course, a side project, a day of "
        "looking over somebody's shoulder. Nothing else leads to new people so easily."
    ),
    "report none of them": "none",
    "report woken between": (
        "The comparison of the two days above counts {counted} of them: it does not see who fell "
        "asleep in between and woke again, nor who is silent again."
    ),
    "report advice before": "Before the list on this page nobody was suggested.",
    "report advice kept": (
        "This list is kept, and the next report says what came of it. Note with whom you talked "
        "and what it brought."
    ),
    "report advice none": (
        "Note who was suggested and what came of it; then the next report says whether the "
        "advice came true for you."
    ),
    "report questions about": (
        "Only you know this, and the answers may change your list. The first ones change most."
    ),
    "report limits about": (
        "Closeness and trust are estimates wherever you have not said them. Whoever you only talk "
        "to, without a mail, an appointment or a chat, is missing here."
    ),
    "report read table": "What was read",
    "report column source": "source",
    "report column read": "entries",
    "report column used": "used",
    "report column span": "from when to when",
    "report unread": "What was not read",
    "report sources": "Sources",
    # questions for the talk
    "report talk about": (
        "Not all of them, and in no fixed order: two or three are enough for an hour."
    ),
    "report talk list": (
        "Who on the list would be the easiest first call, and who the most exciting? What stands "
        "in the way?"
    ),
    "report talk one": (
        "For {functions} everything hangs on one person. Who else could be asked for it?"
    ),
    "report talk missing": "Nobody is seen for {functions}. Is that so, or does the data miss it?",
    "report talk core": (
        "{share} of all attention goes to the inner circle. What of it gives strength, and what "
        "holds things as they were?"
    ),
    "report talk sliding": (
        "Attention is going back to the familiar people. What became uncertain at that time?"
    ),
    "report talk experiments some": (
        "Which of the experiments led to people who have become more than an acquaintance, and "
        "what would be the next small one?"
    ),
    "report talk experiments none": (
        "What could be tried within a month, with little effort, that leads to other people?"
    ),
    "report talk base": "Who holds without holding back, and does that person know?",
    "report talk step": "What will have happened by the next talk, and with whom?",
    # how it was computed
    "report methods about": (
        "Every figure comes from what happened up to the day of this report. No company, no "
        "position and no influence of a contact moves anybody up or down."
    ),
    "report method strength": (
        "How strong a contact is: each day with contact counts, a meeting three times as much as "
        "a mail, and after a year half of it is left. Closeness and trust count as you state "
        "them."
    ),
    "report method asleep": (
        "Asleep is a contact that was once lively, and has been silent for three years; or for one "
        "year, where the silence is eight times as long as the time between contacts was before."
    ),
    "report method inner": (
        "The inner circle: whoever is close now, the five strongest contacts, and of the "
        "strongest fifth those who know each other well; the five are never more than a fifth of "
        "all."
    ),
    "report method open": (
        "How open a network is, is measured with Ronald Burt's structural holes: effective size "
        "counts how many ways lead to different people, another measure says how much rests on the "
        "same few people."
    ),
    "report method list": (
        "The list is chosen as a set: new people, other circles and the six tasks are covered as "
        "far as possible, by a procedure with a known guarantee."
    ),
    "report method six": (
        "Who serves which task is taken from what you state, and estimated otherwise: from how "
        "different a contact's circle is, from trust, from the field, from a change of career."
    ),
    "report method change": (
        "Change over time: who came, went or woke, and which share of attention goes to whom: the "
        "share of the strength of all contacts. Whether it goes back to the familiar is counted in "
        "days with contact, since strength forgets slowly."
    ),
    "report method experiments": (
        "What an experiment brought is the difference to the network as it would be without the "
        "people met there."
    ),
    "report method advice": (
        "Advice is held against comparable people who were not suggested; without enough cases "
        "it says so."
    ),
    "report methods true": (
        "What can be promised: the list follows what is known about advice and information from "
        "distant and sleeping contacts. It does not foresee whom you will meet. Tried on old mail "
        "of two firms: of a hundred people whom somebody newly met afterwards, 4 to 5 more were "
        "tied to those suggested than chance would give; nobody there was changing career. What "
        "comes of your own talks says more."
    ),
}
