"""What a batch gives for each id, however its calls are made."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from vt_sdk.errors import VirusTotalAPIError

__all__ = ["BatchItem"]

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)  # with slots too, `BatchItem[File](…)` fails before Python 3.12
class BatchItem(Generic[T_co]):
    """What came of one id.

    Attributes:
        index: the position of the id in the input, from 0 on.
        id: the id as it was given.
        value: the report, None if there is an error.
        error: why there is no report.
    """

    index: int
    id: str
    value: T_co | None = None
    error: VirusTotalAPIError | None = None

    def result(self) -> T_co:
        """Return the report, or raise the error."""
        if self.error is not None:
            raise self.error
        assert self.value is not None
        return self.value
