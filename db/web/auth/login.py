"""The login page: a name and a password start a session."""

from __future__ import annotations

from urllib.parse import parse_qsl

from datasette.utils.asgi import Request, Response

from db.web.auth import accounts, sessions
from db.web.http import assets
from db.web.http.asgi import Datasette, is_local_path
from db.web.http.security import STRICT_POLICY
from db.web.pages import templating

NO_MATCH = "Wrong name or password."
BUSY = "Too many people are signing in right now. Try again in a few seconds. This attempt was not counted."
NO_USERS = (
    "Nobody can sign in: the list of users is missing, empty or damaged. Whoever runs the server has to restore it."
)


async def login(datasette: Datasette, request: Request) -> Response:
    """GET: the form. POST {username, password, next}: a session, and on to the page that was asked for before."""
    known = accounts.of(datasette)
    if known is None:  # a Datasette of somebody else's, with this plugin beside
        from datasette_auth_passwords import password_login

        answer: Response = await password_login(request, datasette)
        return answer
    if request.method != "POST":
        return _form(datasette, request, request.args.get("next") or "")
    given = dict(parse_qsl((await request.post_body()).decode(), keep_blank_values=True))
    return await _check_password(datasette, request, known, given)


async def _check_password(
    datasette: Datasette, request: Request, known: accounts.Accounts, given: dict[str, str]
) -> Response:
    name, password, place = (given.get(field, "") for field in ("username", "password", "next"))
    lockout = known.lockout
    if wait := lockout.wait(name):
        words = f"Too many wrong passwords for this name. Try again in {wait} seconds."
        return _form(datasette, request, place, words, 429, {"retry-after": str(wait)})
    if not known.users:
        return _form(datasette, request, place, NO_USERS, 503)
    there = name in known.users
    lockout.note(name, right=False, known=there)  # before, so that many at once are counted too
    try:
        right = await known.is_password(name, password)
    except BaseException as error:
        lockout.take_back(name, there)  # nobody looked at the password
        if isinstance(error, accounts.BusyError):
            return _form(datasette, request, place, BUSY, 503, {"retry-after": "10"})
        raise
    if not right:
        return _form(datasette, request, place, NO_MATCH)
    lockout.note(name, right=True)
    answer: Response = Response.redirect(place if is_local_path(place) else datasette.urls.path("/"))
    answer.set_cookie(
        "ds_actor", sessions.make_session(datasette, known.users[name]), max_age=sessions.SESSION_SECONDS, httponly=True
    )
    return answer


def _form(
    datasette: Datasette, request: Request, place: str, error: str = "", status: int = 200,
    headers: dict[str, str] | None = None,
) -> Response:  # fmt: skip
    """The page with the form. It tells nothing of the database."""
    body = templating.environment().get_template("extract_login.html").render(
        title="Sign in", login=str(datasette.urls.path("/-/login")), error=error, token=request.scope["csrftoken"](),
        place=place if is_local_path(place) else "", instance=datasette.urls.instance(),
        asset=lambda name: assets.url(datasette, name),
    )  # fmt: skip
    always = {"Content-Security-Policy": STRICT_POLICY, "Cache-Control": "no-store"}
    answer: Response = Response.html(body, status, {**always, **(headers or {})})
    return answer
