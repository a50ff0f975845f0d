import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huddlekit import BlameFinding, BlameKind, BlamelessCheck, InvalidArgumentError, MissForm, check_blameless

NAMES = ["Ana Silva", "José Núñez", "Will Young", "田中太郎"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At six, Ana forgot to call room 12.", ["Ana", "forgot to"]),
        ("Jose was careless.", ["Jose", "careless"]),
        ("Ask Will; will he come?", ["Will"]),
        ("田中太郎さんが忘れました。", ["田中太郎"]),
        ("The guest forgot her charger.", []),
        ("The boiler failed to start, by default.", []),
        ("We forgot the call.", []),
    ],
)
def test_names_and_words_of_blame_are_found_and_near_misses_pass(text, found):
    assert [finding.found for finding in check_blameless(text, NAMES).findings] == found


def test_places_count_characters():
    text = "Über 🙂 José bag: the porter was careless."
    name, word = check_blameless(text, NAMES).findings
    assert (name.kind, text[name.start : name.end]) == (BlameKind.NAMES_A_PERSON, "José")
    assert (word.kind, text[word.start : word.end]) == (BlameKind.WORD_OF_BLAME, "careless")


def test_the_proposal_has_three_parts_and_asks_for_what_is_missing():
    form = check_blameless("During breakfast, Ana forgot the tray.", NAMES).form
    assert form == MissForm(situation="During breakfast.", happened="A colleague missed the tray.")
    assert str(form).splitlines() == [
        "Situation: During breakfast.",
        "What happened: A colleague missed the tray.",
        "What we do now: What is different from today on?",
    ]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=200))
def test_any_readable_text_is_answered_with_places_that_hold(text):
    try:
        check = check_blameless(text, NAMES)
    except InvalidArgumentError:
        assert not text.strip()  # nothing to read
        return
    for finding in check.findings:
        assert text[finding.start : finding.end] == finding.found


def test_values_copy_pickle_and_show_the_call():
    check = check_blameless("Ana was careless. We now ring.", NAMES)
    names = {c.__name__: c for c in (BlameFinding, BlameKind, BlamelessCheck, MissForm)}
    for value in (check, check.form, check.findings[0]):
        assert eval(repr(value), names) == pickle.loads(pickle.dumps(value)) == copy.copy(value) == value
    assert check != check_blameless("Fine.")


@pytest.mark.parametrize("text", ["", " \n", "a\0b", "x" * 20_001])
def test_bad_text_names_the_rule(text):
    with pytest.raises(InvalidArgumentError, match="text: must"):
        check_blameless(text)
