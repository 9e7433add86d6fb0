"""A real HTTP server on this machine in the place of an endpoint: it does as it is told, answer by answer."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Asked:
    """One question as it arrived."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def shown(self) -> dict[str, Any]:
        """The article, the statements and the concepts that were sent."""
        found = json.loads(self.body["messages"][1]["content"])
        assert isinstance(found, dict)
        return found


@dataclass
class Loopback:
    """What the server does next, and what it was asked; the last act is repeated."""

    url: str = ""
    acts: list[Act] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def does(self, *acts: Act) -> "Loopback":
        self.acts = list(acts)
        return self

    def next(self) -> Act:
        return self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]


@contextmanager
def serving() -> Iterator[Loopback]:
    loopback = Loopback()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))
            headers = {name.lower(): value for name, value in self.headers.items()}
            loopback.asked.append(Asked(self.path, headers, body))
            with suppress(OSError):  # who asked has gone
                loopback.next()(self)

        def do_GET(self) -> None:
            loopback.asked.append(Asked(self.path, dict(self.headers.items()), {}))

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

    server = Server(("127.0.0.1", 0), Handler)
    loopback.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield loopback
    finally:
        loopback.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def status(code: int, body: str = "", **headers: str) -> Act:
    """An answer of that status, with headers whose names have _ for -."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        sent = body.encode()
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(sent)))
        handler.end_headers()
        handler.wfile.write(sent)

    return act


def words(said: str | None, ended: str = "stop") -> Act:
    """A chat's answer with those words."""
    choice = {"index": 0, "message": {"role": "assistant", "content": said}, "finish_reason": ended}
    return status(
        200, json.dumps({"object": "chat.completion", "choices": [choice]}), Content_Type="application/json"
    )


def answers(missing: Any = (), codes: Any = ()) -> Act:
    """A chat's answer of the shape that is asked for."""
    return words(json.dumps({"missing": missing, "codes": codes}))


def html(code: int = 200) -> Act:
    return status(
        code, "<!doctype html><title>Sign in</title><p>Welcome to the gateway", Content_Type="text/html"
    )


def drops(handler: BaseHTTPRequestHandler) -> None:
    """Hang up without a word."""
    handler.close_connection = True


def breaks_off(handler: BaseHTTPRequestHandler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')


def drips(loopback: Loopback) -> Act:
    """A byte now and then, for ever: no pause is long enough for a time-out of a socket."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not loopback.released.wait(0.05):
            handler.wfile.write(b" ")
            handler.wfile.flush()

    return act


def drips_headers(loopback: Loopback) -> Act:
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Wait: ")
        while not loopback.released.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    return act


def hangs(loopback: Loopback) -> Act:
    """Nothing, until the test is over."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        loopback.released.wait(30)

    return act


def floods(size: int) -> Act:
    """An answer of that many bytes, and no word of how long it is."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(size // 1000):
            handler.wfile.write(b"x" * 1000)

    return act
