"""`onrecord second-read`: a language model behind an endpoint reads the articles too, as a coder of its own."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.filters import ledger_argument, limit_option
from onrecord.cli.running import counted, progress, say, say_skipped
from onrecord.cli.status import BROKEN_OFF, DONE, NOT_DONE, PARTLY
from onrecord.cli.writing import to_standard_output
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.coding.llm.endpoint import Endpoint
    from onrecord.model import ArticleId
    from onrecord.second_reading import SecondRead, SecondReader

KEY = "ONRECORD_LLM_KEY"


@click.command("second-read")
@ledger_argument
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--llm", required=True, metavar="URL", help="Where to ask: what stands before /chat/completions."
)
@click.option("--model", required=True, metavar="NAME", help="The model, as the endpoint calls it.")
@click.option(
    "--key-from",
    metavar="SETTING",
    help=f"The setting of the environment that holds the key (if not given: {KEY}, which may be missing).",
)
@click.option("--reviewed", is_flag=True, help="Only articles on which a person decided something.")
@click.option("--again", is_flag=True, help="Those too that this coder has read already.")
@limit_option(None)
@click.option(
    "--dry-run", is_flag=True, help="Say what would go where, print the first question, send nothing."
)
@click.option(
    "--tries", type=click.IntRange(1, 10), default=3, metavar="N", help="How often one question is asked (3)."
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 3600),
    default=120,
    metavar="SECONDS",
    help="How long one answer may take (120).",
)
@click.option(
    "--max-tokens",
    type=click.IntRange(1),
    default=4096,
    metavar="N",
    help="How long one answer may be (4096).",
)
@click.option(
    "--max-characters",
    type=click.IntRange(1),
    default=60_000,
    metavar="N",
    help="How long one question may be (60000); longer ones are not sent.",
)
def second_read(
    ledger: Path,
    ids: tuple[str, ...],
    llm: str,
    model: str,
    key_from: str | None,
    reviewed: bool,
    again: bool,
    limit: int | None,
    dry_run: bool,
    tries: int,
    timeout: float,
    max_tokens: int,
    max_characters: int,
) -> None:
    """Have the articles of LEDGER (or those with the ids, a-...) read a second time, by a language model.

    \b
      onrecord second-read debate.db --llm http://localhost:11434/v1 --model qwen3:8b --limit 5
      onrecord second-read debate.db --llm https://HOST/v1 --model NAME --reviewed --dry-run
      onrecord agreement debate.db --coder Ann --coder NAME@HOST/1a2b3c4d

    URL is any endpoint that speaks as OpenAI's does.  The text of each article, its statements and the codebook are
    sent there, and standard error says so first; without this command nothing is sent anywhere.  The model answers
    with statements that it finds missing, and codes.  Words that the article does not have letter by letter are
    refused, as are concepts that the codebook does not have, and counted.

    What holds becomes decisions of a coder of the kind model, named like the model, its machine and the version of the
    question.  Nobody has checked them: statements that it adds have the confidence 0 until a person accepts them.
    Where it differs from what a person decided before, `onrecord review --queue disagreements` shows it.  Safe to
    break off: the same command goes on from there.

    Exit status: 0 done; 1 done, with some articles skipped or not asked about; 2 nothing could be done; 130 broken off.
    """
    from onrecord.coding.llm.endpoint import Endpoint  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.coding.llm.patience import Patience  # noqa: PLC0415 - as above
    from onrecord.ledger import Ledger  # noqa: PLC0415 - as above
    from onrecord.second_reading import SecondReader  # noqa: PLC0415 - as above

    endpoint = Endpoint(url=llm, model=model, key=_key(key_from), timeout=timeout)
    patience = Patience(endpoint=endpoint, tries=tries, max_tokens=max_tokens, say=say)
    with Ledger.open(ledger) as opened:
        reader = SecondReader(ledger=opened, patience=patience, max_characters=max_characters)
        due = reader.due(ids, reviewed=reviewed, again=again)[:limit]
        if not due:
            say(f"{reader.coder.name} has read every article that is meant (--again has them read once more)")
            sys.exit(DONE)
        _announce(reader, endpoint, due)
        if dry_run:
            to_standard_output(
                [json.dumps(reader.question(due[0]).messages(), ensure_ascii=False, indent=2), "\n"]
            )
            say("nothing was sent")
            sys.exit(DONE)
        sys.exit(_run(reader, due, ledger))


def _key(setting: str | None) -> str | None:
    found = os.environ.get(setting or KEY, "").strip()
    if setting is not None and not found:
        raise UsageError(f"the environment has no setting {setting}, or it is empty", code="key")
    return found or None


def _announce(reader: "SecondReader", endpoint: "Endpoint", due: "Sequence[ArticleId]") -> None:
    """What goes where, before anything goes."""
    book = (
        f"and the codebook {reader.codebook.title!r}" if reader.codebook else "without a codebook: no codes"
    )
    where = "this machine" if endpoint.is_here else "ANOTHER MACHINE"
    way = ", readable on the way there" if endpoint.is_readable else ""
    key = "with a key" if endpoint.key else "without a key"
    say(f"to {endpoint.address} ({where}{way}), {key}, for the model {endpoint.model}:")
    say(f"the text of {counted(len(due), 'article')} with title, outlet, day and statements, {book}")
    say(f"what it answers is stored as decisions of {reader.coder.name}")


def _run(reader: "SecondReader", due: "Sequence[ArticleId]", ledger: Path) -> int:
    from onrecord.second_reading import SecondRead  # noqa: PLC0415 - keeps `--help` quick

    done = SecondRead(coder=reader.coder)
    try:
        with progress("asking", len(due)) as advance:
            for one in reader.read(due, done):
                done.count(one)
                if one.skipped is not None:
                    say_skipped(one.skipped)
                advance()
    except KeyboardInterrupt:
        _sum_up(done)
        say("broken off; the same command goes on from there")
        return BROKEN_OFF
    _sum_up(done)
    if done.stopped:
        left = len(due) - done.articles - len(done.skipped)
        say(f"ended early, {counted(left, 'article')} not asked about: {done.stopped}")
    if done.articles:
        say(
            f"nobody has checked it: `onrecord review {ledger}`; `onrecord log {ledger} --coder {done.coder.name}`"
        )
    if not done.articles:
        return NOT_DONE
    return PARTLY if done.skipped or done.stopped else DONE


def _sum_up(done: "SecondRead") -> None:
    from onrecord.second_reading import refusals  # noqa: PLC0415 - keeps `--help` quick

    parts = [
        f"{counted(done.articles, 'article')} read by {done.coder.name}",
        f"{counted(done.statements, 'statement')} added",
        counted(done.codes, "code"),
    ]
    if done.taken_back:
        parts.append(f"{counted(done.taken_back, 'code')} of an earlier reading taken back")
    if done.refused:
        parts.append(f"{sum(done.refused.values())} refused ({refusals(done.refused)})")
    if done.skipped:
        parts.append(f"{counted(len(done.skipped), 'article')} skipped")
    say(", ".join(parts))
