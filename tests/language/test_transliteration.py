"""Cyrillic names in Latin letters, by standards, passports and newspapers."""

import pytest

from archive.language.transliteration import Source, romanised_letters, schemes, spellings, transliterate

# Names with every letter of the alphabet, as each scheme writes them.
IN_RUSSIAN = "Щеглёв Шумпфэд Цыжков Подъячий Хайльбан Юзистар Ель"
RUSSIAN = """
RussianALALC: Shcheglëv Shumpfėd T͡syzhkov Podʺi͡achiĭ Khaĭlʹban I͡uzistar Elʹ
RussianDriverLicense: Shcheglyev Shumpfed Tsyzhkov Pod'yachiy Khayl'ban Yuzistar Yel'
RussianGOST2006: Shcheglev Shumpfed Tcyzhkov Podiachii Khailban Iuzistar El
RussianICAO: Shcheglev Shumpfed Tsyzhkov Podieiachii Khailban Iuzistar El
RussianISO9SystemA: Ŝeglëv Šumpfèd Cyžkov Pod″âčij Hajl′ban Ûzistar El′
RussianISO9SystemB: Shheglyov Shumpfe'd Cy'zhkov Pod''yachij Xajl'ban Yuzistar El'
RussianISOR9Table2: Shhegljov Shumpfehd Cyzhkov Pod″jachijj Khajjl′ban Juzistar El′
RussianInternationalPassport1997: Shcheglev Shumpfed Tsyzhkov Pod'yachiy Khaylban Yuzistar El
RussianInternationalPassport1997Reduced: Shcheglev Shumpfed Tsyzhkov Pod'yachy Khaylban Yuzistar El
RussianSimple: Scheglev Shumpfed Tsyzhkov Pod'jachij Hajl'ban Juzistar El'
RussianTelegram: Sceglev Shumpfed Cyjkov Podiachii Hailban Iuzistar El
ala_lc: Shcheglёv Shumpfėd T͡syzhkov Podʺi͡achiĭ Khaĭlʹban I͡uzistar Elʹ
ala_lc_alt: Shcheglev Shumpfed Tsyzhkov Pod"iachii Khail'ban Iuzistar El'
bgn_pcgn: Shcheglёv Shumpf·ed Tsyzhkov Pod”yachiy Khayl’ban Yuzistar Yel’
bgn_pcgn_alt: Shcheglёv Shumpfed Tsyzhkov Pod”yachiy Khayl’ban Yuzistar Yel’
bs_2979: Shcheglёv Shumpféd Tsȳzhkov Podʺyachy Khaĭlʹban Yuzistar Elʹ
bs_2979_alt: Shcheglev Shumpfed Tsyzhkov Pod"yachy Khail'ban Yuzistar El'
dutch: Sjtsjegljov Sjoempfed Tsyzjkov Podjatsjij Chajlban Joezistar Jel
finnish: Štšegljov Šumpfed Tsyžkov Podjatšij Hajlban Juzistar Jel
french: Chtchegliov Choumpfed Tsyjkov Podiatchiï Khaïlban Iouzistar Iel
german: Schtschegljow Schumpfed Zyschkow Podjatschii Chailban Jusistar Jel
gost_16876: Ŝeglёv Šumpfèd Cyžkov Podʺâčij Hajlʹban Ûzistar Elʹ
gost_16876_alt: Shhegljov Shumpfehd Cyzhkov Pod"jachijj Khajjl'ban Juzistar El'
gost_52290: Shcheglyev Shumpfed Tsyzhkov Pod'yachiy Khayl'ban Yuzistar El'
gost_52535: Shcheglev Shumpfed Tcyzhkov Podiachii Khailban Iuzistar El
gost_7034: Shheglyov Shumpfed Cyzhkov Pod''yachij Xajl'ban Yuzistar El'
gost_779: Ŝeglёv Šumpfèd Cyžkov Podʺâčij Hajlʹban Ûzistar Elʹ
gost_779_alt: Shheglyov Shumpfe`d Cy`zhkov Pod``yachij Xajl`ban Yuzistar El`
icao_doc_9303: Shcheglev Shumpfed Tsyzhkov Podieiachii Khailban Iuzistar El
iso_9_1954: Ščeglëv Šumpfėd Cyžkov Pod"jačij Hajlʹban Juzistar Elʹ
iso_9_1968: Ščeglëv Šumpfėd Cyžkov Podʺjačij Hajlʹban Juzistar Elʹ
iso_9_1968_alt: Shcheglëv Shumpfėd Tsyzhkov Podʺyachyĭ Khaĭlʹban Yuzystar Elʹ
mosmetro: Scheglev Shumpfed Tsyzhkov Podyachy Khaylban Yuzistar El
mvd_310: Shcheglev Shumpfed Tsyzhkov Pod"yachiy Khayl'ban Yuzistar El'
mvd_310_fr: Chtcheglev Choumpfed Tsyjkov Podiatchii Khailban Iouzistar El
mvd_782: Shcheglyev Shumpfed Tsyzhkov Pod'yachiy Khayl'ban Yuzistar El'
no_marks: Shcheglev Shumpfed Tsyzhkov Podyachiy Khaylban Yuzistar El
norwegian: Sjtsjegljov Sjumpfed Tsyzjkov Podjatsjij Khajlban Juzistar Jel
norwegian_plain: Sjtsjegliov Sjumpfed Tsysjkov Podiatsjij Hajlban Iusistar Jel
polish: Szczegliow Szumpfed Cyżkow Podiaczij Chajlban Juzistar El
scientific: Ščeglёv Šumpfèd Cyžkov Podʺjačij Xajlʹban Juzistar Elʹ
swedish: Sjtjegljov Sjumpfed Tsyzjkov Podjatjij Chajlban Juzistar Jel
telegram: Sceglev Shumpfed Cyjkov Podiachii Hailban Iuzistar El
ungegn_1987: Ščeglёv Šumpfèd Cyžkov Podʺjačij Hajlʹban Juzistar Elʹ
wikipedia: Shcheglyov Shumpfed Tsyzhkov Podyachy Khaylban Yuzistar Yel
yandex_maps: Scheglyov Shumpfed Tsyzhkov Podyachiy Khaylban Yuzistar Yel
yandex_money: Scheglev Shumpfed Tsyzhkov Podyachii Khailban Yuzistar El
"""
IN_UKRAINIAN = "Щоґжів Їхняк Євгенія Юцишин Згурський Дем'ямфот Лапчибой"
UKRAINIAN = """
UkrainianALALC: Shchogz͡hiv Ïkhni͡ak I͡evhenii͡a I͡ut͡syshyn Zhursʹkyĭ Dem'i͡amfot Lapchyboĭ
UkrainianALALCModified: Shchogzhiv Ikhniak Ievheniia Iutsyshyn Zhurskyi Demiamfot Lapchyboi
UkrainianBGN: Shchogzhiv Yikhnyak Yevheniya Yutsyshyn Zhurs'kyy Dem'yamfot Lapchyboy
UkrainianBritish: Shchogzhiv Yikhnyak Yevheniya Yutsȳshȳn Zhurskȳĭ Demyamfot Lapchȳboĭ
UkrainianDSTU9112A: Ŝogživ Ïxnjak Jevğenija Jucyšyn Zğursjkyj Dem'jamfot Lapčyboj
UkrainianDSTU9112B: Shchogzhiv Jikhnjak Jevghenija Jucyshyn Zghursjkyj Dem'jamfot Lapchyboj
UkrainianFrench: Chtchogjiv Ïkhniak Ievheniia Ioutsychyn Zhourskyy Demiamfot Laptchyboy
UkrainianGOST1971: Shhogzhiv Jikhnjak Jevgenija Jucishin Zgurs'kij Dem'jamfot Lapchiboj
UkrainianGOST1986: Ščogživ Ihnjak Jevgenija Jucišin Zgurs'kij Demjamfot Lapčiboj
UkrainianGerman: Schtschogshiw Jichnjak Jewhenija Juzyschyn Shurskyj Demjamfot Laptschyboj
UkrainianISO9: Ŝog̀žìv Ïhnâk Êvgenìâ Ûcišin Zgurs′kij Dem'âmfot Lapčiboj
UkrainianKMU: Shchogzhiv Yikhniak Yevheniia Yutsyshyn Zghurskyi Demiamfot Lapchyboi
UkrainianNational1996: Schogzhiv Yikhniak Yevheniia Yutsyshyn Zghurs'kyi Dem'iamfot Lapchyboi
UkrainianPassport2004Alt: Shchohjiv Yikhniac Yevgeniia Yutsyshyn Zghurs'cyi Dem'iamfot Lapchyboi
UkrainianPassport2007: Shchogzhiv Ikhniak Ievgeniia Iutsyshyn Zgurskyi Demiamfot Lapchyboi
UkrainianSimple: Shchogzhiv Yikhnjak Yevhenija Jutsyshyn Zhurs'kyj Dem'jamfot Lapchyboj
UkrainianWWS: Ščogživ Jixnjak Jevhenija Jucyšyn Zhursʹkyj Demjamfot Lapčyboj
dutch_uk: Sjtsjogzjiv Jichnjak Jevhenija Joetsysjyn Zhoerskyj Demjamfot Laptsjyboj
finnish_uk: Štšogživ Jihnjak Jevhenija Jutsyšyn Zhurskyj Demjamfot Laptšyboj
french_uk: Chtchogjiv Jikhniak Jevheniia Ioutsychyn Zhourskyï Demiamfot Laptchyboï
german_uk: Schtschogschiw Jichnjak Jewhenija Juzyschyn Shurskyi Demjamfot Laptschyboi
no_marks_uk: Shchogzhiv Jikhnyak Jevheniya Yutsyshyn Zhurskyy Demyamfot Lapchyboy
norwegian_plain_uk: Sjtsjogsjiv Jihniak Jevheniia Iutsysjyn Shurskyj Demiamfot Laptsjyboj
norwegian_uk: Sjtsjogzjiv Jikhnjak Jevhenija Jutsysjyn Zhurskyj Demjamfot Laptsjyboj
polish_uk: Szczogżiw Jichniak Jewheniia Iucyszyn Zhurskyj Demiamfot Lapczyboj
swedish_uk: Sjtjogzjiv Jichnjak Jevhenija Jutsysjyn Zhurskyj Demjamfot Laptjyboj
"""


