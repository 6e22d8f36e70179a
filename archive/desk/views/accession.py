"""Taking a source in, in two steps: first what was read is shown, then its testimonies are marked and it is kept.

Between the steps the text lies nowhere: the page carries it and sends it back, and no page of the desk is stored.
"""

import base64
import binascii
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from archive.desk.access import opens, staff_of
from archive.desk.forms.accession import PersonForm, SourceForm, TestimonyForm, TextForm, testimony_drafts
from archive.desk.free_names import offered_names
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.views.persons import say_what_fell_silent
from archive.publication.sweep import sweep_newcomers
from archive.testimonies.accession import UnfitPerson, accession_source, open_collection
from archive.testimonies.models import Testimony
from archive.testimonies.preview import SourcePreview, preview_source
from archive.testimonies.repair import ENCODINGS, NotText
from archive.users.roles import DeskAct

MOST_TESTIMONIES = 20
MOST_PERSONS = 60
_COUNTS = {
    "add-testimony": ("testimonies", 1),
    "drop-testimony": ("testimonies", -1),
    "add-person": ("persons", 1),
    "drop-person": ("persons", -1),
}


@dataclass(slots=True)
class Marked:
    """The second step as it was typed so far."""

    content: bytes = field(repr=False)
    file_name: str = field(repr=False)
    preview: SourcePreview = field(repr=False)
    source: SourceForm
    testimonies: list[TestimonyForm]
    persons: list[tuple[str, PersonForm]]

    def is_valid(self) -> bool:
        """Check every form, so that every error shows at once."""
        forms = (self.source, *self.testimonies, *(form for _key, form in self.persons))
        return not [form for form in forms if not form.is_valid()]

    def begin_at(self, act: str) -> None:
        """Let the page open where somebody goes on: at the testimony or person just asked for."""
        newest = {
            "add-testimony": self.testimonies[-1].fields["passages"],
            "add-person": self.persons[-1][1].fields["part"],
        }
        if act in newest:
            newest[act].widget.attrs["autofocus"] = True

    def begin_at_an_error(self) -> None:
        """Let the page open at the first field that needs another look."""
        forms = (self.source, *self.testimonies, *(form for _key, form in self.persons))
        wrong = next((form.fields[name] for form in forms for name in form.errors if name in form.fields), None)
        if wrong is not None:
            wrong.widget.attrs["autofocus"] = True


@method_decorator([opens(DeskAct.ACCESSION), sensitive_post_parameters()], name="dispatch")
class Accession(View):
    """The page on which a source is taken in."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask for the text."""
        return _ask(request, TextForm(), SourceForm())

    @method_decorator(sensitive_variables())
    def post(self, request: HttpRequest) -> HttpResponse:
        """Read the text and show what was read, take one step in marking it, or keep it."""
        text, source = TextForm(request.POST, request.FILES), SourceForm(request.POST)
        act = request.POST.get("act", "read")
        try:
            content, file_name = _received(request)
            preview = preview_source(content, declared=_declared(request), encoding=_encoding(request))
        except NotText as refusal:
            return _ask(request, text, source, refusal=str(refusal))
        if act == "read" and not source.is_valid():
            return _ask(request, text, source, content=b"" if request.POST.get("text") else content)
        counts = _counts(request.POST, act)
        if act != "confirm":
            carried = _carried if "received" in request.POST else _fresh
            marked = _marked(request, content, file_name, preview, counts, make=carried)
            marked.begin_at(act)
            return _mark(request, marked)
        marked = _marked(request, content, file_name, preview, counts, make=_bound)
        if not marked.is_valid():
            return _mark(request, marked, refusal=_("Some fields need another look; each says what it needs."))
        try:
            kept = _keep(request, marked)
        except REFUSALS as refusal:
            return _mark(request, marked, refusal=_placed(marked, refusal))
        hits = sweep_newcomers(kept, by=staff_of(request), at=timezone.now())
        said = ngettext(
            "Taken into custody: %(count)d testimony. Search it for details next.",
            "Taken into custody: %(count)d testimonies. Search each for details next.",
            len(kept),
        )
        messages.success(request, said % {"count": len(kept)})
        say_what_fell_silent(request, hits)
        return redirect("workbench", number=kept[0].number) if len(kept) == 1 else redirect("work")


@sensitive_variables("marked")
def _keep(request: HttpRequest, marked: Marked) -> list[Testimony]:
    user, at = staff_of(request), timezone.now()
    given = marked.source.cleaned_data
    drafts = testimony_drafts(marked.testimonies, marked.persons)
    code = given["collection"] or given["new_collection"]
    with transaction.atomic():  # a new collection goes with a refused source
        return accession_source(
            collection=open_collection(code=code, title=code, by=user, at=at),
            source=marked.source.draft(file_name=marked.file_name),
            received=marked.content,
            narrators=drafts,
            by=user,
            at=at,
        )


def _placed(marked: Marked, refusal: Exception) -> str:
    """Return what the page says at its top; what concerns one person is said at that person."""
    if not isinstance(refusal, UnfitPerson):
        return str(refusal)
    dict(marked.persons)[refusal.key].add_error("naming", refusal.reason)
    return _("Some fields need another look; each says what it needs.")


