"""Names in quotation marks and marks of firms: a company, a ship, a fund, a book, a call sign."""

import re
from collections.abc import Iterator

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.segments import Document

_QUOTED = re.compile(r"[«“\"„]((?:[A-ZА-ЯІЇЄÆØÅ][\w'’.]{0,40})(?:[ -][\w'’.]{1,40}){0,3})[»”\"“]")
_FIRM = re.compile(
    r"\b(?:ООО|ЗАО|ОАО|ПАО|АО|ИП|ЧП|ТОВ|ФОП|ОВМ|МВД|ИК|СИЗО|AS|ASA|IK|LLC|Ltd|OOO|ZAO)[ -]?[«\"“]?[\w-]+(?: [A-ZА-Я]\w+)?[»\"”]?"
)
_ENDINGS = re.compile(r"[.!?…,]$")


def find(document: Document) -> Iterator[Finding]:
    """Yield quoted names and firms."""
    for match in _QUOTED.finditer(document.text):
        inner = match.group(1)
        words = inner.split()
        if _ENDINGS.search(inner) or (len(words) > 2 and sum(w[0].isupper() for w in words) < 2) or len(inner) < 2:
            continue
        yield Finding(
            *match.span(1), EntityType.ORG, "organisation", IdentifierClass.QUASI, False, "organisations",
            "A name in quotation marks.", score=0.5,
        )  # fmt: skip
    for match in _FIRM.finditer(document.text):
        yield Finding(
            *match.span(), EntityType.ORG, "organisation", IdentifierClass.QUASI, False, "organisations", "A firm or office."
        )  # fmt: skip