@pytest.mark.parametrize(
    ("language", "names", "table"), [("ru", IN_RUSSIAN, RUSSIAN), ("uk", IN_UKRAINIAN, UKRAINIAN)], ids=["ru", "uk"]
)
def test_every_letter_is_written_as_the_scheme_has_it(language: Source, names: str, table: str) -> None:
    written = dict(line.split(": ") for line in table.strip().splitlines())

    assert {scheme: transliterate(names, scheme, language=language) for scheme in schemes(language)} == written


# a name, a scheme, and what the scheme makes of the name: what stands beside a letter, at the end, and capitals
WRITTEN = {
    "a pair": ("Соловьи", "RussianDriverLicense", "Solov'yi"),
    "a letter after another": ("Алё", "gost_52290", "Alye"),
    "a letter before another": ("Отъезд", "mvd_310", "Otyezd"),
    "the first letter has none before it": ("Ёлб", "gost_52290", "Yolb"),
    "an ending": ("Дикий", "bs_2979", "Diky"),
    "an ending before what is no letter": ("Дикий7 Дикий_7", "bs_2979", "Diky7 Diky_7"),
    "an ending that is the whole word": ("Ий", "bs_2979", "Iĭ"),
    "an ending beside which another letter changes": ("Акулин", "mvd_310_fr", "Akouline"),
    "an apostrophe of any shape": ("Лук’яд Лукʼяд Лук'яд", "UkrainianBGN", "Luk'yad Luk'yad Luk'yad"),
    "an apostrophe in quotes": ("«Чуев»", "norwegian", "«Tsjuev»"),
    "capitals": ("ЩУК", "norwegian", "SJTSJUK"),
    "a capital alone": ("Щ. Щук", "norwegian", "Sjtsj. Sjtsjuk"),
    "small letters": ("щук", "norwegian", "sjtsjuk"),
    "two words with a hyphen": ("Чук-Щук", "norwegian", "Tsjuk-Sjtsjuk"),
    "what is Latin already": ("Щук McNeil, 7", "norwegian", "Sjtsjuk McNeil, 7"),
    "a letter that no scheme has": ("Щүк", "norwegian", "Sjtsjүk"),
}


@pytest.mark.parametrize("case", WRITTEN)
def test_a_name_is_written_by_a_scheme(case: str) -> None:
    name, scheme, latin = WRITTEN[case]
    language: Source = "uk" if scheme.startswith("Ukrainian") else "ru"

    assert transliterate(name, scheme, language=language) == latin


def test_a_name_is_written_by_all_schemes_of_both_languages() -> None:
    written = spellings("Згиров")

    assert len(written) == len(set(written)) > 5
    assert {"Zgirov", "Zgirow", "Zghyrov"} <= set(written)


def test_letters_are_told_with_the_commonest_reading_last() -> None:
    told = romanised_letters("mvd_310_fr", language="ru")

    assert dict(told)["ин"] == "ine"
    assert [latin for letter, latin in told if letter == "с"] == ["x", "s"]
    assert [latin for letter, latin in told if letter == "к"] == ["", "k"]
    assert ("ьё", "'yo") in romanised_letters("RussianDriverLicense", language="ru")
