"""What the adapters we ship ask for can be given on the command line."""

import warnings

import pytest
from click.testing import CliRunner

from adoptlog.intake.plugged_in import described, names
from adoptlog_cli.main import cli


@pytest.mark.parametrize(
    "name", [name for name in names() if described(name).__module__.startswith("adoptlog_adapters")]
)
def test_no_option_of_an_adapter_is_one_of_the_command_already(name: str) -> None:
    command = "push" if described(name).direction == "out" else "import"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        shown = CliRunner().invoke(cli, [command, name, "--help"])

    assert shown.exit_code == 0, shown.exception
