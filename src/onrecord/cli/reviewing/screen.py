"""The screen: a page of lines at a time, drawn over the last one; a pipe gets them one after another."""

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import Any, TextIO, cast

from rich.console import Console
from rich.text import Text

_OTHER_SCREEN, _FIRST_SCREEN = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"
_HOME, _REST_OF_LINE, _REST_OF_SCREEN = "\x1b[H", "\x1b[K", "\x1b[J"

LEAST_WIDTH, LEAST_HEIGHT = 20, 8
_PIPE_WIDTH, PIPE_HEIGHT = 100, 1000


class Screen:
    """Draws pages; `coloured` says whether their reader sees colours."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.live = stream.isatty()
        probe = Console(file=stream, highlight=False)
        self.coloured = self.live and probe.color_system is not None and not probe.no_color
        self._console = Console(
            file=io.StringIO(),
            force_terminal=True,
            color_system=cast("Any", probe.color_system),  # rich gives a str and takes a Literal
            no_color=not self.coloured,
            highlight=False,
            legacy_windows=False,
        )

    @property
    def width(self) -> int:
        """In columns, of which a wide character takes two."""
        return max(get_terminal_size().columns, LEAST_WIDTH) if self.live else _PIPE_WIDTH

    @property
    def height(self) -> int:
        """In lines."""
        return max(get_terminal_size().lines, LEAST_HEIGHT) if self.live else PIPE_HEIGHT

    def wrap(self, text: Text) -> list[Text]:
        """A text in lines that fit."""
        return list(text.wrap(self._console, self.width))

    @contextmanager
    def opened(self) -> Iterator[None]:
        """A terminal shows pages, and what it showed before comes back."""
        self._write(_OTHER_SCREEN if self.live else "")
        try:
            yield
        finally:
            self._write(_FIRST_SCREEN if self.live else "")

    def draw(self, lines: Sequence[Text]) -> None:
        """Show a page; what is longer or wider than the screen is cut."""
        shown = [self._line(line) for line in lines[: self.height]]
        if self.live:
            body = f"{_REST_OF_LINE}\n".join(shown)
            self._write(f"{_HOME}{body}{_REST_OF_LINE}{_REST_OF_SCREEN}")
        else:
            self._write("\n".join(line.rstrip() for line in shown) + "\n\n")

    def _line(self, line: Text) -> str:
        line = line.copy()
        line.truncate(self.width, overflow="ellipsis")
        if not self.live:
            return line.plain
        with self._console.capture() as captured:
            self._console.print(line, end="", soft_wrap=True)
        return captured.get()

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def of_output() -> Screen:
    """The screen of standard output."""
    return Screen(sys.stdout)
