"""Names that are not Slavic, as texts in four languages write them: Norwegian to Central Asian."""

import pytest

from archive.language.matching import NamedPerson, NameMatcher

# people: recorded name, and what texts write; everything is found, in its place
WRITTEN = {
    "Norwegian": ("Bjørn-Åge Skjæråsen", "Bjørn-Åge", "Bjoern", "Skjæråsens", "Skjaeraasen", "SKJÆRÅSEN", "Бьорн"),
    "Norwegian in Russian": ("Хокон Скарсгорд", "Хоконом", "Скарсгорду", "Skarsgord"),
    "English": ("Wendeline Hathersage", "Wendeline’s", "Hathersage", "Hathersages", "hathersage", "HATHERSAGE"),
    "Irish": ("Fionnuala O'Dwyerly", "Fionnuala", "O'Dwyerly", "O’Dwyerly’s"),
    "Tatar": ("Ильгизар Гыйлметдинов", "Ilgizar", "Ильгизара", "Gyilmetdinov", "Гыйлметдиновым", "Gyjlmetdinov"),
    "Bashkir": ("Азамат Ҡотлоғәлләмов", "Азаматом", "Azamat", "Ҡотлоғәлләмов"),
    "Kazakh": ("Нұрсұлтан Әбдіқадыров", "Нурсултан", "Nursultan", "Nursultans", "Абдикадыров"),
    "Uzbek": ("Shohruhbek Yo‘ldoshev", "Шохрухбек", "Shokhrukhbek", "Shohruhbe"),
    "Kyrgyz": ("Бекжан Токтогулов", "Bekzhan", "Bekzjan", "Токтогулова", "Toktogulov"),
    "Tajik": ("Фирдавс Раҳмонзода", "Firdavs", "Фирдавсу", "Rahmonzoda", "Рахмонзода"),
    "Turkmen": ("Gurbanguly Annaýew", "Гурбангулы", "Annayev", "Аннаев"),
    "Azerbaijani": ("Elşən Hüseynzadə", "Elshan", "Эльшан", "Huseynzade"),
    "Chechen": ("Сайд-Хамзат Дадашкаев", "Хамзат", "Dadashkajev", "Dadachkaïev", "Дадашкаевым"),
    "Avar": ("Магомедрасул Гаджиявов", "Magomedrasul", "Магомедрасулу", "Gadzhiyavov", "Gadsjijavov"),
    "Ossetian": ("Аслан Тулатоев", "Aslan", "Аслану", "Tulatojev", "Тулатоева"),
    "Georgian": ("Нодар Кварацхелидзе", "Nodar", "Kvaratskhelidze", "Kwarazchelidse", "ნოდარ", "კვარაცხელიძე"),
    "Georgian, own script": ("ნოდარ კვარაცხელიძე", "Nodar", "Kvaratskhelidze", "ნოდარ"),
    "Armenian": ("Грачья Мкртумян", "Hrachya", "Grachya", "Mkrtumyan", "Mkrtumjan", "Մկրտումյան"),
    "Armenian, own script": ("Հրաչյա Մկրտումյան", "Hrachya", "Mkrtumyan", "Мкртумян"),
    "Buryat": ("Баярма Цыбикжапова", "Bajarma", "Bayarma", "Баярмой", "Tsybikzhapova", "Tsybikzjapova"),
    "Tuvan": ("Аяс-оол Ондарбай", "Аяс", "Ayas", "Ондарбаю", "Ondarbaj"),
    "Kalmyk": ("Санал Бадминов", "Sanal", "Саналу", "Badminov", "Бадминовым"),
    "Yakut": ("Айтал Сыромятов", "Ajtal", "Айталу", "Syromjatov"),
}  # fmt: skip


@pytest.mark.parametrize("people", WRITTEN)
def test_are_found_as_written(people: str) -> None:
    recorded, *forms = WRITTEN[people]
    matcher = NameMatcher([NamedPerson("p", (recorded,))])
    missed = []
    for form in forms:
        text = f"We saw {form} there."
        found = matcher.find(text)
        if not any(match.start <= 7 and match.end >= 7 + len(form.split("-")[0]) for match in found):
            missed.append(form)

    assert missed == []


# a name with a letter that other alphabets lack, and how it is written there
OF_ITS_OWN = """
Bøhn Boehn, Bøhn Bohn, Bøhn Бен, Böhn Boehn, Böhn Бён, Bœhn Boehn, Bœhn Бен, Brämt Braemt, Brämt Бремт, Brümt Bruemt,
Bræmt Braemt, Bræmt Бремт, Bråmt Braamt, Bråmt Bramt, Bråmt Бромт, Zəhmt Zahmt, Zəhmt Zehmt, Zəhmt Земт,
Мыңжас Мынжас, Мыңжас Мынгжас, Мыңжас Myngzhas, Ҡаҙыр Кадыр, Ҡаҙыр Казыр, Өтен Утен, Өтен Отен, Җәмур Джамур,
Šumak Sumak, Śumak Sumak, Şumak Sumak, Șumak Sumak, Ŝumak Sumak, Žumak Zumak, Źumak Zumak, Żumak Zumak, Ẑumak Zumak
"""


@pytest.mark.parametrize("pair", OF_ITS_OWN.split(","))
def test_a_letter_that_others_lack_is_known_in_every_writing(pair: str) -> None:
    for recorded, written in (pair.split(), reversed(pair.split())):
        found = NameMatcher([NamedPerson("p", (f"Zzyzx {recorded}",))]).find(f"We saw there {written} again.")

        assert {(match.start, match.end, match.tier) for match in found} == {(13, 13 + len(written), "block")}


CYRILLIC_LETTERS = "ёе єе эе ѣе іи їи ыи йи ґг ғг ѓг қк ҡк ќк әа үу ұу ўу өо ңн ҥн һх ҳх ҫс ҙз"


@pytest.mark.parametrize("pair", CYRILLIC_LETTERS.split())
def test_a_letter_of_another_cyrillic_alphabet_is_the_russian_one(pair: str) -> None:
    letter, russian = pair[0], pair[1]
    matcher = NameMatcher([NamedPerson("p", (f"Zzyzx Жму{letter}лант",))])

    assert {match.tier for match in matcher.find(f"Там был Жму{russian}лант снова.")} == {"block"}


@pytest.mark.parametrize("people", WRITTEN)
def test_do_not_hide_one_another(people: str) -> None:
    recorded, *_ = WRITTEN[people]
    others = [other[0] for other in WRITTEN.values() if other[0] != recorded]
    matcher = NameMatcher([NamedPerson("p", (recorded,))])

    blocked = [m for other in others for m in matcher.find(f"Met {other} there.") if m.tier == "block"]

    same = {"Georgian": 2, "Georgian, own script": 2, "Armenian": 2, "Armenian, own script": 2}
    assert len(blocked) <= same.get(people, 0)
