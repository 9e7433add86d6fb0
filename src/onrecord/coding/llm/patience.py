"""Asks an endpoint again where that may help, no more often and no longer than is allowed, and reads its JSON."""

import json
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from onrecord.coding.llm.endpoint import Endpoint, Reply
from onrecord.errors import EndpointError

Message = Mapping[str, str]

RETRIED = frozenset({"timeout", "dropped", "unreachable", "busy", "server-error", "not-json"})
"""What may pass: the same question is asked again."""

HOPELESS = frozenset({"key", "not-found", "redirect", "tls", "unreachable", "wait"})
"""What will be the same for every article: the run ends."""

_FIRST_WAIT = 1.0  # seconds; doubled each time
_LONGEST_WAIT = 120.0  # seconds: an endpoint that asks for more is left alone, and the next run goes on
_QUOTED_BACK = 2_000  # characters of an answer of the wrong shape: enough to see what was wrong with it
_TRIED_OBJECTS = 50  # opening braces at which an object may begin, in an answer with words around it

AGAIN = (
    "That was not the JSON object that was asked for. Answer with that object alone: no words before or after it, no "
    "code fence, every quotation mark inside a string escaped."
)


@dataclass(slots=True, kw_only=True)
class Patience:
    """An endpoint with what was learned of it: which settings it does not know.

    `tries` is how often one question is asked at most, `max_tokens` how long an answer may be, in the endpoint's own
    count.  `say` is told of waits and of settings left out; `sleep` waits.
    """

    endpoint: Endpoint
    tries: int = 3
    max_tokens: int = 4096
    say: Callable[[str], None] = field(default=lambda _words: None)
    sleep: Callable[[float], None] = field(default=time.sleep)
    _without: set[str] = field(default_factory=set)

    def answer(
        self, messages: Sequence[Message], knows: Callable[[Mapping[str, Any]], bool]
    ) -> Mapping[str, Any]:
        """The object that the endpoint answers with, of a shape that `knows` knows; asked for once more if it is none.

        Raises EndpointError with one of the codes of `Endpoint.ask`, or ``busy``, ``server-error``, ``wait``, ``key``,
        ``not-found``, ``redirect``, ``refused``, ``not-json`` (no answer of a chat), ``cut-off``, ``malformed``.
        """
        said = self._said(messages)
        found = object_in(said, knows)
        if found is None:
            asked_again = [*messages, _as_said(said), {"role": "user", "content": AGAIN}]
            found = object_in(self._said(asked_again), knows)
        if found is None:
            raise EndpointError(
                f"{self.endpoint.model} gave no JSON of the shape that was asked for, twice", code="malformed"
            )
        return found

    def _said(self, messages: Sequence[Message]) -> str:
        """The words of one answer, after as many tries as it takes and no more than are allowed."""
        for left in range(self.tries - 1, -1, -1):
            try:
                return self._content(self._reply(messages))
            except EndpointError as error:
                if error.code not in RETRIED or not left:
                    raise
                wait = getattr(error, "wait", None)
                self._wait(error, _FIRST_WAIT * 2.0 ** (self.tries - 1 - left) if wait is None else wait)
        raise AssertionError("the last try gives or raises")  # pragma: no cover - the loop ends before

    def _wait(self, error: EndpointError, seconds: float) -> None:
        if seconds > _LONGEST_WAIT:
            raise EndpointError(
                f"{self.endpoint.host} asks to wait {seconds:.0f} s: the same command goes on from here",
                code="wait",
            ) from error
        self.say(f"{error}; asked again in {seconds:g} s")
        self.sleep(seconds)

    def _reply(self, messages: Sequence[Message]) -> Reply:
        """An answer of status 200; settings that the endpoint says it does not know are left out from then on."""
        while True:
            settings = self._settings()
            reply = self.endpoint.ask({"model": self.endpoint.model, "messages": list(messages), **settings})
            if 200 <= reply.status < 300:
                return reply
            said = reply.body.decode("utf-8", "replace")
            unknown = next((name for name in settings if name in said), None)
            if reply.status not in (400, 422) or unknown is None:
                raise self._refusal(reply)
            self._without.add(unknown)
            self.say(f"{self.endpoint.host} does not take the setting {unknown}: it is left out from here on")

    def _settings(self) -> dict[str, Any]:
        """What most endpoints know and none needs; the length has a second name, tried after the first."""
        wanted: dict[str, Any] = {"temperature": 0, "response_format": {"type": "json_object"}}
        length = "max_completion_tokens" if "max_tokens" in self._without else "max_tokens"
        wanted[length] = self.max_tokens
        return {name: value for name, value in wanted.items() if name not in self._without}

    def _refusal(self, reply: Reply) -> EndpointError:
        code, what = next((known for statuses, known in _REFUSALS if reply.status in statuses), _OTHER)
        said = self.endpoint.scrubbed(_message(reply))
        error = _StatusError(
            f"{self.endpoint.host} {what} (status {reply.status}{f': {said}' if said else ''})", code=code
        )
        error.wait = _retry_after(reply.headers.get("retry-after", ""))
        return error

    def _content(self, reply: Reply) -> str:
        """The words of the first choice; EndpointError where there are none."""
        try:
            choice = json.loads(reply.body)["choices"][0]
            content = choice["message"]["content"]
            ended = choice.get("finish_reason")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise EndpointError(
                f"{self.endpoint.host} answered with something else than a chat's answer: does the address end as "
                "the endpoint's own pages say, mostly in /v1?",
                code="not-json",
            ) from error
        if ended == "length":
            raise EndpointError(
                f"the answer was cut off at {self.max_tokens:,} tokens: --max-tokens allows for more",
                code="cut-off",
            )
        if isinstance(content, list):  # some endpoints give parts
            content = "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
        return content if isinstance(content, str) else ""


