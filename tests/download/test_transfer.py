"""Downloads from a web server on this machine that misbehaves as told."""

from __future__ import annotations

import contextlib
import gzip
import io
import pickle
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

import pytest
from requests import Response

from cleannews.download import Fetched, fetch
from cleannews.download.body import Body
from cleannews.download.transfer import _follow
from cleannews.errors import CleanNewsError, FetchError, TooLarge

if TYPE_CHECKING:
    from cleannews.download.connection import Wire

Answer = Callable[[socket.socket, bytes], object]
"""Writes an answer to a connection, given the head of the request."""


class Server:
    """Answers by path; keeps the heads of the requests it got."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[bytes] = []
        self.stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def say(self, path: str, *pieces: bytes) -> str:
        """Answer a path with these bytes and close."""

        def answer(connection: socket.socket, _: bytes) -> None:
            for piece in pieces:
                connection.sendall(piece)

        self.answers[path] = answer
        return self.url(path)

    def page(self, path: str, body: bytes, *headers: str, status: str = "200 OK") -> str:
        """Answer a path with a page and its length."""
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
        return self.say(path, "\r\n".join([*lines, "", ""]).encode("latin-1"), body)

    def drip(self, path: str, head: bytes, piece: bytes, *, every: float) -> str:
        """Answer a path with a head and then a piece now and then, without end."""

        def answer(connection: socket.socket, _: bytes) -> None:
            connection.sendall(head)
            while not self.stopped.wait(every):
                connection.sendall(piece)

        self.answers[path] = answer
        return self.url(path)

    def stop(self) -> None:
        """End every answer that goes on."""
        self.stopped.set()
        self._listener.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                head += connection.recv(65_536)
            self.requests.append(head)
            path = head.split(b" ")[1].decode("latin-1")
            self.answers[path](connection, head)


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.stop()


PAGE = b"<html><body><p>The river rose by two metres in one night.</p></body></html>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def refused(url: str, *, timeout: float = 30, max_bytes: int = 1_000_000) -> FetchError:
    """Fetch what must fail, and check what every failure owes its reader."""
    with pytest.raises(FetchError) as caught:
        fetch(url, timeout=timeout, max_bytes=max_bytes, addresses="any")
    error = caught.value
    assert "\n" not in error.message
    assert error.subject
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own pickle
    return error


def test_a_page_comes_with_its_address_type_and_charset(server: Server) -> None:
    url = server.page("/a", PAGE, 'Content-Type: Text/HTML; charset="ISO-8859-1"', "Set-Cookie: a=b")
    fetched = fetch(url, addresses="any")
    assert isinstance(fetched, Fetched)
    assert (fetched.body, fetched.status, fetched.url, fetched.final_url) == (PAGE, 200, url, url)
    assert (fetched.content_type, fetched.charset) == ("text/html", "ISO-8859-1")
    assert fetched.headers == {"content-type": 'Text/HTML; charset="ISO-8859-1"'}
    assert 0 < fetched.elapsed < 30


def test_a_missing_type_is_not_known(server: Server) -> None:
    fetched = fetch(server.page("/a", PAGE), addresses="any")
    assert (fetched.content_type, fetched.charset) == (None, None)


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("GZIP", gzip.compress(PAGE[:10]) + gzip.compress(PAGE[10:])),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)[2:-4]),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE))),
        ("identity", PAGE),
    ],
)
def test_compressed_pages_come_out_whole(server: Server, coding: str, body: bytes) -> None:
    assert fetch(server.page("/a", body, f"Content-Encoding: {coding}"), addresses="any").body == PAGE


@pytest.mark.parametrize("size", [1, 2, 3, 7])
@pytest.mark.parametrize(
    "packed",
    [
        gzip.compress(PAGE),
        gzip.compress(PAGE[:10]) + bytes(3) + gzip.compress(PAGE[10:]),
        zlib.compress(PAGE),
        zlib.compress(PAGE)[2:-4],
    ],
    ids=["gzip", "two members", "zlib", "raw"],
)
def test_compressed_pages_may_come_byte_by_byte(packed: bytes, size: int) -> None:
    body = Body("deflate", max_bytes=1_000, where="a")
    for at in range(0, len(packed), size):
        body.feed(packed[at : at + size])
        body.feed(b"")
    assert body.complete()
    assert bytes(body.data) == PAGE


@pytest.mark.parametrize(("body", "complete"), [(b"", True), (b"\x1f", False), (b"\x78\x9c", False)])
def test_a_first_byte_alone_is_no_page(body: bytes, *, complete: bool) -> None:
    coded = Body("gzip", max_bytes=1_000, where="a")
    coded.feed(body)
    assert coded.complete() is complete


def test_a_chunked_page_comes_out_whole(server: Server) -> None:
    chunk = b"%x\r\n%s\r\n" % (len(PAGE), PAGE)
    url = server.say("/a", HEAD, b"Transfer-Encoding: chunked\r\n\r\n", chunk, b"0\r\n\r\n")
    assert fetch(url, addresses="any").body == PAGE


# Time


@contextlib.contextmanager
def soon() -> Iterator[None]:
    """Expect an end long before the servers below would give one, which is never.

    The promise is one second over the deadline; two more are for machines that are busy with other tests.
    """
    started = time.monotonic()
    yield
    assert time.monotonic() - started < 3.5


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"X-A: 1\r\n"),
        (b"", b"H"),
        (HEAD + b"\r\n", b"a"),
        (HEAD + b"Content-Length: 999999\r\n\r\n", b"a"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["headers", "status line", "body", "body of known length", "chunks", "endless continue"],
)
def test_a_server_that_drips_is_left_at_the_deadline(server: Server, head: bytes, piece: bytes) -> None:
    url = server.drip("/slow", head, piece, every=0.05)
    with soon():
        error = refused(url, timeout=0.4)
    assert error.reason == "timeout"
    assert "0.4 s" in error.message


def test_a_silent_server_is_left_at_the_deadline(server: Server) -> None:
    server.answers["/"] = lambda _, __: server.stopped.wait(20)
    with soon():
        assert refused(server.url("/"), timeout=0.3).reason == "timeout"


def test_a_tls_handshake_that_hangs_is_left_at_the_deadline(server: Server) -> None:
    with soon():
        assert refused(f"https://127.0.0.1:{server.port}/", timeout=0.3).reason == "timeout"


def test_all_redirects_share_one_deadline(server: Server) -> None:
    for number in range(5):

        def answer(connection: socket.socket, _: bytes, number: int = number) -> None:
            server.stopped.wait(0.2)
            connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /%d\r\n\r\n" % (number + 1))

        server.answers[f"/{number}"] = answer
    with soon():
        assert refused(server.url("/0"), timeout=0.5).reason == "timeout"


# Size


def test_a_body_without_end_stops_at_the_cap(server: Server) -> None:
    url = server.drip("/a", HEAD + b"\r\n", b"a" * 65_536, every=0.0001)
    with pytest.raises(TooLarge, match="100,000 bytes"):
        fetch(url, max_bytes=100_000, addresses="any")


def test_a_declared_length_over_the_cap_is_not_read(server: Server) -> None:
    url = server.say("/a", HEAD, b"Content-Length: 10000000000\r\n\r\n")
    with pytest.raises(TooLarge, match=server.url("/a")):
        fetch(url, addresses="any")


@pytest.mark.parametrize("coding", ["gzip", "deflate", "gzip, gzip"])
def test_a_bomb_stops_at_the_cap(server: Server, coding: str) -> None:
    bomb = b"\0" * 10_000_000
    bomb = zlib.compress(bomb) if coding == "deflate" else gzip.compress(bomb)
    if coding == "gzip, gzip":
        bomb = gzip.compress(bomb)
    with pytest.raises(TooLarge):
        fetch(server.page("/a", bomb, f"Content-Encoding: {coding}"), max_bytes=100_000, addresses="any")


def test_the_cap_itself_is_allowed(server: Server) -> None:
    url = server.page("/a", gzip.compress(b"a" * 1_000), "Content-Encoding: gzip")
    assert len(fetch(url, max_bytes=1_000, addresses="any").body) == 1_000
    with pytest.raises(TooLarge):
        fetch(url, max_bytes=999, addresses="any")


@pytest.mark.parametrize("coding", ["gzip, gzip, gzip", "br", "zstd", "gzip, exi"])
def test_codings_that_were_not_asked_for_are_refused(server: Server, coding: str) -> None:
    assert refused(server.page("/a", PAGE, f"Content-Encoding: {coding}")).reason == "protocol"


@pytest.mark.parametrize("coding", ["none", "UTF-8", "binary, none", "gzip, utf-8"])
def test_what_is_no_coding_changes_nothing(server: Server, coding: str) -> None:
    body = gzip.compress(PAGE) if "gzip" in coding else PAGE
    assert fetch(server.page("/a", body, f"Content-Encoding: {coding}"), addresses="any").body == PAGE


def test_what_follows_a_compressed_page_is_passed_over(server: Server) -> None:
    body = gzip.compress(PAGE) + b"<!-- served in 3 ms -->"
    assert fetch(server.page("/a", body, "Content-Encoding: gzip"), addresses="any").body == PAGE


def test_the_body_of_a_redirect_is_not_read(server: Server) -> None:
    server.page("/b", PAGE)
    url = server.drip(
        "/a", b"HTTP/1.1 301 Moved\r\nLocation: /b\r\nContent-Encoding: gzip\r\n\r\n", b"x", every=0.01
    )
    assert fetch(url, timeout=20, addresses="any").body == PAGE


# Redirects and addresses


def test_redirects_are_followed_and_told(server: Server) -> None:
    final = server.page("/c%C3%A9", PAGE)
    server.page("/b", b"", f"Location: {final}", status="307 Temporary Redirect")
    url = server.page("/a", b"", "Location: b", status="302 Found")
    fetched = fetch(url, addresses="any")
    assert (fetched.url, fetched.final_url, fetched.body) == (url, final, PAGE)


def test_a_circle_ends(server: Server) -> None:
    server.page("/b", b"", "Location: /a", status="301 Moved")
    assert "circle" in refused(server.page("/a", b"", "Location: /b", status="301 Moved")).message


def test_a_long_chain_ends(server: Server) -> None:
    for number in range(9):
        server.page(f"/{number}", b"", f"Location: /{number + 1}", status="301 Moved")
    assert refused(server.url("/0")).reason == "redirects"
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///tmp/a", "scheme"),
        ("ftp://news.example/a", "scheme"),
        ("data:text/html,a", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://", "redirects"),
        ("http://[", "redirects"),
        ("http://a b/", "address"),
        ("http://joe:secret@news.example/", "address"),
        ("/" + "a" * 9_000, "address"),
    ],
)
def test_a_redirect_to_no_web_address_is_refused(server: Server, location: str, reason: str) -> None:
    error = refused(server.page("/a", b"", f"Location: {location}", status="302 Found"))
    assert error.reason == reason
    assert "secret" not in error.message
    assert len(server.requests) == 1


def test_spaces_in_a_redirect_are_encoded(server: Server) -> None:
    server.page("/b%20c?d=e%20f", PAGE)
    url = server.say("/a", b"HTTP/1.1 302 Found\r\nLocation:  /b c?d=e f \r\n\r\n")
    assert fetch(url, addresses="any").body == PAGE


def test_a_redirect_without_target_is_an_error_status(server: Server) -> None:
    assert refused(server.page("/a", PAGE, status="302 Found")).status == 302


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.example/",
        "news.example/a",
        "http://",
        "http://[::1",
        "http://news.example:99999/",
        "http://news.example/a\r\nHost: other.example",
        "http://news.example/a b",
        "http://joe:secret@news.example/",
        "",
    ],
)
def test_what_is_no_web_address_is_refused_before_anything_is_sent(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(url)
    assert caught.value.reason in ("address", "scheme")
    assert "secret" not in str(caught.value)


def test_private_addresses_are_refused_before_anything_is_sent(server: Server) -> None:
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1"):
        with pytest.raises(FetchError) as caught:
            fetch(f"http://{host}:{server.port}/")
        assert caught.value.reason == "private_address"
        assert "addresses is 'any'" in caught.value.message
    assert server.requests == []


def test_a_name_with_one_private_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, 80)) for host in ("93.184.215.14", "10.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(FetchError) as caught:
        fetch("http://news.example/")
    assert caught.value.reason == "private_address"


def test_secrets_stay_with_the_host_they_were_meant_for(server: Server) -> None:
    server.page("/b", PAGE)
    other = f"http://localhost:{server.port}/b"
    url = server.page("/a", b"", f"Location: {other}", "Set-Cookie: id=cookie-secret", status="302 Found")
    headers = {"Authorization": "Bearer secret", "X-Key": "secret", "Accept-Language": "de"}
    fetch(url, headers=headers, addresses="any")
    first, second = server.requests
    assert b"Bearer secret" in first
    assert b"secret" not in second
    assert b"Accept-Language: de" in second


SECRET = {"Authorization": "Bearer secret", "Cookie": "id=secret", "Accept-Language": "de"}


class Relay:
    """Stands for a wire: the first address leads to the second."""

    def __init__(self, location: str) -> None:
        self.location = location
        self.sent: list[Mapping[str, str]] = []

    def get(self, _url: str, headers: Mapping[str, str]) -> Response:
        """Note what is sent, and redirect the first time."""
        self.sent.append(headers)
        response = Response()
        response.status_code = 200 if len(self.sent) > 1 else 302
        response.headers["Location"] = self.location
        response.raw = io.BytesIO()
        return response


@pytest.mark.parametrize(
    ("url", "location"),
    [
        ("https://news.example/a", "http://news.example/a"),
        ("https://news.example/a", "http://news.example:443/a"),
        ("https://news.example:8443/a", "http://news.example:8443/a"),
        ("http://news.example:8080/a", "https://news.example:8080/a"),
        ("http://news.example/a", "http://news.example:8080/a"),
        ("http://news.example/a", "https://news.example:8443/a"),
        ("https://news.example/a", "https://www.news.example/a"),
        ("https://news.example/a", "//cdn.example/a"),
    ],
)
def test_secrets_do_not_follow_to_another_party(url: str, location: str) -> None:
    relay = Relay(location)
    _follow(cast("Wire", relay), url, SECRET)
    assert relay.sent[0] == SECRET
    assert "secret" not in str(relay.sent[1])
    assert relay.sent[1]["Accept-Language"] == "de"


@pytest.mark.parametrize(
    ("url", "location"),
    [
        ("https://news.example/a", "/b"),
        ("https://news.example/a", "https://news.example:443/a"),
        ("http://news.example:80/a", "http://News.example/a"),
        ("http://news.example/a", "https://news.example/a"),
        ("http://[2001:db8::1]/a", "http://[2001:db8::1]:80/b"),
    ],
)
def test_secrets_follow_within_their_host(url: str, location: str) -> None:
    relay = Relay(location)
    _follow(cast("Wire", relay), url, SECRET)
    assert relay.sent[1] == SECRET


def test_cookies_go_back_to_their_host(server: Server) -> None:
    server.page("/b", PAGE)
    fetch(
        server.page("/a", b"", "Location: /b", "Set-Cookie: id=7; Path=/", status="302 Found"),
        addresses="any",
    )
    assert b"id=7" in server.requests[1]


def test_proxies_and_netrc_of_the_environment_are_not_used(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    assert fetch(server.page("/a", PAGE), addresses="any").body == PAGE


# Broken answers


@pytest.mark.parametrize(
    "pieces",
    [
        (HEAD, b"Content-Length: 1000\r\n\r\n", PAGE),
        (HEAD, b"Transfer-Encoding: chunked\r\n\r\n", b"ff\r\n", PAGE),
        (HEAD, b"Content-Encoding: gzip\r\n\r\n", gzip.compress(PAGE * 50)[:-20]),
    ],
    ids=["length", "chunk", "gzip"],
)
def test_a_page_that_breaks_off_is_an_error_that_keeps_what_came(
    server: Server, pieces: tuple[bytes, ...]
) -> None:
    error = refused(server.say("/a", *pieces))
    assert error.reason == "incomplete"
    assert error.status == 200
    assert error.body.startswith(b"<html>") or pieces[1].startswith(b"Transfer")


def test_broken_compression_is_an_error(server: Server) -> None:
    error = refused(server.page("/a", gzip.compress(PAGE)[:12] + b"\xff" * 40, "Content-Encoding: gzip"))
    assert error.reason == "protocol"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 999999 What\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 5_000,
    ],
    ids=["nothing", "no status line", "odd status", "5000 headers"],
)
def test_a_server_that_talks_nonsense_is_an_error(server: Server, answer: bytes) -> None:
    assert refused(server.say("/a", answer)).reason in ("connect", "status", "incomplete")


@pytest.mark.parametrize(
    "answer",
    [
        (HEAD, b"Content-Length: 10\r\nContent-Length: 20\r\n\r\n", PAGE),
        (HEAD, b"Transfer-Encoding: chunked\r\n\r\n-5\r\n", PAGE),
    ],
    ids=["two lengths", "a chunk of less than nothing"],
)
def test_an_answer_against_the_rules_is_not_blamed_on_the_address(
    server: Server, answer: tuple[bytes, ...]
) -> None:
    error = refused(server.say("/a", *answer))
    assert error.reason == "protocol"
    assert "spelling" not in error.message


@pytest.mark.parametrize(
    "answer",
    [
        b"\x1b[31mred\x1b]0;title\x07\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01",
        b"HTTP/1.1 200 OK\r\nContent-Type: image/\x1b[31m\r\n\r\nx",
    ],
    ids=["no status line", "tls", "type"],
)
def test_messages_carry_no_control_characters_of_the_server(server: Server, answer: bytes) -> None:
    assert refused(server.say("/a", answer)).message.isprintable()


def test_messages_are_valid_unicode() -> None:
    assert refused("http://a\ud800.example/").message.isprintable()


@pytest.mark.parametrize("url", [5, None, b"http://news.example/"])
def test_an_address_that_is_no_string_is_a_mistake_of_the_caller(url: Any) -> None:  # noqa: ANN401 - of a wrong type
    with pytest.raises(TypeError, match="give a string"):
        fetch(url)


def test_a_refused_connection_names_its_cause() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    error = refused(f"http://127.0.0.1:{port}/a")
    assert error.reason == "connect"
    assert "refused" in error.message
    assert "object at" not in error.message


def test_an_unknown_host_names_its_cause(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    error = refused("http://nowhere.invalid/")
    assert error.reason == "dns"
    assert "nowhere.invalid" in error.message


def test_a_look_up_that_hangs_is_left_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(6))
    with soon():
        assert refused("http://news.example/", timeout=0.2).reason == "timeout"


@pytest.mark.parametrize(("status", "advice"), [(404, "check the address"), (503, "later"), (403, "browser")])
def test_an_error_status_carries_status_and_page(server: Server, status: int, advice: str) -> None:
    error = refused(server.page("/a", PAGE, status=f"{status} No"))
    assert (error.reason, error.status, error.body) == ("status", status, PAGE)
    assert str(status) in error.message
    assert advice in error.message


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"%PDF-1.7 ...", "text/html"),
        (b"%PDF-1.7 ...", "application/pdf"),
        (b"\x89PNG\r\n", "text/html"),
        (b"PK\x03\x04", "application/octet-stream"),
        (b"RIFF....WEBP", "image/webp"),
        (b"--frame\r\n", "multipart/x-mixed-replace"),
    ],
)
def test_what_is_no_page_is_named(server: Server, body: bytes, content_type: str) -> None:
    error = refused(server.page("/a", body, f"Content-Type: {content_type}"))
    assert error.reason == "content"


@pytest.mark.parametrize("content_type", ["application/octet-stream", "image/png", "text/plain", "x"])
def test_a_page_under_a_wrong_type_is_taken(server: Server, content_type: str) -> None:
    assert fetch(server.page("/a", PAGE, f"Content-Type: {content_type}"), addresses="any").body == PAGE


# The caller's mistakes


@pytest.mark.parametrize("headers", [{"X-A": "b\r\nX-C: d"}, {"X A": "b"}, {"": "b"}, {"X-Ä": "b"}])
def test_forged_headers_are_the_callers_mistake(headers: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="header"):
        fetch("http://news.example/", headers=headers)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"timeout": None}, "timeout is NoneType"),
        ({"timeout": "3"}, "timeout is str"),
        ({"max_bytes": None}, "max_bytes is NoneType"),
        ({"max_bytes": 1.5}, "max_bytes is float"),
        ({"headers": 1}, "headers is int"),
        ({"headers": [("a", "b")]}, "headers is list"),
        ({"headers": {"a": 1}}, "header 'a'"),
        ({"headers": {"a": b"x"}}, "header 'a'"),
        ({"headers": {1: "a"}}, "header 1"),
    ],
)
def test_options_of_a_wrong_type_are_named(options: dict[str, Any], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        fetch("http://news.example/", **options)


def test_a_header_that_cannot_be_sent_is_the_callers_mistake() -> None:
    with pytest.raises(ValueError, match="header 'A'"):
        fetch("http://news.example/", headers={"A": "\u2603"})


@pytest.mark.parametrize("endless", [float("inf"), 1e30])
def test_limits_may_be_as_good_as_none(server: Server, endless: float) -> None:
    url = server.page("/a", gzip.compress(PAGE), "Content-Encoding: gzip")
    assert fetch(url, timeout=endless, max_bytes=10**30, addresses="any").body == PAGE


@pytest.mark.parametrize(
    ("status", "told", "advice"),
    [
        ("429 Too Many Requests", "120", "try again in 120 s"),
        ("503 Service Unavailable", " 5 ", "try again in 5 s"),
        ("503 Service Unavailable", "-5", "try again later"),
        ("503 Service Unavailable", "9" * 5000, "try again later"),
        ("503 Service Unavailable", "\xb2", "try again later"),
        ("503 Service Unavailable", "Sun, 04 May 2031 10:00:00 GMT", "try again later"),
        ("403 Forbidden", "120", "save it in a browser"),
        ("304 Not Modified", "120", "it sent no page; try again"),
    ],
)
def test_an_error_says_when_to_try_again(server: Server, status: str, told: str, advice: str) -> None:
    error = refused(server.page("/a", b"", f"Retry-After: {told}", status=status))
    assert advice in error.message


def test_senseless_options_are_the_callers_mistake() -> None:
    with pytest.raises(ValueError, match="addresses='local'"):
        fetch("http://news.example/", addresses="local")
    with pytest.raises(ValueError, match="timeout"):
        fetch("http://news.example/", timeout=0)
    with pytest.raises(ValueError, match="max_bytes"):
        fetch("http://news.example/", max_bytes=0)


def test_what_fetch_raises_is_one_family() -> None:
    assert issubclass(FetchError, CleanNewsError)
    assert issubclass(TooLarge, CleanNewsError)
