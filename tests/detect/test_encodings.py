"""Credentials in another form: found as the plain values, once, paired, and placed where they stand in the original."""

from __future__ import annotations

import base64
import gzip
import random
import re
import time
from collections.abc import Callable

import pytest
from encoders import ENCODERS, Encoder, ascii85, each, in_base32, some, text_as, uuencoded, wrapped, zipped
from test_layouts import PAIRS

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.decode import View
from scanner.detect.detector import Detector
from scanner.judge.pair import grouped

ID, SECRET, TOKEN = fake("<id>"), fake("<secret>"), fake("<token>")
INI = "[default]\naws_access_key_id = <id>\naws_secret_access_key = <secret>\n"
PAIR = [(("id", ID), ("secret", SECRET))]

Found = list[tuple[tuple[str, bytes], ...]]
Places = list[tuple[View, int, int, bytes]]


def groups(data: bytes) -> Found:
    return [
        tuple((member.values[0].role, member.values[0].raw) for member in group.members)
        for view, found in Detector(credential_patterns()).detect(data)
        for group in grouped(view.data, found)
    ]


def originals(data: bytes) -> dict[bytes, bytes]:
    """What stands in the content for each value."""
    return {
        value.raw: data[view.offset(value.start) : view.offset(value.end)]
        for view, found in Detector(credential_patterns()).detect(data)
        for item in found
        for value in item.values
    }


LAYOUTS = ("ini", "json", "kubernetes env", "csv of today", "url", "java", "terraform provider", "hadoop, indented")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("encoder", [pytest.param(encoder, id=name) for name, encoder in ENCODERS.items()])
def test_a_text_in_another_form(layout: str, encoder: Encoder) -> None:
    text = b"# settings of the service\n" + fake(PAIRS[layout]) + b"region = us-east-1\n"
    assert groups(encoder(text.replace("\ufeff".encode(), b""))) == PAIR


@pytest.mark.parametrize("before", [b"", b"#", b"##", b"###"])
@pytest.mark.parametrize("name", ["base64", "base64 for URLs", "base64 at 64", "base64 at 76, indented"])
def test_every_place_in_a_group_of_three_bytes(before: bytes, name: str) -> None:
    assert groups(b"data: |\n" + ENCODERS[name](before + fake(INI))) == PAIR


@pytest.mark.parametrize("before", [b"", b"#", b"##"])
@pytest.mark.parametrize("name", ["base64", "base64 for URLs", "base64 at 64", "UTF-16 in base64"])
@pytest.mark.parametrize("word", ["secret_access_key", "SECRET_ACCESS_KEY", "SecretAccessKey"])
def test_every_place_of_a_secret_alone(before: bytes, name: str, word: str) -> None:
    text = before + b"user: " + word.encode() + fake(": <secret>\n")
    encoded = base64.b64encode(text_as("utf-16-le")(text)) if "UTF-16" in name else ENCODERS[name](text)
    assert groups(b"data: |\n" + encoded) == [(("secret", SECRET),)]


@pytest.mark.parametrize("before", [b"", b"#", b"##"])
def test_every_place_of_a_console_password(before: bytes) -> None:
    text = before + fake("user: bob\npassword: <password>\nurl: https://acme.signin.aws.amazon.com/console\n")
    assert originals(b"data: " + base64.b64encode(text)).keys() >= {fake("<password>")}


@pytest.mark.parametrize("before", range(12))
def test_every_place_on_the_lines_of_an_array(before: int) -> None:
    """As `xxd -i` writes it, of what holds one of the words once: a line may end in the middle of it."""
    numbers = [b"0x%02x" % character for character in b"#" * before + ID + b"\n" + SECRET + b"\n"]
    lines = [b", ".join(numbers[at : at + 12]) for at in range(0, len(numbers), 12)]
    assert groups(b"unsigned char a[] = {\n  " + b",\n  ".join(lines) + b"\n};\n") == PAIR


def test_what_is_packed_may_be_long() -> None:
    noise = random.Random(1).randbytes(90_000)  # noqa: S311 - the same bytes each time
    assert groups(b"UEsDBA" + b"A" * 99 + b"\n" + wrapped(zipped(noise + b"\n" + fake(INI)), 76)) == PAIR