class _StatusError(EndpointError):
    """An error status; `wait` is how long the endpoint asks to wait, in seconds."""

    wait: float | None = None


_OTHER = ("refused", "does not take this question")
_REFUSALS: tuple[tuple[range | tuple[int, ...], tuple[str, str]], ...] = (
    (range(300, 400), ("redirect", "sends on to another address, which is not followed: give that one")),
    ((401, 402, 403, 407), ("key", "does not let this key, or no key, ask")),
    ((404, 405, 410), ("not-found", "has no such address or model")),
    ((408,), ("timeout", "waited too long")),
    ((429,), ("busy", "takes no more questions for now")),
    (range(500, 600), ("server-error", "has failed")),
)


def _as_said(said: str) -> Message:
    return {"role": "assistant", "content": said[:_QUOTED_BACK] or "(nothing)"}


def object_in(said: str, knows: Callable[[Mapping[str, Any]], bool]) -> Mapping[str, Any] | None:
    """The first object of a known shape in an answer, whatever words or fences stand around it; None for none."""
    decoder = json.JSONDecoder()
    for tried, begins in enumerate(re.finditer(r"\{", said)):
        if tried >= _TRIED_OBJECTS:
            return None
        try:
            found, _ = decoder.raw_decode(said, begins.start())
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and knows(found):
            return found
    return None


def _message(reply: Reply) -> str:
    """What the endpoint says of the error; nothing of a page of HTML, and nothing of where a redirect goes."""
    try:
        found = json.loads(reply.body)
        found = found.get("error", found.get("message", found.get("detail", "")))
        found = found.get("message", "") if isinstance(found, dict) else found
    except (ValueError, AttributeError, RecursionError):
        return ""
    return found if isinstance(found, str) else ""


def _retry_after(given: str) -> float | None:
    """Seconds from the header `Retry-After`: a number or a date (RFC 9110, 10.2.3); None where it is neither."""
    if given.isdecimal() and given.isascii():
        return float(given[:9])
    try:
        at = parsedate_to_datetime(given)
    except (ValueError, TypeError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max((at - datetime.now(UTC)).total_seconds(), 0.0)
