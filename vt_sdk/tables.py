"""Tables of objects: plain rows, and Arrow, pandas and polars made of them.

What columns there are follows from the type of the objects alone, never from what came: each value
of a report that is a scalar, a counter or a list of scalars is in a column of its name, counters
behind a dot (`last_analysis_stats.malicious`), and the length of a list in a column of its own
(`names.count`). These are what an object makes of its bytes at once; they cost little. What is in
its other blocks, and the lengths of its other lists and maps, are columns as well, for those who
name them: `columns(type, deep=True)`.

A value is null where nothing came, where null came and where what came does not fit: the object has
it in its `issues`. Where now text comes, now a number or a flag, the column is text, and has those
as JSON. Rows need no extra; Arrow needs `tables`, the others `pandas` and `polars`.
"""

import ast
import difflib
import functools
import inspect
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    NamedTuple,
    Self,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from vt_sdk._extras import extra
from vt_sdk.core.arguments import checked
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Identified, VTObject
from vt_sdk.core.registry import model, object_types
from vt_sdk.core.views import small_schema
from vt_sdk.enrichment import Enrichment
from vt_sdk.errors import InvalidInputError
from vt_sdk.models import object_class

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from vt_sdk.models import EngineResult

__all__ = [
    "Column",
    "Rows",
    "Types",
    "columns",
    "detection_matrix",
    "engine_rows",
    "relationship_rows",
    "rows",
    "schema",
    "to_arrow",
    "to_batches",
    "to_pandas",
    "to_polars",
]

T = TypeVar("T")

Types: TypeAlias = type[VTObject] | str | Sequence[type[VTObject] | str]
"""One or several types of objects: by their class, `File`, or by their name, `file`."""

Row: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: its name: that of the attribute, behind a dot that of what is in it.
        type: its type as Arrow writes it, such as `int64` or `timestamp[us, tz=UTC]`.
        unit: the unit of a number; None where it counts, or has none.
        description: what is in it.
    """

    name: str
    type: str
    unit: str | None
    description: str


class Rows(Iterator[Row]):
    """Rows, and the columns that all of them have.

    Args:
        columns: the columns.
        rows: the rows, of which each has all columns as its keys; read while it is iterated.
    """

    def __init__(self, columns: Iterable[Column], rows: Iterable[Row]) -> None:
        self.columns = tuple(columns)
        """The columns, in the order of the keys of each row."""
        self._rows = iter(rows)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Row:
        return next(self._rows)


# --- columns -------------------------------------------------------------------------------------

_ID: Final = Column("id", "string", None, "The identifier, unique within the type.")
_TYPE: Final = Column("type", "string", None, "The type, such as `file`.")

_MOMENT: Final = "timestamp[us, tz=UTC]"

_UNITS = "bits|bytes|characters|days|milliseconds|minutes|per ?cent|seconds"
_UNIT: Final = re.compile(rf"(?:^|\bin |\bhow many )({_UNITS})\b", re.IGNORECASE)

_ARROW: Final[Mapping[frozenset[type], str]] = {
    frozenset([bool]): "bool",
    frozenset([int]): "int64",
    frozenset([float]): "double",
    frozenset([int, float]): "double",
    frozenset([datetime]): _MOMENT,
}
_SCALARS: Final = frozenset({str, int, float, bool, datetime})


def _int64(value: int) -> int | None:
    return value if -(2**63) <= value < 2**63 else None


def _double(value: float) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


_Convert: TypeAlias = Callable[[Any], object]

# What makes the value of a column out of that of a model; the others are taken as they are.
_CONVERT: Final[Mapping[str, _Convert]] = {"int64": _int64, "double": _double}


def _items(convert: _Convert | None, value: list[Any]) -> list[object] | None:
    # The list that stands where none came is one of a class of its own.
    if type(value) is not list:
        return None
    return [*value] if convert is None else [convert(item) for item in value]


def _count(value: list[Any] | dict[str, Any]) -> int | None:
    return len(value) if type(value) in (list, dict) else None


class _Field(NamedTuple):
    """Where the value of a column is in the attributes, and what makes it."""

    column: Column
    path: tuple[str, ...]
    convert: _Convert | None


def _choices(annotation: Any) -> Iterator[Any]:
    """Yield the types that a value may be of, None aside."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _choices(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for choice in get_args(annotation):
            yield from _choices(choice)
    elif origin is Literal:
        yield from map(type, get_args(annotation))
    elif annotation is not NoneType:
        yield annotation


