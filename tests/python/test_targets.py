"""The biggest agenda, held to what the places that show it publish: schemas, limits and parsers."""

import email.policy
import json
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from importlib.resources import files
from typing import Any

import feedparser
import jsonschema
import pytest
from slack_sdk.models.blocks import Block
from wordy import STARTS, agenda

import huddlekit
from huddlekit import Agenda

SIZES = {
    "usual": agenda("We rang before they came.", commitments=3),
    "biggest": agenda(),
    "escaped": agenda('"\\\t<&\u202e\x1b' * 500),
    "wide": agenda("林😀" * 2500),
}
each_size = pytest.mark.parametrize("agenda", SIZES.values(), ids=SIZES)


def texts(node: Any) -> Iterator[str]:
    """Every text that a chat message holds."""
    if isinstance(node, dict):
        yield from (value for key, value in node.items() if key == "text" and isinstance(value, str))
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        yield from texts(child)


# https://docs.slack.dev/reference/block-kit/blocks: what it says of the blocks that we write.
STYLE = {
    "type": "object",
    "properties": {name: {"type": "boolean"} for name in ("bold", "italic", "strike", "code")},
    "additionalProperties": False,
}
TEXT = {
    "type": "object",
    "properties": {"type": {"const": "text"}, "text": {"type": "string", "minLength": 1}, "style": STYLE},
    "required": ["type", "text"],
    "additionalProperties": False,
}
SECTION = {
    "type": "object",
    "properties": {
        "type": {"const": "rich_text_section"},
        "elements": {"type": "array", "items": TEXT, "minItems": 1},
    },
    "required": ["type", "elements"],
    "additionalProperties": False,
}
LIST = {
    "type": "object",
    "properties": {
        "type": {"const": "rich_text_list"},
        "style": {"enum": ["bullet", "ordered"]},
        "elements": {"type": "array", "items": SECTION, "minItems": 1},
    },
    "required": ["type", "style", "elements"],
    "additionalProperties": False,
}
HEADER = {
    "type": "object",
    "properties": {
        "type": {"const": "header"},
        "text": {
            "type": "object",
            "properties": {
                "type": {"const": "plain_text"},
                "text": {"type": "string", "minLength": 1, "maxLength": 150},
                "emoji": {"type": "boolean"},
            },
            "required": ["type", "text"],
            "additionalProperties": False,
        },
    },
    "required": ["type", "text"],
    "additionalProperties": False,
}
RICH_TEXT = {
    "type": "object",
    "properties": {
        "type": {"const": "rich_text"},
        "elements": {"type": "array", "items": {"anyOf": [SECTION, LIST]}, "minItems": 1},
    },
    "required": ["type", "elements"],
    "additionalProperties": False,
}
SLACK = {
    "type": "object",
    "properties": {
        "text": {"type": "string", "minLength": 1, "maxLength": 4000},
        "mrkdwn": {"type": "boolean"},
        "unfurl_links": {"type": "boolean"},
        "unfurl_media": {"type": "boolean"},
        "blocks": {"type": "array", "items": {"anyOf": [HEADER, RICH_TEXT]}, "minItems": 1, "maxItems": 50},
    },
    "required": ["text", "blocks"],
    "additionalProperties": False,
}


@each_size
def test_slack_takes_it(agenda: Agenda):
    message = json.loads(agenda.to_slack())
    jsonschema.validate(message, SLACK)
    assert sum(map(len, texts(message["blocks"]))) < 13_000


@each_size
def test_slacks_own_models_read_it_back_whole(agenda: Agenda, caplog: pytest.LogCaptureFixture):
    blocks = json.loads(agenda.to_slack())["blocks"]
    read = Block.parse_all(blocks)
    for block in read:
        block.validate_json()
    assert [block.to_dict() for block in read] == blocks
    assert caplog.records == []  # they warn of what they do not know


@pytest.fixture(scope="module")
def adaptive_card() -> jsonschema.Draft6Validator:
    """The schema of version 1.4 as published, which a package carries."""
    schema = json.loads((files("adaptive_cards") / "schemas" / "schema-1.4.json").read_text("utf-8"))
    assert schema["id"] == "http://adaptivecards.io/schemas/adaptive-card.json"
    jsonschema.Draft6Validator.check_schema(schema)
    return jsonschema.Draft6Validator(schema)


@each_size
def test_teams_gets_a_card_of_version_1_4(agenda: Agenda, adaptive_card: jsonschema.Draft6Validator):
    message = agenda.to_teams()
    assert len(message.encode()) < 21 * 1024  # of the 28 KB of a message
    [attachment] = json.loads(message)["attachments"]
    card = attachment["content"]
    assert card["version"] == "1.4"
    adaptive_card.validate({key: value for key, value in card.items() if key != "msteams"})
    assert card["msteams"] == {"width": "Full"}  # Teams' own, which the schema does not know
    assert all(texts(card))


def test_the_schema_would_find_a_mistake(adaptive_card: jsonschema.Draft6Validator):
    [attachment] = json.loads(SIZES["usual"].to_teams())["attachments"]
    card = {key: value for key, value in attachment["content"].items() if key != "msteams"}
    card["body"][0]["inlines"][0]["size"] = "Enormous"
    assert not adaptive_card.is_valid(card)


@pytest.mark.parametrize("target", ["slack", "teams"])
def test_what_is_left_out_is_said(target: str):
    shown = "\n".join(texts(json.loads(getattr(SIZES["biggest"], f"to_{target}")())))
    assert " more" in shown
    assert "…" in shown
    assert any("Promises" in cut for cut in getattr(SIZES["biggest"], f"cut_for_{target}")())
    assert getattr(SIZES["usual"], f"cut_for_{target}")() == []


@pytest.mark.heavy
@each_size
def test_a_mail_is_parsed_back_to_its_parts(agenda: Agenda):
    parts = agenda.to_email()
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["Subject"] = parts.subject
    mail.set_content(parts.text)
    mail.add_alternative(parts.html, subtype="html")
    sent = mail.as_bytes()
    assert all(len(line) <= 998 for line in sent.split(b"\r\n"))
    read = BytesParser(policy=email.policy.default).parsebytes(sent)
    assert read.defects == []
    # Where it folds between encoded words, the package may lose a blank.
    assert read["Subject"].replace(" ", "") == parts.subject.replace(" ", "")
    assert read.get_body(("plain",)).get_content().replace("\r\n", "\n") == parts.text
    assert read.get_body(("html",)).get_content().replace("\r\n", "\n") == parts.html


@pytest.mark.heavy
def test_a_feed_reader_finds_every_huddle():
    agendas = list(SIZES.values())
    text = huddlekit.to_rss(agendas, title="Front desk & friends", link="https://intranet.example/?a=1&b=2")
    feed = feedparser.parse(text)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "rss20"
    assert feed.feed.title == "Front desk & friends"
    assert feed.feed.link == "https://intranet.example/?a=1&b=2"
    assert [entry.id for entry in feed.entries] == ["front-desk/2026-11-23/morning#2"] * len(agendas)
    for entry in feed.entries:
        assert entry.published_parsed[:5] == STARTS.timetuple()[:5]
        assert "script" not in entry.summary
    assert "The ring lay under the bed of 312 &amp; nobody had asked &lt;yet&gt;." in feed.entries[1].summary
