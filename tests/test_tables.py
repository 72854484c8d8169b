"""Tables of objects: which columns there are, what is in them, and what Arrow makes of it."""

import ast
import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.resources.arguments import EICAR
from tests.samples.support import objects_of
from tests.support import SHA256, file_document, run_python
from vt_sdk import (
    BatchItem,
    Enrichment,
    InvalidInputError,
    Page,
    UnknownObject,
    VirusTotalAPIError,
    VTObject,
    models,
    parse,
)
from vt_sdk.core.registry import object_types
from vt_sdk.emulator import Emulator
from vt_sdk.tables import (
    Column,
    Rows,
    columns,
    detection_matrix,
    engine_rows,
    relationship_rows,
    rows,
    schema,
    to_arrow,
    to_batches,
    to_pandas,
    to_polars,
)

INDICATORS = ("file", "url", "domain", "ip_address")


def file(**attributes: Any) -> models.File:
    return parse(json.dumps({"data": file_document(**attributes)}), models.File)


def names(found: tuple[Column, ...]) -> list[str]:
    return [column.name for column in found]


# --- columns -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(object_types()))
def test_every_type_has_columns(name: str) -> None:
    every = columns(name, deep=True)
    usual = columns(name)
    assert names(usual)[:2] == ["id", "type"]
    assert [column for column in every if column in usual] == [*usual]
    assert len(set(names(every))) == len(every)
    assert all(column.description.endswith(".") for column in every)
    cls = models.object_class(name)
    assert cls is not None
    assert columns(cls, deep=True) == every
    assert schema(every).names == names(every)


def test_a_column_says_what_is_in_it() -> None:
    found = {column.name: column for column in columns(models.File)}
    assert found["size"] == Column("size", "int64", "bytes", "Size of the file in bytes.")
    assert found["last_analysis_date"].type == "timestamp[us, tz=UTC]"
    assert found["last_analysis_stats.malicious"].type == "int64"
    assert found["names"].type == "list<item: string>"
    assert (found["names.count"].type, found["names.count"].unit) == ("int64", None)
    assert found["downloadable"].type == "bool"
    progress = next(column for column in columns("retrohunt_job") if column.name == "progress")
    assert (progress.type, progress.unit) == ("double", "percent")


def test_what_is_in_blocks_has_columns_for_those_who_name_them() -> None:
    deep = set(names(columns("file", deep=True))) - set(names(columns("file")))
    assert {"pe_info.imphash", "popular_threat_classification.suggested_threat_label"} <= deep
    assert {"crowdsourced_yara_results.count", "sandbox_verdicts.count"} <= deep


def test_several_types_have_the_columns_of_all() -> None:
    found = names(columns(INDICATORS))
    assert found[: len(columns("file"))] == names(columns("file"))
    assert set(found) == {name for kind in INDICATORS for name in names(columns(kind))}
    with pytest.raises(InvalidInputError, match=r"'progress' would be double as well as int64"):
        columns(["retrohunt_job", models.ZIPFile])


@pytest.mark.parametrize("unknown", ["files", "", VTObject, int])
def test_what_is_no_type_is_refused(unknown: Any) -> None:
    with pytest.raises(InvalidInputError, match=r"no type of objects: .*; there are .*ip_address"):
        columns(unknown)


# --- rows ----------------------------------------------------------------------------------------


def test_a_row_has_every_column() -> None:
    (row,) = rows([file(size=3, names=["a", "b"], tags=[], last_analysis_date=5)])
    assert [*row] == names(columns("file"))
    assert (row["id"], row["type"], row["size"]) == (SHA256, "file", 3)
    assert row["last_analysis_date"] == datetime.fromtimestamp(5, UTC)
    assert (row["names"], row["names.count"]) == (["a", "b"], 2)
    assert (row["tags"], row["tags.count"]) == ([], 0)
    assert (row["type_tags"], row["type_tags.count"]) == (None, None)


@pytest.mark.parametrize("is_complete", [False, True])
def test_what_does_not_fit_is_null(is_complete: bool) -> None:
    item = file(
        size="3",
        reputation=2**63,
        md5=None,
        names=None,
        tags="a",
        type_tags=["a", 1],
        last_analysis_stats={"malicious": "1", "undetected": 2},
        total_votes=[],
    )
    if is_complete:
        assert item.issues
    (row,) = rows([item])
    filled = {name: value for name, value in row.items() if value is not None}
    assert filled == {
        **{"id": SHA256, "type": "file", "type_tags": ["a"], "type_tags.count": 1},
        "last_analysis_stats.undetected": 2,
    }
    assert to_arrow([item]).to_pylist() == [row]