def _scalar(annotation: Any) -> tuple[str, _Convert | None] | None:
    """Return the Arrow type of a scalar and what makes it, None for what is no scalar."""
    kinds = frozenset(_choices(annotation))
    if not kinds or not kinds <= _SCALARS:
        return None
    if kinds == {str}:
        return "string", None
    found = _ARROW.get(kinds)
    return (found, _CONVERT.get(found)) if found else ("string", _text)


def unit_of(description: str) -> str | None:
    """Return the unit that the description of a number names."""
    found = _UNIT.search(description)
    return found[1].lower().replace(" ", "") if found else None


def _field(path: tuple[str, ...], text: str, arrow: str, convert: _Convert | None) -> _Field:
    is_number = arrow in ("int64", "double") and convert is not _count
    unit = unit_of(text) if is_number else None
    name = ".".join(path)
    if convert is _count:
        name, text = f"{name}.count", f"How many there are: {text[:1].lower()}{text[1:]}"
    return _Field(Column(name, arrow, unit, text), path, convert)


def _is_model(kind: Any) -> bool:
    """Return whether a type is a model; objects in others have tables of their own."""
    return inspect.isclass(kind) and issubclass(kind, VTModel) and not issubclass(kind, VTObject)


def _fields_in(
    cls: type[VTModel], around: frozenset[type], path: tuple[str, ...] = (), *, deep: bool
) -> Iterator[_Field]:
    """Yield the fields of a model and of those in it, but not in itself."""
    said = _descriptions(cls)
    for name, field in cls.__pydantic_fields__.items():
        if not deep and small_schema(field.annotation) is None:
            continue
        place, kinds = (*path, name), [*_choices(field.annotation)]
        make = functools.partial(_field, place, said.get(name, ""))
        if scalar := _scalar(field.annotation):
            yield make(*scalar)
        elif len(kinds) == 1:
            (kind,) = kinds
            if get_origin(kind) is list and (item := _scalar(get_args(kind)[0])):
                yield make(f"list<item: {item[0]}>", functools.partial(_items, item[1]))
            if get_origin(kind) in (list, dict):
                yield make("int64", _count)
            if hasattr(kind, "empty"):  # it stands in for a model
                kind = model(kind.__name__)
            if _is_model(kind) and kind not in around:
                yield from _fields_in(kind, around | {kind}, place, deep=deep)


