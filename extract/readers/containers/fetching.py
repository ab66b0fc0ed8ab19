"""Pages from the web, where the user asks for them: what robots.txt allows, one at a time, slowly and within limits."""

from __future__ import annotations

import io
import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from extract.errors import FetchError, ReadError, TooLargeError
from extract.model import Failure
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Blob, LeftOut
from extract.readers.containers.streams import buffered
from extract.readers.draft import MAX_BYTES, ReadHints
from extract.readers.registry import reads_media_type

if TYPE_CHECKING:
    import httpx

AGENT = "extract-claims"
_HEADERS = {"User-Agent": f"{AGENT} (reads articles for their claims; asked for by one person)", "Accept": "*/*"}
_MOST_REDIRECTS = 5
_LONGEST_WAIT = 60.0  # seconds, that robots.txt may ask for between two pages
_SILENCE = 20.0  # seconds without an answer
_LONGEST = 120.0  # seconds for one page
_MOST_ROBOTS = 500_000  # bytes, as Google reads
#: What has no words in it.
_USELESS = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript")


def _never(_source: str) -> str | None:
    return None


def is_address(name: str) -> bool:
    """Whether a name is an address of the web."""
    return name.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class _Page:
    url: str
    raw: bytes
    media_type: str


class Fetcher:
    """Gets pages by HTTP.

    `delay` is the least number of seconds between two requests to one host. `known` says of a source what became of it
    before, if anything: it is not fetched again.
    """

    def __init__(self, delay: float, max_bytes: int = MAX_BYTES, known: Callable[[str], str | None] = _never) -> None:
        import httpx

        self._client = httpx.Client(headers=_HEADERS, timeout=_SILENCE, follow_redirects=False)
        self._delay = delay
        self._most = max_bytes
        self._known = known
        self._robots: dict[str, RobotFileParser] = {}
        self._next: dict[str, float] = {}

    def close(self) -> None:
        self._client.close()

    def linked(self, source: str, url: str, hints: ReadHints, depth: int) -> Blob | Failure | LeftOut:
        """The page at an address, to be read or unpacked by what it is."""
        if before := self._known(source):
            return LeftOut(source, before)
        try:
            page = self.page(url)
        except ReadError as error:
            return failed(source, error)
        if page.media_type.startswith(_USELESS):
            return LeftOut(source, page.media_type)
        plain = page.media_type == "text/plain"  # which servers say of anything
        media_type = page.media_type if reads_media_type(page.media_type) and not plain else None
        hints = replace(hints, media_type=media_type, name=None)
        name = unquote(urlsplit(page.url).path).rpartition("/")[2] or "index.html"
        return Blob(source, name, buffered(io.BytesIO(page.raw)), hints, depth, address=page.url)

    def page(self, url: str) -> _Page:
        """The bytes at an address, after redirects. Raises FetchError and TooLargeError."""
        import httpx

        began_outside = _is_public(url)
        for _ in range(_MOST_REDIRECTS + 1):
            if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
                raise FetchError(f"{url[:200]} is not a web address. Leave it out.")
            if began_outside and not _is_public(url):
                raise FetchError(f"it leads into your own network, to {urlsplit(url).hostname}. Leave it out.")
            try:
                rules = self._rules(url)
                if not rules.can_fetch(AGENT, url):
                    raise FetchError("robots.txt of its site does not allow it. Save the page with a browser.")
                self._wait(url, float(rules.crawl_delay(AGENT) or 0))
                answer = self._get(url, self._most)
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
                why = str(error)[:200] or type(error).__name__
                raise FetchError(f"it could not be fetched ({why}). Try again later with --retry-failed.") from error
            if isinstance(answer, _Page):
                return answer
            url = urljoin(url, answer)
        raise FetchError("it is redirected again and again. Leave it out.")

    def _get(self, url: str, most: int) -> _Page | str:
        """A page, or the address that it has moved to."""
        until = time.monotonic() + _LONGEST
        with self._client.stream("GET", url) as response:
            if response.is_redirect and (target := response.headers.get("Location")):
                return str(target)
            if response.status_code != 200:
                raise FetchError(
                    f"the server answered {response.status_code} {response.reason_phrase}. {_then(response)}"
                )
            raw = bytearray()
            for chunk in response.iter_bytes(65_536):
                raw += chunk
                if len(raw) > most:
                    raise TooLargeError(f"it has more than the {most / 1e6:,.1f} MB allowed. Raise --max-bytes.")
                if time.monotonic() > until:
                    raise FetchError(f"it took more than {_LONGEST:g} seconds. Try again later with --retry-failed.")
            return _Page(url, bytes(raw), response.headers.get("Content-Type", "").partition(";")[0].strip().lower())

    def _rules(self, url: str) -> RobotFileParser:
        """What the site allows (RFC 9309): all where it says nothing, nothing where it cannot be asked."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            rules = RobotFileParser()
            self._wait(url, 0)
            try:
                answer = self._get(f"{site}/robots.txt", _MOST_ROBOTS)
                for _ in range(_MOST_REDIRECTS):
                    if isinstance(answer, str):
                        answer = self._get(urljoin(f"{site}/robots.txt", answer), _MOST_ROBOTS)
                rules.parse(answer.raw.decode("utf-8", "replace").splitlines() if isinstance(answer, _Page) else [])
            except FetchError as error:
                rules.parse([] if " answered 4" in str(error) else ["User-agent: *", "Disallow: /"])
            except TooLargeError:
                rules.parse([])
            self._robots[site] = rules
        return self._robots[site]

    def _wait(self, url: str, asked: float) -> None:
        host = urlsplit(url).netloc
        time.sleep(max(0.0, self._next.get(host, 0.0) - time.monotonic()))
        self._next[host] = time.monotonic() + max(self._delay, min(asked, _LONGEST_WAIT))


def _then(response: httpx.Response) -> str:
    again = response.status_code in (408, 425, 429) or response.status_code >= 500
    return "Try again later with --retry-failed." if again else "Leave it out."


def _is_public(url: str) -> bool:
    """Whether a host is out in the web: no machine of this network, which others must not make us ask."""
    host = urlsplit(url).hostname or ""
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, None)}
    except OSError:
        return True  # fetching it says what is wrong
    return all(ipaddress.ip_address(str(address).partition("%")[0]).is_global for address in found)
