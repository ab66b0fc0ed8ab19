"""The command `extract`: the only place that joins extraction (`extract`) and storage (`db`).

A command's module is imported when it is called, so that `extract --help` imports neither spaCy nor
Datasette. Commands parse, call and print; errors end in `ending`, as one sentence and an exit code.
"""

from __future__ import annotations

import importlib
from keyword import iskeyword

import click

from extract import __version__

#: Command -> (module, its one line of help). The line is here so that listing imports nothing.
COMMANDS = {
    "ingest": ("extract.cli.ingest", "Read articles and store their claims."),
    "watch": ("extract.cli.watching", "Read new articles as they appear in folders and feeds."),
    "shard": ("extract.cli.shard", "Read articles into Parquet files, on one machine or many."),
    "merge": ("extract.cli.merge", "Make a database of the Parquet files that `shard` wrote."),
    "show": ("extract.cli.show", "Print the claims of a sentence, without a database."),
    "serve": ("extract.cli.serve", "Browse, search and review in the browser."),
    "users": ("extract.cli.users", "Manage the users who may sign in, and their roles."),
    "export": ("extract.cli.export", "Export claims (CSV, JSON lines, Excel, Parquet) or articles."),
    "import": ("extract.cli.imports", "Import decisions that were made in a spreadsheet."),
    "calibrate": ("extract.cli.calibrate", "Refit the confidence of claims to the reviews."),
    "check": ("extract.cli.check", "Check that every claim's words are in its article."),
    "backup": ("extract.cli.copies", "Copy the database, even while it is in use."),
    "restore": ("extract.cli.copies", "Replace the database with a copy that `backup` made."),
    "entities": ("extract.cli.entities", "List the entities that articles name, and possible duplicates."),
    "entity": ("extract.cli.entities", "Merge or split entities, or undo it."),
    "statements": ("extract.cli.statements", "List statements and their contradictions."),
    "statement": ("extract.cli.statement_judging", "Join or split statements, or undo it."),
    "event": ("extract.cli.events", "Show events and their figures; join or split events, or undo it."),
    "timeline": ("extract.cli.timeline", "List the events and statements about an entity by date."),
    "changes": ("extract.cli.changes", "List statements that are new or changed since a day."),
    "formats": ("extract.cli.formats", "List the formats that can be read."),
    "articles": ("extract.cli.listing", "List the articles in the database."),
    "failures": ("extract.cli.listing", "List the inputs that could not be read, and why."),
    "forget": ("extract.cli.forget", "Remove articles and their claims. Reviews are kept."),
    "reextract": ("extract.cli.reextract", "Extract again from the stored texts. Reviews are kept."),
    "relink": ("extract.cli.relink", "Join names, events and statements again. Nothing is extracted."),
    "evaluate": ("extract.cli.evaluate", "Score the extractor on your own gold claims."),
}


#: Names that commands had before. Both work, and only the new one is listed.
FORMER = {"facts": "statements"}


class Commands(click.Group):
    """A group that knows its commands' names and lines, and imports one when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        name = FORMER.get(name, name)
        if name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[name][0])
        command = getattr(module, f"{name}_" if iskeyword(name) else name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """As any group, but a pipe that was closed is left to `ending`: click would end it with 1."""
        from db.steps import told_to
        from extract.cli.ending import BROKEN_PIPE
        from extract.cli.updating import show

        try:
            with told_to(show):
                return super().invoke(ctx)
        except BrokenPipeError:
            raise SystemExit(BROKEN_PIPE) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS.keys() | FORMER.keys():
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else " See 'extract --help'."
            raise click.UsageError(f"No such command '{args[0]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="extract")
def cli() -> None:
    """Who did what to whom, when, and who says so.

    Turns folders of news articles into claims (subject, relation, object) that point at their exact
    words, stores them in SQLite and opens them in the browser. Everything stays on this machine.

    \b
    Examples:
      extract ingest articles/          claims of every article into claims.db
      extract serve --open              browse and search them
      extract export csv -o claims.csv  for a spreadsheet
      extract show "The council approved the plan on Monday."
    """


def main() -> None:
    """The console script: every error becomes one sentence on stderr and an exit code."""
    from extract.cli.ending import run

    run(lambda: cli.main(prog_name="extract", standalone_mode=False))
