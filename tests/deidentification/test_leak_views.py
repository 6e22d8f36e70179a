"""The views of a text: each escape, code page and encoding is undone, and leads back to where it stands."""

import base64
import json
from urllib.parse import quote

import pytest

from archive.deidentification.leak_views import other_views

NAME = "Щегольков"
UTF8 = NAME.encode()
IN_BASE64 = base64.b64encode(f"имя {NAME} да".encode()).decode()

LETTERS = "".join(map(chr, range(0x410, 0x450)))


def misread(text: str, right: str, wrong: str) -> str:
    """Return a text whose bytes were taken for another code page; a byte that it lacks is kept as a control."""
    return "".join(bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in text.encode(right))


# how a name is hidden between two words, and what is read in its place
HIDDEN = {
    "decimal entities": ("".join(f"&#{ord(letter)};" for letter in NAME), NAME),
    "hexadecimal entities": ("".join(f"&#x{ord(letter):x};" for letter in NAME), NAME),
    "hexadecimal entities in capitals": ("".join(f"&#X{ord(letter):X};" for letter in NAME), NAME),
    "entities with names": ("Bj&oslash;rn", "Bjørn"),
    "entities with a capital": ("&Oslash;rjan", "Ørjan"),
    "one entity": ("Щег&#1086;льков", NAME),
    "a tag inside": ("Щеголь<b>ков", NAME),
    "a tag in capitals inside": ("Щеголь<B>ков", NAME),
    "a tag before a sign": ("Щеголь<b>ков>а", "Щегольков>а"),
    "a tag after a sign": ("a<b c<i>d", "a<b cd"),
    "the end of a tag inside": ("Щеголь</b>ков", NAME),
    "a comment inside": ("Щеголь<!-- > -->ков", NAME),
    "a comment over lines": ("Щеголь<!-- \n -->ков", NAME),
    "per cent escapes": (quote(NAME), NAME),
    "one escape": ("R%6fdion", "Rodion"),
    "per cent escapes of another code page": ("%D9%E5%E3", "%D9%E5%E3"),
    "JSON escapes": (json.dumps(NAME)[1:-1], NAME),
    "JSON escapes of one letter beyond the first plane": ("\\ud835\\udc11", "𝐑"),
    "JSON escapes in capitals": ("\\u043E\\u043A", "ок"),
    "half a JSON escape": ("a\\ud835b", "ab"),
    "Python escapes in capitals": ("\\xD0\\xBE", "о"),
    "Python escapes": ("".join(f"\\x{byte:02x}" for byte in UTF8), NAME),
    "Python escapes of another code page": ("\\xd9", "\\xd9"),
    "quoted printable": ("".join(f"={byte:02X}" for byte in UTF8), NAME),
    "quoted printable of another code page": ("=D9=E5", "=D9=E5"),
    "base64": (IN_BASE64, f" имя {NAME} да "),
    "base64 without its end": (IN_BASE64.rstrip("="), f" имя {NAME} да "),
    "base64 of a URL": (base64.urlsafe_b64encode("имя Щегольков>>>??".encode()).decode(), " имя Щегольков>>>?? "),
    "base64 with a stroke": (base64.b64encode("имя Щегольков>>>??".encode()).decode(), " имя Щегольков>>>?? "),
    "base64 of a URL with a hyphen": (base64.urlsafe_b64encode("~~>ююю>>".encode()).decode(), " ~~>ююю>> "),
    "base64 as long as any": ("YWFh" * 1024, " " + "aaa" * 1024 + " "),
    "base64 of twelve signs": (base64.b64encode("Щегол"[:4].encode() + b"a").decode(), " Щегоa "),
    "base64 of a hundred names": (base64.b64encode((NAME * 100).encode()).decode(), f" {NAME * 100} "),
    "UTF-8 read as Latin-1": (misread(LETTERS, "utf-8", "latin-1"), LETTERS),
    "UTF-8 read as Windows-1252": (misread(LETTERS, "utf-8", "cp1252"), LETTERS),
    "UTF-8 read as Windows-1251": (misread(LETTERS, "utf-8", "cp1251"), LETTERS),
    "Windows-1251 read as Latin-1": (misread(LETTERS, "cp1251", "latin-1"), LETTERS),
    "Windows-1251 read as Windows-1252": (misread("Анна—Мария", "cp1251", "cp1252"), "Анна—Мария"),
    "KOI8 read as Latin-1": (misread(LETTERS, "koi8-u", "latin-1"), LETTERS),
    "KOI8 in Ukrainian": (misread("Їжакевич", "koi8-u", "latin-1"), "Їжакевич"),
}


@pytest.mark.parametrize("way", [way for way, (hidden, read) in HIDDEN.items() if hidden != read])
def test_a_view_reads(way: str) -> None:
    hidden, read = HIDDEN[way]

    views = {view.text: view for view in other_views(f"да {hidden} но")}

    assert f"да {read} но" in views
    assert views[f"да {read} но"].span(3, 3 + len(read)) == (3, 3 + len(hidden))


@pytest.mark.parametrize("way", [way for way, (hidden, read) in HIDDEN.items() if hidden == read])
def test_no_view_reads(way: str) -> None:
    assert [view.text for view in other_views(f"да {HIDDEN[way][0]} но")] == []


PLAIN = {
    "an ordinary text": "Там был Родион – «да», & 100 %, <да> \\ 2=2.",
    "a tag beside a word": "Там <b>был</b> Родион",
    "an escape of one sign in quoted printable": "a=3D1",
    "an accented word": "Café, Grünerløkka, blåbærsyltetøy, naïveté",
    "a Ukrainian word": "Їжакевич, ґанок, Єва",
    "base64 of eleven signs": "YWJjZGVmZ2h",
    "base64 of what is no text": base64.b64encode(bytes(range(128, 148))).decode(),
    "base64 of what nobody sees": base64.b64encode(b"abc\x00def\x01ghi").decode(),
    "a long word": "Donaudampfschifffahrtsgesellschaft",
    "more base64 than is read": "YWFh" * 1023 + "YWE==",
    "a comment beside a word": "Там <!-- x -->был<!-- x --> Родион",
}


@pytest.mark.parametrize("kind", PLAIN)
def test_has_no_other_view(kind: str) -> None:
    assert [view.text for view in other_views(PLAIN[kind])] == []
