import copy
import datetime as dt
import pickle

import pytest

from huddlekit import InvalidArgumentError, Timebox


def test_shares_add_up():
    box = Timebox(600)
    parts = [Timebox.Request(15, 30, 45), Timebox.Request(60, 90, 700)]
    assert sum(box.share(parts)) == 600


def test_lengths_may_be_timedeltas():
    assert Timebox(dt.timedelta(minutes=10)) == Timebox(600)


def test_values_copy_pickle_and_show_the_call():
    box = Timebox(600, tick=10)
    assert eval(repr(box)) == pickle.loads(pickle.dumps(box)) == copy.copy(box) == box


def test_a_broken_rule_names_the_value():
    with pytest.raises(InvalidArgumentError, match="total: must be a multiple of 5 s.*got 12 s"):
        Timebox(12)
