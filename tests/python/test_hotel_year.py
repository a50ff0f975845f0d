"""The example hotel planned for a year with equal weights: see tests/bench/hotel_year.py."""

from fractions import Fraction

import pytest
from hotel_year import Year, works_on

from huddlekit import Scope

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module", params=Scope, ids=lambda scope: scope.name.lower())
def year(request):
    return Year(request.param)


def test_everybody_has_heard_every_value_after_two_and_a_half_rounds(year):
    # Where all teams share a rotation, in as few as docs/turns.md says.
    most = 13 if year.scope is Scope.ORGANISATION else Fraction(5, 2) * len(year.values)
    late = {
        key: person.complete_after
        for key, person in year.people.items()
        if person.complete_after is None or person.complete_after > most
    }
    assert not late


def test_no_value_is_ever_further_off_its_share_than_the_best_bound(year):
    assert year.worst_credit <= 1 - 1 / (2 * len(year.values) - 2) + 1e-9


def test_whoever_leads_leads_and_nobody_is_forgotten(year):
    for (team, _), person in year.people.items():
        if not person.member.leads:
            assert (person.led, person.seat) == (0, 0)
            continue
        others = [p for p in year.people.values() if p.team == team and p.member.leads]
        share = person.attended / sum(p.attended for p in others)
        assert person.led >= share * sum(p.led for p in others) / 2


def test_the_book_counts_as_we_do(year):
    for team, rows in year.exposure.items():
        for row in rows:
            assert row.times == year.people[team, row.who.key].heard[row.value], (team, row)


def test_days_of_the_week_are_understood():
    assert works_on("Mon-Tue, Sat") == {0, 1, 5}
    assert works_on("Sat-Tue") == {5, 6, 0, 1}
    assert works_on("Mon-Sun") == set(range(7))
