"""The renderers as Python reaches them; what they write is held to golden files in C++."""

import csv
import datetime as dt
import email.message
import io
import json
import xml.etree.ElementTree as ET

import pytest
from houses import MONDAY, house, noon

import huddlekit


@pytest.fixture(scope="module")
def agendas() -> list[huddlekit.Agenda]:
    with huddlekit.open(":memory:", create=True, now=noon()) as book:
        book.load(house())
        return book.team("team-0").plan(MONDAY, MONDAY + dt.timedelta(days=3))


def test_the_wall_page_is_one_file_that_names_the_next_huddle(agendas):
    page = agendas[0].to_page(next=agendas[1])
    assert page.startswith("<!DOCTYPE html>")
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert agendas[1].facilitator.name in page


def test_a_teams_message_is_a_card_below_the_limit(agendas):
    message = agendas[0].to_teams()
    assert len(message.encode()) <= 20_000
    assert json.loads(message)["attachments"][0]["content"]["type"] == "AdaptiveCard"


def test_a_mail_is_built_from_its_parts(agendas):
    parts = agendas[0].to_email()
    mail = email.message.EmailMessage()
    mail["Subject"] = parts.subject
    mail.set_content(parts.text)
    mail.add_alternative(parts.html, subtype="html")
    assert "Team 0" in mail["Subject"]
    assert eval(repr(parts), {"Email": huddlekit.Email}) == parts


def test_a_feed_has_an_item_and_a_table_a_row_for_each_agenda(agendas):
    feed = ET.fromstring(huddlekit.to_rss(agendas, title="Team 0", link="https://intranet.example/team-0"))
    assert len(feed.findall("./channel/item")) == len(agendas)
    rows = list(csv.reader(io.StringIO(huddlekit.to_csv(agendas))))
    assert len(rows) == 1 + len(agendas)
    with pytest.raises(huddlekit.InvalidArgumentError):
        huddlekit.to_rss(agendas, title="T", link="javascript:alert(1)")
