"""Reviews in a real pseudo-terminal, and through a pipe."""

import os
import re
import signal
import statistics
import subprocess
import termios
import time
from pathlib import Path

import pytest
from building import Keep, protest, vote
from striking import COMMAND, Terminal

from onrecord.ledger import Ledger

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX")

BRIDGE, LEAP = (statement.id for statement in vote().statements)


@pytest.fixture
def path(ledger: Ledger, keep: Keep) -> Path:
    keep(vote(), protest())
    ledger.close()
    return ledger.path


def state(path: Path, statement: str) -> str:
    with Ledger.open(path) as opened:
        return opened.record(statement).review.state


def test_a_decision_is_on_disk_before_the_next_statement_shows(path: Path) -> None:
    with Terminal(path, "--queue", "all") as terminal:
        assert "1 of 4" in terminal.next_page()
        assert "2 of 4 · 1 accepted" in terminal.strike("a")
        assert state(path, BRIDGE) == "accepted"
        assert "3 of 4 · 1 accepted" in terminal.strike("\x1b[C")
        os.kill(terminal.pid, signal.SIGKILL)
        os.waitpid(terminal.pid, 0)
    assert state(path, BRIDGE) == "accepted"


@pytest.mark.parametrize(("end", "status"), [("q", 0), ("\x03", 130), ("TERM", 143)])
def test_the_terminal_is_as_it_was_whatever_ends_the_review(path: Path, end: str, status: int) -> None:
    with Terminal(path) as terminal:
        terminal.next_page()
        during = termios.tcgetattr(terminal.descriptor)
        assert not during[3] & (termios.ECHO | termios.ICANON)
        if end == "TERM":
            os.kill(terminal.pid, signal.SIGTERM)
            end = ""
        assert terminal.end(end) == status
        assert terminal.shown.startswith(b"\x1b[?1049h")
        assert b"\x1b[?25h\x1b[?1049l" in terminal.shown
        assert termios.tcgetattr(terminal.descriptor) == terminal.before


def test_a_page_fits_its_terminal_and_follows_its_size(path: Path) -> None:
    with Terminal(path) as terminal:
        page = terminal.next_page()
        assert page.count("\n") <= 23
        assert "a accept  r reject" in page
        terminal.resize(40, 12)
        small = terminal.next_page()
        lines = small.replace("\r", "").split("\n")
        assert len(lines) <= 12
        assert max(map(len, lines)) <= 40
        assert "leap" in small
        terminal.end("q")


def test_on_a_low_screen_why_still_shows_what_people_decided(path: Path) -> None:
    with Terminal(path, "--queue", "all") as terminal:
        terminal.next_page()
        terminal.resize(40, 12)
        terminal.next_page()
        terminal.strike("a")
        terminal.strike("\x1b[D")
        lines = terminal.strike("?").replace("\r", "").split("\n")
        assert len(lines) <= 12
        told = lines[lines.index("What people decided, the latest first") :]
        assert any("accept" in line and "Ann" in line for line in told)
        assert "any key goes back" in lines[-1]
        terminal.strike(" ")
        terminal.end("q")


def test_colours_are_shown_unless_they_are_not_wanted(path: Path) -> None:
    with Terminal(path) as terminal:
        terminal.next_page()
        assert re.search(rb"\x1b\[1;3\dm", terminal.shown)
        terminal.end("q")
    with Terminal(path, NO_COLOR="1") as terminal:
        assert "[[" in terminal.next_page()
        assert not re.search(rb"\x1b\[[\d;]*3\dm", terminal.shown)
        terminal.end("q")


def test_keys_of_a_terminal_are_words_arrows_and_escape(path: Path) -> None:
    with Terminal(path, "--queue", "all") as terminal:
        terminal.next_page()
        assert "the start of the content" in terminal.strike("f")
        assert "the end of the content" in terminal.strike("\t")
        assert "[[" not in terminal.strike("\x1b[D")
        assert "content  cue  source" in terminal.strike("\x1b")
        assert "speaker (none: open): é" in terminal.strike("s") + terminal.strike("é")
        terminal.strike("\x1b")
        assert terminal.end("q") == 0
    assert state(path, BRIDGE) == "unreviewed"


def test_a_key_shows_the_next_statement_at_once(path: Path) -> None:
    with Terminal(path, "--queue", "all") as terminal:
        terminal.next_page()
        took = []
        for key in "ararruuuuuzzzzz":
            began = time.perf_counter()
            terminal.strike(key)
            took.append(time.perf_counter() - began)
        terminal.end("q")
    assert statistics.median(took) < 0.1


def test_characters_of_a_pipe_are_keys(path: Path) -> None:
    called = [*COMMAND, str(path), "--queue", "all", "--coder", "Ann"]
    found = subprocess.run(called, input="ar\x1b[Dnsee page 2\nq", capture_output=True, text=True, timeout=60)
    assert found.returncode == 0
    assert (state(path, BRIDGE), state(path, LEAP)) == ("accepted", "rejected")
    assert "3 decisions stored" in found.stderr
    assert "\x1b" not in found.stdout
    assert "3 of 4 · 1 accepted · 1 rejected" in found.stdout
    assert "Ann noted: see page 2" in found.stdout


def test_the_end_of_a_pipe_ends_the_review(path: Path) -> None:
    found = subprocess.run([*COMMAND, str(path)], input="", capture_output=True, text=True, timeout=60)
    assert found.returncode == 0
    assert "1 of 4" in found.stdout