@pytest.mark.parametrize("before", range(5))
@pytest.mark.parametrize(
    "encoder",
    [
        pytest.param(in_base32(999), id="base32"),
        pytest.param(in_base32(60, b"\n    "), id="base32, indented"),
        pytest.param(lambda text: b"From: a\n\n" + uuencoded(text) + b"\nbye\n", id="uuencode"),
        pytest.param(lambda text: b"see <~below~>\n" + ascii85(text) + b"\nbye\n", id="Ascii85"),
        pytest.param(lambda text: ascii85(text).replace(b"\n", b""), id="Ascii85 on one line"),
        pytest.param(lambda text: uuencoded(gzip.compress(text)), id="gzip in uuencode"),
    ],
)
def test_every_place_in_a_group_of_other_alphabets(before: int, encoder: Encoder) -> None:
    assert groups(b"data: |\n  " + encoder(b"#" * before + fake(INI) + b"region = x\n")) == PAIR


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"begin 644 x\n" + b"M" * 61 + b"\n!!\nend\n" + uuencoded(b"#"), id="no uuencode"),
        pytest.param(uuencoded(fake(INI))[:-120], id="uuencode that is cut off"),
        pytest.param(b"<~" + b"s8W-!" * 9 + ascii85(b"access_key")[2:-2] + b"~>", id="bytes in Ascii85"),
        pytest.param(ascii85(fake(INI))[:-9], id="Ascii85 without an end"),
        pytest.param(ascii85(fake(INI)).replace(b"\n", b"v"), id="Ascii85 with what is none"),
        pytest.param(base64.b32encode(fake(INI))[:40] + b"1" + base64.b32encode(fake(INI))[41:], id="base32 with a digit that is none"),
        pytest.param(base64.b32encode(bytes(range(200)) + fake(INI)), id="bytes in base32"),
    ],
)  # fmt: skip
def test_what_only_begins_so_is_left(data: bytes) -> None:
    assert groups(data) in ([], [(("id", ID),)])


NESTED = [
    ("base64", "uuencode"),
    ("base64", "base64"),
    ("UTF-16, little-endian", "base64"),
    ("percent where it must be", "base64"),
    ("base64", "percent where it must be"),
    ("base64 at 64", "percent where it must be"),
    ("base64", "percent twice"),
    ("JSON", "base64"),
    ("base64", "JSON"),
    ("base64 at 76, indented", "JSON"),
    ("base64 at 64", "JSON in JSON"),
    ("JSON with slashes escaped", "base64 at 76 with Windows line ends"),
    ("named entities", "base64"),
    ("base64", "UTF-16"),
    ("base64 at 64", "UTF-16, little-endian"),
    ("quoted-printable", "base64"),
    ("hex", "base64"),
    ("hex in capitals", "base64"),
    ("percent throughout", "base64"),
    ("base64", "hex"),
    ("base64", "percent throughout"),
    ("base64", "code points"),
    ("base64", "escapes of C"),
    ("base64", "hexadecimal entities"),
    ("gzip in base64", "base64"),
    ("gzip in base64", "JSON"),
    ("percent where it must be", "gzip in base64"),
    ("JSON", "UTF-32"),
    ("hex", "UTF-16"),
]


@pytest.mark.parametrize(("inner", "outer"), [pytest.param(*pair, id=" in ".join(pair)) for pair in NESTED])
def test_two_forms_one_in_the_other(inner: str, outer: str) -> None:
    text = fake("# settings\n" + INI + "region = us-east-1\n")
    assert groups(ENCODERS[outer](ENCODERS[inner](text))) == PAIR


def escaped(value: bytes, form: bytes, characters: bytes = b"+/") -> bytes:
    return some(form, characters)(value)


