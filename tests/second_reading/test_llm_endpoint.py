"""An endpoint that misbehaves over real HTTP: every way ends in a reason, in time, and without the key."""

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from loopback import (
    Loopback,
    answers,
    breaks_off,
    drips,
    drips_headers,
    drops,
    floods,
    hangs,
    html,
    serving,
    status,
    words,
)

from onrecord.coding.llm.answer import has_the_shape
from onrecord.coding.llm.endpoint import Endpoint
from onrecord.coding.llm.patience import AGAIN, Patience, object_in
from onrecord.errors import EndpointError, UsageError

KEY = "sk-loopback-0123456789"
MESSAGES = [{"role": "system", "content": "Answer in JSON."}, {"role": "user", "content": "{}"}]


@pytest.fixture
def server():
    with serving() as made:
        yield made


class Asking:
    """An endpoint asked with patience, without the waiting."""

    def __init__(
        self, server: Loopback, *, key: str | None = KEY, timeout: float = 5, cap: int = 100_000
    ) -> None:
        endpoint = Endpoint(url=server.url, model="tern-7b", key=key, timeout=timeout, cap_bytes=cap)
        self.waits: list[float] = []
        self.said: list[str] = []
        self.patience = Patience(endpoint=endpoint, say=self.said.append, sleep=self.waits.append)

    def __call__(self) -> object:
        return self.patience.answer(MESSAGES, has_the_shape)

    def fails(self) -> str:
        """The reason; nothing that is said or raised holds the key."""
        with pytest.raises(EndpointError) as raised:
            self()
        assert KEY not in "".join([str(raised.value), repr(self.patience), *self.said])
        return raised.value.code


def test_a_question_goes_to_the_address_with_the_key_in_its_header_alone(server):
    server.does(answers())
    assert Asking(server)() == {"missing": [], "codes": []}
    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.body["model"] == "tern-7b"
    assert asked.body["messages"] == MESSAGES
    assert asked.body["temperature"] == 0
    assert KEY not in str(asked.body)


def test_without_a_key_no_header_is_sent(server):
    server.does(answers())
    Asking(server, key=None)()
    assert "authorization" not in server.asked[0].headers


def test_a_busy_endpoint_is_waited_for_as_long_as_it_says(server):
    server.does(status(429, Retry_After="7"), status(503), answers())
    asking = Asking(server)
    assert asking() == {"missing": [], "codes": []}
    assert asking.waits == [7, 2]
    assert "asked again in 7 s" in asking.said[0]


def test_the_time_to_wait_may_be_a_date(server):
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    server.does(status(429, Retry_After=at), answers())
    asking = Asking(server)
    asking()
    assert 25 < asking.waits[0] <= 30


def test_who_asks_for_an_hour_is_left_alone(server):
    server.does(status(429, Retry_After="3600"))
    asking = Asking(server)
    assert asking.fails() == "wait"
    assert asking.waits == []
    assert len(server.asked) == 1


@pytest.mark.parametrize("unreadable", ["soon", "", "-5", "٣"])
def test_a_time_to_wait_that_is_none_is_not_waited_for(server, unreadable):
    headers = {"Retry_After": unreadable} if unreadable.isascii() else {}
    server.does(status(429, **headers), answers())
    asking = Asking(server)
    asking()
    assert asking.waits == [1]


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (status(500, "oh no"), "server-error"),
        (status(429), "busy"),
        (drops, "dropped"),
        (breaks_off, "dropped"),
        (html(), "not-json"),
        (status(200, '{"choices": []}'), "not-json"),
        (status(200, "[1, 2]"), "not-json"),
        (status(200, '"' + "[" * 50_000), "not-json"),
        (status(200, "[" * 50_000), "not-json"),
        (status(408), "timeout"),
    ],
)
def test_what_may_pass_is_tried_three_times_with_longer_and_longer_waits(server, act, code):
    server.does(act)
    asking = Asking(server)
    assert asking.fails() == code
    assert len(server.asked) == 3
    assert asking.waits == [1, 2]


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (status(401, '{"error": {"message": "bad key ' + KEY + '"}}'), "key"),
        (status(402), "key"),
        (status(403, f"you sent {KEY}"), "key"),
        (status(404, '{"error": "no such model"}'), "not-found"),
        (html(404), "not-found"),
        (status(413), "refused"),
        (status(418, '{"message": ["odd"]}'), "refused"),
    ],
)
def test_what_will_not_pass_is_asked_once(server, act, code):
    server.does(act)
    asking = Asking(server)
    assert asking.fails() == code
    assert len(server.asked) == 1


def test_what_an_endpoint_says_of_an_error_is_shown_short_on_one_line_and_without_the_key(server):
    server.does(
        status(401, '{"error": {"message": "key ' + KEY + " is\\u001b[31m\\nunknown" + "!" * 500 + '"}}')
    )
    with pytest.raises(EndpointError, match=r"key \[key\] is \[31m unknown!") as raised:
        Asking(server)()
    assert len(str(raised.value)) < 350
    assert str(raised.value).isprintable()


def test_a_redirect_is_not_followed_and_the_key_goes_nowhere(server):
    with serving() as elsewhere:
        elsewhere.does(answers())
        server.does(status(307, Location=f"{elsewhere.url}/chat/completions"))
        assert Asking(server).fails() == "redirect"
        assert elsewhere.asked == []
    assert len(server.asked) == 1


