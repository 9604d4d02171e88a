"""Letters through a real mail server."""

import ssl
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
import trustme
from adapters.notify.company import DAY, company
from adapters.notify.servers import Postbox, mail_server

from adoptlog import AdoptLog, Unusable
from adoptlog.notify.smtp import Mail
from adoptlog.store import tables

HANAKO, BEN, CHRIS = "hanako@example.com", "ben@example.com", "chris@example.com"
SENDER = "AI support <ai@example.com>"


def mail(postbox: Postbox, scheme: str = "smtp", login: str = "", host: str = "127.0.0.1") -> Mail:
    return Mail(f"{scheme}://{login}{host}:{postbox.port}", SENDER)


def states(log: AdoptLog, *channels: Mail, send: bool = True, on: date = DAY) -> list[tuple[str | None, int, str]]:
    told = log.notify(as_of=on, send=send, channels=channels)
    return [(one.recipient, len(one.follow_ups), one.state) for one in told]


def events(log: AdoptLog) -> int:
    with log.database.reading() as connection:
        return int(connection.scalar(sa.select(sa.func.count()).select_from(tables.event)))


def _die(*_: object) -> None:
    raise KeyboardInterrupt


def test_the_person_is_told_first_and_everything_comes_in_one_letter(postbox: Postbox) -> None:
    with company() as log:
        told = states(log, mail(postbox))

    assert told == [("e-1", 2, "sent"), ("e-2", 2, "sent"), ("c-1", 4, "sent")]
    assert postbox.recipients == [HANAKO, BEN, CHRIS]


def test_each_is_written_to_in_their_language(postbox: Postbox) -> None:
    with company() as log:
        states(log, mail(postbox))

    japanese, english = postbox.mails[0], postbox.mails[1]
    assert (japanese["Content-Language"], english["Content-Language"]) == ("ja", "en")
    assert japanese["Subject"] == "【生成AI活用サポート】ご案内（2件）"
    assert "Hanako Yamada 様" in japanese.get_content()
    assert "人事評価に用いることはございません" in japanese.get_content()
    assert english["Subject"] == "A helping hand with the AI tool (2)"
    assert "not used for anybody's appraisal" in english.get_content()
    assert "adoptlog follow-ups done " in english.get_content()


def test_nobody_reads_about_a_colleague_whom_they_do_not_help(postbox: Postbox) -> None:
    with company() as log:
        states(log, mail(postbox))

    assert "Ben" not in postbox.text_to(HANAKO)
    assert "Hanako" not in postbox.text_to(BEN)
    assert "Hanako Yamada (Sales)" in postbox.text_to(CHRIS)


def test_sending_twice_sends_once_on_either_database(postbox: Postbox, url: str) -> None:
    with company(url) as log:
        states(log, mail(postbox))
        again, earlier = states(log, mail(postbox)), states(log, mail(postbox), on=date(2026, 4, 16))

    assert (again, earlier, len(postbox.mails)) == ([], [], 3)


def test_without_send_nothing_is_sent_and_nothing_is_recorded(postbox: Postbox) -> None:
    with company() as log:
        before = events(log)
        dry = states(log, mail(postbox), send=False)
        after = events(log)

    assert [state for _, _, state in dry] == ["would_send"] * 3
    assert (postbox.mails, before) == ([], after)


def test_a_refused_person_is_not_told_of_and_the_others_are(postbox: Postbox) -> None:
    postbox.refuses.add(HANAKO)
    with company() as log:
        told = log.notify(send=True, channels=[mail(postbox)])
        postbox.refuses.clear()
        again = states(log, mail(postbox))

    assert [(one.recipient, one.state) for one in told] == [
        ("e-1", "failed"),
        ("e-2", "sent"),
        ("c-1", "sent"),
        ("c-1", "person_first"),
    ]
    assert told[0].problem == "the mail server refused it: 550 no such mailbox"
    assert "Hanako" not in postbox.text_to(CHRIS)
    assert again == [("e-1", 2, "sent"), ("c-1", 2, "recent")]


def test_somebody_without_an_address_is_named_and_skipped(postbox: Postbox) -> None:
    people = {"e-1": ("Hanako Yamada", None, "JP")}
    with company(**people) as log:
        told = states(log, mail(postbox))

    assert told == [("e-1", 2, "no_address"), ("e-2", 2, "sent"), ("c-1", 2, "sent"), ("c-1", 2, "person_first")]


