"""What every account of the first collection must keep to, so that it reads well and gives nobody away."""

import re
from itertools import chain

import pytest

from archive.catalogue.closed_lists import SOURCE_KIND_CODES, WARNING_CODES
from archive.catalogue.facets import facet_named, title_for
from archive.deidentification.treatments import PartKind, Treatment
from archive.detection.findings import EntityType, IdentifierClass
from archive.first_collection.texts import Account, read_collection
from archive.first_collection.thesaurus import read_themes
from archive.testimonies.models import Part
from archive.vault.models import NameKind, NamingKind
from tests.first_collection.published import public_name, public_parts

COLLECTION = read_collection()
ACCOUNTS = COLLECTION.accounts
TELLINGS = [(account, telling.language) for account in ACCOUNTS for telling in account.tellings]
PUBLIC_NAMES = {public_name(account, "en") for account in ACCOUNTS}

each_account = pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.key)
each_telling = pytest.mark.parametrize(
    ("account", "language"), TELLINGS, ids=lambda value: value if isinstance(value, str) else value.key
)


def public_text(account: Account, language: str) -> str:
    return "".join(part.text for part in public_parts(account, language))


def plain_text(account: Account, language: str) -> str:
    parts = public_parts(account, language)
    return "".join(part.text if part.kind is PartKind.PLAIN else " ▢ " for part in parts)


def words(text: str) -> list[str]:
    return text.split()


def tokens(text: str) -> set[str]:
    return {token.casefold() for token in re.findall(r"\w+", text)}


class TestTheCollection:
    def test_has_eleven_narrators_from_four_sources(self):
        assert len(ACCOUNTS) == 11
        assert len(COLLECTION.sources) == 4
        assert {source.kind for source in COLLECTION.sources} <= SOURCE_KIND_CODES

    def test_gives_every_account_another_name(self):
        assert len(PUBLIC_NAMES) == len(ACCOUNTS)

    def test_tells_three_accounts_in_both_languages(self):
        assert sum(len(account.tellings) == 2 for account in ACCOUNTS) == 3

    def test_says_in_its_custody_note_what_is_invented(self):
        assert "stand-in" in COLLECTION.custody_note


class TestAnAccount:
    @each_telling
    def test_is_told_in_150_to_600_words(self, account, language):
        assert 150 <= len(words(account.telling(language).text)) <= 600

    @each_telling
    def test_keeps_seven_words_of_ten_untouched(self, account, language):
        telling = account.telling(language)

        touched = sum(len(words(telling.text[mark.start : mark.end])) for mark in telling.marks)

        assert touched <= 0.3 * len(words(telling.text))

    @each_telling
    def test_treats_no_more_than_thirty_words_at_once(self, account, language):
        telling = account.telling(language)

        assert max(len(words(telling.text[mark.start : mark.end])) for mark in telling.marks) <= 30

    @each_telling
    def test_names_everything_that_takes_the_place_of_a_phrase(self, account, language):
        for span in account.treated_spans(language):
            assert bool(span.replacement) == (span.treatment is not Treatment.SUPPRESS)
            assert not re.search(r"[\[\]{}|]", span.replacement)

    @each_telling
    def test_reads_on_after_treatment(self, account, language):
        text = public_text(account, language)

        assert not re.search(r" [,.;]|,,|\(\)", text.replace("  ", " "))
        sentences = re.split(r"(?<=[.!?]) +|\n+", text)
        assert all(sentence[0].isupper() for sentence in sentences if sentence)

    @each_account
    def test_uses_only_codes_of_the_closed_lists(self, account):
        assert set(account.warnings) <= WARNING_CODES
        for facet, value in account.facets.items():
            facet_named(facet).value(value)
        for person in account.persons:
            assert person.part in Part.values
            assert person.naming in NamingKind.values
            assert {kind for _, kind in person.names} <= set(NameKind.values)
        for decision in account.decisions.values():
            EntityType(decision.entity_type)
            IdentifierClass(decision.identifier_class)
            assert decision.treatment is not Treatment.RETAIN
            assert decision.reason.endswith(".")

    @each_account
    def test_carries_only_themes_that_can_be_assigned(self, account):
        assignable = {theme.code for theme in read_themes() if theme.assignable}

        assert set(chain.from_iterable(account.themes)) <= assignable

    @each_account
    def test_has_one_narrator_and_one_person_it_is_about(self, account):
        assert sum(person.narrates for person in account.persons) == 1
        assert sum(person.part == "protagonist" for person in account.persons) == 1

    @each_account
    def test_leaves_no_naming_undecided_and_gives_the_evidence(self, account):
        for person in account.persons:
            assert person.naming != NamingKind.UNDECIDED
            assert person.evidence

    @pytest.mark.parametrize(
        ("key", "title"),
        [
            ("a01", "Alexander: soldier"),
            ("a02", "Sergei: mobilised, left in 2025"),
            ("a05", "Sportsmaster: officer"),
        ],
    )
    def test_has_a_title_by_pattern(self, key, title):
        account = next(account for account in ACCOUNTS if account.key == key)

        assert title_for(public_name(account, "en"), facets=account.facets, language="en") == title


