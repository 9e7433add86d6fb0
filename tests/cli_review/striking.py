"""A person at a review: keys one after another, pages as they are shown; in a process of its own, or in this one."""

import fcntl
import io
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.cli.reviewing.deciding import Decided
from onrecord.cli.reviewing.screen import Screen
from onrecord.cli.reviewing.session import Session
from onrecord.cli.reviewing.trail import Trail
from onrecord.ledger import Filter, Ledger
from onrecord.model import Coder
from onrecord.review import QueueName, queue, size

COMMAND = [sys.executable, "-c", "from onrecord.cli.review import review; review()"]
DRAWN = b"\x1b[J"  # ends each page

_CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_SECONDS = 20.0


class Struck:
    """Keys that were struck already."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = iter(keys)

    def next(self) -> str:
        """The next key, or `end`."""
        return next(self._keys, "end")


def reviewed(
    ledger: Ledger,
    keys: Sequence[str],
    *,
    name: QueueName = "all",
    coder: str = "Ann",
    limit: int | None = None,
) -> list[str]:
    """The pages of a review with those keys: characters, or names of keys."""
    shown = io.StringIO()
    total = size(ledger, name, Filter(), 1000)
    trail = Trail(queue(ledger, name, Filter()), total, more=False, limit=limit)
    decided = Decided(ledger, Coder(name=coder), settles=name == "disagreements")
    Session(ledger, Struck(keys), Screen(shown), trail, decided).run()
    return re.split(r"\n\n(?=\d+ of |Why)", shown.getvalue())


class Terminal:
    """A review in a pseudo-terminal of 80 by 24."""

    def __init__(self, ledger: Path, *options: str, **settings: str) -> None:
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            # What runs in the background has Ctrl-C ignored, and would hand that on.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            wanted = {"TERM": "xterm-256color", "COLUMNS": "", "LINES": "", **settings}
            known = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
            os.execve(COMMAND[0], [*COMMAND, str(ledger), "--coder", "Ann", *options], known | wanted)  # noqa: S606
        self.resize(80, 24)
        self.before = termios.tcgetattr(self.descriptor)
        self.shown = b""
        self.page = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self.descriptor)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def next_page(self) -> str:
        """The page that is drawn next, without its controls."""
        drawn = b""
        while DRAWN not in drawn:
            drawn += self._read()
        self.page = _CONTROLS.sub("", drawn.decode())
        return self.page

    def strike(self, keys: str) -> str:
        """The page after those keys, which draw one page."""
        os.write(self.descriptor, keys.encode())
        return self.next_page()

    def end(self, keys: str = "") -> int:
        """The exit status after those keys."""
        os.write(self.descriptor, keys.encode())
        for _ in self._rest():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _rest(self) -> Iterator[bytes]:
        try:
            while read := self._read():
                yield read
        except OSError:  # Linux says so at the end of a pseudo-terminal
            return

    def _read(self) -> bytes:
        until = time.monotonic() + _SECONDS
        ready, _, _ = select.select([self.descriptor], [], [], until - time.monotonic())
        assert ready, f"nothing was shown for {_SECONDS} seconds after {self.shown[-500:]!r}"
        read = os.read(self.descriptor, 65536)
        self.shown += read
        return read
