"""Command line: serve the simulator, or say sentences in the terminal."""
from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence

from .answer import Answer
from .composition import compose
from .devices import DEVICES
from .errors import SimulatorError

HOST = "127.0.0.1"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of one command."""
    options = _parser().parse_args(arguments)
    try:
        return _say(options) if options.command == "say" else _serve(options)
    except SimulatorError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m simulator", description="Talk to the skill without an Alexa account.")
    parser.set_defaults(no_verify=False, port=None)
    commands = parser.add_subparsers(dest="command")
    serve = commands.add_parser("serve", help="serve the page and the HTTP interface on this machine (the default)")
    serve.add_argument("--port", help="the port (else PORT from the environment, else 5000)")
    serve.add_argument("--no-verify", action="store_true", help="let POST /alexa take requests without a signature")
    say = commands.add_parser("say", help="say sentences, each a turn of one conversation")
    say.add_argument("text", nargs="+")
    say.add_argument("--device", default="echo_dot", choices=list(DEVICES))
    say.add_argument("--json", action="store_true", help="print whole answers as JSON")
    return parser


def _say(options: argparse.Namespace) -> int:
    client = compose().client(options.device)
    for text in options.text:
        answer = client.say(text)
        print(json.dumps(answer.to_dict(), ensure_ascii=False, indent=2) if options.json else _told(text, answer))
    return 0


def _told(text: str, answer: Answer) -> str:
    found = answer.intent or {"name": "LaunchRequest", "layer": "invocation", "confidence": 1.0}
    end = "(The conversation has ended; the next sentence begins a new one.)\n" if answer.ended else ""
    return f"> {text}\n  [{found['name']}, {found['layer']}, {found['confidence']:.2f}]\n{answer.speech}\n{end}"


def _serve(options: argparse.Namespace) -> int:
    from werkzeug.serving import make_server

    from .app import create_app

    port = _port(options.port or os.environ.get("PORT") or "5000")
    parts = compose()
    app = create_app(parts.handler, parts.model, recorder=parts.recorder, application_id=parts.application_id, verify=not options.no_verify,
                     urgency=parts.urgency)
    try:
        server = make_server(HOST, port, app, threaded=True)
    except (OSError, SystemExit) as error:
        raise SimulatorError("port", f"port {port} cannot be used", "another program may hold it; set PORT to a free one") from error
    print(f"The simulator listens on http://{HOST}:{server.port} (end it with Ctrl+C)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0


def _port(text: str) -> int:
    if not text.isdecimal() or int(text[:9]) > 65535:
        raise SimulatorError("PORT", f"{text[:20]!r} is not a port number", "set PORT to a number such as 5000")
    return int(text)


if __name__ == "__main__":
    raise SystemExit(main())
