"""A source is taken in by two steps; a refusal says what, why, what next, and loses nothing that was typed."""

import base64
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archive.publication.release import issue_release
from archive.testimonies.models import Collection, Source, State, Testimony
from archive.vault.custody import open_original
from tests import walking

pytestmark = pytest.mark.django_db

TEXT = "I am called Torvald Brekkesen.\r\n\r\nWe slept in a school.\r\n\r\nMy wife waited."
SOURCE = {"kind": "interview", "year": "2025", "title": "A talk", "custody_note": "By hand.", "new_collection": "trial"}


def read(client, text=TEXT, **more):
    return client.post(reverse("accession"), {"act": "read", "text": text, **SOURCE, **more})


BYTES = TEXT.encode()


def confirm(client, received=BYTES, *, act="confirm", **more):
    return client.post(
        reverse("accession"),
        {
            "act": act,
            "received": base64.b64encode(received).decode(),
            "file_name": "talk.txt",
            "testimonies": "1",
            "persons": "2",
            **SOURCE,
            "t1-language": "en",
            "t1-passages": "1-3",
            "t1-told_by": "A",
            "t1-about": "A",
            "pA-stands_in": "1",
            "pA-name_legal": "Torvald Brekkesen",
            "pA-name_diminutive": "Torre, Valde",
            "pA-naming": "changed_by_source",
            "pA-evidence": "He asked for it.",
            "pA-called_en": "Arne",
            "pB-stands_in": "1",
            "pB-part": "relative",
            "pB-name_first": "Solveig",
            "pB-naming": "undecided",
            **more,
        },
    )


class TestTheFirstStep:
    def test_shows_what_was_read_in_numbered_passages_and_keeps_nothing(self, editor):
        page = read(editor).content.decode()

        assert "utf-8" in page
        assert "We slept in a school." in page
        assert '<span class="no">3</span>' in page
        assert not Source.objects.exists()
        assert not Collection.objects.exists()

    def test_names_the_repairs_and_the_markup_that_was_taken_out(self, editor):
        html = "<p>We slept.</p><script>alert(1)</script><p>My\u00a0wife\u200b waited.</p>"

        page = read(editor, html).content.decode()

        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page
        assert "invisible characters" in page
        assert "no-break and odd spaces" in page

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "The text is empty"),
            (b"   \n", "The text is empty"),
            (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, "binary file"),
            (b"a word \xff\xfe\x81\x8d\x8f \x90 and another", "encoding"),
            (b"word " * (30 * 1024 * 1024 // 5), "takes texts up to 20 MB"),
        ],
    )
    def test_refuses_what_is_no_text_with_the_reason_and_keeps_the_fields(self, editor, content, reason):
        file = SimpleUploadedFile("talk.txt", content)

        response = editor.post(reverse("accession"), {"act": "read", "file": file, **SOURCE})

        page = response.content.decode()
        assert response.status_code == 422
        assert reason in page
        assert "By hand." in page

    def test_says_that_the_same_bytes_are_held(self, editor, people):
        walking.take_in(people, text=TEXT)

        page = read(editor).content.decode()

        assert "yes, as S-0001: it will be refused" in page

    def test_keeps_a_chosen_file_in_the_page_while_another_field_is_refused(self, editor):
        file = SimpleUploadedFile("talk.txt", TEXT.encode())

        response = editor.post(reverse("accession"), {"act": "read", "file": file, **SOURCE, "new_collection": "A b"})

        assert response.status_code == 422
        assert base64.b64encode(TEXT.encode()).decode() in response.content.decode()


