"""The examples in the docstrings run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import adoptlog.habit

MODULES = [f"adoptlog.habit.{module.name}" for module in pkgutil.iter_modules(adoptlog.habit.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
