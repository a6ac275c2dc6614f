"""Whom to talk to next, and why: the reasons, and a list as a table and as a whole."""

from __future__ import annotations

from netzwerkwandel.texts._catalogue import Phrase


RECOMMENDING: dict[str, Phrase] = {
    # reasons: facts, as they stand after a name
    "reason known": "{who} and you know each other",
    "reason reach": (
        "knows one person outside your network",
        "knows {n} people outside your network",
    ),
    # by the number of these people
    "reason closest none": (
        "does not know the one person you are most in touch with",
        "knows none of the {few} people you are most in touch with",
    ),
    "reason closest some": "knows {knowing} of the {few} people you are most in touch with",
    # by the number of these people
    "reason closest all": (
        "knows the one person you are most in touch with",
        "knows all {few} people you are most in touch with",
    ),
    "reason closest all of two": "knows the {few} people you are most in touch with",
    "reason reach names": (
        "knows {names}, who is outside your network",
        "knows {names}, who are outside your network",
    ),
    "reason reach names more": (
        "knows {names} and one other person outside your network",
        "knows {names} and {n} others outside your network",
    ),
    "names at": "{names} {at}",
    "reason work organisation": "works {at}",
    "reason work position": "works as {position}",
    "reason work organisation position": "works as {position} {at}",
    "reason is position": "is {position}",
    "reason is organisation position": "is {position} {at}",
    "reason experiment": "met you through “{title}”",
    "reason introduced": "was introduced to you by {who} in {month}",
    "reason field": "is from a field you could imagine for yourself ({field})",
    "reason in field": (
        "knows somebody in a field you could imagine for yourself",
        "knows {n} people in a field you could imagine for yourself",
    ),
    # the same of somebody who is from there, too
    "reason in field too": ("knows somebody else there", "knows {n} others there"),
    "reason new employer": "has moved {to} since {month}",
    "reason new position": "has become {position} since {month}",
    "reason new position at": "has become {position} {at} since {month}",
    "reason changed career": "has gone through a change of career",
    "reason function": "is good for {functions}",
    # reasons: what there was between the two
    "reason silence": "you have not been in touch for {span}",
    "reason recent": "you were last in touch {span} ago",
    "reason today": "you were in touch within the last 24 hours",
    # the same of two of whom only meetings are known
    "reason silence met": "you have not met for {span}",
    "reason recent met": "you last met {span} ago",
    "reason never": "your data shows no contact between you",
    # the same where nothing else is known of somebody, who is named here
    "reason silence with": "with {who} you have not been in touch for {span}",
    "reason recent with": "you were last in touch with {who} {span} ago",
    "reason silence met with": "you have not met {who} for {span}",
    "reason recent met with": "you last met {who} {span} ago",
    "reason today with": "you were in touch with {who} within the last 24 hours",
    "reason wrote": "the last message came {span} ago",
    "reason wrote today": "the last message came within the last 24 hours",
    "reason wrote with": "the last message from {who} came {span} ago",
    "reason wrote today with": "the last message from {who} came within the last 24 hours",
    "reason never with": "your data shows no contact with {who}",
    "reason never since with": (
        "you have been connected with {who} since {month}; your data shows no contact since"
    ),
    "reason since": "you have been connected since {month}",
    "reason since with": "you have been connected with {who} since {month}",
    "reason doubt at": ("if this is the same person as {other} {at}, you were in touch {span} ago"),
    "reason doubt alone": (
        "if this is the same person as {other} elsewhere in your data, you were in touch {span} ago"
    ),
    "reason doubt at with": (
        "{who}: if this is the same person as {other} {at}, you were in touch {span} ago"
    ),
    "reason doubt alone with": (
        "{who}: if this is the same person as {other} elsewhere in your data, you were in touch "
        "{span} ago"
    ),
    "reason never since": "you have been connected since {month}; your data shows no contact since",
    "reason before": (
        "before that there was {counts} over {span}",
        "before that there were {counts} over {span}",
    ),
    # by the number of the kind that stands first
    "reason before once": (
        "before that there was {counts}",
        "before that there were {counts}",
    ),
    # by the number of the kind that stands first
    "reason so far": (
        "so far there has been {counts} over {span}",
        "so far there have been {counts} over {span}",
    ),
    # by the number of the kind that stands first
    "reason so far once": (
        "so far there has been {counts}",
        "so far there have been {counts}",
    ),
    # reasons: how to begin
    "step call": "there is a phone number, and a short call beats a mail",
    "more change": "you could ask how the change of career went",
    "more field": "you could ask what the work in {field} is like",
    "more who else": "you could ask who else in {field} would be good to talk to",
    "more moved": "you could ask how the new job came about",
    "more introduce": "you could ask to be introduced to {who}",
    "more work": "you could ask what the work is like",
    "more way to work": "you could ask how one gets into such work",
    "more work now": "you could ask what the work looks like these days",
    "more in touch": "you are in touch anyway: mention what you have in mind next time",
    "more answer": (
        "that message is still without an answer, and this is a good occasion to get in touch"
    ),
    "more answer again": "here, too, the last message is still without an answer",
    "more first word": "you have not written yourself so far; a few words are enough to begin with",
    "more frank": "you could ask for a frank opinion of what you have in mind",
    "more doubts": "you could ask what speaks against what you have in mind",
    "more overlooked": "you could ask what you may be overlooking",
    "more think": "you could suggest thinking a few ideas through together",
    "more skills": "you could ask what else could be made of what you can do",
    "more your place": "you could ask what one might try in your place",
    "more since": "you could ask what has happened in the meantime",
    "more sign": "a short message is enough to begin with",
    "more in passing": "next time you write, you could ask who would be good to talk to",
    "more plan": "you could say in a few words what you have in mind",
    "more who": "say first whether the two are one person",
    "more reach": "you could ask who else is good to talk to",
    "more news": "you could ask what is new",
    "more long silent": "most people are glad to hear from someone again",
    # what somebody is on the list for, by the fact that makes it so
    "brings people": ("one new person", "{n} new people"),
    "brings circle": "another circle",
    "brings old tie": "an old tie",
    "brings talk": "a first real talk",
    "brings contact": "staying in touch",
    "brings contact again": "getting back in touch",
    "brings answer due": "an answer that is due",
    "brings doubt": "an open question",
    "brings news": "news {from}",
    "brings hello": "getting in touch",
    "brings stated": "you have said so yourself: good for {function}",
    "brings close": "good for {function}: the two of you are close and in touch",
    "brings trust": "good for {function}: there is trust between you, at some distance",
    "brings answer": (
        "good for {function}: you answer each other, and there is enough distance between you for "
        "a frank word"
    ),
    "brings meet": (
        "good for {function}: you meet now and then, and there is enough distance between you for "
        "a frank word"
    ),
    "brings meet before": (
        "good for {function}: you used to meet, and there is enough distance between you for a "
        "frank word"
    ),
    "brings answered": (
        "good for {function}: you used to answer each other, and there is enough distance between "
        "you for a frank word"
    ),
    "brings doors field": (
        "good for {function}: there is trust between you, and it leads into a field you want"
    ),
    "brings doors reach": (
        "good for {function}: there is trust between you, and it leads to people you do not know"
    ),
    "brings doors renewed": (
        "good for {function}: in all that time there may be new circles that you do not know"
    ),
    "brings orientation change": (
        "good for {function}: somebody who has been through a change of career"
    ),
    "brings orientation field": "good for {function}: somebody at home where you want to go",
    "brings orientation way": "good for {function}: somebody whose advice you value",
    "brings ideas reach": (
        "good for {function}: you know each other well enough to think together, and you know "
        "different people"
    ),
    "brings ideas renewed": (
        "good for {function}: you knew each other well enough to think together, and since then "
        "each of you has seen other things"
    ),
    "brings information reach": "good for {function}: you hear from different people",
    "brings information renewed": (
        "good for {function}: after so long there is much that you have not heard yet"
    ),
    "care boss": "think first about who is to know what you have in mind",
    "care at work": "you work for the same employer, so think first about who is to know",
    # introductions
    "introduction known": "{who} is someone to get to know",
    "introduction through": "{through} knows you both and could introduce you",
    "introduction others": ("one other could do so too", "{n} others could do so too"),
    # the six functions
    "function doors": "open doors",
    "function support": "support",
    "function orientation": "orientation",
    "function feedback": "honest feedback",
    "function ideas": "new ideas",
    "function information": "new information",
    # relations, as they stand after a name
    "relation colleague": "works with you",
    "relation former colleague": "used to work with you",
    "relation boss": "is your boss",
    "relation former boss": "used to be your boss",
    "relation report": "is on your team",
    "relation former report": "used to be on your team",
    "relation client": "is a client of yours",
    "relation supplier": "is a supplier of yours",
    "relation competitor": "is with the competition",
    "relation friend": "is a friend of yours",
    "relation family": "is family",
    "relation partner": "is your partner",
    "relation neighbour": "is a neighbour of yours",
    "relation classmate": "went to school or university with you",
    "relation peer": "is in the same boat as you",
    "relation mentor": "is a mentor to you",
    "relation role model": "is a role model for you",
    "relation acquaintance": "is an acquaintance of yours",
    "relation connection": "is connected with you",
    # the table
    "nameless": "someone without a name",
    "nameless number": "Number …{end}",
    "column name": "who",
    "column function": "could bring",
    "column last": "last contact",
    "column reach": "new people",
    "column why": "why",
    "list title": "Whom {who} could talk to next",
    "list considered all": (
        "Besides this one person nobody comes into question.",
        "Besides these {n} people nobody comes into question.",
    ),
    "list considered": (
        "The list names {picks} of {n} person who could be worth talking to.",
        "The list names {picks} of {n} people who could be worth talking to.",
    ),
    "list why": "Why",
    "list overview": "The list as a whole",
    # what a list could not do
    "shortfall nobody": "There is nobody to suggest: none of the contacts in the data fits.",
    # who does not come into question
    "ruled out": (
        "{n} person does not come into question: {parts}.",
        "{n} people do not come into question: {parts}.",
    ),
    "out excluded": ("{n} whom the list is to leave out", "{n} whom the list is to leave out"),
    "out at work": ("{n} who works where you work", "{n} who work where you work"),
    "out quarrel": ("{n} with whom there was a quarrel", "{n} with whom there was a quarrel"),
    "out just talked to": (
        "{n} to whom you talked within the last month",
        "{n} to whom you talked within the last month",
    ),
    "out answered": (
        "{n} who was suggested before (talked, declined or put off)",
        "{n} who were suggested before (talked, declined or put off)",
    ),
    "out office": (
        "{n} without an address of her own, such as info@",
        "{n} without addresses of their own, such as info@",
    ),
    "out never answered": ("{n} who never answered", "{n} who never answered"),
    "out inner circle": ("{n} of your inner circle", "{n} of your inner circle"),
    "out nothing speaks": (
        "{n} for whom nothing in the data speaks",
        "{n} for whom nothing in the data speaks",
    ),
    "out lookalike": (
        "{n} who may be one person with somebody else",
        "{n} who may be one person with somebody else",
    ),
    "shortfall fewer": (
        "Nobody else could be added, so the list ends after {n} person.",
        "Nobody else could be added, so the list ends after {n} people.",
    ),
    "shortfall few candidates": (
        "With only {n} person to choose from, take the list as a hint.",
        "With only {n} people to choose from, take the list as a hint.",
    ),
    "shortfall one circle": (
        "Everybody to choose from belongs to the same circle, so the list cannot lead into others."
    ),
    "shortfall no contact": (
        "When you were last in touch with anybody your data does not show; a mailbox or a calendar "
        "would show it."
    ),
    "shortfall no workplace": (
        "Where you work is not known, so nobody could be left out for it, and the list may name "
        "people who work there; it helps if you say where."
    ),
    "shortfall nobody at work": (
        "Nobody else in your data works at {fields}; where others spell it otherwise, the list may "
        "name people who work there."
    ),
    "nearest nobody at work": (
        "Nobody else in your data works at {fields}, and the list may name people who work at "
        "{nearest}: is that where you work?"
    ),
    "shortfall safe base": (
        "For {functions} the data shows nobody, neither among the people you are in touch with "
        "nor on the list; perhaps it comes from somebody who is not in the data."
    ),
    "shortfall function": (
        "You wished for more people for {functions}; the list has one.",
        "You wished for more people for {functions}; the list has {n}.",
    ),
    "shortfall cannot show": (
        "Your data cannot show who is good for {functions}; it helps if you say {what}."
    ),
    "state doors": "who knows people you do not",
    "state support": "who is close to you",
    "state orientation": "who has changed career or is a mentor to you",
    "state feedback": "whom you trust",
    "state ideas": "who knows people you do not",
    "state information": "who knows people you do not",
    "shortfall hours": (
        "In the hours you have there is room for {n} person.",
        "In the hours you have there is room for {n} people.",
    ),
    "no hours": "Nobody fits into the hours you have.",
    # by the number of wanted fields
    "shortfall no field": (
        "As far as the data shows, nobody you know works in {fields}.",
        "As far as the data shows, nobody you know works in {fields}.",
    ),
    # what is looked for, as she writes it
    "wanted field": "{field}",
    "nearest no field": (
        "As far as the data shows, nobody you know works in {fields}; what comes nearest: "
        "{nearest}."
    ),
    # how near to the best possible list
    "list certified best": "No other list of this length would bring more.",
    "list certified near": (
        "No other list of this length would bring much more: this one is sure to bring {share} of "
        "what the best one would."
    ),
    "list certified far": (
        "Another list of this length might bring more; this one is sure to bring {share} of what "
        "the best one would."
    ),
    # what the network has and lacks: clauses of one sentence
    "has several": "your network has several people for {functions}",
    # by the number of functions
    "has one": (
        "for {functions} there is just one person",
        "for {functions} there is just one person each",
    ),
    "has core": "for {functions} there are only people of your inner circle",
    "has missing": "for {functions} the data shows little yet",
    "has nobody": (
        "for {functions} the data shows nobody, neither among the people you are in touch with nor "
        "on the list"
    ),
    # what the list would change
    "effect alike": "Meeting them once would leave your network about as open as it is.",
    "effect less": (
        "Meeting them once would make your network a little more open: less of it would rest "
        "on the same few people."
    ),
    "effect more": (
        "Meeting them once would draw your network a little closer together: more of it would "
        "rest on the same few people."
    ),
    # how the list differs from one's own choice
    "compare both none": (
        "You would have called {n} other person.",
        "You would have called {n} other people.",
    ),
    "compare both some": "You would have called {n} people, {both} of them on this list too.",
    "compare both all": (
        "You would have called {n} person, who is on this list too.",
        "You would have called {n} people, all of them on this list too.",
    ),
    "compare both all of two": "You would have called {n} people, both of them on this list too.",
    "compare past less": "The people on the list share less of your past than your own choice.",
    "compare past more": "The people on the list share more of your past than your own choice.",
    "compare past alike": (
        "The people on the list share about as much of your past as your own choice."
    ),
    "compare overlap less": "They can tell you more that would not reach you otherwise.",
    "compare overlap more": "They can tell you less that would not reach you otherwise.",
    "compare overlap alike": "They can tell you about as much that is new.",
    "compare dormant": (
        "Of the contacts on the list {n} is asleep, of those in your choice {own}.",
        "Of the contacts on the list {n} are asleep, of those in your choice {own}.",
    ),
    "compare circles": ("{n} circle", "{n} circles"),
    "compare people": ("{n} person you do not know yet", "{n} people you do not know yet"),
    "compare adds": "The list adds {parts}.",
    "compare adds nothing": "The list adds no circle and nobody new.",
}