class TestTheSecondStep:
    def test_takes_the_testimony_into_custody(self, editor):
        response = confirm(editor)

        testimony = Testimony.objects.get()
        names = {one.person.names.count() for one in testimony.appearances.all()}
        assert response.url == reverse("workbench", args=[1])
        assert testimony.tellings.get().passages == 3
        assert names == {3, 1}
        assert testimony.appearances.get(narrates=True).part == "protagonist"

    def test_leaves_out_a_person_of_whom_nothing_was_typed(self, editor):
        confirm(editor, persons="3", **{"pC-stands_in": "1", "pC-part": "other", "pC-naming": "undecided"})

        assert Testimony.objects.get().appearances.count() == 2

    def test_says_which_published_testimony_a_name_that_came_with_it_has_silenced(self, editor, people):
        edition = walking.put_out(people, text=f"{walking.TEXT}\n\nHalvgrim Tofte came too, and he was old.")
        issue_release(by=people.admin, at=walking.AT)

        response = confirm(editor, **{"pA-called_en": "Birger", "pB-name_first": "Halvgrim"})

        assert walking.edition_now(edition).state == State.SUSPENDED
        assert edition.testimony.reference in editor.get(response.url).content.decode()

    def test_marks_several_testimonies_by_passage_numbers(self, editor):
        confirm(
            editor,
            testimonies="2",
            **{
                "t1-passages": "1",
                "t2-language": "en",
                "t2-passages": "2-3",
                "t2-told_by": "B",
                "t2-about": "B",
                "pB-stands_in": "2",
            },
        )

        first, second = Testimony.objects.order_by("number")
        assert first.tellings.get().passages == 1
        assert second.tellings.get().passages == 2
        assert first.appearances.count() == 1

    def test_marks_an_account_that_is_woven_into_another(self, editor, people):
        confirm(
            editor,
            testimonies="2",
            **{
                "t1-passages": "1, 3",
                "t2-language": "en",
                "t2-passages": "2",
                "t2-told_by": "B",
                "t2-about": "B",
                "pB-stands_in": "2",
            },
        )

        woven, between = (one.tellings.get() for one in Testimony.objects.order_by("number"))
        told = open_original(woven.original, by=people.editor, at=walking.AT, purpose="review")
        assert [words.split(".")[0] for words in told.split("\n\n")] == [
            words.split(".")[0] for number, words in enumerate(TEXT.split("\r\n\r\n"), start=1) if number != 2
        ]
        assert (woven.passages, between.passages) == (2, 1)

    @pytest.mark.parametrize(
        ("typed", "reason"),
        [
            ({"t1-passages": "1-9"}, "not in the text, which has 3"),
            ({"t1-passages": "3-1"}, "It ends before it begins"),
            ({"t1-passages": "1-2, 2"}, "marked twice"),
            ({"t1-passages": "the first"}, "Write the numbers of passages"),
            ({"t1-second_language": "nb"}, "Say which passages tell it in the other language"),
            ({"t1-second_language": "nb", "t1-second_passages": "3"}, "overlaps another one, or itself"),
            ({"pA-called_en": ""}, "Write its one spelling for each language"),
            ({"pA-evidence": ""}, "names its evidence"),
            (
                {"pB-naming": "changed_by_archive", "pB-called_en": "Torvald Brekkesen", "pB-evidence": "we"},
                "protected",
            ),
            ({"pB-naming": "changed_by_archive", "pB-called_en": "Arne", "pB-evidence": "we"}, "already stands for"),
            ({"pB-held": "P-0999"}, "knows no person by this number"),
            ({"pA-name_legal": "T"}, "fewer than two letters"),
            ({"kind": "rumour"}, "Select a valid choice"),
        ],
    )
    def test_refuses_with_the_reason_and_keeps_everything_typed(self, editor, typed, reason):
        response = confirm(editor, **typed)

        page = response.content.decode()
        assert response.status_code == 422
        assert reason in page
        assert 'value="Torre, Valde"' in page
        assert base64.b64encode(TEXT.encode()).decode() in page
        assert not Source.objects.exists()
        assert not Collection.objects.exists()

    def test_says_at_the_person_that_a_name_or_pseudonym_cannot_stand(self, editor):
        response = confirm(editor, **{"pA-called_en": "Solveig"})

        page = response.content.decode()
        assert response.status_code == 422
        at_the_person = page[page.index("Person A") : page.index("Person B")]
        assert "This pseudonym is itself a protected name" in at_the_person
        assert not Source.objects.exists()

    def test_refuses_two_testimonies_that_overlap(self, editor):
        response = confirm(
            editor, testimonies="2", **{"t2-language": "en", "t2-passages": "2-3", "t2-told_by": "B",
                                        "t2-about": "B"}
        )  # fmt: skip

        assert response.status_code == 422
        assert "overlaps another one" in response.content.decode()

    def test_refuses_bytes_that_are_held(self, editor):
        confirm(editor)

        response = confirm(editor)

        assert response.status_code == 422
        assert "already held" in response.content.decode()
        assert Testimony.objects.count() == 1

    @pytest.mark.parametrize(("act", "fields"), [("add-person", "pC-name_legal"), ("add-testimony", "t2-passages")])
    def test_grows_without_losing_what_was_typed(self, editor, act, fields):
        page = confirm(editor, act=act).content.decode()

        assert f'name="{fields}"' in page
        assert 'value="Torre, Valde"' in page
        assert not Source.objects.exists()

    def test_refuses_a_text_that_did_not_come_back_whole(self, editor):
        response = editor.post(reverse("accession"), {"act": "confirm", "received": "not base 64!", **SOURCE})

        assert response.status_code == 422
        assert "did not come back whole" in response.content.decode()


