"""A page of somebody's intranet: today's huddle of a team, and a form that takes a win.

intranet.py harbour.huddle     prints the port that it listens on
"""

import sys
from datetime import date

from flask import Flask, Response, redirect, request
from werkzeug.serving import make_server

import huddlekit

FORM = '<form method=post><input name=text aria-label="What went well"><button>Tell a win</button></form>'

app = Flask(__name__)
book = huddlekit.open(sys.argv[1])  # shared by the server's threads


def day_of(team: str) -> date:
    """What the address says, ?day=2026-11-23, or the team's today."""
    return request.args.get("day", type=date.fromisoformat) or book.team(team).day()


@app.get("/<team>")
def show(team: str) -> str:
    agenda = book.team(team).agenda(day_of(team))
    return (agenda.to_html() if agenda else "<p>No huddle.</p>") + FORM


@app.post("/<team>")
def tell(team: str) -> Response:
    book.team(team).win(request.form.get("text", ""), day=day_of(team))
    return redirect(request.full_path, code=303)


@app.errorhandler(huddlekit.NotFoundError)
def not_found(error: huddlekit.NotFoundError) -> Response:
    return Response(str(error), 404, mimetype="text/plain")


@app.errorhandler(huddlekit.InvalidArgumentError)
def wrong(error: huddlekit.InvalidArgumentError) -> Response:
    return Response(str(error), 400, mimetype="text/plain")


if __name__ == "__main__":
    server = make_server("127.0.0.1", 0, app, threaded=True)
    print(server.port, flush=True)
    server.serve_forever()
