"""`onrecord decide`: one decision, said in words, for scripts and for those who like it."""

from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.cli.changes import ACTIONS, Call
from onrecord.cli.codebooks.valuing import values_of
from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import ledger_argument
from onrecord.cli.following import say_what_follows
from onrecord.cli.running import say


@click.command()
@ledger_argument
@click.argument("subject", metavar="ID")
@click.argument("action", type=click.Choice(list(ACTIONS)), metavar="ACTION")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@coder_option
@click.option("--settle", is_flag=True, help="In sight of what others decided: ends their disagreement.")
def decide(ledger: Path, subject: str, action: str, words: tuple[str, ...], coder: str, settle: bool) -> None:
    """Decide something of a statement (s-...) or an article (a-...) of LEDGER.

    \b
      onrecord decide debate.db s-k3f4 accept
      onrecord decide debate.db s-k3f4 reject "a headline, nobody's words"
      onrecord decide debate.db s-k3f4 correct content=120-180 source=100-110 kind=direct
      onrecord decide debate.db s-k3f4 speaker "Mara Quell" person "transport minister"
      onrecord decide debate.db s-k3f4 via "The Harbour Post"
      onrecord decide debate.db s-k3f4 to "Harbour Board=organisation"
      onrecord decide debate.db s-k3f4 date 2031-03-03
      onrecord decide debate.db s-k3f4 code toll disagree
      onrecord decide debate.db s-k3f4 code toll disagree certainty=3 urgent=yes
      onrecord decide debate.db s-k3f4 values toll certainty=none
      onrecord decide debate.db a-77qd add content=300-352 source=290-295 kind=indirect
      onrecord decide debate.db a-77qd fact published=2031-03-04
      onrecord decide debate.db a-77qd role 520 caption
      onrecord decide debate.db a-77qd read
      onrecord decide debate.db s-k3f4 note "ask the ministry"

    `read` says that somebody read the article to its end, and that nothing in it is missed.  Offsets count as `onrecord
    export` prints them.  `none` stands for nothing: no source, nobody told, no known date.  Nothing is overwritten:
    `onrecord log` shows every decision, and `onrecord undo` takes one back.
    """
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    who, now = person(coder), datetime.now(UTC)
    with Ledger.open(ledger) as opened:
        # Before anything is made: a speaker who is new becomes an actor.
        _ = opened.article(subject) if subject.startswith("a-") else opened.record(subject)
        change = ACTIONS[action](Call(opened, who, now, words))
        more = values_of(opened, words[0], words[2:]) if action == "code" and len(words) > 2 else None
        decision = opened.decide(who, subject, change, now=now, settles=settle)
        if more is not None:
            opened.decide(who, subject, more, now=now)
        click.echo(decision.id)
        say(
            f"{action} {decision.subject}, by {who.name}; `onrecord undo {ledger} {decision.id}` takes it back"
        )
        say_what_follows(ledger, decision)
