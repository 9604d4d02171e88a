"""Letters by e-mail, over SMTP with TLS that is always verified."""

import smtplib
import ssl
from contextlib import suppress
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime, parseaddr
from urllib.parse import SplitResult, unquote, urlsplit

from adoptlog.errors import Unusable
from adoptlog.notify.channel import Letter, NotDelivered
from adoptlog.notify.hosts import is_this_machine

_SECONDS = 30
_RULES = SMTP.clone(cte_type="7bit")
"""Japanese text is encoded, so that no server on the way has to take eight bits."""
_PORTS = {"smtp": 587, "smtps": 465}
_REFUSED = (
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPSenderRefused,
    smtplib.SMTPDataError,
    smtplib.SMTPNotSupportedError,
)
"""One letter is not taken; the others may be."""


class Mail:
    """A mail server (`smtp://user:password@host:587`, `smtps://…`), asked once per run."""

    name = "mail"
    needs_address = True

    def __init__(self, url: str, sender: str) -> None:
        self._url = _parsed(url)
        self._sender = _address(sender)
        self._server: smtplib.SMTP | None = None
        self._down: NotDelivered | None = None

    def deliver(self, letter: Letter) -> None:
        message = _message(letter, self._sender)
        server = self._connected()
        try:
            server.send_message(message)
        except _REFUSED as problem:
            if server.sock is None:  # it hung up after refusing: the next letter connects anew
                self._server = None
            raise NotDelivered("the mail server refused it: {answer}", answer=_said(problem)) from None
        except (smtplib.SMTPException, OSError) as problem:
            self.close()
            raise NotDelivered("the mail server broke off: {answer}", answer=_said(problem)) from None

    def close(self) -> None:
        if self._server is not None:
            try:
                self._server.quit()
            except (smtplib.SMTPException, OSError):
                self._server.close()
        self._server = None

    def _connected(self) -> smtplib.SMTP:
        """The connection; a server that could not be reached is not tried again for every letter."""
        if self._down is not None:
            raise self._down
        if self._server is None:
            try:
                self._server = self._connect()
            except (smtplib.SMTPException, OSError) as problem:
                self._down = NotDelivered(
                    "the mail server {hostname} cannot be used: {answer}",
                    hostname=self._url.hostname,
                    answer=_said(problem),
                )
                raise self._down from None
        return self._server

    def _connect(self) -> smtplib.SMTP:
        host, port = self._url.hostname or "", self._url.port or _PORTS[self._url.scheme]
        verified = ssl.create_default_context()
        if self._url.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=_SECONDS, context=verified)
        else:
            server = smtplib.SMTP(host, port, timeout=_SECONDS)
        try:
            self._greet(server, verified)
        except (smtplib.SMTPException, OSError):
            server.close()
            raise
        return server

    def _greet(self, server: smtplib.SMTP, verified: ssl.SSLContext) -> None:
        server.ehlo()
        safe = self._url.scheme == "smtps"
        if not safe and server.has_extn("starttls"):
            server.starttls(context=verified)
            server.ehlo()
            safe = True
        if self._url.username:
            if not safe and not is_this_machine(self._url.hostname or ""):
                raise smtplib.SMTPException("it offers no STARTTLS, and a password is not sent in the clear: use smtps")
            server.login(unquote(self._url.username), unquote(self._url.password or ""))


def _message(letter: Letter, sender: Address) -> EmailMessage:
    message = EmailMessage(policy=_RULES)
    try:
        message["From"] = sender
        message["To"] = Address(_one_line(letter.name or ""), addr_spec=letter.address or "")
    except (MessageError, ValueError, IndexError):
        raise NotDelivered("the e-mail address of the recipient is not one") from None
    message["Subject"] = _one_line(letter.subject)
    message["Date"] = localtime()
    message["Message-ID"] = f"<{letter.id}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    message["Content-Language"] = letter.lang
    return message


def _parsed(url: str) -> SplitResult:
    """The parts of the address; what is wrong with it is said without it, for it holds a password."""
    with suppress(ValueError):
        parts = urlsplit(url)
        if parts.scheme in _PORTS and parts.hostname and (parts.port or 1) > 0:
            return parts
    raise Unusable("ADOPTLOG_SMTP is not an address such as smtp://user:password@host:587 or smtps://…")


def _address(sender: str) -> Address:
    name, address = parseaddr(sender)
    try:
        if not address:
            raise ValueError
        return Address(name, addr_spec=address)
    except (MessageError, ValueError, IndexError):
        raise Unusable(
            "ADOPTLOG_MAIL_FROM has to name the sender of the letters, for example ai-support@example.com"
        ) from None


def _one_line(text: str) -> str:
    """A header is one line: a name with a line break in it cannot begin another header."""
    return " ".join(text.split())


def _said(problem: Exception) -> str:
    """What the server answered."""
    match problem:
        case smtplib.SMTPRecipientsRefused():
            (code, words), *_ = problem.recipients.values()
            return _answer(code, words)
        case smtplib.SMTPResponseException():
            return _answer(problem.smtp_code, problem.smtp_error)
        case _:
            return _one_line(str(problem)) or type(problem).__name__


def _answer(code: int, words: bytes | str) -> str:
    return f"{code} {_one_line(words.decode('utf-8', 'replace') if isinstance(words, bytes) else words)}"
