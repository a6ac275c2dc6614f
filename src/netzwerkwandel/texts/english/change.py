"""What changed, where attention goes, who supports, what reconnected and what was tried."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


CHANGE: dict[str, Phrase] = {
    # how a network changed
    "change span": "From {before} to {after}, the first day beside the last:",
    "change contacts": (
        "You are in touch with {n} person; before it was {before}.",
        "You are in touch with {n} people; before it was {before}.",
    ),
    "change came": ("{n} person is new", "{n} people are new"),
    "change reconnected": (
        "{n} contact that had fallen asleep is awake again",
        "{n} contacts that had fallen asleep are awake again",
    ),
    "change went": ("{n} contact has gone quiet", "{n} contacts have gone quiet"),
    "change turnover": "About {share} of the people you are or were in touch with came or went.",
    "change core": (
        "{after} of your attention goes to your inner circle; before, {before} went to the one you "
        "had then."
    ),
    "change new": "{after} of it goes to people you have got to know since then.",
    "change to reconnected": "{after} of it goes to contacts that woke up.",
    "change field": (
        "{after} of it goes to people who work where you want to go; before it was {before}."
    ),
    "change shape less": (
        "Whom you are in touch with may change; how you spread your attention over few and many "
        "has hardly changed."
    ),
    "change shape more": "You also spread your attention over few and many in another way.",
    "change structure less": (
        "Your network has opened: fewer of your contacts lead to the same people."
    ),
    "change structure more": (
        "Your network has closed a little: more of your contacts know each other."
    ),
    "change structure alike": "Your network is about as open as it was.",
    "change attention less": (
        "Nobody came or woke up; less of your attention rests on a few people who know each other."
    ),
    "change attention more": (
        "Nobody came or woke up; more of your attention rests on a few people who know each other."
    ),
    "change circles": (
        "Your contacts belong to {n} circle of people who know each other; before it was {before}.",
        "Your contacts belong to {n} circles of people who know each other; before {before}.",
    ),
    "change gained": "New in your network: somebody for {functions}.",
    "change gained known": "The data now shows somebody for {functions}, too.",
    "change gained in silence": (
        "For {functions} somebody now comes into question whom you have not been in touch with "
        "since: that is nobody new."
    ),
    "change lost": "The data no longer shows anybody for {functions}.",
    "change level more": "In your new field you have moved from the edge further to the inside.",
    "change level less": "In your new field you stand further at the edge than before.",
    "change level alike": (
        "By who in your new field knows whom, you stand as far inside it as before."
    ),
    # how a network changed over the years
    "timeline nothing": "There is no contact in the data that could be followed over time.",
    # by the number of steps
    "timeline span": (
        "From {before} to {after}, in {n} step:",
        "From {before} to {after}, in {n} steps:",
    ),
    "timeline contacts": (
        "You are in touch with {n} person now; the most there were is {most}.",
        "You are in touch with {n} people now; the most there were is {most}.",
    ),
    "timeline contacts most": (
        "You are in touch with {n} person now; there were never more.",
        "You are in touch with {n} people now; there were never more.",
    ),
    "timeline first": ("{n} person", "{n} people"),
    "timeline moves": (
        "It began with {first}; added up from step to step, somebody new came {came} times, a "
        "contact went quiet {went} times, and one that had fallen asleep woke up {reconnected} "
        "times."
    ),
    "timeline core": (
        "{after} of your attention goes to your inner circle; over all this time between {low} and "
        "{high} went to the one of the day."
    ),
    # what each figure of a change means
    "figure contacts": "How many people you are in touch with: contact that has not gone to sleep.",
    "figure came": "How many people are new.",
    "figure reconnected": "How many contacts that had fallen asleep are awake again.",
    "figure went": "How many contacts have gone quiet.",
    "figure turnover": (
        "What share of the people you were or are in touch with came or went: 0 is nobody, 1 "
        "is everybody."
    ),
    "figure weighted_turnover": "The same, each person counted by how strong the contact is.",
    "figure birth_rate": "What share of the people you are in touch with were not there before.",
    "figure death_rate": "What share of the people you were in touch with are so no longer.",
    "figure core_share": "What share of your attention goes to your inner circle.",
    "figure core_per_month": (
        "On how many days a month you were in touch with your inner circle, each person counted."
    ),
    "figure periphery_share": "What share of your attention goes to everybody else.",
    "figure periphery_per_month": (
        "On how many days a month you were in touch with everybody else, each person counted."
    ),
    "figure reconnected_share": "What share of your attention goes to contacts that woke up.",
    "figure reconnected_per_month": (
        "On how many days a month you were in touch with contacts that woke up."
    ),
    "figure new_share": (
        "What share of your attention goes to people you have got to know since the change began."
    ),
    "figure new_per_month": (
        "On how many days a month you were in touch with people you have got to know since the "
        "change began."
    ),
    "figure field_share": (
        "What share of your attention goes to people in your new field: 0 is all old, 1 is all new."
    ),
    "figure field_per_month": (
        "On how many days a month you were in touch with people in your new field."
    ),
    "figure signature_distance": (
        "How differently you spread your attention over few and many, whoever they are: 0 is "
        "not at all, 0.69 is wholly."
    ),
    "figure effective_size": "How many contacts you have that do not lead to the same people.",
    "figure constraint": "How closed your circle is: the lower, the more open.",
    "figure normalised_constraint": (
        "The same from 0 to 1, comparable between people with few and with many contacts."
    ),
    "figure circles": "How many circles of people who know each other your contacts belong to.",
    "figure functions": "How many of the six functions somebody in your network serves.",
    "figure level": "How far inside your new field you stand: 0 is the edge, 1 is the middle.",
    # sliding back to the familiar
    "attention unknown": "There is too little data yet to say where your attention goes.",
    "attention lately": (
        "Counted in days with contact, {share} of them in the last 13 weeks were with the people "
        "who were your inner circle when you set out."
    ),
    "attention baseline": "In the year before you set out it was {share}.",
    "attention earlier": "Since then, and until lately, it was {share}.",
    "attention steady": "Nothing in the data says that you are going back to the familiar.",
    "attention slides": "More of your attention goes to the familiar again.",
    "attention since": "It has been so since about {month}.",
    "attention natural": (
        "When much is uncertain it is only natural to seek the familiar. Perhaps there is somebody "
        "you have not talked to for a while and would like to hear from."
    ),
    # who supports
    "base nobody": (
        "The data shows nobody yet who holds you while things change; perhaps those people are not "
        "in the data."
    ),
    # by the number of people named
    "base supporters": (
        "{who} holds you while things change.",
        "{who} hold you while things change.",
    ),
    "base few": (
        "{n} more person like that would make the ground firmer.",
        "{n} more people like that would make the ground firmer.",
    ),
    "base circles": "They belong to {n} circles, so not everything hangs on one of them.",
    "base one circle": (
        "They all belong to the same circle; somebody from elsewhere would make the ground firmer."
    ),
    "base only": "For {functions} you have only {who}: a tie to look after.",
    # by the number of people named
    "base opens": (
        "{who} also helps to keep your network open.",
        "{who} also help to keep your network open.",
    ),
    "base old": (
        "{n} other person close to you belongs wholly to your old surroundings.",
        "{n} other people close to you belong wholly to your old surroundings.",
    ),
    "base free": "That does not mean that anybody holds you back.",
    # which ties were reconnected
    "reconnected nobody": (
        "No sleeping contact has woken up yet. Most people are glad to hear from someone again."
    ),
    "reconnected count": (
        "{n} contact that had fallen asleep woke up again.",
        "{n} contacts that had fallen asleep woke up again.",
    ),
    "reconnected again": (
        "It did so {times} times in all.",
        "Some of them did so more than once, {times} times in all.",
    ),
    # by the number of first steps
    "reconnected steps": ("The first step was {steps}.", "The first steps were {steps}."),
    "reconnected own": (
        "Once you were the one who reached out.",
        "{n} times you were the one who reached out.",
    ),
    "reconnected tie": "{who}, after {span} of silence: {brought}.",
    "reconnected tie beside": (
        "{who}, after {span} of silence (before, contacts were mostly {usual} apart): {brought}."
    ),
    "reconnected days": ("{n} further day in touch", "{n} further days in touch"),
    "reconnected people": ("{n} new acquaintance", "{n} new acquaintances"),
    "reconnected once": "so far it was this one time",
    "reconnected earlier": ("And {n} earlier one.", "And {n} earlier ones."),
    # what was tried and what is planned
    "hours": ("{n} hour", "{n} hours"),
    # what was tried
    "experiment nameless": "Something you tried",
    "experiment span": "{title}, {started} to {until}:",
    "experiment met stated": ("You met {n} person.", "You met {n} people."),
    "experiment met found": (
        "You met {n} person there, or through somebody from there.",
        "You met {n} people there, or through somebody from there.",
    ),
    "experiment met none": "Your data does not show whom you met there; you can say it.",
    "experiment others": (
        "In those days you first got in touch with {n} other person, perhaps for other reasons.",
        "In those days you first got in touch with {n} other people, perhaps for other reasons.",
    ),
    # by the number of people met
    "experiment new all": ("This person was new to you.", "All of them were new to you."),
    "experiment new all of two": "Both of them were new to you.",
    "experiment new some": ("One of them was new to you.", "{n} of them were new to you."),
    # by the number of people met
    "experiment new none": ("You knew this person before.", "You knew all of them before."),
    "experiment new none of two": "You knew both of them before.",
    "experiment shared": (
        "One of them may also have come from something else you tried at that time.",
        "{n} of them may also have come from something else you tried at that time.",
    ),
    "experiment apart": (
        "One new person knows few or none of your other contacts.",
        "{n} new people know few or none of your other contacts.",
    ),
    "experiment circles": (
        "It leads into a new circle.",
        "It leads into {n} new circles.",
    ),
    "experiment second": (
        "With one new person you were in touch again on another day.",
        "With {n} new people you were in touch again on another day.",
    ),
    "experiment second none": "There has been no second contact so far; it can still come.",
    "experiment effort": "For each new person it took about {hours}.",
    # what is planned
    "planned title": "What may lead you to new people, as far as what you tried can tell:",
    "planned none": "There is nothing planned to compare yet.",
    "planned people": (
        "{title}: about {n} new person in {hours}, likely between {low} and {high}.",
        "{title}: about {n} new people in {hours}, likely between {low} and {high}.",
    ),
    "planned nobody": "{title}: perhaps nobody new in {hours}, likely {high} at most.",
    "planned unsure": "So far little more than a guess: {titles}.",
    "planned again": (
        "You have been exploring for a while, and your data shows no second contact yet. Exploring "
        "is worth something in itself. If you like, you could get in touch once more with somebody "
        "you met on the way."
    ),
}
