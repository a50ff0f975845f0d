"""The renderers' recorded output, read by parsers that have never heard of huddlekit."""

import base64
import csv
import hashlib
import json
import re
import xml.etree.ElementTree as ElementTree
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
VOID = {"meta", "br"}


def golden(name: str) -> str:
    return (GOLDEN / name).read_bytes().decode()


class Outline(HTMLParser):
    """Checks that every element is closed in order, and keeps the headings and the text."""

    def __init__(self, html: str):
        super().__init__()
        self.open: list[str] = []
        self.headings: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "script"} & set(self.open):
            self.text += data


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("agenda-card.html", "h2"),
        ("agenda-page.html", "h1"),
        ("agenda-wall.html", "h1"),
        ("agenda-email.html", "h1"),
    ],
)
def test_html_is_well_formed_and_its_headings_descend_by_one(name, first):
    outline = Outline(golden(name))
    assert outline.headings[0] == first
    levels = [int(heading[1]) for heading in outline.headings]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert "Which promise from yesterday is still open" in outline.text
    assert "Mei Lin (林美)" in outline.text


def test_the_one_script_of_the_wall_page_is_the_one_its_policy_names():
    page = golden("agenda-wall.html")
    [script] = re.findall("<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page


def test_a_mail_made_of_the_parts_reads_back():
    mail = EmailMessage()
    mail["Subject"] = "Front desk · Morning huddle, Monday 23 November 2026, 06:45: Keep promises first"
    mail.set_content(golden("agenda-email.txt"))
    mail.add_alternative(golden("agenda-email.html"), subtype="html")
    read = BytesParser(policy=default).parsebytes(mail.as_bytes())
    assert read["Subject"] == mail["Subject"]
    assert read.get_body(("plain",)).get_content() == golden("agenda-email.txt")
    assert read.get_body(("html",)).get_content() == golden("agenda-email.html")


def test_the_feed_has_an_item_a_huddle_with_its_own_date_and_identity():
    channel = ElementTree.fromstring(golden("agendas.rss")).find("channel")
    items = channel.findall("item")
    assert [item.findtext("guid") for item in items] == [
        "front-desk/2026-11-23/morning#2",
        "front-desk/2026-11-24/morning#1",
    ]
    date = parsedate_to_datetime(items[0].findtext("pubDate"))
    assert date.isoformat() == "2026-11-23T05:45:00+00:00"
    assert Outline(items[0].findtext("description")).text.startswith("10 minutes · Ana Ruiz leads")


def test_the_table_has_a_row_a_huddle():
    with (GOLDEN / "agendas.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["day"], row["time"], row["facilitator"], row["published"]) for row in rows] == [
        ("2026-11-23", "06:45", "Ana Ruiz", "yes"),
        ("2026-11-24", "06:45", "Ana Ruiz", "no"),
    ]


def test_chat_messages_have_the_shape_their_places_ask_for():
    slack = json.loads(golden("agenda-slack.json"))
    assert {block["type"] for block in slack["blocks"]} == {"header", "rich_text"}
    [attachment] = json.loads(golden("agenda-teams.json"))["attachments"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert attachment["content"]["type"] == "AdaptiveCard"
    assert {element["type"] for element in attachment["content"]["body"]} == {"RichTextBlock", "Container"}