class TestAnAbstract:
    @each_account
    @pytest.mark.parametrize("language", ["en", "nb"])
    def test_is_short(self, account, language):
        told = language if language in {telling.language for telling in account.tellings} else "en"
        length = len(words(account.abstracts[language]))

        assert length <= 60
        assert length * 3 < len(words(public_text(account, told)))

    @each_account
    def test_names_nobody_and_marks_nothing(self, account):
        for abstract in account.abstracts.values():
            assert not tokens(abstract) & {name.casefold() for name in PUBLIC_NAMES}
            assert not re.search(r"[\[\]]", abstract)


class TestAProtectedName:
    @each_telling
    def test_stands_only_in_marks(self, account, language):
        protected = {token for person in account.persons for name, _ in person.names for token in tokens(name)}

        assert not tokens(plain_text(account, language)) & protected

    def test_is_in_no_public_word_of_any_account(self):
        protected = {
            token
            for account in ACCOUNTS
            for person in account.persons
            for name, _ in person.names
            for token in tokens(name)
        }
        for account in ACCOUNTS:
            public = " ".join([*account.abstracts.values(), *account.facets.values()])
            public += " ".join(public_text(account, telling.language) for telling in account.tellings)
            assert not tokens(public) & protected

    def test_is_nobodys_public_name(self):
        protected = {
            token
            for account in ACCOUNTS
            for person in account.persons
            for name, _ in person.names
            for token in tokens(name)
        }

        assert not protected & {name.casefold() for name in PUBLIC_NAMES}

    @each_account
    def test_is_replaced_by_one_spelling_in_each_language(self, account):
        for person in account.persons:
            if person.naming != NamingKind.ROLE_ONLY:
                assert set(person.pseudonyms) == {"en", "nb"}
                assert len(set(person.pseudonyms.values())) == 1


class TestWhatTheReaderSees:
    """Level L2 of the taxonomy: no unit, no day, no small place, no exact number."""

    @each_telling
    def test_has_no_number_but_publicly_fixed_dates_and_years(self, account, language):
        text = re.sub(r"\b24 February 2022\b", "", public_text(account, language))

        assert all(re.fullmatch(r"20[12]\d", number) for number in re.findall(r"\d+", text))

    @each_telling
    def test_has_no_capital_that_is_neither_replaced_nor_retained_with_a_reason(self, account, language):
        retained = tokens(" ".join(word for entry in COLLECTION.retained for word in entry.words))
        inside = re.findall(r"(?<=[\w,;] )[^\W\d_]\w+", plain_text(account, language))

        assert not {word for word in inside if word[0].isupper() and word.casefold() not in retained}

    @each_telling
    def test_counts_no_days_weeks_or_months(self, account, language):
        exact = r"\b(two|three|four|five|six|seven|eight|nine|ten|to|tre|fire|fem|seks|sju|åtte|ni|ti) "
        exact += r"(days?|weeks?|months?|years|hours|dager|døgn|uker|måneder|år|timer)\b"

        assert not re.search(exact, public_text(account, language))


class TestAnActThatWouldNameItsNarrator:
    def test_is_told_in_no_account(self):
        carried = {code for account in ACCOUNTS for codes in account.themes for code in codes}

        assert "T4.2" not in carried