@functools.cache
def _descriptions(cls: type) -> Mapping[str, str]:
    """Return what is said of the fields of a model, by name, as it stands below them."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        if issubclass(base, VTModel):
            found |= _descriptions_in(base.__module__).get(base.__name__, {})
    return found


@functools.cache
def _descriptions_in(module: str) -> Mapping[str, Mapping[str, str]]:
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except OSError:  # a program that was frozen without its sources
        return {}
    found: dict[str, dict[str, str]] = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            said = found[node.name] = {}
            for field, below in zip(node.body, node.body[1:], strict=False):
                if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
                    said[ast.unparse(field.target)] = ast.literal_eval(below.value)
    return found


@functools.cache
def _fields(cls: type[VTObject], *, deep: bool) -> Mapping[str, _Field]:
    """Return the fields of a class of objects, by the names of their columns.

    What is deep is looked for only where it is asked for: dozens of models would be imported.
    """
    attributes = cls.__pydantic_fields__["attributes"].annotation
    found = [_Field(column, (), None) for column in (_ID, _TYPE)]
    if isinstance(attributes, type) and issubclass(attributes, VTModel):
        found += _fields_in(attributes, frozenset([attributes]), deep=deep)
    return {field.column.name: field for field in found}


def _classes(types: Types) -> list[type[VTObject]]:
    several = [types] if isinstance(types, (str, type)) else types
    return [_class(one) for one in several]


def _class(one: type[VTObject] | str) -> type[VTObject]:
    found = object_class(one) if isinstance(one, str) else one
    if inspect.isclass(found) and issubclass(found, VTObject) and found is not VTObject:
        return found
    raise InvalidInputError(
        f"no type of objects: {one!r}{_hint(str(one), object_types(), object_types())}"
    )


def _hint(name: str, known: Iterable[str], usual: Iterable[str]) -> str:
    """Return what to write instead of an unknown name: what is like it first, then the usual."""
    ends = {known_name: known_name.rpartition(".")[2] for known_name in known}
    close = difflib.get_close_matches(name, {*ends, *ends.values()})
    like = [known_name for known_name, end in ends.items() if {known_name, end} & {*close}]
    return f"; there are {', '.join(dict.fromkeys([*like, *usual]))}"


def columns(types: Types, *, deep: bool = False) -> tuple[Column, ...]:
    """Return the columns of the tables of a type of objects, or of several in one table.

    They are the same for all objects of the type, in the same order.

    Args:
        types: the class of the objects, such as `File`, or their type, such as `"file"`; several
            of them for a table of mixed objects, which has the columns of all.
        deep: whether to return those as well that `rows` makes only where they are named: what is
            in the blocks that few objects have.

    Raises:
        InvalidInputError: there is no such type, or a column would be of two types.
    """
    return _merged(_columns_of(_classes(types), deep=deep))


def _columns_of(classes: Iterable[type[VTObject]], *, deep: bool) -> list[Column]:
    return [field.column for cls in classes for field in _fields(cls, deep=deep).values()]


def _merged(found: Iterable[Column]) -> tuple[Column, ...]:
    merged: dict[str, Column] = {}
    for column in found:
        first = merged.setdefault(column.name, column)
        if first.type != column.type:
            raise InvalidInputError(
                f"the column {column.name!r} would be {first.type} as well as {column.type}:"
                " leave it out, or make a table for each type"
            )
    return tuple(merged.values())


# --- rows ----------------------------------------------------------------------------------------


def rows(
    objects: Iterable[VTObject], types: Types | None = None, *, columns: Iterable[str] | None = None
) -> Rows:
    """Make a row of each object: a plain dict, with the same keys for all objects of a type.

    Args:
        objects: the objects: a page, what `iter_all` gives, any iterable. It is read as the rows
            are, except for the first object where `types` does not say what there is.
        types: the types of the objects, see the function `columns`; that of the first one if None.
        columns: the names of the columns that the rows are to have, in this order; of those of
            `columns(types, deep=True)`. Those of `columns(types)` if None.

    Returns:
        The rows, with their columns. Where there is neither a type nor an object, it has none.

    Raises:
        InvalidInputError: there is no such type or column; when a row is asked for: the next object
            is of another type.
    """
    objects = _objects(objects)
    if types is None:
        first = [*islice(objects, 1)]
        objects, types = chain(first, objects), [*map(type, first)]
    if isinstance(columns, str):
        raise InvalidInputError(f"columns: expected several, such as [{columns!r:.100}], got one")
    classes = _classes(types)
    if not classes:
        return Rows((), ())
    found, deep = _columns_of(classes, deep=False), False
    if columns is not None:
        found, deep = _chosen(classes, [*columns])
    chosen = _merged(found)
    return Rows(chosen, _rows(objects, classes, [column.name for column in chosen], deep=deep))


def _several(objects: Iterable[T]) -> Iterator[T]:
    if isinstance(objects, (Identified, Enrichment)):
        raise InvalidInputError(f"expected several objects, got one {type(objects).__name__}")
    return iter(objects)


def _objects(objects: Iterable[VTObject]) -> Iterator[VTObject]:
    """Return an iterator over objects, which refuses what is none."""
    return map(_object, _several(objects))


def _object(item: VTObject) -> VTObject:
    if not isinstance(item, VTObject):
        raise InvalidInputError(f"{type(item).__name__} is no object of the service")
    return item


def _chosen(classes: Sequence[type[VTObject]], names: Sequence[str]) -> tuple[list[Column], bool]:
    """Return the columns of these names, and whether any of them is deep."""
    usual = _columns_of(classes, deep=False)
    deep = not {column.name for column in usual}.issuperset(names)
    known: dict[str, list[Column]] = {}
    for column in _columns_of(classes, deep=True) if deep else usual:
        known.setdefault(column.name, []).append(column)
    for name in names:
        if name not in known:
            hint = _hint(name, known, [column.name for column in usual])
            raise InvalidInputError(f"no column {name!r}{hint}")
    return [column for name in names for column in known[name]], deep


def _rows(
    objects: Iterable[VTObject],
    classes: Sequence[type[VTObject]],
    names: Sequence[str],
    *,
    deep: bool,
) -> Iterator[Row]:
    readers: dict[type, Callable[[VTObject], Row]] = {}
    for item in objects:
        cls = type(item)
        if cls not in readers:
            base = next((known for known in classes if issubclass(cls, known)), None)
            if base is None:
                wanted = ", ".join(known.__name__ for known in classes)
                raise InvalidInputError(f"{item!r} is no {wanted}: name all types, `types=[…]`")
            readers[cls] = _reader(base, names, deep=deep)
        yield readers[cls](item)


def _reader(cls: type[VTObject], names: Sequence[str], *, deep: bool) -> Callable[[VTObject], Row]:
    """Return what makes the row of an object of a class."""
    known = _fields(cls, deep=deep)
    blank: dict[str, Any] = dict.fromkeys(names)
    found = {name: known[name] for name in names if name in known}
    own = [name for name, field in found.items() if not field.path]
    fields = [(name, f.path[0], f.path[1:], f.convert) for name, f in found.items() if f.path]
    attributes: Any = cls.__pydantic_fields__["attributes"].annotation
    later = {
        first
        for _, first, _, _ in fields
        if small_schema(attributes.__pydantic_fields__[first].annotation) is None
    }

    def read(item: VTObject) -> Row:
        row = blank.copy()
        for name in own:
            row[name] = getattr(item, name, None)
        values = _attributes(item)._fields_with(later) if fields else {}
        for name, first, inner, convert in fields:
            value = values.get(first)
            for key in inner:
                if value is None:
                    break
                value = vars(value).get(key)
            row[name] = value if value is None or convert is None else convert(value)
        return row

    return read


def _attributes(item: VTObject) -> Any:
    return getattr(item, "attributes")  # noqa: B009  # each class declares its own


# --- engines and relationships -------------------------------------------------------------------

_ENGINE: Final = Column("engine", "string", None, "Name of the security product.")
_VERDICT: Final = {
    "category": Column("category", "string", None, "The verdict in the service's own terms."),
    "result": Column("result", "string", None, "The verdict in the product's own words."),
}
_ENGINE_COLUMNS: Final = (
    *(_ID, _TYPE, _ENGINE, *_VERDICT.values()),
    Column("method", "string", None, "How the product came to its verdict, such as `blacklist`."),
    Column("version", "string", None, "Version of the product; files, seldom domains."),
    Column("update", _MOMENT, None, "Day of the product's signatures; files only."),
)


def engine_rows(objects: Iterable[VTObject]) -> Rows:
    """Make a row of each result that an engine has for an object.

    The columns are `id` and `type` of the object, `engine`, `category`, `result`, `method`,
    `version` and `update`, a UTC timestamp. Objects without results have no rows.

    Args:
        objects: the objects, such as files, URLs or analyses; any iterable, read as the rows are.
    """
    return Rows(_ENGINE_COLUMNS, chain.from_iterable(map(_engine_rows, _objects(objects))))


def _engine_rows(item: VTObject) -> Iterator[Row]:
    for engine, result in _results(item).items():
        yield {
            **{"id": getattr(item, "id", None), "type": getattr(item, "type", None)},
            **{"engine": engine, "category": result.category, "result": result.result},
            **{"method": result.method, "version": result.engine_version},
            "update": _day(result.engine_update),
        }


def _results(item: VTObject) -> "Mapping[str, EngineResult]":
    name = _results_name(type(item))
    found: Mapping[str, EngineResult] = getattr(_attributes(item), name) if name else {}
    return found


@functools.cache
def _results_name(cls: type[VTObject]) -> str | None:
    """Return the attribute that holds the results of engines, None where there is none."""
    from vt_sdk.models import EngineResult

    fields = getattr(cls.__pydantic_fields__["attributes"].annotation, "__pydantic_fields__", {})
    found = (name for name, field in fields.items() if field.annotation == dict[str, EngineResult])
    return next(found, None)


@functools.lru_cache(maxsize=4096)
def _day(written: str | None) -> datetime | None:
    """Return the moment at which a day begins that is written as `YYYYMMDD`."""
    try:
        return datetime.strptime(f"{written}+0000", "%Y%m%d%z")
    except ValueError:
        return None


def detection_matrix(
    objects: Iterable[VTObject], *, value: Literal["category", "result"] = "category"
) -> Rows:
    """Make a row of each object with a column for each engine, called like it.

    The columns are `id` and the engines that have a result for any of the objects, in the order of
    their names; null where one has none for an object. All objects are read at once, since the
    columns depend on them, and nothing is held of them but what is in the rows.

    Args:
        objects: the objects, such as files, URLs or analyses; any iterable.
        value: what of each result: its `category`, or the `result` in the engine's own words.

    Raises:
        InvalidInputError: `value` is something else.
    """
    if value not in _VERDICT:
        raise InvalidInputError(f"no value {value!r}; there are {', '.join(_VERDICT)}")
    rows = [
        {
            **{_encodable(engine): getattr(said, value) for engine, said in _results(item).items()},
            "id": getattr(item, "id", None),
        }
        for item in _objects(objects)
    ]
    engines = sorted(sorted({*chain.from_iterable(rows)} - {"id"}), key=str.casefold)
    description = f"Of this engine: {_VERDICT[value].description}"
    columns = [_ID, *(Column(name, "string", None, description) for name in engines)]
    blank = dict.fromkeys(column.name for column in columns)
    return Rows(columns, ({**blank, **row} for row in rows))


_RELATIONSHIP_COLUMNS: Final = (
    Column("source_id", "string", None, "The identifier of the object."),
    Column("source_type", "string", None, "The type of the object."),
    Column("relationship", "string", None, "The name of the relationship."),
    Column("target_id", "string", None, "The identifier of the related object."),
    Column("target_type", "string", None, "The type of the related object."),
    Column("context_attributes", "string", None, "What is said of the two, as JSON."),
)


def relationship_rows(objects: Iterable[VTObject | Enrichment[Any]]) -> Rows:
    """Make a row of each object that is related to another one.

    The columns are `source_id`, `source_type`, `relationship`, `target_id`, `target_type` and
    `context_attributes`, which is JSON, null where nothing is said.

    Args:
        objects: objects, with what came along with them (`relationships=`), and what
            `VirusTotal.enrich` returned; any iterable, read as the rows are.
    """
    return Rows(
        _RELATIONSHIP_COLUMNS, chain.from_iterable(map(_relationship_rows, _several(objects)))
    )


def _relationship_rows(item: VTObject | Enrichment[Any]) -> Iterator[Row]:
    source, related = _related(item)
    for name, found in related.items():
        for target in found if isinstance(found, Sequence) else [found]:
            if isinstance(target, Identified):
                said: Any = getattr(target, "context_attributes", None)
                context = said.to_dict() if isinstance(said, VTModel) else said
                yield {
                    "source_id": getattr(source, "id", None),
                    "source_type": getattr(source, "type", None),
                    "relationship": name,
                    "target_id": getattr(target, "id", None),
                    "target_type": getattr(target, "type", None),
                    "context_attributes": json.dumps(context) if context else None,
                }


def _related(item: VTObject | Enrichment[Any]) -> tuple[VTObject, Mapping[str, object]]:
    """Return an object, and what it is related to by the names of its relationships."""
    if isinstance(item, Enrichment):
        return item.object, item.relationships
    came = _object(item).relationships.by_name().items()
    return item, {name: relationship.data for name, relationship in came}


# --- Arrow ---------------------------------------------------------------------------------------


_ROWS_AT_ONCE: Final = 4096
_BATCH_SIZE: Final = {"type": "integer", "minimum": 1}


def schema(columns: Iterable[Column]) -> "pa.Schema":
    """Return the Arrow schema of columns.

    Args:
        columns: what the function `columns` returns, or the `columns` of rows.

    Raises:
        ImportError: the extra `tables` is not installed.
    """
    with extra("tables", "Arrow"):
        import pyarrow as pa
    moment = pa.timestamp("us", tz="UTC")
    scalars: list[pa.DataType] = [pa.string(), pa.bool_(), pa.int64(), pa.float64(), moment]
    types = {str(kind): kind for kind in [*scalars, *(pa.list_(kind) for kind in scalars)]}
    return pa.schema([(column.name, types[column.type]) for column in columns])


def to_batches(
    data: Rows | Iterable[VTObject], *, batch_size: int = _ROWS_AT_ONCE
) -> "Iterator[pa.RecordBatch]":
    """Return an iterator of record batches of Arrow, of which all have the schema of the columns.

    One batch is held at a time, so there may be any number of rows.

    Args:
        data: rows; or objects, of which `rows` makes rows.
        batch_size: how many rows a batch has, 1 at least; the last one may have fewer.

    Raises:
        ImportError: the extra `tables` is not installed.
        InvalidInputError: there are neither rows nor columns, or the size cannot be.
    """
    checked("batch_size", batch_size, _BATCH_SIZE)
    table, expected = _with_schema(data)
    return _batches(table, expected, batch_size)


def _batches(table: Rows, expected: "pa.Schema", size: int) -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa

    while batch := [*islice(table, size)]:
        try:
            yield pa.RecordBatch.from_pylist(batch, schema=expected)
        except UnicodeEncodeError:
            yield pa.RecordBatch.from_pylist([*map(_encodable, batch)], schema=expected)


def _with_schema(data: Rows | Iterable[VTObject]) -> "tuple[Rows, pa.Schema]":
    table = data if isinstance(data, Rows) else rows(data)
    if not table.columns:
        raise InvalidInputError("no object says what the columns are: use `rows(objects, types)`")
    return table, schema(table.columns)


def _encodable(value: Any) -> Any:
    """Return a value with half surrogates, which JSON may hold and Arrow may not, written out."""
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, list):
        return [_encodable(item) for item in value]
    if isinstance(value, dict):
        return {name: _encodable(item) for name, item in value.items()}
    return value


def to_arrow(data: Rows | Iterable[VTObject]) -> "pa.Table":
    """Return an Arrow table.

    Its schema is that of the columns, whatever the rows hold and however many there are.

    Args:
        data: rows; or objects, of which `rows` makes rows.

    Raises:
        ImportError: the extra `tables` is not installed.
        InvalidInputError: there are neither rows nor columns.
    """
    table, expected = _with_schema(data)
    import pyarrow as pa

    batches = _batches(table, expected, _ROWS_AT_ONCE)
    return pa.Table.from_batches(batches, schema=expected)


def to_pandas(data: Rows | Iterable[VTObject]) -> "pd.DataFrame":
    """Return a data frame of pandas over an Arrow table.

    Its columns keep the types of Arrow (`pandas.ArrowDtype`): whole numbers stay whole where some
    are null, and a frame without rows has the types of one with many.

    Args:
        data: rows; or objects, of which `rows` makes rows.

    Raises:
        ImportError: the extra `pandas` is not installed.
        InvalidInputError: there are neither rows nor columns.
    """
    with extra("pandas", "a data frame"):
        import pandas as pd
    return to_arrow(data).to_pandas(types_mapper=pd.ArrowDtype)


def to_polars(data: Rows | Iterable[VTObject]) -> "pl.DataFrame":
    """Return a data frame of polars over an Arrow table.

    Args:
        data: rows; or objects, of which `rows` makes rows.

    Raises:
        ImportError: the extra `polars` is not installed.
        InvalidInputError: there are neither rows nor columns.
    """
    with extra("polars", "a data frame"):
        import polars as pl
    return pl.DataFrame(to_arrow(data))
