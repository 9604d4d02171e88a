"""How a request says who is asking. Needs `adoptlog[http]` for the ones that fetch a token themselves."""

import base64
from collections.abc import Mapping
from typing import Protocol

from adoptlog.errors import Unusable
from adoptlog.kit.secrets import KeptSecret, Secret


class Credentials(Protocol):
    """What goes into the headers of each request; `renew` after a 401."""

    def headers(self) -> Mapping[str, str]:
        """The headers that say who is asking. Raises `Unusable`."""
        ...

    def renew(self) -> bool:
        """The credentials have not been accepted: whether there are newer ones now."""
        ...


class Anonymous:
    """Nobody in particular."""

    def headers(self) -> Mapping[str, str]:
        return {}

    def renew(self) -> bool:
        return False


class ApiKey(Anonymous):
    """A key under a header of its own, such as `x-api-key`."""

    def __init__(self, header: str, key: Secret) -> None:
        self._header, self._key = header, key

    def headers(self) -> Mapping[str, str]:
        return {self._header: self._key.reveal()}


class Bearer(ApiKey):
    """A token that is simply sent along."""

    def __init__(self, token: Secret) -> None:
        super().__init__("Authorization", token)

    def headers(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self._key.reveal()}"}


class Basic(Anonymous):
    """A user name and a password."""

    def __init__(self, user: str, password: Secret) -> None:
        self._user, self._password = user, password

    def headers(self) -> Mapping[str, str]:
        pair = f"{self._user}:{self._password.reveal()}".encode()
        encoded = base64.b64encode(pair).decode()
        Secret(encoded)  # whoever sees this sees the password: it is kept out of texts, too
        return {"Authorization": f"Basic {encoded}"}


class ClientCredentials:
    """OAuth 2: a token that is fetched when it is needed, and again when it has run out (RFC 6749, 4.4)."""

    def __init__(self, token_url: str, client_id: str, client_secret: Secret, *, scope: str = "") -> None:
        self._token_url = token_url
        self._client_id, self._client_secret, self._scope = client_id, client_secret, scope
        self._token: Secret | None = None

    def headers(self) -> Mapping[str, str]:
        if self._token is None:
            self._token = self._fetched()
        return {"Authorization": f"Bearer {self._token.reveal()}"}

    def renew(self) -> bool:
        self._token = self._fetched()
        return True

    def _fetched(self) -> Secret:
        form = {"grant_type": "client_credentials", **({"scope": self._scope} if self._scope else {})}
        answer = _token(self._token_url, form, self._client_id, self._client_secret, again=True)
        return Secret(answer["access_token"])


class RefreshToken:
    """OAuth 2 with a refresh token that is replaced at each use: the new one is stored before it is used."""

    def __init__(self, token_url: str, client_id: str, client_secret: Secret, refresh_token: KeptSecret) -> None:
        self._token_url = token_url
        self._client_id, self._client_secret, self._refresh = client_id, client_secret, refresh_token
        self._token: Secret | None = None

    def headers(self) -> Mapping[str, str]:
        if self._token is None:
            self.renew()
        assert self._token is not None
        return {"Authorization": f"Bearer {self._token.reveal()}"}

    def renew(self) -> bool:
        self._refresh.ensure_keepable()
        form = {"grant_type": "refresh_token", "refresh_token": self._refresh.reveal()}
        answer = _token(self._token_url, form, self._client_id, self._client_secret, again=False)
        if "refresh_token" in answer:
            self._refresh.keep(answer["refresh_token"])
        self._token = Secret(answer["access_token"])
        return True


def _token(url: str, form: dict[str, str], client_id: str, client_secret: Secret, *, again: bool) -> dict[str, str]:
    from adoptlog.kit.web import Web

    form = {**form, "client_id": client_id, "client_secret": client_secret.reveal()}
    with Web(url) as web:
        answer = web.post_json("", form=form, again=again)
    if not isinstance(answer, dict) or not isinstance(answer.get("access_token"), str):
        raise Unusable("{address} answered without an access_token", address=url.partition("?")[0])
    return answer
