import pytest
from desk import MONDAY, PLAYBOOK

import huddlekit
from huddlekit import InvalidArgumentError, SegmentKind, simulate


@pytest.fixture(scope="module")
def playbook():
    return huddlekit.parse_playbook(PLAYBOOK, name="desk")


def test_a_simulation_is_the_same_every_time_and_adds_up(playbook):
    result = simulate(playbook, weeks=8, attendance=0.9)
    assert result == simulate(playbook, weeks=8, attendance=0.9, seed=1)
    assert result != simulate(playbook, weeks=8, attendance=0.9, seed=2)
    assert result.huddles == 8 * 7 * 2 == sum(row.huddles for row in result.values)
    ben = next(row for row in result.people if row.who.key == "ben")
    assert 0.75 * 40 <= ben.attended <= 40
    assert {row.huddles for row in result.time if row.segment is SegmentKind.VALUE} == {result.huddles}
    assert sum(row.total for row in result.time) == result.huddles * 600


def test_with_everybody_there_the_turns_are_shared_alike(playbook):
    result = simulate(playbook, start=MONDAY)
    led = {row.who.key: row.led for row in result.people if row.team == "front-desk"}
    assert sum(led.values()) == 42
    assert led["dora"] == 0
    assert max(led["ana"], led["caro"]) - min(led["ana"], led["caro"]) <= 1
    assert all(row.unheard == [] for row in result.people)


def test_who_stands_in_for_the_leader_is_one_who_leads():
    dora = '{ key = "dora", name = "Dora", leads = false }'
    others = ", ".join(f'{{ key = "m{n}", name = "M{n}" }}' for n in range(8))
    playbook = huddlekit.parse_playbook(
        f"""
        format = 1
        organisation = {{ name = "Harbour Hotel", zone = "Europe/Lisbon" }}
        [[team]]
        key = "front-desk"
        name = "Front desk"
        members = [{dora}, {others}]
        huddle = [{{ rule = "FREQ=DAILY", start = "06:45" }}]
        """
    )
    result = simulate(playbook, weeks=26, attendance=0.5)
    led = {row.who.key: row.led for row in result.people}
    assert sum(led.values()) >= 180
    assert led["dora"] <= 3, "once in 512 huddles nobody else comes"


def test_without_anybody_nothing_is_heard(playbook):
    result = simulate(playbook, attendance=0)
    assert {(row.attended, row.led, row.seat) for row in result.people} == {(0, 0, 0)}
    assert result.huddles == 6 * 7 * 2


def test_a_simulation_warns_of_what_would_go_wrong():
    values = "".join(f'[[value]]\nkey = "v{n}"\nname = "Value {n}"\n' for n in range(12))
    playbook = huddlekit.parse_playbook(PLAYBOOK.replace('"Mon-Fri"', '"Mon"') + values, name="desk")
    warnings = simulate(playbook, weeks=6).warnings
    assert any(text.startswith("Ben Okafor (Front desk) would not hear") for text in warnings)
    assert any("Kitchen" in text and "only one person could lead" in text for text in warnings)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"weeks": 0}, "weeks: must be between 1 and 104, got 0"),
        ({"weeks": 105}, "weeks: must be between 1 and 104, got 105"),
        ({"attendance": -0.1}, "attendance: must be between 0 and 1"),
        ({"attendance": 1.1}, "attendance: must be between 0 and 1"),
        ({"attendance": float("nan")}, "attendance: must be between 0 and 1"),
        ({"attendance": float("inf")}, "attendance: must be between 0 and 1"),
    ],
)
def test_a_bad_option_of_a_simulation_is_named(playbook, options, message):
    with pytest.raises(InvalidArgumentError, match=message):
        simulate(playbook, **options)


def test_a_playbook_without_an_organisation_is_refused():
    with pytest.raises(InvalidArgumentError, match="playbook: must have an organisation"):
        simulate(huddlekit.Playbook("empty", values=[huddlekit.Value("own-it", "Own it")]))