def test_numbers_beyond_a_float_are_null() -> None:
    job = parse({"type": "retrohunt_job", "id": "a", "attributes": {"progress": 10**400}})
    assert isinstance(job, VTObject)
    assert next(rows([job], columns=["progress"])) == {"progress": None}


def test_chosen_columns_come_in_their_order() -> None:
    label = "popular_threat_classification.suggested_threat_label"
    chosen = ["size", label, "trid.count", "androguard.Package", "id"]
    document = file_document(
        size=1,
        popular_threat_classification={"suggested_threat_label": "trojan.a"},
        trid=[{}, {}],
    )
    table = rows([parse(document, models.File), file()], columns=chosen)
    assert names(table.columns) == chosen
    first, second = table
    assert [*first.items()] == [*zip(chosen, [1, "trojan.a", 2, None, SHA256], strict=True)]
    assert [second[name] for name in chosen[1:4]] == [None, None, None]


def test_a_row_makes_no_more_of_an_object_than_it_needs() -> None:
    item = file(size=1, pe_info={"imphash": "a"}, exiftool={"FileType": "EXE"})
    made = vars(item.attributes)
    assert next(rows([item]))["size"] == 1
    assert made.keys().isdisjoint({"pe_info", "exiftool"})
    assert next(rows([item], columns=["pe_info.imphash"])) == {"pe_info.imphash": "a"}
    assert "pe_info" in made


def test_an_unknown_column_is_refused_and_the_known_ones_told() -> None:
    with pytest.raises(InvalidInputError) as caught:
        rows([file()], columns=["id", "sugested_threat_label"])
    assert str(caught.value).startswith(
        "no column 'sugested_threat_label'; there are"
        " popular_threat_classification.suggested_threat_label, id, type, "
    )


def test_one_name_in_the_place_of_several_is_refused() -> None:
    with pytest.raises(InvalidInputError, match=r"columns: expected several, such as \['size'\]"):
        rows([file()], columns="size")


@pytest.mark.parametrize("table", [rows, engine_rows, detection_matrix, relationship_rows])
@pytest.mark.parametrize(
    ("objects", "words"),
    [
        (file(size=1), "expected several objects, got one File"),
        (Enrichment(file(size=1), {}, (), None), "expected several objects, got one Enrichment"),
        ([BatchItem(0, SHA256, file(size=1))], "BatchItem is no object of the service"),
        ([file(size=1), None], "NoneType is no object of the service"),
    ],
    ids=["file", "enrichment", "item", "nothing"],
)
def test_what_is_not_objects_is_refused(
    table: Callable[[Any], Rows], objects: object, words: str
) -> None:
    with pytest.raises(InvalidInputError, match=words):
        list(table(objects))


def test_what_is_now_text_now_something_else_is_text() -> None:
    documents = [{"id": "a", "attributes": {"priority": value}} for value in ("yes", True, 5)]
    items = [parse(document, models.Collection) for document in documents]
    assert [row["priority"] for row in rows(items)] == ["yes", "true", None]


def test_mixed_objects_need_all_their_types() -> None:
    domain = parse({"data": {"type": "domain", "id": "example.com"}}, models.Domain)
    mixed = [file(size=1), domain]
    first, second = rows(mixed, INDICATORS)
    assert [*first] == [*second] == names(columns(INDICATORS))
    assert (first["size"], second["size"], second["id"]) == (1, None, "example.com")
    table = rows(mixed)
    assert next(table)["size"] == 1
    with pytest.raises(InvalidInputError, match=r"<Domain example.com> is no File: name all types"):
        next(table)


def test_objects_of_unknown_types_have_an_identifier() -> None:
    item = parse({"data": {"type": "sandwich", "id": "a", "attributes": {"size": 1}}})
    assert isinstance(item, UnknownObject)
    assert [*rows([item])] == [{"id": "a", "type": "sandwich"}]


def test_an_entry_that_is_an_error_has_a_row() -> None:
    entry = {"type": "file", "id": SHA256, "error": {"code": "NotFoundError", "message": "no"}}
    (row,) = rows([parse(entry, models.File)])
    assert {name for name, value in row.items() if value is not None} == {"id", "type"}


# --- engines and relationships -------------------------------------------------------------------

RESULTS = {
    "Zeta": {"category": "malicious", "result": "Trojan.A", "engine_update": "20240229"},
    "alpha": {"category": "undetected", "method": "blacklist", "engine_update": "20241301"},
    "Middle": {"category": 5, "engine_version": "1.0"},
}


