"""The shipped words keep their form. Taste is an editor's business; the rest is checked here."""

import re

import pytest
from shipped import (
    AMERICAN,
    BOOKS,
    FOLDER,
    HOTEL,
    JARGON,
    JOURNAL,
    PLAYBOOKS,
    STARTERS,
    alikeness,
    most_alike,
    reading_ease,
    syllables,
    texts,
    words,
)

KINDS = {"question", "exercise", "story-starter", "benchmark", "role-play"}
DEPARTMENTS = {
    *("front-desk", "housekeeping", "kitchen", "guest-support", "sales", "management"),  # the hotel's
    *("shop", "support", "warehouse", "purchasing", "accounts", "it", "hr", "pr"),
}
TOUCH_POINTS = {
    *("booking", "before the stay", "arrival", "room", "dining", "stay", "complaint"),  # the hotel's
    *("choosing", "first contact", "order", "delivery", "using", "help"),
    *("returns", "bill", "leaving", "coming back"),
}
PROMPTS = [(name, prompt) for name, book in BOOKS.items() for prompt in book["prompt"]]
VALUES = [value for book in BOOKS.values() for value in book["value"]]

each_playbook = pytest.mark.parametrize("name", PLAYBOOKS)


def statements(values):
    return [line for value in values for line in [value["statement"], *value["behaviours"]]]


# --- Form


def test_every_file_is_known_here():
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(PLAYBOOKS)


@each_playbook
def test_there_is_enough_to_talk_about(name):
    book = BOOKS[name]
    assert len(book["value"]) >= (8 if name == "harbour-hotel" else 6)
    assert len(book["prompt"]) >= (80 if name == "harbour-hotel" else 40)
    assert {prompt["kind"] for prompt in book["prompt"]} == KINDS
    for value in book["value"]:
        assert len(value["behaviours"]) >= 3, value["key"]
        about = [prompt for prompt in book["prompt"] if prompt["value"] == value["key"]]
        assert len(about) >= 4, value["key"]
        assert any("departments" not in prompt for prompt in about), f"{value['key']}: nothing for everybody"


@each_playbook
def test_only_fields_that_the_format_has(name):
    book = BOOKS[name]
    assert book["format"] == 1
    assert set(book) <= {"format", "organisation", "value", "prompt", "team", "theme", "template", "reminder"}
    for value in book["value"]:
        needed = {"key", "name", "statement", "behaviours"}
        assert needed <= set(value) <= needed | {"weight", "promise"}
    for prompt in book["prompt"]:
        needed = {"value", "text", "kind"}
        assert needed <= set(prompt) <= needed | {"departments", "touch_point"}
        assert set(prompt.get("departments", [])) <= DEPARTMENTS
        assert prompt.get("touch_point", "arrival") in TOUCH_POINTS


@pytest.mark.parametrize("name", STARTERS)
def test_a_starter_pack_defines_no_organisation(name):
    assert set(BOOKS[name]) == {"format", "value", "prompt"}


@each_playbook
def test_references_exist(name):
    book = BOOKS[name]
    keys = {value["key"] for value in book["value"]}
    assert {prompt["value"] for prompt in book["prompt"]} == keys
    for theme in book.get("theme", []):
        assert set(theme["values"]) <= keys


@pytest.mark.parametrize("field", ["key", "name"])
def test_values_are_unique_across_packs(field):
    found = [value[field] for value in VALUES]
    assert sorted(set(found)) == sorted(found)


def test_everything_is_short_enough_to_say():
    assert len(HOTEL["organisation"]["motto"].split()) <= 12
    for _, prompt in PROMPTS:
        assert len(prompt["text"]) <= 200, prompt["text"]
    for value in VALUES:
        assert len(value["name"].split()) <= 7, value["name"]
        assert len(value["statement"]) <= 160, value["statement"]
        assert all(len(behaviour) <= 120 for behaviour in value["behaviours"]), value["key"]


