"""The trail: the latest events, and whether the chain still holds."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from archive.audit.acts import Act, SubjectKind
from archive.audit.models import AuditEvent
from archive.audit.recording import trail_head
from archive.audit.verification import verify_trail
from archive.desk.access import opens
from archive.desk.trail_words import ACT_WORDS, SUBJECT_WORDS
from archive.users.models import User
from archive.users.roles import DeskAct

EVENTS_A_PAGE = 50


@require_http_methods(["GET", "POST"])
@opens(DeskAct.READ_TRAIL)
def trail(request: HttpRequest) -> HttpResponse:
    """Show the newest events; a POST proves the whole chain first."""
    page = Paginator(AuditEvent.objects.order_by("-seq"), EVENTS_A_PAGE).get_page(request.GET.get("page"))
    names = {str(user.pk): str(user) for user in User.objects.all()}
    context = {
        "page": page,
        "events": [
            {
                "seq": event.seq,
                "at": event.at,
                "act": ACT_WORDS[Act(event.act)],
                "who": names.get(event.actor, ""),
                "subject_kind": SUBJECT_WORDS[SubjectKind(event.subject_kind)],
                "subject": event.subject,
                "facts": list(event.fact_values.items()),
            }
            for event in page.object_list
        ],
        "head": trail_head(),
        "report": verify_trail() if request.method == "POST" else None,
    }
    return render(request, "desk/trail.html", context)
