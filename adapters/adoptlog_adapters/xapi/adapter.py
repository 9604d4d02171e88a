"""xAPI in both directions: statements from files or an LRS, and statements about what adoptlog knows."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, ClassVar

from adoptlog import messages
from adoptlog.errors import Unusable
from adoptlog.intake.adapter import Fetched, Read
from adoptlog.intake.observation import Rejected, Translation
from adoptlog.kit import Checked, Message, WayIn, WayOut, may
from adoptlog.kit.credentials import Anonymous, Basic, Bearer, Credentials
from adoptlog_adapters.xapi.cmi5 import KEY, Registration
from adoptlog_adapters.xapi.lrs import VERSION, Lrs
from adoptlog_adapters.xapi.mapping import vocabulary
from adoptlog_adapters.xapi.options import XapiOptions
from adoptlog_adapters.xapi.reading import Record, Waiting, checked, records
from adoptlog_adapters.xapi.registrations import Registrations
from adoptlog_adapters.xapi.saying import Saying
from adoptlog_adapters.xapi.statements import Understanding, without_answers
from adoptlog_adapters.xapi.telling import tell

if TYPE_CHECKING:
    from adoptlog.kit.web import Web
    from adoptlog.log import AdoptLog

_LINE = "(line)"


class XapiAdapter(WayIn[XapiOptions], WayOut[XapiOptions]):
    """Reads the statements of xAPI 1.0.3 and 2.0, and tells an LRS of check-ins, acknowledgements and status."""

    name: ClassVar[str] = "xapi"
    title: ClassVar[str] = "xAPI statements of any LMS or LRS, from files or over HTTP, and back"
    direction: ClassVar[str] = "both"
    Options: ClassVar[type] = XapiOptions

    def __init__(self, options: XapiOptions) -> None:
        super().__init__(options)
        self._understanding = Understanding(vocabulary(options.mapping), options.employee_numbers_at)

    @property
    def source(self) -> str:
        """The files, or the LRS."""
        return ", ".join(str(file) for file in self.options.files) or self.options.url or self.name

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        """The statements of all files, which are read to their end once before the first statement; or of the LRS."""
        if self.options.files:
            yield from self._from_files()
            return
        if not self.options.url:
            raise Unusable("neither a file nor an LRS (--url) was given to import")
        o = self.options
        with self._web() as web:
            yield from Lrs(web=web, overlap=o.overlap, full_every=o.full_every, today=o.today).read(bookmark)

    def _from_files(self) -> Iterator[Fetched]:
        for path in self.options.files:
            checked(path)
        held = Registrations()
        for path in self.options.files:
            for record in records(path):
                one = Waiting.of(record, str(path))
                if not held.hold(one):
                    yield one.fetched()
        yield from (one.fetched() for one in held.understood())

    def translate(self, raw: Record | Mapping[str, Any]) -> Translation:
        """What a statement says, or a dead letter's record as `show` gave it."""
        if not isinstance(raw, Record):
            if not isinstance(raw, Mapping) or _LINE in raw:
                return Rejected("this line is no statement")
            return self._understood(raw)
        if raw.problem is not None:
            return Rejected(raw.problem)
        return self._understood(raw.content)

    def show(self, raw: Record) -> tuple[int | None, Mapping[str, Any]]:
        """The statement without names and answers; what is none stands under `(line)`."""
        if raw.problem is None:
            return raw.line, without_answers(raw.content)
        return raw.line, {_LINE: raw.content.decode(errors="replace").strip()}

    def compose(self, log: "AdoptLog", bookmark: str | None = None) -> Iterator[Message]:
        """The statements about what is new since the bookmark."""
        saying = Saying(log=log, options=self.options)
        yield from saying.since(bookmark)
        self.notes.extend(saying.notes)

    def send(self, message: Message) -> None:
        """Store a statement in the LRS."""
        with self._web() as web:
            tell(web, message.content)

    def check(self) -> Iterator[Checked]:
        """Whether the LRS lets us read; writing cannot be tried without writing."""
        if self.options.files:
            what, needs = messages.Message("reading the files"), messages.Message("files that can be read")
            yield may(what, needs, lambda: next(self._from_files(), None))
            return
        with self._web() as web:
            what, needs = messages.Message("reading statements"), messages.Message("the right statements/read")
            yield may(what, needs, lambda: web.json("statements", {"limit": 1}))

    def _understood(self, statement: Mapping[str, Any]) -> Translation:
        if KEY in statement:
            return Registration(statement[KEY]).says(statement, self._understanding)
        return self._understanding.of(statement)

    def _web(self) -> "Web":
        if not self.options.url:
            raise Unusable("no LRS was given: --url is its endpoint, such as https://lrs.example.com/xAPI")
        if find_spec("httpx") is None or find_spec("tenacity") is None:
            raise Unusable('an LRS is reached with a further library: pip install "adoptlog[http]"')
        from adoptlog.kit.web import Web

        return Web(self.options.url, self._credentials(), headers=VERSION, understand=_problem)

    def _credentials(self) -> Credentials:
        o = self.options
        if o.token is not None:
            return Bearer(o.token)
        if o.user and o.password is not None:
            return Basic(o.user, o.password)
        if o.user or o.password is not None:
            raise Unusable("an LRS needs both a user (--user) and a password (ADOPTLOG_XAPI_PASSWORD), or a token")
        return Anonymous()


def _problem(body: Any) -> str | None:
    """What an LRS says is wrong."""
    said = body.get("detail") or body.get("message") if isinstance(body, dict) and "statements" not in body else None
    return said[:200] if isinstance(said, str) else None
