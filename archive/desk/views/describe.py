"""What an edition says of itself: title by pattern, abstracts, facts, warnings, themes of its passages."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from archive.catalogue.facets import FACETS, title_for
from archive.catalogue.records import INTERFACE_LANGUAGES
from archive.desk.access import opens, staff_of
from archive.desk.bench import pairs_of
from archive.desk.conflict import conflict
from archive.desk.finding import back_to_testimony, edition_or_404
from archive.desk.forms.describe import DescriptionForm, abstract_languages
from archive.desk.languages import current_language
from archive.desk.refusals import REFUSALS, UNPROCESSABLE
from archive.desk.rows import rows_of
from archive.desk.thesaurus import themes_by_heading
from archive.desk.words import LANGUAGE_WORDS
from archive.redaction.rendering import open_tellings, public_names
from archive.redaction.spans import spans_of
from archive.testimonies.description import record_description
from archive.testimonies.models import IN_WORK, Edition, EditionChanged, PassageTheme, Telling
from archive.users.roles import DeskAct
from archive.vault.pseudonyms import name_in


@method_decorator([opens(DeskAct.DESCRIBE), sensitive_post_parameters()], name="dispatch")
class Describe(View):
    """The page on which an edition is described."""

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show the description as it stands."""
        edition = edition_or_404(number)
        if edition.state not in IN_WORK:
            return back_to_testimony(request, edition)
        telling, tellings = _telling(request, edition)
        given = PassageTheme.objects.filter(edition=edition, telling=telling).values_list("passage", "concept_id")
        themes: dict[int, list[str]] = {}
        for passage, code in given:
            themes.setdefault(passage, []).append(code)
        form = DescriptionForm(telling=telling, languages=abstract_languages(tellings), initial=_standing(edition))
        return _page(request, edition, form, themes, tellings)

    @method_decorator(sensitive_variables())
    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Record the whole description at once."""
        edition = edition_or_404(number)
        telling, tellings = _telling(request, edition)
        form = DescriptionForm(request.POST, telling=telling, languages=abstract_languages(tellings))
        if not form.is_valid():
            return _page(
                request, edition, form, form.themes_by_passage(), tellings, refusal=_("Choose from the lists.")
            )
        try:
            record_description(
                edition, draft=form.draft(), by=staff_of(request), at=timezone.now(), seen=form.cleaned_data["seen"]
            )
        except EditionChanged:
            typed = [(field.label, str(field.value() or "")) for field in form.abstract_fields]
            return conflict(request, edition, back=reverse("describe", args=[number]), typed=typed)
        except REFUSALS as refusal:
            return _page(request, edition, form, form.themes_by_passage(), tellings, refusal=str(refusal))
        messages.success(request, _("The description is recorded."))
        return redirect(f"{reverse('describe', args=[number])}?telling={telling.language}")


def _telling(request: HttpRequest, edition: Edition) -> tuple[Telling, list[Telling]]:
    tellings = list(edition.testimony.tellings.order_by("language"))
    wanted = request.GET.get("telling") or tellings[0].language
    chosen = next((telling for telling in tellings if telling.language == wanted), None)
    if chosen is None:
        raise Http404(_("This testimony is not told in that language."))
    return chosen, tellings


def _standing(edition: Edition) -> dict[str, Any]:
    standing: dict[str, Any] = {"seen": edition.change}
    standing |= {f"fact_{fact.facet}": fact.value for fact in edition.facts.all()}
    standing |= {f"abstract_{row.language}": row.abstract.reveal() for row in edition.descriptions.all()}
    standing["warnings"] = [warning.code for warning in edition.warnings.all()]
    return standing


@sensitive_variables("opened")
def _page(
    request: HttpRequest,
    edition: Edition,
    form: DescriptionForm,
    themes: dict[int, list[str]],
    tellings: list[Telling],
    *,
    refusal: str = "",
) -> HttpResponse:
    opened = [
        one
        for one in open_tellings(edition, by=staff_of(request), at=timezone.now(), purpose="redaction")
        if one.telling.pk == form.telling.pk
    ]
    groups = themes_by_heading()
    labels = {code: label for _heading, concepts in groups for code, label in concepts}
    context = {
        "edition": edition,
        "row": rows_of([edition], user=staff_of(request))[0],
        "number": edition.testimony.number,
        "form": form,
        "facts": _facts(form),
        "telling": form.telling,
        "tellings": [(one.language, LANGUAGE_WORDS[one.language], one == form.telling) for one in tellings],
        "titles": _titles(edition, form),
        "passages": [
            {
                "number": pair.number,
                "public": pair.public,
                "given": [labels.get(code, code) for code in themes.get(pair.number, ())],
                "codes": themes.get(pair.number, ()),
            }
            for pair in pairs_of(opened, spans_of(edition))[0].pairs
        ],
        "groups": groups,
        "refusal": refusal,
        "refusal_title": "",
    }
    return render(request, "desk/describe.html", context, status=UNPROCESSABLE if refusal else 200)


def _facts(form: DescriptionForm) -> list[dict[str, Any]]:
    """Return each facet with its values; those that speak in the title bring their words along."""
    chosen = form.chosen_facts()
    speaks = current_language()
    return [
        {
            "name": f"fact_{facet.code}",
            "code": facet.code,
            "label": facet.label(speaks),
            "values": [
                {
                    "code": value.code,
                    "label": value.label(speaks),
                    "title": next(
                        (one.in_title("en") for one in facet.with_broader(value.code) if one.in_title("en")), ""
                    ),
                    "is_chosen": chosen.get(facet.code) == value.code,
                }
                for value in facet.values
                if chosen.get(facet.code) == value.code or not _is_to_come(value.code)
            ],
        }
        for facet in FACETS
    ]


def _is_to_come(code: str) -> bool:
    """Tell whether a value is a time that has not begun."""
    year = code[:4]
    return year.isdecimal() and int(year) > timezone.now().year


def _titles(edition: Edition, form: DescriptionForm) -> list[tuple[str, str, str]]:
    names = public_names(edition)
    facts = form.chosen_facts()
    if not names:
        return []
    try:
        return [
            (language, LANGUAGE_WORDS[language], title_for(name_in(names, language), facts, language=language))
            for language in INTERFACE_LANGUAGES
        ]
    except KeyError:  # a value off the list: the form says so
        return []
