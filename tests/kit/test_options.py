"""Options are declared once; secrets come from the environment or the keyring, and are seen nowhere."""

import json
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import attrs
import keyring
import pytest
from keyring.backend import KeyringBackend
from kit.pulse import answer, serving

from adoptlog.errors import Unusable
from adoptlog.kit import KeptSecret, Secret, option, secret
from adoptlog.kit.credentials import RefreshToken
from adoptlog.kit.options import NotGiven, options_from, settings_of
from adoptlog.kit.secrets import secret_for
from adoptlog.kit.web import Web
from adoptlog.testing.faults import impatient


@attrs.frozen(kw_only=True)
class Options:
    url: str = option("where it is")
    token: Secret = secret("a token that may read")
    spare: Secret | None = secret("another one", required=False)
    since: date = option("the first day", default=date(2026, 1, 1))
    pages: int = option("how many at once", default=100)
    graded: bool = option("grades too", default=False)
    plan: Literal["team", "enterprise"] = option("which plan", default="team")
    courses: tuple[str, ...] = option("only these", default=())
    folder: Path | None = option("where files are", default=None)
    today: date


RUN = {"today": date(2026, 6, 1)}
TOKEN = {"ADOPTLOG_OUR_LMS_TOKEN": "s3cret-token"}


def made(given: dict[str, Any], environ: dict[str, str] | None = None) -> Options:
    options: Options = options_from("our-lms", Options, RUN | given, environ if environ is not None else TOKEN)
    return options


class Memory(KeyringBackend):
    """A keyring that forgets everything at the end of the test."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def ring() -> Iterator[Memory]:
    before, memory = keyring.get_keyring(), Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def test_texts_are_read_in_their_types() -> None:
    options = made(
        {
            "url": "https://x",
            "since": "2026-04-01",
            "pages": "7",
            "courses": ["a", "b"],
            "graded": "yes",
            "folder": "in",
        }
    )

    assert (options.since, options.pages, options.courses) == (date(2026, 4, 1), 7, ("a", "b"))
    assert (options.graded, options.folder, options.plan) == (True, Path("in"), "team")
    assert options.token.reveal() == "s3cret-token"


def test_what_is_not_given_comes_from_the_environment() -> None:
    options = made({"pages": "7"}, TOKEN | {"ADOPTLOG_OUR_LMS_URL": "https://lms", "ADOPTLOG_OUR_LMS_PAGES": "9"})

    assert (options.url, options.pages) == ("https://lms", 7)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"since": "yesterday"}, "--since of our-lms is 'yesterday'; expected a date such as 2026-04-01"),
        ({"pages": "many"}, "--pages of our-lms is 'many'; expected a whole number"),
        ({"plan": "free"}, "--plan of our-lms is 'free'; expected team, enterprise"),
        ({"graded": "perhaps"}, "--graded of our-lms is 'perhaps'; expected yes or no"),
        ({"token": "s3cret"}, "token of our-lms is a secret: put it into ADOPTLOG_OUR_LMS_TOKEN, or the keyring"),
    ],
)
def test_what_is_wrong_is_said_with_what_is_expected(given: dict[str, str], said: str) -> None:
    with pytest.raises(Unusable) as told:
        made({"url": "https://x"} | given)

    assert str(told.value) == said


def test_what_is_missing_is_said_with_where_to_put_it(ring: Memory) -> None:
    with pytest.raises(NotGiven, match=r"^adapter our-lms needs --url \(where it is\)$"):
        made({})
    with pytest.raises(NotGiven, match="or store it with `keyring set adoptlog our-lms"):
        made({"url": "https://x"}, {})


def test_a_secret_can_come_from_the_keyring(ring: Memory) -> None:
    ring.set_password("adoptlog", "our-lms.token", "s3cret-in-the-ring")

    assert made({"url": "https://x"}, {}).token.reveal() == "s3cret-in-the-ring"
    assert made({"url": "https://x"}).token.reveal() == "s3cret-token"


def test_a_secret_shows_itself_to_nobody() -> None:
    token = Secret("s3cret-token")
    options = made({"url": "https://x"})

    shown = [repr(token), str(token), f"{token:>40}", repr(options), json.dumps([token], default=str), f"{[token]}"]

    assert not any("s3cret" in text for text in shown)
    with pytest.raises(TypeError, match="not written anywhere"):
        pickle.dumps(token)


def test_settings_say_all_there_is_to_say() -> None:
    settings = {setting.name: setting for setting in settings_of("our-lms", Options)}

    assert "today" not in settings
    assert settings["token"].secret
    assert settings["token"].required
    assert not settings["spare"].required
    assert settings["courses"].many
    assert settings["graded"].flag
    assert settings["plan"].words == ("team", "enterprise")
    assert settings["url"].variable == "ADOPTLOG_OUR_LMS_URL"


def kept(environ: dict[str, str]) -> KeptSecret:
    found = secret_for("freee", "refresh_token", environ, kept=True)
    assert isinstance(found, KeptSecret)
    return found


def test_a_renewed_secret_stands_until_somebody_gives_another(ring: Memory) -> None:
    given = {"ADOPTLOG_FREEE_REFRESH_TOKEN": "s3cret-first"}
    kept(given).keep("s3cret-second")
    kept(given).keep("s3cret-third")

    assert kept(given).reveal() == "s3cret-third"
    assert kept({}).reveal() == "s3cret-third"
    assert kept({"ADOPTLOG_FREEE_REFRESH_TOKEN": "s3cret-new"}).reveal() == "s3cret-new"


def test_a_refresh_token_that_works_once_is_replaced_before_the_new_one_is_used(ring: Memory) -> None:
    given = {"ADOPTLOG_FREEE_REFRESH_TOKEN": "refresh-1"}
    stored_when_used = []

    def system(request: Any) -> None:
        if request.path == "/token":
            number = int(request.body.decode().split("refresh-")[1][0])
            answer(request, 200, {"access_token": f"access-{number}", "refresh_token": f"refresh-{number + 1}"})
        else:
            stored_when_used.append(kept(given).reveal())
            answer(request, 200 if request.headers["Authorization"] == "Bearer access-2" else 401, {})

    with impatient(), serving(system) as url:
        credentials = RefreshToken(f"{url}/token", "adoptlog", Secret("s3cret-client"), kept(given))
        with Web(url, credentials) as web:
            web.json("employees")

    assert stored_when_used == ["refresh-2", "refresh-3"]
    assert kept(given).reveal() == "refresh-3"


def test_without_a_keyring_a_token_that_works_once_is_not_used_up() -> None:
    from keyring.backends import fail

    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    try:
        secret_ = kept({"ADOPTLOG_FREEE_REFRESH_TOKEN": "refresh-1"})
        with pytest.raises(Unusable, match="has to be stored, but this machine has no keyring"):
            RefreshToken("https://127.0.0.1:9/token", "adoptlog", Secret("s3cret-client"), secret_).headers()
    finally:
        keyring.set_keyring(before)