def test_a_server_that_is_down_is_tried_once_and_leaves_everything_untold(postbox: Postbox) -> None:
    with company() as log:
        told = log.notify(send=True, channels=[Mail("smtp://ai:s3cret@127.0.0.1:1", SENDER)])
        later = states(log, mail(postbox))

    (problem,) = {str(one.problem) for one in told if one.state == "failed"}
    assert problem.startswith("the mail server 127.0.0.1 cannot be used: ")
    assert "s3cret" not in problem
    assert [state for _, _, state in later] == ["sent"] * 3


def test_a_letter_that_goes_out_again_can_be_recognised(postbox: Postbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """At least once: the process died after the server had accepted the letter and before that was recorded."""
    with company() as log:
        monkeypatch.setattr(AdoptLog, "_record_told", _die)
        with pytest.raises(KeyboardInterrupt):
            states(log, mail(postbox))
        monkeypatch.undo()
        states(log, mail(postbox))

    first, *after = [mail["Message-ID"] for mail in postbox.mails]
    assert after[0] == first
    assert len(set(after)) == 3


def test_a_name_cannot_add_a_header(postbox: Postbox) -> None:
    with company(**{"e-2": ("Ben\r\nBcc: all@example.com", BEN, None)}) as log:
        states(log, mail(postbox))

    assert all(mail["Bcc"] is None for mail in postbox.mails)
    assert BEN in postbox.recipients


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """An authority that this machine trusts."""
    ca = trustme.CA()
    ca.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return ca


def tls(ca: trustme.CA, host: str = "localhost") -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    ca.issue_cert(host).configure_cert(context)
    return context


def test_starttls_is_used_when_offered_and_the_password_goes_inside(authority: trustme.CA) -> None:
    postbox = Postbox()
    with (
        mail_server(postbox, tls_context=tls(authority), authenticator=postbox.authenticate, auth_required=True),
        company() as log,
    ):
        told = states(log, mail(postbox, login="ai%40example.com:right%2Fone@", host="localhost"))

    assert [state for _, _, state in told] == ["sent"] * 3
    assert postbox.logins == [("ai@example.com", "right/one", True)]


def test_smtps_is_tls_from_the_first_byte(authority: trustme.CA) -> None:
    postbox = Postbox()
    with mail_server(postbox, ssl_context=tls(authority)), company() as log:
        told = states(log, mail(postbox, scheme="smtps", host="localhost"))

    assert [state for _, _, state in told] == ["sent"] * 3


def test_a_certificate_of_somebody_else_is_not_accepted(authority: trustme.CA) -> None:
    postbox = Postbox()
    with mail_server(postbox, tls_context=tls(authority, "elsewhere.example.com")), company() as log:
        told = log.notify(send=True, channels=[mail(postbox, host="localhost")])

    assert {one.state for one in told} == {"failed", "person_first"}
    assert "certificate verify failed" in str(told[0].problem)
    assert postbox.mails == []


def test_a_wrong_password_is_never_shown(authority: trustme.CA) -> None:
    postbox = Postbox()
    with (
        mail_server(postbox, tls_context=tls(authority), authenticator=postbox.authenticate),
        company() as log,
    ):
        told = log.notify(send=True, channels=[mail(postbox, login="ai:wrong-s3cret@", host="localhost")])

    assert told[0].state == "failed"
    assert "s3cret" not in str(told)


def test_a_password_is_not_sent_in_the_clear(postbox: Postbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adoptlog.notify.smtp.is_this_machine", lambda host: False)
    with company() as log:
        told = log.notify(send=True, channels=[mail(postbox, login="ai:s3cret@")])

    assert "use smtps" in str(told[0].problem)
    assert postbox.logins == []


@pytest.mark.parametrize("url", ["", "imap://host", "smtp://", "smtp://ai:s3cret@host:port"])
def test_a_wrong_address_of_the_server_is_said_without_it(url: str) -> None:
    with pytest.raises(Unusable) as problem:
        Mail(url, SENDER)

    assert "ADOPTLOG_SMTP" in str(problem.value)
    assert "s3cret" not in str(problem.value)


@pytest.mark.parametrize("sender", ["", "nobody", "a@b@c"])
def test_a_sender_is_needed(sender: str) -> None:
    with pytest.raises(Unusable, match="ADOPTLOG_MAIL_FROM"):
        Mail("smtp://localhost", sender)