def test_text_is_tidy():
    for name, book in [*BOOKS.items(), ("harbour-journal", JOURNAL)]:
        for text in texts(book):
            assert text == text.strip(), (name, text)
            assert not re.search(r'  |[\t\n"]|\.\.| [,.;:?!]', text), (name, text)
    assert all(prompt["text"][-1] in ".?…'" for _, prompt in PROMPTS)
    assert all(line.endswith(".") for line in statements(VALUES))


# --- Prompts that get people talking

ASKING = re.compile(r"\b(who|whom|whose|what|when|where|which|why|how)\b", re.IGNORECASE)
AUXILIARY = set(
    words(
        """do does did is are am was were can could will would shall should may might must have has had
        don't doesn't didn't isn't aren't wasn't can't couldn't won't wouldn't shouldn't haven't hasn't"""
    )
)
YES_OR_NO = re.compile(
    rf"\b({'|'.join(AUXILIARY)})\s+(you|we|they|it|he|she|i|there|any\w+|some\w+|our|your|the)\b",
    re.IGNORECASE,
)


def questions(text):
    return [part for part in re.split(r"(?<=[.?!…])'?\s+", text) if part.rstrip("'.").endswith("?")]


def answerable_with_yes(question):
    """Whether a verb that asks comes before any question word: `Did you …?`, `After that, was it …?`."""
    asking, yes = ASKING.search(question), YES_OR_NO.search(question)
    if not asking or words(question)[0] in AUXILIARY:
        return True
    return yes is not None and yes.start() < asking.start()


@pytest.mark.parametrize(
    ("question", "closed"),
    [
        ("Did somebody thank you?", True),
        ("Yesterday, did you know what to say?", True),
        ("Really?", True),
        ("Isn't that why we are here?", True),
        ("Who thanked you?", False),
        ("A guest rings at three: what do you say?", False),
    ],
)
def test_the_rule_on_yes_itself(question, closed):
    assert answerable_with_yes(question) is closed


def test_no_prompt_can_be_answered_with_yes():
    for name, prompt in PROMPTS:
        asked = questions(prompt["text"])
        assert asked or prompt["kind"] not in ("question", "benchmark"), (name, prompt["text"])
        assert not any(map(answerable_with_yes, asked)), (name, prompt["text"])


def test_each_kind_keeps_its_form():
    forms = {
        "question": r".*\?$",
        "benchmark": r".*\?",  # asks where else it was seen
        "exercise": r".*[^?]$",  # something to do
        "story-starter": r".*…$",  # an opening that somebody finishes
        "role-play": r"One .*\bother\b",  # two parts to play
    }
    for name, prompt in PROMPTS:
        assert re.match(forms[prompt["kind"]], prompt["text"]), (name, prompt)


# --- Nothing is said twice


def test_near_duplicates_would_be_found():
    said = "Who rang you before you had to ring them?"
    assert alikeness(said, "Who last rang you before you had to ring?") > 0.7
    assert alikeness(said, "What did the plates tell you when they came back?") < 0.5


@pytest.mark.heavy
@pytest.mark.parametrize(
    "lines", [[p["text"] for _, p in PROMPTS], statements(VALUES)], ids=["prompts", "values"]
)
def test_nothing_is_said_twice_in_any_pack(lines):
    score, one, two = most_alike(lines)
    assert score < 0.66, (one, two)


# --- Language


def test_the_measure_of_reading_ease_itself():
    counted = {word: syllables(word) for word in ("guest", "table", "named", "waited", "promise", "kitchen")}
    assert counted == {"guest": 1, "table": 2, "named": 1, "waited": 2, "promise": 2, "kitchen": 2}
    assert reading_ease(["The cat sat on the mat."]) > 100
    assert reading_ease(["Organisational reconsideration necessitates deliberation."]) < 0


@each_playbook
def test_a_pack_reads_easily(name):
    assert reading_ease([prompt["text"] for prompt in BOOKS[name]["prompt"]]) >= 85
    assert reading_ease(statements(BOOKS[name]["value"])) >= 80


def test_spelling_is_british_and_nobody_talks_jargon():
    for name, book in [*BOOKS.items(), ("harbour-journal", JOURNAL)]:
        for text in texts(book):
            assert not AMERICAN.search(text), (name, text)
            assert not JARGON.search(text), (name, text)
