"""httpx without what no request of ours needs, and everybody else with all of it."""

import subprocess
import sys

import pytest

SPARED = {"click", "rich", "http.client", "http.cookiejar", "urllib.request", "email.message", "tempfile"}
PROBE = """
import sys
from feeds.intake.client.lean import httpx
print(*sys.modules)
text = httpx.Response(200, headers={"Content-Type": "text/html; charset=latin-1"}, content=b"\\xe9").text
assert text == "\\xe9", text
assert httpx.Client(trust_env=True).trust_env
assert not httpx.Cookies(httpx.Cookies())
answer = lambda _: httpx.Response(200, headers={"Set-Cookie": "a=1"})
with httpx.Client(transport=httpx.MockTransport(answer)) as client:
    assert client.get("http://x.example/").status_code == client.get("http://x.example/").status_code == 200
    assert not client.cookies
from http.cookiejar import CookieJar, MozillaCookieJar
from urllib.request import Request, urlopen
import email.message, urllib.request
assert issubclass(MozillaCookieJar, CookieJar)
assert Request("http://x.example/").host == "x.example"
assert urllib.request.urlopen is urlopen
assert email.message.Message().get_content_type() == "text/plain"
"""

OTHERS = """
import sys, threading
stop = threading.Event()
thread = threading.Thread(target=stop.wait)
thread.start()
from feeds.intake.client.lean import httpx
stop.set()
thread.join()
assert "http.cookiejar" in sys.modules
assert isinstance(httpx.Cookies({"a": "1"}).jar, sys.modules["http.cookiejar"].CookieJar)
"""
BROKEN = """
import sys
sys.modules["httpx._models"] = None
try:
    from feeds.intake.client.lean import httpx
except ImportError:
    from http.cookiejar import MozillaCookieJar
    import urllib.request
    assert urllib.request.urlopen
    assert "httpx._main" not in sys.modules
else:
    raise AssertionError
"""


@pytest.mark.parametrize("program", [OTHERS, BROKEN])
def test_nobody_else_ever_meets_a_stand_in(program: str) -> None:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_only_what_a_request_needs_is_loaded_and_the_rest_works_when_somebody_asks_for_it() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not SPARED & set(done.stdout.split())
