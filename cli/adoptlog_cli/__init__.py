"""The `adoptlog` command: thin; it parses, calls the library and shows."""


def main() -> None:
    """The console script."""
    from adoptlog_cli.main import run

    run()
