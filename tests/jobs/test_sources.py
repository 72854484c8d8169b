"""What jobs read: files of four kinds and any iterable, whatever stands in them."""

import json
from collections.abc import Iterator
from itertools import count, islice, product
from pathlib import Path

import pytest

from vt_sdk.errors import FileReadError, InvalidInputError
from vt_sdk.indicators import classify
from vt_sdk.jobs.sources import LONGEST_TEXT, texts_of

NAMES = ["evil.example", "http://e.example/a,b", "8.8.8.8"]


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def parquet(path: Path, **columns: list[str | None]) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table(columns), path)
    return path


def test_each_kind_of_file(tmp_path: Path) -> None:
    quoted = f'name,ioc\r\na,evil.example\r\nb,"{NAMES[1]}"\r\n\r\nc\r\nd,8.8.8.8\r\n'
    assert [*texts_of(write(tmp_path / "a.csv", quoted.encode()), "ioc")] == NAMES
    assert [*texts_of(write(tmp_path / "a.tsv", b"x\tioc\n\tevil.example\n"), "ioc")] == NAMES[:1]
    assert [*texts_of(write(tmp_path / "b.csv", b"x;ioc\n1;evil.example\n"), "ioc")] == NAMES[:1]
    assert [
        *texts_of(str(write(tmp_path / "a.txt", "\n\n".join(["# all", *NAMES]).encode())))
    ] == NAMES
    lines = [json.dumps({"ioc": NAMES[0], "n": 1}), json.dumps(NAMES[1]), '{"ioc": "8.8.8.8"}']
    assert [*texts_of(write(tmp_path / "a.jsonl", "\n".join(lines[1:]).encode()))] == NAMES[1:]
    assert [*texts_of(write(tmp_path / "b.jsonl", "\n".join(lines).encode()), "ioc")] == NAMES
    path = parquet(tmp_path / "a.parquet", ioc=[*NAMES, None, ""], n=["1"] * 5)
    assert [*texts_of(path, "ioc")] == NAMES


def test_the_only_column_needs_no_name(tmp_path: Path) -> None:
    assert [*texts_of(write(tmp_path / "a.csv", b"whatever\nevil.example\n"))] == NAMES[:1]
    assert [*texts_of(parquet(tmp_path / "a.parquet", ioc=["evil.example"]))] == NAMES[:1]