SLASHED = fake("<b64:19>") + b"/+/" + fake("<b64:18#2>")
WRITTEN: dict[str, tuple[bytes, bytes]] = {
    # how the secret is written, and what stands around it
    "slash of PHP's JSON": (SLASHED.replace(b"/", b"\\/"), b'{"id": "%b", "secret": "%b"}'),
    "two slashes, in JSON in JSON": (
        SLASHED.replace(b"/", b"\\\\/"),
        b'{"x": "{\\"id\\": \\"%b\\", \\"secret\\": \\"%b\\"}"}',
    ),
    "code points": (escaped(SLASHED, b"\\u%04X"), b'{"id": "%b", "secretAccessKey": "%b"}'),
    "escapes of C": (escaped(SLASHED, b"\\x%02x"), b'id = "%b"; secret_key = "%b";'),
    "octal": (escaped(SLASHED, b"\\%03o"), b'id = "%b"; secret_key = "%b";'),
    "points in braces": (escaped(SLASHED, b"\\u{%x}"), b'id = "%b"; secret_key = "%b";'),
    "percent": (escaped(SLASHED, b"%%%02X"), b"sqs://%b:%b@"),
    "percent in lower case": (escaped(SLASHED, b"%%%02x"), b"s3://%b:%b@bucket/path"),
    "percent twice": (escaped(SLASHED, b"%%25%02X"), b"url=s3%%253A%%252F%%252F%b%%253A%b%%2540bucket"),
    "entities": (escaped(SLASHED, b"&#%d;"), b'<keys id="%b" secret="%b"/>'),
    "hexadecimal entities": (escaped(SLASHED, b"&#x%X;"), b"<id>%b</id><secret>%b</secret>"),
    "named entities": (SLASHED.replace(b"+", b"&plus;").replace(b"/", b"&sol;"), b"<id>%b</id><secret>%b</secret>"),
    "base64": (base64.b64encode(SLASHED), b"data:\n  AWS_ACCESS_KEY_ID: %b\n  AWS_SECRET_ACCESS_KEY: %b\n"),
    "base64 of a line": (base64.b64encode(SLASHED + b"\n"), b"data:\n  AWS_ACCESS_KEY_ID: %b\n  secretKey: %b\n"),
    "base64 in a variable": (base64.b64encode(SLASHED), b"KEY_ID=%b\nSECRET_KEY_B64=%b\n"),
    "hex": (SLASHED.hex().encode(), b"id: %b\nsecret_hex: %b\n"),
    "literals added up": (SLASHED[:20] + b'" + "' + SLASHED[20:], b'id = "%b"\nsecret_key = "%b"\n'),
    "literals side by side": (SLASHED[:11] + b'"\n    "' + SLASHED[11:], b'id = "%b"\nsecret_key = ("%b")\n'),
    "literals joined by dots": (SLASHED[:30] + b"' . '" + SLASHED[30:], b"$id = '%b';\n$secret_key = '%b';\n"),
    "literals in three pieces": (
        SLASHED[:9] + b'" \\\n  "' + SLASHED[9:30] + b'" \\\n  "' + SLASHED[30:],
        b'id = "%b"\nsecret_key = "%b"\n',
    ),
    "literals of Basic": (SLASHED[:20] + b'" & _\n  "' + SLASHED[20:], b'id = "%b"\nsecret_key = "%b"\n'),
    "list that is joined": (SLASHED[:20] + b"', '" + SLASHED[20:], b"id = '%b'\nsecret_key = ''.join(['%b'])\n"),
    "list that is joined, in JavaScript": (
        SLASHED[:20] + b"',\n  '" + SLASHED[20:],
        b"id = '%b'\nsecretKey = [\n  '%b'\n].join('')\n",
    ),
    "list in lines that is joined": (
        SLASHED[:20] + b'",\n    "' + SLASHED[20:],
        b'id = "%b"\nsecret_key = "".join((\n    "%b",\n))\n',
    ),
    "literals joined in Elixir": (SLASHED[:9] + b'" <> "' + SLASHED[9:], b'id = "%b"\nsecret_key = "%b"\n'),
    "arguments that are pasted": (SLASHED[:9] + b'", "' + SLASHED[9:], b'id <- "%b"\nsecret_key <- paste0("%b")\n'),
    "arguments that are joined": (SLASHED[:9] + b'", "' + SLASHED[9:], b'id = "%b"\nsecret_key = concat("%b")\n'),
    "join of a template": (SLASHED[:9] + b'", "' + SLASHED[9:], b'Id: "%b"\nSecretKey: !Join ["", ["%b"]]\n'),
    "a line that goes on": (SLASHED[:20] + b"\\\n" + SLASHED[20:], b"id=%b\nsecret_key=%b\n"),
    "in two runs of RTF": (
        SLASHED[:20] + b"}{\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \r\n\\insrsid123 " + SLASHED[20:],
        b"{\\rtf1 {key %b}{\\par }{secret key %b}}\n",
    ),
    "coloured in the middle": (SLASHED[:20] + b"\x1b[1;31m" + SLASHED[20:], b"id=%b\nsecret_key=%b\n"),
}


