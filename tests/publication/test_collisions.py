"""Where the forms of a name coincide with something else."""

import pytest

from archive.catalogue.records import ContextRecord, ContextText
from archive.publication.background import record_background
from archive.publication.collisions import CollisionKind, collisions_of
from archive.redaction.public_things import add_public_thing, take_out_public_thing
from archive.themes.thesaurus import ConceptDraft, import_concepts
from archive.vault.naming import NameDraft, record_naming_decision, record_protected_name, register_person
from archive.vault.pruning import prune_form
from tests.walking import AT

pytestmark = pytest.mark.django_db


def somebody(people, name):
    return register_person(names=[NameDraft(name)], by=people.editor, at=AT)


def found(person):
    return {(one.kind, one.where) for one in collisions_of(person)}


def call(person, people, name="", kind="changed_by_archive"):
    called = {"en": name} if name else {}
    record_naming_decision(person, kind=kind, evidence="Drawn.", pseudonyms=called, by=people.editor, at=AT)


class TestAForm:
    def test_may_be_another_persons_name_in_another_script(self, people):
        person, _other = somebody(people, "Halvgrim Zhuchkin"), somebody(people, "Олег Жучкин")

        assert (CollisionKind.PERSON, "P-0002") in found(person)

    def test_may_be_somebodys_pseudonym(self, people):
        other = somebody(people, "Birger Lysvoll")
        call(other, people, "Zhuchkin")

        person = somebody(people, "Олег Жучкин")

        assert (CollisionKind.PSEUDONYM, "P-0001") in found(person)

    def test_may_be_the_persons_own_pseudonym(self, people):
        person = register_person(by=people.editor, at=AT)
        call(person, people, "Zhuchkin")

        record_protected_name(person, name="Жучкин", kind="surname", by=people.editor, at=AT)

        assert (CollisionKind.OWN_PSEUDONYM, "P-0001") in found(person)

    def test_may_be_a_public_figures(self, people):
        figure = somebody(people, "Ragnfrid Zhuchkina")
        call(figure, people, kind="public_figure")

        assert (CollisionKind.PUBLIC_FIGURE, "P-0001") in found(somebody(people, "Олег Жучкин"))

    def test_may_be_a_head_of_state(self, people):
        assert (CollisionKind.PUBLIC_FIGURE, "") in found(somebody(people, "Vladimir Putin"))

    def test_may_be_an_ordinary_word(self, people):
        assert (CollisionKind.WORD, "") in found(somebody(people, "Vera Storm"))

    def test_may_stand_in_a_theme_and_in_a_background_entry(self, people):
        drafts = [ConceptDraft("W", "war", None, (("en", "The Zhuchkin road"), ("nb", "Veien")), assignable=False)]
        import_concepts(drafts, by=people.editor.pk, at=AT)
        text = ContextText("en", "A case", ("It was Zhuchkin who said so.",))
        record_background([ContextRecord(code="entry", kind="case", texts=(text,))], by=people.editor, at=AT)

        person = somebody(people, "Олег Жучкин")

        assert {(CollisionKind.THEME, "W"), (CollisionKind.BACKGROUND, "entry")} <= found(person)

    def test_may_stand_in_what_is_said_of_a_theme(self, people):
        labels, note = (("en", "War"), ("nb", "Krig")), ("en", "After Zhuchkin's book.")
        import_concepts([ConceptDraft("W", "war", None, labels, (note,))], by=people.editor.pk, at=AT)

        assert (CollisionKind.THEME, "W") in found(somebody(people, "Олег Жучкин"))

    def test_may_stand_on_the_archives_own_list_of_public_things(self, people):
        thing = add_public_thing(words="Zhuchkin Mill", kind="place", language="en", by=people.admin, at=AT)
        person = somebody(people, "Олег Жучкин")

        before = found(person)
        take_out_public_thing(thing, by=people.admin, at=AT)

        assert (CollisionKind.PUBLIC_THING, "") in before
        assert (CollisionKind.PUBLIC_THING, "") not in found(person)

    def test_coincides_with_nothing_once_it_is_pruned(self, people):
        somebody(people, "Birger Zhuchkin")
        person = somebody(people, "Олег Жучкин")
        call(person, people, kind="role_only")
        drafts = [ConceptDraft("W", "war", None, (("en", "The Zhuchkin road"),), assignable=False)]
        import_concepts(drafts, by=people.editor.pk, at=AT)

        prune_form(person, form="Zhuchkin", reason="A road.", by=people.editor, at=AT)

        assert (CollisionKind.THEME, "W") not in found(person)


class TestTheFormsThatAreShown:
    def shared(self, person):
        """Return the forms by which a person coincides with another person."""
        return {form for one in collisions_of(person) if one.kind == CollisionKind.PERSON for form in one.forms}

    def test_are_those_that_are_wholly_names_of_both(self, people):
        somebody(people, "Oleg Zhuchkin")
        somebody(people, "Олег Громов")

        shared = self.shared(somebody(people, "Олег Жучкин"))

        assert {"Oleg", "Zhuchkin"} <= shared

    def test_are_shown_with_letters_that_are_written_as_one(self, people):
        person, _other = somebody(people, "Дарья Жучкин"), somebody(people, "Дарья Ланской")

        (alike,) = [one for one in collisions_of(person) if one.kind is CollisionKind.PERSON]

        assert {"Darya", "Dari\u0361a"} <= set(alike.forms)

    def test_are_none_that_were_pruned(self, people):
        somebody(people, "Birger Zhuchkin")
        person = somebody(people, "Олег Жучкин")
        before = self.shared(person)

        prune_form(person, form="Zhuchkin", reason="A road.", by=people.editor, at=AT)

        assert "Zhuchkin" in before
        assert "Zhuchkin" not in self.shared(person)

    def test_are_none_that_only_may_be_the_name(self, people):
        somebody(people, "Шурон Квернмо")
        drafts = [ConceptDraft("W", "war", None, (("en", "The Shuron road"), ("nb", "Veien")), assignable=False)]
        import_concepts(drafts, by=people.editor.pk, at=AT)

        assert found(somebody(people, "Александр Жучкин")) <= {(CollisionKind.WORD, "")}


class TestAFormThatIsNoFormOfAnothers:
    @pytest.mark.parametrize("other", ["Birger Zhuchkim", "Brastein Kvernmo"])
    def test_coincides_with_nobody(self, people, other):
        somebody(people, other)

        assert (CollisionKind.PERSON, "P-0001") not in found(somebody(people, "Олег Жучкин"))


class TestANameOfItsOwn:
    def test_coincides_with_nothing(self, people):
        assert found(somebody(people, "Brastein Kvernmo")) == set()

    def test_is_not_in_what_is_logged(self, people):
        somebody(people, "Birger Zhuchkin")

        assert "uchkin" not in repr(collisions_of(somebody(people, "Олег Жучкин")))