def test_a_column_by_its_number(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", b"n;ioc\na;evil.example\n")
    assert [*texts_of(path, "2")] == NAMES[:1]
    path = write(tmp_path / "b.csv", b"x;8.8.8.8\ny;evil.example\n")  # without a header
    assert [*texts_of(path, "2")] == ["8.8.8.8", "evil.example"]
    path = write(tmp_path / "c.csv", b"ioc,ioc,1\n8.8.8.8,8.8.4.4,evil.example\n")
    assert [*texts_of(path, "2")] == ["8.8.4.4"]
    assert [*texts_of(path, "1")] == NAMES[:1]  # the name counts first
    for wrong in ("0", "4", "-1", "\u0662", "9" * 5000):
        with pytest.raises(InvalidInputError, match="no column"):
            [*texts_of(path, wrong)]
    with pytest.raises(InvalidInputError, match="several columns 'ioc'"):
        [*texts_of(path, "ioc")]
    lines = write(tmp_path / "a.jsonl", b'{"n": 1, "ioc": "8.8.8.8"}\n{"ioc": "evil.example"}\n')
    assert [*texts_of(lines, "2")] == ["8.8.8.8", "evil.example"]
    assert [*texts_of(parquet(tmp_path / "a.parquet", n=["1"], ioc=["8.8.8.8"]), "2")] == NAMES[2:]


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet"])
@pytest.mark.parametrize("column", ["iocs", None])
def test_a_column_that_is_not_there(name: str, column: str | None, tmp_path: Path) -> None:
    path = tmp_path / name
    if name == "a.parquet":
        parquet(path, name=["a"], ioc=["8.8.8.8"])
    else:
        path.write_text("name,ioc\n" if name == "a.csv" else '{"name": 1, "ioc": "8.8.8.8"}')
    known = "ioc, name" if column else "name, ioc"
    with pytest.raises(InvalidInputError, match=f"there are: {known}$"):
        [*texts_of(path, column)]


def test_a_text_has_no_columns(tmp_path: Path) -> None:
    for source in (["8.8.8.8"], write(tmp_path / "a.txt", b"8.8.8.8")):
        with pytest.raises(InvalidInputError, match="column"):
            [*texts_of(source, "ioc")]


def test_empty_files(tmp_path: Path) -> None:
    for name in ("a.csv", "a.txt", "a.jsonl"):
        assert [*texts_of(write(tmp_path / name, b""))] == []
    assert [*texts_of(write(tmp_path / "b.csv", b"ioc\n"))] == []
    with pytest.raises(InvalidInputError, match="not a Parquet file"):
        [*texts_of(write(tmp_path / "a.parquet", b""))]


def test_encodings_of_all_times(tmp_path: Path) -> None:
    latin = "bücher.example"
    mixed = latin.encode() + b"\n" + latin.encode("cp1252") + b"\n"
    assert [*texts_of(write(tmp_path / "a.txt", mixed))] == [latin] * 2
    marked = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    for encoding, end in product(marked, ("\n", "\r\n", "\r")):
        content = f"\ufeffioc{end}{latin}{end}".encode(encoding)
        assert [*texts_of(write(tmp_path / "a.csv", content), "ioc")] == [latin]
    unmarked = "ioc\nevil.example\n".encode("utf-16-le")
    with pytest.raises(InvalidInputError, match=r"there are: 'i\\x00o\\x00c\\x00'"):
        [*texts_of(write(tmp_path / "a.csv", unmarked), "ioc")]
    assert [*texts_of(["\ud800.example"])] == ["\\ud800.example"]


def test_rubbish_is_given_as_it_stands(tmp_path: Path) -> None:
    endless = b"a" * (3 * LONGEST_TEXT)
    lines = [b"\x00\xff\xfe\x81", endless, b"evil.example"]
    first, cut, last = texts_of(write(tmp_path / "a.txt", b"\n".join(lines)))
    assert "\x00" in first
    assert (cut, last) == ("a" * LONGEST_TEXT, "evil.example")
    broken = ['{"ioc": ', "[1]", '{"other": 1}', "[" * 100_000]
    texts = [*texts_of(write(tmp_path / "a.jsonl", "\n".join(['{"ioc": "a"}', *broken]).encode()))]
    assert texts == ["a", *(text.strip()[:LONGEST_TEXT] for text in broken)]
    # A field that is longer than the module for CSV takes.
    field = b'"' + b"b\n" * 100_000 + b'"\n'
    content = b"ioc\nfirst.example\n" + field + b"last.example\n"
    texts = [*texts_of(write(tmp_path / "b.csv", content))]
    assert (texts[0], texts[-1], {*texts[1:-1]}) == ("first.example", "last.example", {"b"})


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ('"a\nb",8.8.8.8\n"c ""d""",e.example', ["8.8.8.8", "e.example"]),
        ('"a,8.8.8.8\nb,8.8.4.4\nc,e.example', ['"a,8.8.8.8', "8.8.4.4", "e.example"]),
        ('a,"8.8.8.8\nb,8.8.4.4\nc,e.example', ["8.8.8.8", "8.8.4.4", "e.example"]),
        ('a,"8.8.8.8\nb,"8.8.4.4"\nc,e.example', ["8.8.8.8", "8.8.4.4", "e.example"]),
        ('"a" ,8.8.8.8\nb,"8.8.4.4" \n', ["8.8.8.8", "8.8.4.4"]),
        ("a\n,\n\n\0,8.8.8.8", ["8.8.8.8"]),
    ],
)
def test_quotes_swallow_no_row(rows: str, texts: list[str], tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", f"name,ioc\n{rows}".encode())
    assert [*texts_of(path, "ioc")] == texts


@pytest.mark.parametrize(
    "header", ["\n \nname,ioc", '"na\nme",ioc', '"name; in; words",ioc', '\ufeff"name","ioc"']
)
def test_headers_of_many_programs(header: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", f"{header}\nx,8.8.8.8".encode())
    assert [*texts_of(path, "ioc")] == ["8.8.8.8"]


def test_a_header_that_is_missing_takes_no_indicator(tmp_path: Path) -> None:
    assert [*texts_of(write(tmp_path / "a.csv", b"8.8.8.8\n8.8.4.4\n"))] == ["8.8.8.8", "8.8.4.4"]
    with pytest.raises(InvalidInputError, match="say which one; there are: a, 8"):
        [*texts_of(write(tmp_path / "b.csv", b"a,8.8.8.8\nb,8.8.4.4\n"))]


def test_a_column_that_is_there_twice(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="several columns 'ioc'; there are: ioc, ioc, n"):
        [*texts_of(write(tmp_path / "a.csv", b"ioc,n,ioc\n8.8.8.8,1,8.8.4.4\n"), "ioc")]


def test_blanks_are_left_out_of_each_kind(tmp_path: Path) -> None:
    assert [*texts_of(write(tmp_path / "a.csv", b"ioc,n\n,1\n8.8.8.8,2\n"), "ioc")] == ["8.8.8.8"]
    lines = b'{"ioc": null}\n{"ioc": " "}\n{"ioc": "8.8.8.8"}\n'
    assert [*texts_of(write(tmp_path / "a.jsonl", lines))] == ["8.8.8.8"]
    assert [*texts_of(parquet(tmp_path / "a.parquet", ioc=[None, "", "8.8.8.8"]))] == ["8.8.8.8"]


def test_parquet_that_does_not_say_that_it_is_text(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    values = ["bücher.example".encode(), "bücher.example".encode("cp1252"), None]
    pq.write_table(pa.table({"ioc": pa.array(values, pa.binary())}), tmp_path / "a.parquet")
    assert [*texts_of(tmp_path / "a.parquet")] == ["bücher.example"] * 2


def test_a_path_that_no_file_has() -> None:
    for path in ("", "a\0b"):
        with pytest.raises(InvalidInputError, match="source: not the path of a file"):
            [*texts_of(path)]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in ("a.csv", "a.parquet"):
        with pytest.raises(FileReadError, match=name):
            [*texts_of(tmp_path / name)]


def test_an_iterable_is_taken_as_it_is_needed() -> None:
    numbers: Iterator[str] = (f"10.0.0.{number}" for number in count())
    assert [*islice(texts_of(numbers), 2)] == ["10.0.0.0", "10.0.0.1"]
    assert [*texts_of([classify("evil[.]example"), 5])] == ["evil[.]example", "5"]  # type: ignore[list-item]  # rubbish
