"""A service account that acts in somebody's name: a token for a statement signed with its key (RFC 7523)."""

import time
from collections.abc import Mapping
from typing import Any

import msgspec

from adoptlog.errors import Unusable
from adoptlog.kit import Secret
from adoptlog.kit.web import Web

SCOPE = "https://www.googleapis.com/auth/admin.reports.audit.readonly"
_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_VALID_FOR = 3600


class ServiceAccount:
    """Says who is asking, as the kit's credentials do."""

    def __init__(self, key: Secret, subject: str) -> None:
        self._key, self._subject = _read(key), subject
        self._token: Secret | None = None

    def headers(self) -> Mapping[str, str]:
        """A token, fetched when it is needed. Raises `Unusable`."""
        if self._token is None:
            self.renew()
        assert self._token is not None
        return {"Authorization": f"Bearer {self._token.reveal()}"}

    def renew(self) -> bool:
        """A new token for the one that has run out."""
        form = {"grant_type": _GRANT, "assertion": self._assertion()}
        with Web(self._key["token_uri"]) as web:
            answer = web.post_json("", form=form, again=True)
        if not isinstance(answer, dict) or not isinstance(answer.get("access_token"), str):
            raise Unusable("Google answered without an access token")
        self._token = Secret(answer["access_token"])
        return True

    def _assertion(self) -> str:
        from google.auth import crypt, jwt

        library: Any = crypt.RSASigner  # its functions have no types
        try:
            signer = library.from_service_account_info(self._key)
        except ValueError:
            raise _wrong_key() from None
        now = int(time.time())
        said = {"iss": self._key["client_email"], "sub": self._subject, "scope": SCOPE, "aud": self._key["token_uri"]}
        encode: Any = jwt.encode
        assertion: bytes = encode(signer, {**said, "iat": now, "exp": now + _VALID_FOR})
        return assertion.decode()


def _read(key: Secret) -> dict[str, Any]:
    try:
        read: Any = msgspec.json.decode(key.reveal())
    except ValueError:
        raise _wrong_key() from None
    if not isinstance(read, dict) or not {"client_email", "private_key", "token_uri"} <= read.keys():
        raise _wrong_key()
    Secret(str(read["private_key"]))  # kept out of texts, too
    return read


def _wrong_key() -> Unusable:
    return Unusable(
        "ADOPTLOG_GEMINI_SERVICE_ACCOUNT is not the key of a service account: put the whole content of the JSON file "
        "into it that Google gave for the key"
    )
