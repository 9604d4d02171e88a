"""For those who write an adapter: what every adapter has to keep, as test suites to inherit. Needs pytest.

`AdapterContract` here, and for adapters that speak HTTP `FaultContract` in `adoptlog.testing.faults`.
"""

import pytest

pytest.register_assert_rewrite("adoptlog.testing.contract", "adoptlog.testing.faults")

from adoptlog.testing.contract import AdapterContract  # noqa: E402
from adoptlog.testing.store import contents  # noqa: E402

__all__ = ["AdapterContract", "contents"]