@pytest.mark.parametrize(("written", "around"), [pytest.param(*case, id=name) for name, case in WRITTEN.items()])
def test_a_secret_alone_in_another_form(written: bytes, around: bytes) -> None:
    """The ID stands in plain sight, and yet the two belong together."""
    data = b"first line\n" + around % (ID, written) + b"\nlast line\n"
    assert groups(data) == [(("id", ID), ("secret", SLASHED))]
    assert originals(data)[ID] == ID
    assert originals(data)[SLASHED].rstrip(b"=") == written.rstrip(b"=")[: len(originals(data)[SLASHED].rstrip(b"="))]
    assert len(originals(data)[SLASHED]) >= len(written.rstrip(b"=")) - 2


def test_a_password_of_ses_alone_in_base64() -> None:
    form = b"data:\n  SMTP_PASSWORD: %b\n  SMTP_USERNAME: %b\n"
    data = form % tuple(map(base64.b64encode, (fake("<smtp>"), ID)))
    assert groups(data) == [(("password", fake("<smtp>")), ("id", ID))]


def test_a_service_password_alone_in_base64() -> None:
    user, password = b"bob-at-123456789013", fake("<b64:43>=")
    data = b"data:\n  password: %b\n  username: %b\n" % tuple(map(base64.b64encode, (password, user)))
    assert originals(data).keys() == {user, password}


def test_strings_of_dotnet_have_their_length_before_them() -> None:
    """In the heap of an assembly, in UTF-16: 41 and 81 bytes, which read `)` and `Q`."""
    strings = (bytes([2 * len(text) + 1]) + text.decode().encode("utf-16-le") + b"\0" for text in (ID, SECRET))
    assert groups(b"\x90" * 50 + b"".join(strings) + b"\x90" * 50) == PAIR


BROKEN = {
    "ID in two literals": b'id = "%b" "%b"\n' % (ID[:4], ID[4:]),
    "ID cut in its prefix": b'id = "%b" + "%b"\n' % (ID[:2], ID[2:]),
    "ID cut behind its first letter": b"id = '%b' 'KIA%b'\n" % (ID[:1], ID[4:]),
    "ID cut twice in its prefix": b"id = 'AK' + 'IA' + '%b'\n" % ID[4:],
    "ID in pieces with double quotes": b'id = "A" + "KIA" + "%b" + "%b"\n' % (ID[4:9], ID[9:]),
    "ID in coloured output": b"key: \x1b[01;31m\x1b[KAKIA\x1b[m\x1b[K%b\n" % ID[4:],
    "ID behind a colour": b"key: \x1b[32m%b\x1b[0m\n" % ID,
    "ID over a line of quoted-printable": b"%b %b=\n%b\n" % (b"x" * 55, ID[:12], ID[12:]),
    "ID over one as long as Python's mails have": b"%b %b=\n%b\n" % (b"x" * 64, ID[:12], ID[12:]),
    "ID behind a line end in a string": b'{"text": "keys:\\n%b\\nbye"}' % ID,
    "ID behind a quote in percent": b"q=%%22%b%%22" % ID,
    "ID in a list that is joined": b"id = ''.join(['%b', '%b'])\n" % (ID[:9], ID[9:]),
    "ID in two runs of RTF": b"{\\rtf1 {key %b}{\\insrsid9 %b}}\n" % (ID[:9], ID[9:]),
    "ID over a line that goes on": b"id=%b\\\n%b\n" % (ID[:9], ID[9:]),
}


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in BROKEN.items()])
def test_an_id_that_is_broken(data: bytes) -> None:
    assert groups(data) == [(("id", ID),)]


@pytest.mark.parametrize("form", [b"%02x ", b"%02X-", b"%d, "])
def test_a_row_of_numbers_goes_on_over_lines(form: bytes) -> None:
    numbers = [form % character for character in b"# settings\n" + fake(INI)]
    lines = [b"".join(numbers[at : at + 20]) for at in range(0, len(numbers), 20)]
    assert groups(b"    " + b"\n    ".join(lines) + b"\n") == PAIR


