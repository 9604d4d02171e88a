"""Every column adoptlog knows, under its English and Japanese names, how its cells are read, and an example."""

from collections.abc import Callable
from typing import Any

import attrs

from adoptlog_adapters.sheets import values as read_as
from adoptlog_adapters.sheets.dates import as_date
from adoptlog_adapters.sheets.weekdays import workdays


@attrs.frozen
class Column:
    """A column of a kind: `also` are further headings it is known by."""

    name: str
    ja: str
    read: Callable[[str], Any]
    example: str
    example_ja: str = ""
    also: tuple[str, ...] = ()
    required: bool = False
    heading: str = ""
    """What it is called in the file at hand; complaints name it so."""

    @property
    def headings(self) -> tuple[str, ...]:
        """Every name the column may have in a file."""
        return (self.name, self.ja, *self.also)

    def example_in(self, lang: str) -> str:
        """What a cell of it may hold."""
        return self.example_ja or self.example if lang == "ja" else self.example


DAY = ("日付",)
METRICS = read_as.one_of({"所要時間": "minutes", "品質": "rating", "不良率": "defect_rate"})
PHASES = read_as.one_of({"導入前": "baseline", "導入後": "after"})
LITERACY = read_as.one_of({"低": "low", "中": "mid", "高": "high"})
ROLES = read_as.one_of({"推進担当者": "owner", "AI担当": "champion", "生成AI顧問": "adviser"})
CHECK_INS = read_as.one_of({"定例MTG": "meeting", "実装フォロー": "hands_on", "チャットサポート": "chat"})
REVIEWS = read_as.one_of({"修了": "graduate", "延長": "extend"})
DECISIONS = read_as.one_of({"継続": "continue", "改善": "adjust", "中止": "stop"})
TOPICS = read_as.some_of({"使い方": "usage", "用途": "use_cases", "ガイドライン": "guideline"})

_ALL = (
    Column("person", "社員番号", read_as.person_id, "e-1001"),
    Column("name", "氏名", read_as.free_text, "Hanako Sato", "佐藤 花子"),
    Column("email", "メール", read_as.email, "sato@example.co.jp"),
    Column("department", "部署", read_as.name_id, "Sales", "営業部"),
    Column("manager", "上司", read_as.person_id, "e-1000"),
    Column("valid_from", "発令日", as_date, "2026-04-01"),
    Column("joined_on", "入社日", as_date, "2020-04-01"),
    Column("left_on", "退職日", as_date, "2030-03-31"),
    Column("literacy", "リテラシー", LITERACY, "mid", "中"),
    Column("country", "国", read_as.name_id, "JP"),
    Column("timezone", "タイムゾーン", read_as.name_id, "Asia/Tokyo"),
    Column("workdays", "勤務曜日", workdays, "mon-fri", "月-金"),
    Column("licensed_on", "ライセンス付与日", as_date, "2026-04-01"),
    Column("from", "開始日", as_date, "2026-04-01"),
    Column("to", "終了日", as_date, "2026-04-30"),
    Column("kind", "種別", read_as.free_text, "parental", "育児休業"),
    Column("program", "プログラム", read_as.name_id, "genai-2026"),
    Column("date", "日付", as_date, "2026-04-01"),
    Column("tool", "ツール", read_as.name_id, "chatgpt"),
    Column("count", "回数", read_as.count, "3"),
    Column("use_case", "用途", read_as.name_id, "minutes-draft", "議事録作成"),
    Column("active_days", "利用日数", read_as.whole, "12"),
    Column("course", "研修", read_as.name_id, "genai-basics"),
    Column("assigned_on", "割当日", as_date, "2026-04-01", also=DAY),
    Column("due_on", "期限", as_date, "2026-04-30"),
    Column("completed_on", "受講日", as_date, "2026-04-10", also=DAY),
    Column("score", "点数", read_as.score, "85%", "85"),
    Column("passed", "合否", read_as.yes_no, "yes", "合格"),
    Column("topics", "内容", TOPICS, "usage;guideline"),
    Column("held_on", "実施日", as_date, "2026-04-15", also=DAY),
    Column("self_reported_days", "利用日数", read_as.number, "3.5"),
    Column("note", "メモ", read_as.free_text, "uses it for minutes", "議事録に使用"),
    Column("by", "担当", read_as.person_id, "e-1000"),
    Column("question", "質問", read_as.free_text, "May I paste a contract?", "契約書を貼り付けてもよいですか"),
    Column("asked_on", "質問日", as_date, "2026-04-15", also=DAY),
    Column("answered_on", "回答日", as_date, "2026-04-16"),
    Column("guideline", "ガイドライン", read_as.name_id, "ai-use", "生成AI利用規程"),
    Column("version", "版", read_as.name_id, "1.0"),
    Column("published_on", "公開日", as_date, "2026-04-01", also=DAY),
    Column("withdrawn_on", "廃止日", as_date, "2027-03-31"),
    Column("title", "名称", read_as.free_text, "Generative AI at work", "生成AI活用"),
    Column("acknowledged_on", "同意日", as_date, "2026-04-05", also=DAY),
    Column("task", "業務", read_as.name_id, "meeting-minutes", "議事録"),
    Column("metric", "指標", METRICS, "minutes", "所要時間"),
    Column("value", "値", read_as.number_or_share, "42.5"),
    Column("measured_on", "測定日", as_date, "2026-04-20", also=DAY),
    Column("phase", "区分", PHASES, "baseline", "導入前"),
    Column("recalled", "事後推定", read_as.yes_no, "no", "いいえ"),
    Column("runs", "測定回数", read_as.whole, "5"),
    Column("tools", "対象ツール", read_as.ids, "chatgpt;copilot", also=("ツール",)),
    Column("target_days", "目標日数", read_as.number, "3"),
    Column("core_use_cases", "主要用途", read_as.ids, "minutes-draft;summary", "議事録作成;要約"),
    Column("owner", "推進担当者", read_as.person_id, "e-1000"),
    Column("starts_on", "開始日", as_date, "2026-04-01"),
    Column("monthly_cost", "月額費用", read_as.number, "300000"),
    Column("hourly_cost", "時間単価", read_as.number, "4000"),
    Column("chosen_below", "選定基準", read_as.number, "60"),
    Column("inventoried_on", "棚卸し日", as_date, "2026-03-15", also=DAY),
    Column("minutes_per_run", "所要時間", read_as.number, "45"),
    Column("runs_per_month", "月間回数", read_as.number, "8"),
    Column("priority", "優先度", read_as.whole, "1"),
    Column("target", "目標値", read_as.number_or_share, "20"),
    Column("target_on", "目標期限", as_date, "2026-09-30"),
    Column("core", "主要", read_as.yes_no, "yes", "はい"),
    Column("role", "役割", ROLES, "champion", "AI担当"),
    Column("shared_on", "共有日", as_date, "2026-05-10", also=DAY),
    Column("released_on", "公開日", as_date, "2026-05-01", also=DAY),
    Column("outcome", "結果", REVIEWS, "graduate", "修了"),
    Column("decided_on", "決定日", as_date, "2026-07-01", also=DAY),
)

COLUMNS = {column.name: column for column in _ALL}
