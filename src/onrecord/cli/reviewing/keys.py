"""Keys, one at a time: from a terminal as they are struck, or from a pipe or file as characters.

A key is its character, or the name of one that has none: left, right, up, down, tab, enter, escape, backspace, end
(nothing comes any more), resized (the terminal has another size now).
"""

import os
import sys
from codecs import getincrementaldecoder
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import Protocol

END, RESIZED = "end", "resized"

_NAMED = {
    "\r": "enter", "\n": "enter", "\t": "tab", "\x1b": "escape", "\x7f": "backspace", "\b": "backspace",
    "\x04": END,
}  # fmt: skip
_SEQUENCES = {"A": "up", "B": "down", "C": "right", "D": "left", "Z": "tab"}
_WINDOWS = {"H": "up", "P": "down", "M": "right", "K": "left"}

_ESCAPE = "\x1b"
_ALONE_SECONDS = (
    0.1  # an escape after which nothing comes for so long is the key; over SSH a sequence may be torn
)
_LOOK_SECONDS = 0.25  # how often the size of the terminal is looked at
_CHUNK = 1024


class Keys(Protocol):
    """Where keys come from."""

    def next(self) -> str:
        """The next key; waits for it."""
        ...


class PipedKeys:
    """The characters of a file descriptor that is no terminal, line ends being `enter`."""

    def __init__(self, descriptor: int) -> None:
        self._source = _Characters(descriptor, live=False)

    def next(self) -> str:
        """The next key, or `end`."""
        return _key(self._source)


class TerminalKeys:
    """The keys of a terminal that is in the mode of `unbuffered`."""

    def __init__(self, descriptor: int) -> None:
        self._source = _Characters(descriptor, live=True)
        self._size = get_terminal_size()

    def next(self) -> str:
        """The next key; `resized` where the terminal has another size than before."""
        while not self._source.waits(_LOOK_SECONDS):
            if (size := get_terminal_size()) != self._size:
                self._size = size
                return RESIZED
        return _key(self._source)


class _Characters:
    """The characters of a file descriptor, of which some have been read ahead; a `live` one can be waited for."""

    def __init__(self, descriptor: int, *, live: bool) -> None:
        self._descriptor, self._live = descriptor, live
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._ahead: deque[str] = deque()

    def waits(self, seconds: float) -> bool:
        """Whether a character comes within that time; of what is not live, whether one has been read ahead."""
        if self._ahead or not self._live:
            return bool(self._ahead)
        import select  # noqa: PLC0415 - a terminal of POSIX alone asks

        return bool(select.select([self._descriptor], [], [], seconds)[0])

    def take(self) -> str:
        """The next character, empty at the end."""
        self._fill()
        return self._ahead.popleft() if self._ahead else ""

    def take_if(self, among: str) -> str:
        """The next character if it comes at once and is one of those; else empty."""
        if self.waits(_ALONE_SECONDS):
            self._fill()
        return self._ahead.popleft() if self._ahead and self._ahead[0] in among else ""

    def _fill(self) -> None:
        while not self._ahead:
            read = os.read(self._descriptor, _CHUNK)
            self._ahead.extend(self._decode(read, final=not read))
            if not read:
                return


def _key(source: _Characters) -> str:
    character = source.take()
    if character == "":
        return END
    if character == _ESCAPE:
        return _sequence(source)
    return _NAMED.get(character, character)


def _sequence(source: _Characters) -> str:
    """What an escape sequence stands for; an unknown one is nothing, and the escape key where none follows."""
    if not source.take_if("[O"):
        return "escape"
    while source.take_if("0123456789;"):
        pass
    return _SEQUENCES.get(source.take(), "")


if sys.platform == "win32":
    import msvcrt

    class ConsoleKeys:
        """The keys of a Windows console."""

        def next(self) -> str:
            """The next key."""
            character = msvcrt.getwch()
            if character in "\x00\xe0":
                return _WINDOWS.get(msvcrt.getwch(), "")
            if character == "\x03":
                raise KeyboardInterrupt
            return _NAMED.get(character, character)

    @contextmanager
    def keys_of_input() -> Iterator[Keys]:
        """The keys of standard input."""
        yield ConsoleKeys() if sys.stdin.isatty() else PipedKeys(sys.stdin.fileno())

else:
    import signal
    import termios
    import tty
    from types import FrameType

    @contextmanager
    def keys_of_input() -> Iterator[Keys]:
        """The keys of standard input; a terminal is as it was afterwards, whatever ends the review."""
        descriptor = sys.stdin.fileno()
        if not sys.stdin.isatty():
            yield PipedKeys(descriptor)
            return
        with unbuffered(descriptor):
            yield TerminalKeys(descriptor)

    @contextmanager
    def unbuffered(descriptor: int) -> Iterator[None]:
        """Each key of the terminal is given at once and not shown; Ctrl-C interrupts, Ctrl-Z does not."""
        before = termios.tcgetattr(descriptor)
        ended = {each: signal.signal(each, _end) for each in (signal.SIGTERM, signal.SIGHUP)}
        try:
            tty.setcbreak(descriptor, termios.TCSADRAIN)
            mode = termios.tcgetattr(descriptor)
            mode[6][termios.VSUSP] = b"\0"  # else the shell would get the terminal as it is now
            termios.tcsetattr(descriptor, termios.TCSADRAIN, mode)
            yield
        finally:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
            for each, handler in ended.items():
                signal.signal(each, handler)

    def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as signals call it
        """Leave through every `finally`, with the status that shells have for a signal."""
        sys.exit(128 + number)