class TestATextInAnOldEncoding:
    SAID = "Цюмприк Гжвань Ощерло"

    def test_says_that_its_encoding_was_assumed_and_offers_others(self, editor):
        page = confirm(editor, self.SAID.encode("koi8-u"), act="look").content.decode()

        assert "assumed" in page
        assert "KOI8-U" in page
        assert self.SAID not in page

    def test_is_read_again_in_the_one_that_was_chosen_and_kept_so(self, editor):
        page = confirm(editor, self.SAID.encode("koi8-u"), act="look", encoding="koi8-u").content.decode()
        confirm(editor, self.SAID.encode("koi8-u"), encoding="koi8-u", **{"t1-passages": "1"})

        assert self.SAID in page
        original = Testimony.objects.get().tellings.get().original
        assert original.text.reveal().strip() == self.SAID


class TestTheLanguageOfAText:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("They counted us every morning and nobody told us why.", "en"),
            ("De telte oss hver morgen, og ingen sa hvorfor vi ikke fikk dra hjem.", "nb"),
            ("Dei talde oss kvar morgon, og ingen sa kvifor vi ikkje fekk reise heim.", "nn"),
            ("Нас считали каждое утро, и никто не говорил, почему это делают.", "ru"),
            ("Нас рахували щоранку, і ніхто не казав, чому це роблять і що буде.", "uk"),
        ],
    )
    def test_is_chosen_beforehand_as_its_words_have_it(self, editor, text, code):
        page = read(editor, text=text).content.decode()

        select = re.search(r'<select name="t1-language".*?</select>', page, re.S)
        assert select is not None
        assert re.findall(r'value="(\w+)" selected', select[0]) == [code]


class TestALongPage:
    def test_opens_at_the_person_that_was_asked_for(self, editor):
        page = confirm(editor, act="add-person").content.decode()

        assert re.findall(r'name="([\w-]+)"[^>]* autofocus', page) == ["pC-part"]

    def test_opens_at_the_testimony_that_was_asked_for(self, editor):
        page = confirm(editor, act="add-testimony").content.decode()

        assert re.findall(r'name="([\w-]+)"[^>]* autofocus', page) == ["t2-passages"]

    def test_opens_at_the_first_field_that_needs_another_look(self, editor):
        page = confirm(editor, **{"t1-passages": "1-44"}).content.decode()

        assert re.findall(r'name="([\w-]+)"[^>]* autofocus', page) == ["t1-passages"]

    def test_offers_free_names_where_a_name_was_refused(self, editor):
        page = confirm(editor, **{"pA-called_en": "Solveig"}).content.decode()

        assert re.findall(r'name="([\w-]+)"[^>]* autofocus', page) == ["pA-naming"]
        assert page.count("Free names, drawn at random") == 1
