"""Files of xAPI statements keep what every adapter has to keep."""

import json
from pathlib import Path

import pytest

from adoptlog.testing import AdapterContract
from adoptlog_adapters.xapi import XapiAdapter, XapiOptions

VERBS = "http://adlnet.gov/expapi/verbs"
STATEMENTS = [
    {
        "id": f"0a1b2c3d-0000-4000-8000-00000000000{number}",
        "actor": {"mbox": f"mailto:person{number % 2}@example.co.jp"},
        "verb": {"id": f"{VERBS}/{verb}"},
        "object": {
            "id": f"https://lms.example/course/{number}",
            "definition": {"type": "http://adlnet.gov/expapi/activities/course"},
        },
        "timestamp": f"2026-04-0{number + 1}T10:00:00+09:00",
    }
    for number, verb in enumerate(("completed", "passed", "launched", "completed"))
]


class TestXapi(AdapterContract):
    @pytest.fixture(autouse=True)
    def _file(self, tmp_path: Path) -> None:
        self.file = tmp_path / "statements.jsonl"
        self.file.write_text("\n".join(map(json.dumps, STATEMENTS)), encoding="utf-8")

    def make(self) -> XapiAdapter:
        return XapiAdapter(XapiOptions(files=(self.file,)))