@sensitive_variables("content")
def _ask(
    request: HttpRequest, text: TextForm, source: SourceForm, *, refusal: str = "", content: bytes = b""
) -> HttpResponse:
    """Ask for text and source; `content` is a file that came already and need not be chosen again."""
    status = UNPROCESSABLE if request.method == "POST" else 200
    context = {
        "text": text,
        "source": source,
        "refusal": refusal,
        "refusal_title": "",
        "received": base64.b64encode(content).decode(),
        "file_name": _file_name(request),
    }
    return render(request, "desk/accession.html", context, status=status)


def _file_name(request: HttpRequest) -> str:
    file = request.FILES.get("file")
    return (file.name or "") if file else request.POST.get("file_name", "")


@sensitive_variables("marked")
def _mark(request: HttpRequest, marked: Marked, *, refusal: str = "") -> HttpResponse:
    if refusal:
        marked.begin_at_an_error()
    context = {
        "free": offered_names() if refusal and any("naming" in form.errors for _key, form in marked.persons) else [],
        "marked": marked,
        "received": base64.b64encode(marked.content).decode(),
        "passages": [(passage.number, marked.preview.words_of(passage)) for passage in marked.preview.passages],
        "refusal": refusal,
        "refusal_title": "",
    }
    return render(request, "desk/accession_mark.html", context, status=UNPROCESSABLE if refusal else 200)


@sensitive_variables("content")
def _received(request: HttpRequest) -> tuple[bytes, str]:
    limit = settings.ACCESSION_LIMIT_BYTES
    file = request.FILES.get("file")
    if file is not None:
        return file.read(), file.name or ""
    typed = request.POST.get("text", "")
    sent = request.POST.get("received", "")
    if sent and not typed:
        try:
            return base64.b64decode(sent, validate=True), request.POST.get("file_name", "")
        except (binascii.Error, ValueError):
            raise NotText(
                _("The text did not come back whole from the page. Choose the file or paste it again.")
            ) from None
    # A file that is far over the limit is not read into memory at all, and so is not among the files.
    if not typed and int(request.META.get("CONTENT_LENGTH") or 0) > limit:
        raise NotText(
            _(
                "This file is larger than %(limit)d MB, which is the most the archive takes. Split it by testimony, or "
                "save it as plain text without pictures. Nothing was kept."
            )
            % {"limit": limit // 1_048_576}
        )
    return typed.encode(), ""


def _declared(request: HttpRequest) -> Any:
    declared = request.POST.get("declared", "")
    return declared if declared in {"plain", "html"} else None


def _encoding(request: HttpRequest) -> str | None:
    said = request.POST.get("encoding", "")
    return said if said in ENCODINGS else None


def _counts(posted: QueryDict, act: str) -> tuple[int, int]:
    counts = {"testimonies": _number(posted, "testimonies"), "persons": _number(posted, "persons")}
    if act in _COUNTS:
        name, step = _COUNTS[act]
        counts[name] += step
    return (
        min(max(counts["testimonies"], 1), MOST_TESTIMONIES),
        min(max(counts["persons"], 1), MOST_PERSONS),
    )


def _number(posted: QueryDict, name: str) -> int:
    typed = posted.get(name, "1")
    return int(typed) if typed.isdecimal() and len(typed) < len("1000") else 1


def _marked(
    request: HttpRequest, content: bytes, file_name: str, preview: SourcePreview, counts: tuple[int, int], *, make: Any
) -> Marked:
    testimonies, persons = counts
    keys = [_key(number) for number in range(persons)]
    last = len(preview.passages)
    initial = {"passages": f"1-{last}" if last > 1 else "1", "language": preview.language}
    return Marked(
        content,
        file_name,
        preview,
        SourceForm(request.POST),
        [
            make(TestimonyForm, request.POST, f"t{number}", initial, persons=keys, passages=preview.passages)
            for number in range(1, testimonies + 1)
        ],
        [(key, make(PersonForm, request.POST, f"p{key}", {}, testimonies=testimonies)) for key in keys],
    )


def _key(number: int) -> str:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return letters[number % 26] + ("" if number < len(letters) else str(number // 26 + 1))


def _bound(
    form: type[forms.Form], posted: QueryDict, prefix: str, _initial: dict[str, Any], **extra: Any
) -> forms.Form:
    return form(posted, prefix=prefix, **extra)


def _fresh(
    form: type[forms.Form], _posted: QueryDict, prefix: str, initial: dict[str, Any], **extra: Any
) -> forms.Form:
    return form(prefix=prefix, initial=initial, **extra)


def _carried(
    form: type[forms.Form], posted: QueryDict, prefix: str, initial: dict[str, Any], **extra: Any
) -> forms.Form:
    """Keep what was typed without judging it yet, as when one more person is asked for."""
    blank = form(prefix=prefix, **extra)
    typed = {
        name: posted.getlist(f"{prefix}-{name}")
        if isinstance(field, forms.MultipleChoiceField)
        else posted[f"{prefix}-{name}"]
        for name, field in blank.fields.items()
        if f"{prefix}-{name}" in posted
    }
    if typed and "stands_in" in blank.fields:
        typed.setdefault("stands_in", [])
    return form(prefix=prefix, initial=initial | typed, **extra)