def test_each_result_of_an_engine_has_a_row() -> None:
    domain = parse({"data": {"type": "domain", "id": "example.com"}}, models.Domain)
    comment = parse({"data": {"type": "comment", "id": "c"}}, models.Comment)
    table = engine_rows([file(last_analysis_results=RESULTS), domain, comment])
    assert to_arrow(table).to_pylist() == [
        {
            **{"id": SHA256, "type": "file", "engine": "Zeta", "category": "malicious"},
            **{"result": "Trojan.A", "method": None, "version": None},
            "update": datetime(2024, 2, 29, tzinfo=UTC),
        },
        {
            **{"id": SHA256, "type": "file", "engine": "alpha", "category": "undetected"},
            **{"result": None, "method": "blacklist", "version": None, "update": None},
        },
        {
            **{"id": SHA256, "type": "file", "engine": "Middle", "category": None},
            **{"result": None, "method": None, "version": "1.0", "update": None},
        },
    ]
    empty = to_arrow(engine_rows([]))
    assert (empty.num_rows, empty.column_names) == (0, names(table.columns))


@pytest.mark.parametrize("kind", [models.Analysis, models.MonitorAnalysis, models.PrivateURL])
def test_results_are_found_whatever_they_are_called(kind: type[VTObject]) -> None:
    results = {"A": {"category": "harmless"}}
    keys = ("results", "analysis_results", "last_analysis_results")
    (row,) = engine_rows([parse({"id": "a", "attributes": dict.fromkeys(keys, results)}, kind)])
    assert (row["engine"], row["category"]) == ("A", "harmless")


def test_the_matrix_has_a_column_for_each_engine() -> None:
    one = file(last_analysis_results=RESULTS)
    other = file(last_analysis_results={"Beta": {"category": "harmless", "result": "clean"}})
    table = detection_matrix(iter([one, other]))
    assert names(table.columns) == ["id", "alpha", "Beta", "Middle", "Zeta"]
    assert [[*row.values()] for row in table] == [
        [SHA256, "undetected", None, None, "malicious"],
        [SHA256, None, "harmless", None, None],
    ]
    words = detection_matrix([one, other], value="result")
    assert to_arrow(words).column("Zeta").to_pylist() == ["Trojan.A", None]
    assert to_arrow(detection_matrix([])).column_names == ["id"]
    hostile = file(last_analysis_results={"id": {"result": "a"}, "\ud800": {"result": "b"}})
    (row,) = to_arrow(detection_matrix([hostile], value="result")).to_pylist()
    assert row == {"id": SHA256, "\\ud800": "b"}
    with pytest.raises(InvalidInputError, match=r"no value 'name'; there are category, result"):
        detection_matrix([], value="name")  # type: ignore[arg-type]  # as a program without types


def test_an_enrichment_has_a_row_for_each_related_object(emulator: Emulator) -> None:
    with emulator.client() as vt:
        found = vt.enrich(EICAR, ["comments", "submissions"])
    comments = found.relationships["comments"]
    assert isinstance(comments, Page)
    assert len(comments) > 0
    assert isinstance(found.relationships["submissions"], VirusTotalAPIError)
    table = to_arrow(relationship_rows([found]))
    assert table.column("target_id").to_pylist() == [comment.id for comment in comments]
    assert {*table.column("source_id").to_pylist()} == {found.object.id}
    assert {*table.column("relationship").to_pylist()} == {"comments"}


def test_each_related_object_has_a_row() -> None:
    document = file_document()
    ip: dict[str, Any] = {"type": "ip_address", "id": "192.0.2.1"}
    parent: dict[str, Any] = {"type": "file", "id": "ab" * 32, "context_attributes": {"date": 5}}
    document["relationships"] = {
        **{"contacted_ips": {"data": [ip]}, "parent": {"data": parent}},
        **{"comments": {"data": []}, "analysis": {"data": None}},
    }
    table = relationship_rows([parse(document, models.File), file()])
    assert to_arrow(table).to_pylist() == [
        {
            **{"source_id": SHA256, "source_type": "file", "relationship": name},
            **{"target_id": target["id"], "target_type": target["type"]},
            "context_attributes": said,
        }
        for name, target, said in [
            ("contacted_ips", ip, None),
            ("parent", parent, '{"date": 5}'),
        ]
    ]


# --- Arrow ---------------------------------------------------------------------------------------


