import codecs
import random

import pytest

from index.errors import LoadError
from index.load.decode import decode

DAM = "The mayor said it’s “safe”. The café’s damage: £3 million."
RUSSIAN = (
    "Правительство объявило в понедельник, что налоги вырастут. Премьер-министр сообщил, "
    "что изменения вступят в силу в следующем году."
)


@pytest.mark.parametrize(
    "data",
    [
        DAM.encode(),
        codecs.BOM_UTF8 + DAM.encode(),
        codecs.BOM_UTF16_LE + DAM.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + DAM.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + DAM.encode("utf-32-le"),
        DAM.encode("cp1252"),
    ],
)
def test_the_same_words_come_out_of_every_encoding_and_no_mark(data):
    assert decode(data) == DAM


def test_an_own_script_is_recognised():
    assert decode(RUSSIAN.encode("cp1251")) == RUSSIAN
    assert decode(RUSSIAN.encode("koi8_r")) == RUSSIAN


@pytest.mark.parametrize(
    "data",
    [
        "The price was £3 million in total, the company of London said.".encode("latin-1"),
        DAM.encode("mac_roman"),
        "El país salía.".encode("mac_roman"),  # would read: El pa’s sal’a.
        "Rząd ogłosił w poniedziałek, że podatki wzrosną.".encode("iso8859_2"),
        b"caf\xe9",
    ],
)
def test_what_could_be_read_in_two_ways_is_refused_not_guessed(data):
    with pytest.raises(LoadError, match=r"cannot be told for certain; open it .* save it as UTF-8"):
        decode(data)


def test_a_declared_encoding_settles_what_looks_cannot():
    assert decode(b"caf\xe9 in \x93Arle\x94", declared="ISO-8859-1") == "café in “Arle”"
    assert decode("Rząd".encode("iso8859_2"), declared="iso-8859-2") == "Rząd"


def test_valid_utf8_is_utf8_whatever_the_page_declares():
    assert decode(DAM.encode(), declared="iso-8859-1") == DAM


@pytest.mark.parametrize("declared", ["rot13", "utf-7", "unicode_escape", "no-such", "a\0b", "zip"])
def test_a_declared_encoding_that_is_none_of_text_is_not_believed(declared):
    assert decode(b"plain", declared=declared) == "plain"
    with pytest.raises(LoadError, match="cannot be told"):
        decode(b"caf\xe9", declared=declared)


def test_binary_data_is_refused():
    with pytest.raises(LoadError, match="zero bytes"):
        decode(b"PK\x03\x04\x00\x00 many words in plain text")
    source = random.Random(7)
    noise = bytes(source.randrange(1, 32) for _ in range(5000))
    with pytest.raises(LoadError, match="control characters"):
        decode(noise)
    with pytest.raises(LoadError):
        decode(bytes(source.randrange(1, 256) for _ in range(5000)))


def test_a_file_that_begins_as_utf16_and_is_not_says_so():
    with pytest.raises(LoadError, match="begins as utf-16 but is not"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8\x41")
