"""What jobs read: files of four kinds and any iterable, whatever stands in them."""

import json
from collections.abc import Iterator
from itertools import count, islice
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
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le")):
        content = mark + f"ioc\r\n{latin}\r\n".encode(encoding)
        assert [*texts_of(write(tmp_path / "a.csv", content), "ioc")] == [latin]
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
    # A field that is longer than the module for CSV takes costs no more than its row.
    field = b'"' + b"b\n" * 100_000 + b'"\n'
    content = b"ioc\nfirst.example\n" + field + b"last.example\n"
    texts = [*texts_of(write(tmp_path / "b.csv", content))]
    assert texts[0] == "first.example"
    assert any("cannot be read" in text for text in texts)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in ("a.csv", "a.parquet"):
        with pytest.raises(FileReadError, match=name):
            [*texts_of(tmp_path / name)]


def test_an_iterable_is_taken_as_it_is_needed() -> None:
    numbers: Iterator[str] = (f"10.0.0.{number}" for number in count())
    assert [*islice(texts_of(numbers), 2)] == ["10.0.0.0", "10.0.0.1"]
    assert [*texts_of([classify("evil[.]example"), 5])] == ["evil[.]example", "5"]  # type: ignore[list-item]  # rubbish
