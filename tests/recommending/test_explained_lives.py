from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from builders import BEN, MARA, ago, life, mail, meeting
from explained import explained
from netzwerkwandel.model import Channel, Contact, Function, Goal, Relation, Tie
from netzwerkwandel.recommending import Recommendation, recommend
from netzwerkwandel.texts import LANGUAGES


def told(network, key: str) -> str:
    (pick,) = (pick for pick in recommend(network, n=100) if pick.contact.key == key)
    return pick.explain()


def test_people_with_whom_there_were_only_mails_are_written_to():
    made = life(mail(ago(40), MARA, BEN), mail(ago(50), BEN, MARA))

    assert told(made, BEN) == (
        "You were last in touch with Ben almost 6 weeks ago; so far there have been 2 mails over "
        "10 days. You could ask what is new."
    )


def test_somebody_who_wrote_yesterday_is_told_naturally():
    made = life(mail(ago(1), MARA, BEN), mail(ago(2), BEN, MARA))

    assert told(made, BEN) == (
        "You were last in touch with Ben a day ago; so far there have been 2 mails. You "
        "are in touch anyway: mention what you have in mind next time."
    )


def test_somebody_from_a_hall_full_of_people_is_told_naturally():
    guests = [f"mailto:guest{i}@example.org" for i in range(300)]
    hall, table = meeting(ago(2000), MARA, BEN, *guests), meeting(ago(2000), MARA, BEN, *guests[:5])

    assert told(life(hall, table, ties=[Tie(a=MARA, b=BEN)]), BEN) == (
        "You have not met Ben for more than 5 years; before that there was one meeting. Most "
        "people are glad to hear from someone again."
    )


def test_somebody_without_any_contact_is_told_naturally():
    made = life(ties=[Tie(a=MARA, b=BEN, relations=["friend"])])

    assert told(made, BEN) == ("Ben is a friend of yours. You could ask what is new.")


def test_a_name_with_letters_that_terminals_act_on_and_a_field_with_an_address_do_no_harm():
    text = explained("en", ("field", {"field": "a@example.org\x1b"}), name="\u202eBen\n Okafor")

    assert text == "Ben Okafor is from a field you could imagine for yourself (a….org)."


def test_a_person_without_a_name_is_someone():
    nameless = Recommendation(
        contact=Contact(key="mailto:x@example.org"), function=None, score=1.0, gain=1.0, reasons=()
    )

    assert nameless.explain() == "Someone without a name and you know each other."
    assert nameless.explain("de") == "Jemand ohne Namen und du kennt euch."


KINDS = st.fixed_dictionaries(
    {},
    optional={
        "relation": st.fixed_dictionaries({"relation": st.sampled_from([*map(str, Relation)])}),
        "silence": st.fixed_dictionaries({"days": st.integers(0, 9000), "last": st.dates()}),
        "history": st.dictionaries(
            st.sampled_from([*map(str, Channel)]), st.integers(1, 3000), min_size=1
        ).flatmap(lambda n: st.integers(0, 9000).map(lambda span: {**n, "span": span})),
        "reach": st.fixed_dictionaries({"people": st.integers(1, 3000)}),
        "closest": st.integers(1, 10).flatmap(
            lambda n: st.integers(0, n).map(lambda k: {"knowing": k, "closest": n})
        ),
        "field": st.just({"field": "ux research"}),
        "changed career": st.just({}),
        "function": st.lists(st.sampled_from([*map(str, Function)]), min_size=1, unique=True).map(
            lambda functions: {"functions": ",".join(functions)}
        ),
        "brings": st.sampled_from(
            [{"function": "ideas", "because": "reach"}, {"function": "support", "because": "close"}]
        ),
        "at work": st.just({}),
        "work": st.sampled_from([{"position": "Editor"}, {"organisation": "Contoso"}]),
        "first step": st.sampled_from(
            [
                {"way": "call"},
                {"way": "message"},
                {"way": "call", "question": "long silent"},
                {"way": "message", "question": "change"},
            ]
        ),
    },
)


@given(KINDS, st.sampled_from(sorted(LANGUAGES)))
def test_whatever_the_reasons_the_text_is_well_formed(reasons, language: str):
    text = explained(language, *reasons.items())

    sentences = re.split(r"(?<=[a-zßnA-Z)]\.) (?=[A-ZÄÖÜ])", text)
    assert 1 <= len(sentences) <= 4
    assert all(re.fullmatch(r"[A-ZÄÖÜ].*[^\s.;,]\.", sentence) for sentence in sentences)
    assert not re.search(r"  |[{}]| [.;,]|[.;,]{2}", text)
    assert "Ben" in sentences[0]


def test_the_wanted_field_is_named_as_a_contact_writes_it():
    ben = Contact(key=BEN, name="Ben", position="UX Research")
    made = life(meeting(ago(90), MARA, BEN), people=[ben])

    assert (
        "what the work in UX Research is like"
        in recommend(made, goal=Goal(fields=["ux research"]))[0].explain()
    )
