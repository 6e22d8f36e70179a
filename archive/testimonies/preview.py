"""What an accession would take in, shown before anything is kept."""

from collections import Counter
from dataclasses import dataclass, field

from django.conf import settings
from django.views.decorators.debug import sensitive_variables

from archive.detection.segments import Document
from archive.testimonies.models import Source
from archive.testimonies.passages import Passage, passages_of
from archive.testimonies.repair import ENCODINGS, Form, RepairedText, read_received
from archive.vault.custody import digest_of_received

_ENOUGH = 4_000  # letters that tell the language of a text


@dataclass(frozen=True, slots=True)
class SourcePreview:
    """The working text as it would be kept, in passages, and the source that holds the same bytes, if one does."""

    repaired: RepairedText = field(repr=False)
    passages: tuple[Passage, ...]
    held_as: str = ""

    @property
    def encoding(self) -> str:
        """Return the encoding as people know it."""
        return ENCODINGS.get(self.repaired.encoding, self.repaired.encoding)

    @property
    def language(self) -> str:
        """Return the language most words seem to be in; whoever takes the text in may say another."""
        counted = Counter(Document(self.repaired.text[:_ENOUGH]).languages)
        return counted.most_common(1)[0][0] if counted else "en"

    def words_of(self, passage: Passage) -> str:
        """Return the words of a passage."""
        return self.repaired.text[passage.start : passage.end]


@sensitive_variables("content", "repaired")
def preview_source(content: bytes, *, declared: Form | None = None, encoding: str | None = None) -> SourcePreview:
    """Read received bytes without keeping them; raises `NotText` as `accession_source` would."""
    repaired = read_received(content, declared=declared, encoding=encoding, limit=settings.ACCESSION_LIMIT_BYTES)
    source = Source.objects.filter(received__digest=digest_of_received(content)).only("number", "sealed_under").first()
    return SourcePreview(repaired, passages_of(repaired.text), source.reference if source else "")
