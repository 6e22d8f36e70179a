"""What has been withdrawn or suspended is silent on every surface, at the next request."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from archive.catalogue.models import AccessCopy
from archive.catalogue.tombstones import Tombstone
from tests.catalogue.invented import MANIFEST, invented_records
from tests.catalogue.standing import RoomFolder
from tests.reading_room.crawling import ANTON, OF_ONE_TESTIMONY, addresses_everywhere

STONE = Tombstone(ANTON, "stone", "2026-02", "asked")
SILENT = Tombstone(ANTON, "silent")


def everything(reader: Client) -> Iterator[str]:
    """Yield every page that can be reached from the two homes, and some searches."""
    waiting, seen = ["/en/", "/nb/", "/en/testimonies/?q=lifts", "/nb/testimonies/?q=heiser"], set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        response = reader.get(address)
        assert response.status_code in {200, 410}, address
        html = response.content.decode()
        yield html
        if "?" in address:
            continue  # the combinations of filters are endless
        links = (link.replace("&amp;", "&") for link in re.findall(r'href="(/(?:en|nb)/[^"#]*)', html))
        waiting.extend(link for link in links if link not in seen)


class TestAStone:
    @pytest.mark.parametrize("shape", OF_ONE_TESTIMONY)
    def test_says_number_month_and_reason_and_nothing_else(self, reader: Client, room: RoomFolder, shape: str) -> None:
        room.bury(STONE)

        response = reader.get(shape.format("en", ANTON))

        html = response.content.decode()
        assert response.status_code == 410
        assert ANTON in html
        assert "February 2026" in html
        assert "A person concerned asked for it." in html
        assert "Anton" not in html
        assert "Summons" not in html

    def test_speaks_norwegian_too(self, reader: Client, room: RoomFolder) -> None:
        room.bury(STONE)

        html = reader.get(f"/nb/t/{ANTON}/").content.decode()

        assert "En berørt person har bedt om det." in html
        assert "februar 2026" in html


class TestASilentEntry:
    @pytest.mark.parametrize("interface", ["en", "nb"])
    @pytest.mark.parametrize("shape", OF_ONE_TESTIMONY)
    def test_answers_byte_for_byte_like_an_id_that_never_was(
        self, reader: Client, room: RoomFolder, shape: str, interface: str
    ) -> None:
        room.bury(SILENT)

        gone = reader.get(shape.format(interface, ANTON))
        never = reader.get(shape.format(interface, "zzzzzz00000000000000000009"))

        assert gone.status_code == never.status_code == 404
        assert gone.content == never.content
        assert gone.headers == never.headers

    def test_answers_like_an_address_that_means_nothing(self, reader: Client, room: RoomFolder) -> None:
        room.bury(SILENT)

        assert reader.get(f"/en/t/{ANTON}/").content == reader.get("/en/nothing/at/all/").content


@pytest.mark.parametrize("entry", [STONE, SILENT], ids=["stone", "silent"])
class TestWhatIsWithdrawn:
    def test_stands_on_no_page(self, reader: Client, room: RoomFolder, entry: Tombstone) -> None:
        assert any("lift" in page and ANTON in page for page in everything(reader))

        room.bury(entry)

        for page in everything(reader):
            assert ANTON not in page
            assert "lift mechanic" not in page
            assert "heismontør" not in page

    def test_is_found_by_no_word(self, reader: Client, room: RoomFolder, entry: Tombstone) -> None:
        room.bury(entry)
        nonsense = reader.get("/en/testimonies/?q=hjqxz").content

        found = reader.get("/en/testimonies/?q=lifts").content

        assert found.replace(b"lifts", b"hjqxz") == nonsense

    def test_is_counted_nowhere(self, reader: Client, room: RoomFolder, entry: Tombstone) -> None:
        before = reader.get("/en/testimonies/").content.decode()

        room.bury(entry)

        after = reader.get("/en/testimonies/").content.decode()
        assert "10 accounts" in before
        assert "9 accounts" in after
        assert "9 testimonies." in after

    def test_leaves_no_choice_that_only_it_carried(self, reader: Client, room: RoomFolder, entry: Tombstone) -> None:
        room.bury(entry, Tombstone("taras000000000000000000002", "silent"))

        assert reader.get("/en/testimonies/?theme=summons").status_code == 400
        assert reader.get("/en/themes/summons/").status_code == 404
        assert "Summons" not in reader.get("/en/themes/").content.decode()

    def test_is_back_when_the_suspension_is_lifted(self, reader: Client, room: RoomFolder, entry: Tombstone) -> None:
        room.bury(entry)
        assert reader.get(f"/en/t/{ANTON}/").status_code != 200

        room.bury()

        assert reader.get(f"/en/t/{ANTON}/").status_code == 200


class TestAccessCopies:
    def test_are_reached_only_by_asking_what_is_withdrawn(self) -> None:
        with pytest.raises(TypeError, match="visible"):
            AccessCopy.objects.all()
        with pytest.raises(TypeError, match="visible"):
            AccessCopy.objects.filter(public_id=ANTON)
        with pytest.raises(TypeError, match="visible"):
            AccessCopy.objects.count()


class TestTheLists:
    def test_cover_every_route_of_one_testimony(self) -> None:
        routes = {address for address in addresses_everywhere() if f"/t/{ANTON}/" in address}

        assert len(routes) == 2 * len(OF_ONE_TESTIMONY)

    def test_hold_as_many_testimonies_as_were_issued(self) -> None:
        assert MANIFEST.serial == 7
        assert len(invented_records()) == 10
