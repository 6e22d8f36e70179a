"""Every answer of the room bears the same headers, and none gives a reader away or remembers one."""

import pytest
from django.test import Client

from tests.catalogue.standing import RoomFolder
from tests.reading_room.crawling import EXAMPLES, addresses_everywhere, route_names

TABLE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, noarchive",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
NEVER = ("Set-Cookie", "ETag", "Last-Modified", "Expires", "Vary", "Server", "Access-Control-Allow-Origin")
REFUSALS = ("/en/nothing/", "/en/t/unknown/", "/en/testimonies/?x=1", "/en/testimonies/?page=9", "/xx/")


class TestEveryRoute:
    def test_has_an_example_to_crawl(self) -> None:
        assert set(route_names()) == set(EXAMPLES)

    @pytest.mark.parametrize("address", [*addresses_everywhere(), *REFUSALS])
    def test_answers_with_the_table_of_headers(self, reader: Client, address: str) -> None:
        response = reader.get(address)

        assert response.status_code in {200, 302, 400, 404}
        assert {name: response.headers.get(name) for name in TABLE} == TABLE
        assert not [name for name in NEVER if name in response.headers]
        assert not response.cookies

    @pytest.mark.parametrize("address", [*addresses_everywhere()])
    def test_answers_well(self, reader: Client, address: str) -> None:
        assert reader.get(address).status_code == (302 if address == "/" else 200)

    def test_answers_head_like_get(self, reader: Client) -> None:
        for address in EXAMPLES.values():
            assert reader.head(address).status_code == reader.get(address).status_code

    def test_names_the_picture_of_the_house_so_that_no_browser_asks_for_another(self, reader: Client) -> None:
        for address in EXAMPLES.values():
            response = reader.get(address)

            if response.headers["Content-Type"].startswith("text/html") and response.status_code == 200:
                assert '<link rel="icon" type="image/svg+xml" href="/static/catalogue/icon.svg">' in response.text

    @pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
    def test_takes_nothing(self, reader: Client, method: str) -> None:
        for address in EXAMPLES.values():
            response = getattr(reader, method)(address)

            assert response.status_code == 405
            assert response.headers["Allow"] == "GET, HEAD"
            assert response.headers["Cache-Control"] == "no-store"


class TestAPage:
    @pytest.mark.parametrize("address", [*addresses_everywhere()])
    def test_loads_nothing_from_elsewhere_and_has_no_script_or_style_of_its_own(
        self, reader: Client, address: str
    ) -> None:
        html = reader.get(address).content.decode()

        assert "<script" not in html
        assert " style=" not in html
        assert "://" not in html

    @pytest.mark.parametrize("accept", ["gzip", "br", "*"])
    def test_is_the_same_whoever_asks(self, reader: Client, accept: str) -> None:
        plain = reader.get("/en/").content

        asked = reader.get("/en/", headers={"accept-encoding": accept, "cookie": "sessionid=x", "user-agent": "y"})

        assert asked.content == plain

    def test_says_in_another_host_s_name_nothing(self, reader: Client) -> None:
        response = reader.get("/en/", headers={"host": "elsewhere.example"})

        assert response.status_code == 400
        assert response.headers["Referrer-Policy"] == "no-referrer"


class TestTheStyleSheet:
    def test_may_be_kept_for_an_hour_and_tells_no_time(self, reader: Client) -> None:
        response = reader.get("/static/catalogue/archive.css")

        response.close()
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "public, max-age=3600"
        assert not [name for name in NEVER if name in response.headers]

    def test_is_served_even_when_the_room_is_closed(self, reader: Client, room: RoomFolder) -> None:
        room.tombstones.unlink()

        response = reader.get("/static/catalogue/archive.css")

        response.close()
        assert response.status_code == 200


class TestRobots:
    def test_are_asked_to_stay_away(self, reader: Client) -> None:
        assert reader.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"


class TestTheDoor:
    @pytest.mark.parametrize(
        ("asked", "shown"),
        [("nb-NO,nb;q=0.9,en;q=0.8", "/nb/"), ("nn", "/nb/"), ("no", "/nb/"), ("en-GB", "/en/"), ("ru,uk", "/en/"),
         ("", "/en/"), ("de,nb;q=0.3", "/nb/"), ("x" * 5000, "/en/")],
    )  # fmt: skip
    def test_leads_to_the_language_the_browser_asks_for(self, reader: Client, asked: str, shown: str) -> None:
        assert reader.get("/", headers={"accept-language": asked}).headers["Location"] == shown