def test_a_list_of_values_that_is_joined_stays_a_list() -> None:
    assert groups(b"':'.join(['%b', '%b'])\n" % (ID, SECRET)) == PAIR


SESSION = {
    "dotenv": "AWS_ACCESS_KEY_ID=<id:ASIA>\nAWS_SECRET_ACCESS_KEY=<secret>\nAWS_SESSION_TOKEN=<token>\n",
    "compose": "  AWS_ACCESS_KEY_ID: <id:ASIA>\n  AWS_SECRET_ACCESS_KEY: <secret>\n  AWS_SESSION_TOKEN: <token>\n",
    "json": '{"accessKeyId": "<id:ASIA>", "secretAccessKey": "<secret>", "sessionToken": "<token>"}',
    "json, indented": '{\n  "accessKeyId": "<id:ASIA>",\n  "secretAccessKey": "<secret>",\n  "sessionToken": "<token>"\n}\n',
}
SIGNS = {"octal": b"\\%03o", "entities": b"&#%d;", "hexadecimal entities": b"&#x%X;", "escapes of C": b"\\x%02x"}


@pytest.mark.parametrize("layout", SESSION.values(), ids=SESSION)
@pytest.mark.parametrize("form", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize("salt", ["", "2", "3", "4", "5", "6"])
def test_all_but_letters_and_digits_in_another_form(layout: str, form: bytes, salt: str) -> None:
    """Line ends too: what is a character of base64 and what is none is told by what the escapes mean."""
    written = re.sub(rb"[^A-Za-z0-9]", lambda sign: form % sign[0][0], fake(layout, salt))
    parts = (("id", fake("<id:ASIA>", salt)), ("secret", fake("<secret>", salt)), ("token", fake("<token>", salt)))
    assert groups(written) == [parts]


@pytest.mark.parametrize("form", [b"%%%02X", b"\\u%04x", b"\\x%02x", b"&#x%02x;"])
def test_a_token_with_escapes_is_found_whole(form: bytes) -> None:
    written = some(form, b"+/=")(TOKEN)
    assert groups(b'{"SessionToken": "%b"}' % written) == [(("token", TOKEN),)]
    assert originals(b'{"SessionToken": "%b"}' % written) == {TOKEN: written}


@pytest.mark.parametrize("encoder", [each(b"%%%02x"), each(b"\\u%04x"), each(b"&#%d;"), text_as("utf-16-le")])
def test_the_place_is_that_of_the_escapes(encoder: Encoder) -> None:
    data = b"\xff" * 9 + encoder(fake(INI)) + b"\xff"
    assert originals(data) == {ID: encoder(ID), SECRET: encoder(SECRET)}


def test_lines_and_columns_are_those_of_the_original() -> None:
    """Of base64 over lines: the seventy-sixth character of the text stands in the second line of it."""
    data = b"one\ntwo\n" + wrapped(b"#" * 57 + fake(INI), 76)
    ((view, (first, _)),) = Detector(credential_patterns()).detect(data)
    line, column = view.places([first.start])[first.start]
    assert (line, column) == (4, data.split(b"\n")[3].index(base64.b64encode(fake(INI))[40:60]) + 1)


def test_what_is_plain_is_not_found_again_in_what_was_decoded() -> None:
    data = b'{"a": "%b\\n", "b": "\\u0041\\/\\/", "c": "' % fake(INI).replace(b"\n", b"\\n") + b'%2F"}'
    assert groups(data) == PAIR


def test_both_forms_in_one_file_are_two_places_of_one_value() -> None:
    plain, encoded = fake(INI), base64.b64encode(fake(INI))
    assert groups(plain + b"\n" * 60 + encoded) == PAIR * 2


@pytest.mark.parametrize("place", [0, 2**19 - 2**16 - 40, 2**19 - 200, 2**19, 2**20 - 2**17, 2**21 - 500])
@pytest.mark.parametrize("name", ["base64", "JSON with code points", "percent throughout"])
def test_large_content_is_read_in_pieces(place: int, name: str) -> None:
    filler = b"nothing here\n" * (2**21 // 13)
    data = filler[:place] + ENCODERS[name](fake(INI)) + b"\n" + filler[place:]
    assert groups(data) == PAIR


HOSTILE: dict[str, Callable[[int], bytes]] = {
    "base64": lambda size: base64.b64encode(fake("<b64:64>") * (size // 86)),
    "base64 of keys": lambda size: base64.b64encode(fake(INI) * (size // 130)),
    "the same clue again and again": lambda size: b"QUtJQ" * (size // 5),
    "percent": lambda size: b"%41%4B" * (size // 6),
    "percent of prefixes": lambda size: b"%41%4B%49%41" * (size // 12),
    "code points": lambda size: b"\\u0041" * (size // 6),
    "backslashes": lambda size: ID + b" " + b"\\" * size,
    "backslashes between": lambda size: (ID + b"\\" * 999) * (size // 1020),
    "literals": lambda size: (ID[:9] + b'" + "' + ID[9:] + b"\n") * (size // 26),
    "quotes": lambda size: ID + b'"a" ' * (size // 4),
    "names": lambda size: b"secret." * (size // 7),
    "entities": lambda size: b"&#65;&#75;&#73;&#65;" * (size // 20),
    "soft line ends": lambda size: b"secret " + (b"A" * 60 + b"=\n") * (size // 62),
    "base32": lambda size: base64.b32encode(b"secret AKIA" * (size // 18)),
    "base32 of bytes": lambda size: base64.b32encode(b"secret\0AKIA" * (size // 18)),
    "Ascii85 of keys": lambda size: ascii85(b"access_key " * (size // 14)),
    "Ascii85 that begins again and again": lambda size: (b"<~" + ascii85(b"access_key")[2:-2]) * (size // 16),
    "uuencode that begins again and again": lambda size: b"begin 644 secret\n" * (size // 17),
    "members of ZIP": lambda size: base64.b64encode((b"PK\3\4" + bytes(26)) * (size // 40)),
    "rules under secrets": lambda size: (
        (ID + b" " + SECRET + b"-" * 110 + b"\n" + SECRET[::-1] + b"\n") * (size // 212)
    ),
    "gzip": lambda size: (b"H4sIA" + b"A" * 27 + b" ") * (size // 33),
}


@pytest.mark.parametrize("hostile", [pytest.param(make, id=name) for name, make in HOSTILE.items()])
def test_time_grows_no_faster_than_the_content(hostile: Callable[[int], bytes]) -> None:
    def taken(size: int) -> float:
        data = hostile(size)
        started = time.process_time()
        for _ in Detector(credential_patterns()).detect(data):
            pass
        return time.process_time() - started

    taken(2**17)  # what is compiled once is none of it
    assert taken(2**21) < 16 * max(taken(2**18), 0.05)


def dumped(text: bytes, line: Callable[[int, bytes], str]) -> bytes:
    return "".join(line(at, text[at : at + 16]) + "\n" for at in range(0, len(text), 16)).encode()


def shown(part: bytes) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 else "." for byte in part)


DUMPS: dict[str, Callable[[int, bytes], str]] = {
    "xxd": lambda at, part: f"{at:08x}: {part.hex(' ', -2):<39}  {shown(part)}",
    "hexdump": lambda at, part: f"{at:08x}  {part[:8].hex(' '):<23}  {part[8:].hex(' '):<23}  |{shown(part)}|",
    "tcpdump": lambda at, part: f"\t0x{at:04x}:  {part.hex(' ', -2):<39}  {shown(part)}",
}


@pytest.mark.parametrize("line", [pytest.param(line, id=name) for name, line in DUMPS.items()])
@pytest.mark.parametrize("before", [b"# x\n", b"# six\n", b"# settings of it\n"])
def test_a_dump_of_bytes(line: Callable[[int, bytes], str], before: bytes) -> None:
    data = b"$ show\n" + dumped(before + fake(INI), line) + b"$\n"
    assert groups(data) == PAIR
    assert originals(data)[ID].startswith(ID[:1].hex().encode())


@pytest.mark.parametrize("width", [60, 64, 80])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("before", [b"", b"# x\n", b"# settings of it\n"])
def test_lines_of_digits(width: int, end: str, before: bytes) -> None:
    digits = (before + fake(INI)).hex()
    lines = [digits[at : at + width] for at in range(0, len(digits), width)]
    assert groups(end.join((*lines, "")).encode()) == PAIR


def test_lines_of_digests_are_no_text() -> None:
    assert groups(fake("\n".join(f"<hex:40#{number}>" for number in range(50)) + "\n# secret key\n")) == []