@pytest.mark.parametrize("act", [hangs, drips, drips_headers])
def test_a_hang_ends_in_time_however_slowly_the_bytes_come(server, act):
    server.does(act(server))
    asking = Asking(server, timeout=0.4)
    asking.patience.tries = 2
    begun = time.monotonic()
    assert asking.fails() == "timeout"
    assert time.monotonic() - begun < 3
    assert len(server.asked) == 2


def test_an_answer_without_end_is_cut_off_and_not_asked_for_again(server):
    server.does(floods(2_000_000))
    asking = Asking(server)
    assert asking.fails() == "too-large"
    assert len(server.asked) == 1


def test_nobody_there_is_said(server):
    with serving() as gone:
        url = gone.url
    endpoint = Endpoint(url=url, model="tern-7b", timeout=2)
    waits: list[float] = []
    with pytest.raises(EndpointError, match="is it running") as raised:
        Patience(endpoint=endpoint, sleep=waits.append).answer(MESSAGES, has_the_shape)
    assert raised.value.code == "unreachable"
    assert waits == [1, 2]


def test_plain_http_where_tls_is_meant_is_no_answer(server):
    server.does(answers())
    endpoint = Endpoint(url=server.url.replace("http:", "https:"), model="tern-7b", timeout=2)
    with pytest.raises(EndpointError) as raised:
        endpoint.ask({})
    assert raised.value.code == "tls"


def test_settings_that_the_endpoint_does_not_know_are_left_out_from_then_on(server):
    refusal = '{"error": {"message": "Unsupported parameter: max_tokens"}}'
    server.does(status(400, refusal), status(422, '{"detail": "response_format: extra field"}'), answers())
    asking = Asking(server)
    asking()
    asking()
    sent = [asked.body for asked in server.asked]
    assert [("max_tokens" in each, "max_completion_tokens" in each) for each in sent] == [
        (True, False),
        (False, True),
        (False, True),
        (False, True),
    ]
    assert ["response_format" in each for each in sent] == [True, True, False, False]
    assert asking.waits == []


def test_an_endpoint_that_knows_no_setting_is_not_asked_for_ever(server):
    server.does(status(400, "temperature response_format max_tokens max_completion_tokens"))
    assert Asking(server).fails() == "refused"
    assert len(server.asked) == 5


def test_json_is_asked_for_once_more(server):
    server.does(words('{"missing": [}'), answers())
    Asking(server)()
    first, second = (asked.body["messages"] for asked in server.asked)
    assert second[:2] == first
    assert second[2] == {"role": "assistant", "content": '{"missing": [}'}
    assert second[3] == {"role": "user", "content": AGAIN}


@pytest.mark.parametrize(
    "said",
    ["I cannot help with that.", "", None, "{}", '{"answer": 3}', "[]", '{"codes": ' * 5_000, "{" * 90_000],
)
def test_no_json_twice_is_a_reason(server, said):
    server.does(words(said))
    asking = Asking(server)
    assert asking.fails() == "malformed"
    assert len(server.asked) == 2


def test_an_answer_that_ran_into_its_length_is_a_reason(server):
    server.does(words('{"missing": [{"content": "the bri', ended="length"))
    assert Asking(server).fails() == "cut-off"
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "said",
    [
        '```json\n{"codes": []}\n```',
        '<think>A {short} thought about {"this": 1}</think>\n{"codes": []}',
        'Here it is: {"codes": []} I hope that {helps}.',
    ],
)
def test_an_object_is_found_among_other_words(said):
    assert object_in(said, has_the_shape) == {"codes": []}


@pytest.mark.parametrize(
    "url",
    ["", "localhost:8000", "ftp://host/v1", "http://", "http://me:secret@host/v1", "http://host/v1?key=secret",
     "http://host:port/v1", "http://ho st/v1", "http://[::1/v1", "http://host/v1\r\nX: y", "file:///etc/passwd"],
)  # fmt: skip
def test_what_is_no_address_is_refused_before_anything_is_sent(url):
    with pytest.raises(UsageError) as raised:
        Endpoint(url=url, model="tern-7b")
    assert raised.value.code == "url"
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("key", ["two words", "a\r\nX-Evil: 1", "sch\u00fcssel", "tab\t"])
def test_what_can_be_no_key_is_refused_and_not_shown(key):
    with pytest.raises(UsageError) as raised:
        Endpoint(url="http://localhost/v1", model="tern-7b", key=key)
    assert key not in str(raised.value)


@pytest.mark.parametrize(
    ("url", "here", "readable"),
    [
        ("http://localhost:11434/v1", True, False),
        ("http://127.0.0.1/v1", True, False),
        ("http://[::1]:80/v1", True, False),
        ("http://192.168.0.9/v1", False, True),
        ("http://localhost.example/v1", False, True),
        ("https://llm.example/v1/", False, False),
    ],
)
def test_an_address_says_whether_texts_leave_the_machine(url, here, readable):
    endpoint = Endpoint(url=url, model="tern-7b")
    assert (endpoint.is_here, endpoint.is_readable) == (here, readable)
    assert endpoint.address == url.rstrip("/") + "/chat/completions"
