"""Connections that keep a deadline and stay out of private networks.

The timeouts of requests hold for one read of the socket: a server that sends a byte now and then keeps
it for ever. Here a timer shuts the socket down when the time of the whole download is over, which ends
any read, TLS handshakes included. Host names are looked up once, every answer is checked, and the
checked address is the one connected to, so a second look-up cannot lead elsewhere (DNS rebinding).

The only module that imports requests and urllib3; :mod:`cleannews.download.transfer` imports it when
there is something to download.
"""

from __future__ import annotations

import contextlib
import queue
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

import requests
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from cleannews.download.address import is_public, redact, shown
from cleannews.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from typing_extensions import Self

_PIECE = 65_536
"""Bytes asked from the socket at a time."""


_LONGEST = 10**9
"""Seconds beyond which a deadline is none (30 years): timers refuse times that are much longer."""


class Deadline:
    """The end of the time for one download, and what is cut off then."""

    def __init__(self, seconds: float) -> None:
        seconds = min(seconds, _LONGEST)
        self._end = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def left(self) -> float:
        """Seconds left, never less than a millisecond (0 would mean "do not wait" to a socket)."""
        return max(0.001, self._end - time.monotonic())

    def passed(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() >= self._end

    def watch(self, connected: socket.socket) -> None:
        """Cut this connection when the time is over.

        A duplicate is kept because TLS takes the descriptor out of the original.

        Raises:
            TimeoutError: The time was over before there was anything to cut.
        """
        with self._lock:
            if self.passed():
                raise TimeoutError("the time is over")
            self._sockets.append(connected.dup())

    def close(self) -> None:
        """Stop the clock and let the connections go."""
        self._timer.cancel()
        with self._lock:
            for watched in self._sockets:
                watched.close()
            self._sockets.clear()

    def _cut(self) -> None:
        with self._lock:
            for watched in self._sockets:
                with contextlib.suppress(OSError):
                    watched.shutdown(socket.SHUT_RDWR)


class Wire:
    """One download's connections: a deadline, an address rule, cookies for its redirects.

    Args:
        seconds: The time for everything.
        addresses: ``"public"`` or ``"any"``.
    """

    def __init__(self, *, seconds: float, addresses: str) -> None:
        self.deadline = Deadline(seconds)
        self._seconds = seconds
        self._cookies = RequestsCookieJar()
        self._responses: list[requests.Response] = []
        self._adapter = _Adapter(self.deadline, addresses)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for response in self._responses:
            response.close()
        self._adapter.close()
        self.deadline.close()

    def get(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        """Ask for a page and return its status and headers; the body waits, redirects are not followed.

        Raises:
            FetchError: No answer came.
        """
        with self.told(url):
            request = requests.Request("GET", url, headers=dict(headers), cookies=self._cookies).prepare()
            # Not Session.send: for a redirect it reads and decompresses the whole body before one can look.
            response = self._adapter.send(request, stream=True, timeout=self.deadline.left(), verify=True)
            self._responses.append(response)
            extract_cookies_to_jar(self._cookies, request, response.raw)  # type: ignore[no-untyped-call] # its stub has no types
        return response

    def pieces(self, response: requests.Response, url: str) -> Iterator[bytes]:
        """The body as it comes over the wire, still compressed.

        Raises:
            FetchError: It broke off, or the time is over.
        """
        with self.told(url):
            yield from response.raw.stream(_PIECE, decode_content=False)
        if self.deadline.passed():
            # A cut connection looks like the end of a body that declared no length.
            raise self._out_of_time(redact(url))

    @contextlib.contextmanager
    def told(self, url: str) -> Iterator[None]:
        """Turn what requests, urllib3 and sockets raise into one clear error."""
        try:
            yield
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            where = redact(url)
            if self.deadline.passed() or isinstance(error, requests.Timeout):
                raise self._out_of_time(where) from error
            raise _explained(error, where) from error

    def _out_of_time(self, where: str) -> FetchError:
        return FetchError(
            f"{where}: no complete answer within {self._seconds:g} s; try again or raise timeout",
            subject=where,
            reason="timeout",
        )


def _explained(error: Exception, where: str) -> FetchError:
    """Say what an exception of the network libraries means."""
    if isinstance(error, HTTPError):
        # requests wraps what urllib3 raises, except while the body is read.
        what, reason = "the connection broke off before the page was complete; try again", "incomplete"
    elif isinstance(error, requests.exceptions.SSLError):
        what, reason = "the TLS certificate or handshake failed, and pages are not read unverified", "tls"
    elif isinstance(error, (requests.exceptions.InvalidURL, UnicodeError)):
        what, reason = "not a web address; check its spelling", "address"
    elif isinstance(error, ValueError):
        what, reason = "the server's answer breaks the rules of HTTP; try again later", "protocol"
    else:
        what, reason = f"the connection failed ({_root(error)}); try again later", "connect"
    return FetchError(f"{where}: {what}", subject=where, reason=reason)


def _root(error: BaseException) -> str:
    """The innermost cause in words: the outer ones repeat object addresses and pool names."""
    while (inner := error.__cause__ or error.__context__) is not None:
        error = inner
    return shown(str(getattr(error, "strerror", None) or error)) or type(error).__name__


class _Adapter(HTTPAdapter):
    """An adapter whose connections know the deadline and the address rule."""

    def __init__(self, deadline: Deadline, addresses: str) -> None:
        self._rule: dict[str, Any] = {"deadline": deadline, "addresses": addresses}
        super().__init__(pool_connections=2, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - requests' own signature
        """Make pools of guarded connections; proxies are never used, so this is the only place."""
        rule = self._rule

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return _connect(self.host, self.port, **rule)

        class Secure(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return _connect(self.host, self.port, **rule)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        self.poolmanager = PoolManager(num_pools=2, maxsize=1)
        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}


def _connect(host: str, port: int | None, *, deadline: Deadline, addresses: str) -> socket.socket:
    """Look a host up, check every answer, and connect to one of them."""
    answers = _look_up(host.strip("[]"), port or 80, deadline)
    if addresses == "public":
        for answer in answers:
            if not is_public(str(answer[4][0])):
                raise FetchError(
                    f"{host}: the address {answer[4][0]} belongs to a private network and is not asked "
                    "unless addresses is 'any' (--addresses any)",
                    subject=host,
                    reason="private_address",
                )
    failure: OSError | None = None
    for place, (family, kind, protocol, _, address) in enumerate(answers):
        sock = socket.socket(family, kind, protocol)
        try:
            # A share of the time for each address: one that does not answer must not use up all of it.
            sock.settimeout(deadline.left() / (len(answers) - place))
            sock.connect(address)
            deadline.watch(sock)
        except OSError as error:
            sock.close()
            failure = error
        else:
            sock.settimeout(deadline.left())
            return sock
    raise failure or OSError(f"no address for {host}")


def _look_up(host: str, port: int, deadline: Deadline) -> list[tuple[Any, ...]]:
    """``getaddrinfo`` within the deadline: it knows no time-out of its own, so a thread waits for it."""
    box: queue.SimpleQueue[list[tuple[Any, ...]] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            box.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            box.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = box.get(timeout=deadline.left())
    except queue.Empty:
        raise TimeoutError(f"no answer from DNS for {host}") from None
    if isinstance(answer, (OSError, UnicodeError)):
        raise FetchError(f"{host}: no such host; check the address", subject=host, reason="dns") from answer
    return answer