def test_the_schema_does_not_depend_on_what_came() -> None:
    expected = schema(columns("file"))
    assert to_arrow(rows([], "file")).schema == expected
    assert to_arrow([file()]).schema == expected
    assert to_arrow(file(size=number) for number in range(3)).schema == expected
    assert to_arrow(rows([], INDICATORS)).schema == schema(columns(INDICATORS))


def test_nothing_says_what_the_columns_are() -> None:
    assert [*rows([])] == []
    with pytest.raises(InvalidInputError, match=r"no object says what the columns are"):
        to_arrow([])


def test_batches_are_made_one_after_the_other() -> None:
    made: list[int] = []

    def objects() -> Iterator[VTObject]:
        for number in range(10):
            made.append(number)
            yield file(size=number)

    batches = to_batches(rows(objects(), "file"), batch_size=4)
    assert made == []  # the types are known
    assert next(batches).num_rows == 4
    assert made == [0, 1, 2, 3]
    assert [batch.column("size").to_pylist() for batch in batches] == [[4, 5, 6, 7], [8, 9]]


@pytest.mark.parametrize("size", [0, -1, 1.5])
def test_a_batch_has_a_row(size: Any) -> None:
    with pytest.raises(InvalidInputError, match="batch_size"):
        to_batches([file()], batch_size=size)


def test_rows_may_have_more_than_an_object_says() -> None:
    status = Column("status", "string", None, "What came of it.")
    found = rows([file(size=1)], columns=["id", "size"])
    table = Rows([status, *found.columns], ({"status": "found", **row} for row in found))
    assert to_arrow(table).to_pylist() == [{"status": "found", "id": SHA256, "size": 1}]


def test_half_surrogates_are_written_out() -> None:
    item = file(meaningful_name="a\ud800", names=["\udfff", "ü"])
    found = to_arrow(rows([item], columns=["meaningful_name", "names", "size"]))
    assert found.to_pylist() == [
        {"meaningful_name": "a\\ud800", "names": ["\\udfff", "ü"], "size": 68}
    ]


@pytest.mark.slow
def test_tables_of_all_samples_come_back_from_parquet(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    for name in object_types():
        items = objects_of(name)
        assert items, name
        cls = type(items[0])
        every = names(columns(cls, deep=True))
        table = to_arrow(rows(items, columns=every))
        pq.write_table(table, tmp_path / "a.parquet")
        back = pq.read_table(tmp_path / "a.parquet")
        assert back.schema == table.schema
        assert back.to_pylist() == [*rows(items, columns=every)]


def test_frames_keep_the_types_of_arrow() -> None:
    import polars as pl

    chosen = ["id", "size", "last_analysis_date", "names", "downloadable"]
    items = [file(last_analysis_date=5, names=["a"]), file(size=None, downloadable=True)]
    table = to_arrow(rows(items, columns=chosen))
    frame = to_pandas(rows(items, columns=chosen))
    assert [*map(str, frame.dtypes)] == [f"{kind}[pyarrow]" for kind in table.schema.types]
    assert (frame["size"][0], [*frame["size"].isna()]) == (68, [False, True])
    assert to_pandas(rows([], "file", columns=chosen)).dtypes.equals(frame.dtypes)
    polar = to_polars(rows(items, columns=chosen))
    assert polar.to_dicts() == table.to_pylist()
    assert polar.schema["last_analysis_date"] == pl.Datetime("us", "UTC")
    assert to_polars(rows([], "file", columns=chosen)).schema == polar.schema


@pytest.mark.parametrize(
    ("extra", "make"), [("tables", to_arrow), ("pandas", to_pandas), ("polars", to_polars)]
)
def test_an_extra_that_is_missing_is_named(
    extra: str, make: Callable[[Rows], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = "pyarrow" if extra == "tables" else extra
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=rf'{library}.*pip install "\.\[{extra}\]"'):
        make(rows([file()]))


@pytest.mark.slow
def test_a_program_without_sources_has_the_same_columns() -> None:
    code = (
        "import inspect;"
        "inspect.getsource = lambda module: exec('raise OSError');"
        "from vt_sdk.tables import columns;"
        "print([column.name for column in columns('file', deep=True)])"
    )
    assert ast.literal_eval(run_python(code)) == names(columns("file", deep=True))


@pytest.mark.slow
def test_the_package_loads_no_extra() -> None:
    code = (
        "import sys, vt_sdk.tables; from vt_sdk import models;"
        "[*vt_sdk.tables.rows([], 'file')];"
        "print({'pyarrow', 'pandas', 'polars'} & sys.modules.keys())"
    )
    assert run_python(code).strip() == "set()"
