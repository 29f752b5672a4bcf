"""`fashiongan-remake`: a project in; everything that it holds made again, and whether the same bytes came out."""

from pathlib import Path
from typing import Annotated

import typer

from fashiongan.programs import log_to_stderr, progress_bar, run_program
from fashiongan.remaking.project import open_remaking
from fashiongan.remaking.verdict import Verdict
from fashiongan.studio import Studio

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
# Everything was tried, but not everything came out as it was.
EXIT_NOT_ALL = 1


@app.command()
def remake(
    project: Annotated[Path, typer.Argument(metavar="PROJECT.fgan", help="The project.")],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="An empty folder to write to.")],
    only: Annotated[int | None, typer.Option(help="A picture by its number from 1, and what is cut from it.")] = None,
    checkpoints: Annotated[Path | None, typer.Option(help="Folder of weights.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Say what is being done.")] = False,
) -> None:
    """Make every picture, pattern, tech pack and dressed body of a project again, and compare them byte for byte.

    Ends with 0 if everything is identical, and with 1 if something differs or cannot be remade. What made it stands in
    FOLDER/run.json.
    """
    log_to_stderr(verbose)
    with progress_bar() as bar:
        task = bar.add_task("making again", total=None)
        remaking = open_remaking(
            project, folder, Studio(checkpoints), only, lambda share, what: bar.update(task, description=what)
        )
        found = []
        for one in remaking.carry_out():
            found.append(one)
            typer.echo(one.line)
    counts = {verdict: sum(one.verdict is verdict for one in found) for verdict in Verdict}
    typer.echo(", ".join(f"{count} {verdict}" for verdict, count in counts.items()))
    if counts[Verdict.IDENTICAL] < len(found):
        raise typer.Exit(EXIT_NOT_ALL)


def main() -> None:
    """Entry point."""
    run_program(app)


if __name__ == "__main__":
    main()
