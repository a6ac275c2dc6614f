from __future__ import annotations

from netzwerkwandel.model.naming import called
from netzwerkwandel.recommending import Introduction
from netzwerkwandel.recommending.reason_wording import facts
from netzwerkwandel.texts import catalogue


def explain(introduction: Introduction, language: str = "en") -> str:
    """Say why to meet somebody, and who could introduce: a sentence for each."""
    texts = catalogue(language)
    through = called(introduction.through, texts)
    clauses = [texts.say("introduction through", through=through)]
    if introduction.others:
        clauses.append(texts.say("introduction others", len(introduction.others)))
    told = facts(texts, {reason.kind: reason for reason in introduction.reasons})
    who = called(introduction.contact, texts)
    portrait = f"{who} {told}" if told else texts.say("introduction known", who=who)
    return f"{texts.sentence([portrait])} {texts.sentence(clauses)}"
