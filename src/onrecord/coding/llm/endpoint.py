"""One question to an endpoint over HTTP, and its answer: capped in time and size, no redirect followed."""

import http.client
import json
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from threading import Timer
from typing import Any
from urllib.parse import SplitResult, urlsplit

from onrecord.errors import EndpointError, UsageError
from onrecord.version import __version__

_PATH = "/chat/completions"
_SHOWN = 200  # characters of what an endpoint says of itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What an endpoint answered, whatever it is: the status, the headers by their names in small letters, the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where to ask, and how long and how much an answer may be.

    `url` is what stands before ``/chat/completions``, such as ``http://localhost:11434/v1``; `key` goes into the header
    ``Authorization`` and nowhere else.  Raises UsageError where `url` is none (``url``), or holds a name and password.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    cap_bytes: int = 1_000_000

    def __post_init__(self) -> None:
        parts = _parts(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(
                f"{_without_user(parts)!r} is no endpoint: write http://HOST:PORT/v1 or https://HOST/v1",
                code="url",
            )
        if not self.url.isascii() or not self.url.isprintable() or " " in self.url:
            raise UsageError(
                "the endpoint's address holds a blank or another sign that no address has", code="url"
            )
        if parts.username or parts.password or parts.query or parts.fragment:
            raise UsageError(
                "the endpoint's address holds a name, a password, a ? or a #: give the key in a setting of the "
                "environment, and the address without them",
                code="url",
            )
        if self.key is not None and (not self.key.isascii() or not self.key.isprintable() or " " in self.key):
            raise UsageError("the key holds a blank, a line break or a letter that no key has", code="key")
        if not self.model.strip() or not self.model.isprintable():
            raise UsageError("a model needs a name", code="usage")

    @property
    def address(self) -> str:
        """The address that questions go to."""
        parts = _parts(self.url)
        return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}{_PATH}"

    @property
    def host(self) -> str:
        """The machine, with its port where the address names one."""
        return _parts(self.url).netloc.lower()

    @property
    def is_here(self) -> bool:
        """Whether it is this machine: nothing leaves it then."""
        name = (_parts(self.url).hostname or "").removesuffix(".")
        try:
            return ip_address(name).is_loopback
        except ValueError:
            return name == "localhost"

    @property
    def is_readable(self) -> bool:
        """Whether whoever sits between can read what is sent."""
        return not self.is_here and _parts(self.url).scheme == "http"

    def ask(self, body: Mapping[str, Any]) -> Reply:
        """Send one question.  Raises EndpointError: ``unreachable``, ``tls``, ``timeout``, ``dropped``, ``too-large``.

        The whole of it, from the connection to the last byte, takes no longer than `timeout` seconds, however slowly
        the bytes come; to find the address of a name takes as long as this machine lets it.
        """
        connection, cut = self._connection(), _Cut()
        timer = Timer(self.timeout, cut.off)
        timer.daemon = True
        timer.start()
        try:
            self._connect(connection)
            cut.watch(connection.sock)
            reply = self._exchange(connection, json.dumps(body).encode())
        except EndpointError:
            raise
        except TimeoutError as error:
            raise self._late() from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            if cut.happened:
                raise self._late() from error
            raise EndpointError(
                f"{self.host} broke the connection off before the answer was whole", code="dropped"
            ) from error
        finally:
            timer.cancel()
            connection.close()
        if cut.happened:
            raise self._late()
        return reply

    def scrubbed(self, words: str) -> str:
        """What an endpoint says, in one short line without the key."""
        found = words.replace(self.key, "[key]") if self.key else words
        found = " ".join("".join(each if each.isprintable() else " " for each in found).split())
        return found if len(found) <= _SHOWN else found[: _SHOWN - 1] + "…"

    def _connection(self) -> http.client.HTTPConnection:
        parts = _parts(self.url)
        host, port = parts.hostname or "", parts.port
        if parts.scheme == "https":
            return http.client.HTTPSConnection(
                host, port, timeout=self.timeout, context=ssl.create_default_context()
            )
        return http.client.HTTPConnection(host, port, timeout=self.timeout)

    def _connect(self, connection: http.client.HTTPConnection) -> None:
        try:
            connection.connect()
        except TimeoutError:
            raise
        except ssl.SSLError as error:
            raise EndpointError(
                f"{self.host} has no certificate that this machine trusts: {self.scrubbed(error.reason or 'TLS')}",
                code="tls",
            ) from error
        except (OSError, UnicodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            raise EndpointError(
                f"{self.host} cannot be reached ({reason or 'no such host'}): is it running, and is the address right?",
                code="unreachable",
            ) from error

    def _exchange(self, connection: http.client.HTTPConnection, sent: bytes) -> Reply:
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "User-Agent": f"onrecord/{__version__}",
            "Connection": "close",
        }
        if self.key is not None:
            headers["Authorization"] = f"Bearer {self.key}"
        connection.request("POST", _parts(self.address).path, body=sent, headers=headers)
        with connection.getresponse() as response:
            body = response.read(self.cap_bytes + 1)
            length = response.headers.get("Content-Length", "")
        if len(body) > self.cap_bytes:
            raise EndpointError(
                f"the answer of {self.host} is longer than {self.cap_bytes:,} bytes, and was cut off",
                code="too-large",
            )
        if length.isdecimal() and len(body) < int(length):
            raise http.client.IncompleteRead(body, int(length) - len(body))
        return Reply(
            status=response.status,
            headers={name.lower(): value for name, value in response.headers.items()},
            body=body,
        )

    def _late(self) -> EndpointError:
        return EndpointError(f"{self.host} gave no whole answer within {self.timeout:g} s", code="timeout")


class _Cut:
    """Ends a connection from outside: a server that sends a byte now and then would hold it for ever."""

    def __init__(self) -> None:
        self.happened = False
        self._socket: socket.socket | None = None

    def watch(self, connected: socket.socket) -> None:
        """Know what to end; the connection itself forgets its socket once the answer begins."""
        self._socket = connected
        if self.happened:
            self.off()

    def off(self) -> None:
        """End it; whoever reads from it gets an error, or no more."""
        self.happened = True
        if self._socket is not None:
            with suppress(OSError):  # it has ended by itself
                self._socket.shutdown(socket.SHUT_RDWR)


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises where it is no number
    except ValueError as error:
        raise UsageError(f"the endpoint's address cannot be read: {error}", code="url") from error
    return parts


def _without_user(parts: SplitResult) -> str:
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
