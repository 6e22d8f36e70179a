"""No spelling of a protected name is in any byte the reading room can emit."""

import base64
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connections
from django.test import Client

from archive.catalogue.opening import database_settings
from archive.deidentification.treatments import Treatment
from archive.language.forms import name_forms
from archive.publication.examination import find_obstacles
from archive.publication.obstacles import PublicationRefused
from archive.publication.release import issue_release, publish
from archive.redaction.decisions import DecisionRefused, decide_span
from archive.redaction.models import SpanDecision
from archive.redaction.rendering import render_redacted
from archive.redaction.spans import propose_spans, spans_of, undecided_spans
from archive.review.rounds import record_verdict, submit_for_review
from archive.testimonies.accession import PersonDraft
from archive.testimonies.models import Edition
from archive.vault.naming import NameDraft, register_person
from config.settings import reading_room
from tests import walking
from tests.reading_room.conftest import OF_THE_ROOM
from tests.walking import AT, Staff

# Invented; each is written in the account in another way than it is recorded in the vault.
CANARIES = {
    "Torvald Brekkesen": ("Torvald Brekkesen", "Brekkesens", "BREKKESEN", "Brek\u00adkesen", "Torvalds"),
    "Gavriil Zhuchkin": ("Гавриил Жучкин", "Gavriil Zjutsjkin", "Жучкину", "Гавриилом", "Schutschkin", "ЖУЧКИНА"),
    "Остап Кривоніс": ("Ostap Kryvonis", "Krivonos", "Остапові", "Кривоносом"),
    "Milada Horečková": ("Milada Horeckova", "HOREČKOVÁ", "Horečkovás"),
}
SENTENCES = "\n\n".join(
    f"On the road there was {form}, and nobody asked. We walked on through the fields until it was dark and quiet."
    for forms in CANARIES.values()
    for form in forms
)
TEXT = walking.TEXT + "\n\n" + SENTENCES


def people_in_it() -> tuple[PersonDraft, ...]:
    others = tuple(
        PersonDraft(
            key=f"canary-{number}",
            part="comrade",
            names=(NameDraft(name),),
            naming="role_only",
            evidence="Nobody was asked.",
        )
        for number, name in enumerate(CANARIES)
        if number
    )
    return (walking.NARRATOR, walking.WIFE, *others)


def published(people: Staff) -> Edition:
    """Take the account through the walk, the names in it made coarser wherever detection finds them."""
    edition = walking.take_in(people, text=TEXT, persons=people_in_it())
    propose_spans(edition, by=people.editor, at=AT)
    for span in spans_of(edition):
        if span.person_id is not None and span.standing_decision() is None:
            name = "Arne" if span.person == edition.testimony.appearances.get(narrates=True).person else ""
            decide_span(
                span,
                treatment=Treatment.PSEUDONYMISE if name else Treatment.GENERALISE,
                replacement=name or "somebody",
                by=people.editor,
                at=AT,
            )
    edition = walking.describe(decide_the_rest(walking.edition_now(edition), people), people)
    submit_for_review(edition, by=people.editor, at=AT)
    digest = render_redacted(edition, by=people.admin, at=AT, purpose="review").digest
    record_verdict(edition, reviewer=people.admin, digest=digest, verdict="approve", at=AT)
    publish(edition, by=people.admin, at=AT)
    return edition


def decide_the_rest(edition: Edition, people: Staff) -> Edition:
    for span in undecided_spans(spans_of(edition)):
        try:
            decide_span(
                span, treatment=Treatment.RETAIN, reason="Ordinary.", identifier_class="PUBLIC", by=people.editor, at=AT
            )
        except DecisionRefused:
            decide_span(span, treatment=Treatment.SUPPRESS, by=people.editor, at=AT)
    return walking.edition_now(edition)


def spellings() -> Iterator[str]:
    """Yield every form in which a canary is a word of its own that no ordinary text holds."""
    for name, written in CANARIES.items():
        yield from written
        for part in name.split():
            yield from (form.text for form in name_forms(part) if len(form.text) > 5)


def encodings(word: str) -> Iterator[bytes]:
    yield from (word.encode(), word.upper().encode(), word.lower().encode())
    yield from (word.encode("utf-16-le"), word.encode("utf-16-be"), quote(word).encode())
    yield from (html.escape(word).encode(), json.dumps(word)[1:-1].encode())
    yield base64.b64encode(word.encode()).rstrip(b"=")[:-1]


def crawl(reader: Client) -> Iterator[Any]:
    """Yield every answer that can be reached from the two home pages by following links, and some that cannot."""
    waiting, seen = ["/", "/en/", "/nb/", "/robots.txt", "/en/t/unknown/", "/en/testimonies/?q=fields"], set[str]()
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address in seen:
            continue
        seen.add(address)
        answer = reader.get(address)
        yield answer
        waiting += [html.unescape(link) for link in re.findall(r'href="(/(?:en|nb)/[^"]*)"', answer.content.decode())]


@pytest.fixture
def serve(settings: Any) -> Iterator[Any]:
    """Serve the release in place from this process, with the room's own settings."""

    def begin() -> Client:
        for name in OF_THE_ROOM:
            setattr(settings, name, getattr(reading_room, name))
        settings.RELEASE_ALIAS = "release"
        connections.settings["release"] = database_settings(Path(settings.RELEASE_FILE))
        return Client(raise_request_exception=False)

    yield begin
    if "release" in connections.settings:
        connections["release"].close()
        del connections["release"]
        del connections.settings["release"]


@pytest.mark.usefixtures("sqlite_database")
class TestEverySpellingOfACanary:
    def test_is_in_no_byte_of_the_release_and_in_no_page(self, serve: Any, settings: Any) -> None:
        people = walking.staff()
        published(people)
        issue_release(by=people.admin, at=AT)
        emitted = [Path(settings.RELEASE_FILE).read_bytes(), Path(settings.TOMBSTONE_FILE).read_bytes()]
        emitted += [answer.content + repr(answer.headers).encode() for answer in crawl(serve())]

        forms = sorted(set(spellings()))
        found = {form for form in forms for data in emitted if any(raw in data for raw in encodings(form))}

        assert len(forms) > 100
        assert len(emitted) > 20
        assert found == set()


@pytest.mark.django_db
class TestAFormLeftInTheText:
    @pytest.mark.parametrize("form", [form for forms in CANARIES.values() for form in forms])
    def test_refuses_publication(self, form: str) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        for name in CANARIES:
            register_person(names=[NameDraft(name)], by=people.editor, at=AT)
        with walking.without_rules():
            decision = SpanDecision.objects.get(span__edition=edition, treatment="summarise", superseded_at=None)
            decision.replacement = f"he met {form} there"
            decision.save()

        codes = {obstacle.code for obstacle in find_obstacles(walking.edition_now(edition), by=people.admin, at=AT)}

        assert {"G002", "G009"} <= codes
        with pytest.raises(PublicationRefused):
            publish(walking.edition_now(edition), by=people.admin, at=AT)
