"""What makes a motto easy to keep in mind."""

import copy
import pickle
import re

import pytest
from shipped import BOOKS, reading_ease, texts

import huddlekit
from huddlekit import MottoCheck, check_motto

# Words that both ways of counting take for one, in sentences that both take for one.
PLAIN = re.compile(r"[A-Za-z, ]+[.?!]")
SENTENCES = sorted(
    {
        sentence
        for book in BOOKS.values()
        for text in texts(book)
        for sentence in re.split(r"(?<=[.?!]) ", text)
        if PLAIN.fullmatch(sentence) and " " in sentence
    }
)


def test_reading_ease_is_the_one_that_the_packs_are_held_to():
    assert len(SENTENCES) > 300
    for sentence in SENTENCES:
        assert check_motto(sentence).reading_ease == pytest.approx(reading_ease([sentence])), sentence


@pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS)
def test_the_mottos_that_ship_need_no_suggestion(book):
    motto = book.get("organisation", {}).get("motto")
    assert not motto or check_motto(motto).suggestions == []


def test_a_check_is_a_value():
    check = check_motto("Excellence through innovation")
    assert len(check.suggestions) == 3
    assert pickle.loads(pickle.dumps(check)) == copy.deepcopy(check) == check != check_motto("Keep your word")
    assert eval(repr(check), {"MottoCheck": MottoCheck}) == check


def test_nothing_to_read_is_refused():
    with pytest.raises(huddlekit.InvalidArgumentError, match="^text: "):
        check_motto("")
