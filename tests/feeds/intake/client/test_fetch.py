"""What goes out to an address and what comes back, as the rest of intake sees it."""

from feeds.intake.client.fetch import FEEDS, Fetched, Wanted, fetch
from feeds.intake.client.lean import httpx

WANTED = Wanted("http://news.example:8080/f?x=1#top", etag=b'W/"\xf6"')


async def fetched(answer: httpx.Response) -> tuple[Fetched, httpx.Request]:
    asked: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return answer

    async with httpx.AsyncClient(transport=httpx.MockTransport(handle), headers={"User-Agent": "a test"}) as client:
        return await fetch(client, WANTED), asked[0]


async def test_headers_come_by_lower_case_name_and_those_of_one_name_together() -> None:
    headers = [(b"X-Word", "Köln".encode()), (b"x-word", b"K\xf6ln"), (b"ETag", b'W/"\xf6"')]
    answer, _ = await fetched(httpx.Response(304, headers=headers))
    assert (answer.headers["x-word"], answer.etag) == ("Köln, Köln", b'W/"\xf6"')


async def test_a_request_goes_out_whole_with_each_header_once() -> None:
    _, request = await fetched(httpx.Response(304))
    assert request.url.raw_path == b"/f?x=1"
    assert [(name.lower(), value) for name, value in request.headers.raw] == [
        (b"host", b"news.example:8080"),
        (b"accept-encoding", request.headers["accept-encoding"].encode()),
        (b"connection", b"keep-alive"),
        (b"user-agent", b"a test"),
        (b"accept", FEEDS.encode()),
        (b"if-none-match", b'W/"\xf6"'),
        (b"a-im", b"feed"),
    ]
