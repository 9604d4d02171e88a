"""CSV files keep what every adapter has to keep."""

from datetime import date
from pathlib import Path

import pytest

from adoptlog.testing import AdapterContract
from adoptlog_adapters.csv import CsvAdapter, CsvOptions

EXAMPLES = {
    "people": "社員番号,氏名,メール,部署,上司,入社日\ne-1001,佐藤 花子,sato@example.co.jp,営業部,e-1000,2020-04-01\n",
    "usage": (
        "person,date,tool,count\ne-1001,2026-04-01,chat,3\ne-1002,2026-04-02,chat,1\n"
        "e-1001,2026-04-01,chat,2\ne-1003,2026-13-01,chat,1\n"
    ),
    "check-ins": "person,kind,held_on,note,by\ne-1001,meeting,2026-04-15,uses it for minutes,e-1000\n",
}


@pytest.fixture(params=EXAMPLES)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class TestCsv(AdapterContract):
    @pytest.fixture(autouse=True)
    def _file(self, kind: str, tmp_path: Path) -> None:
        self.kind, self.file = kind, tmp_path / f"{kind}.csv"
        self.file.write_text(EXAMPLES[kind], encoding="utf-8")

    def make(self) -> CsvAdapter:
        return CsvAdapter(CsvOptions(files=(self.file,), kind=self.kind, today=date(2026, 6, 30)))
