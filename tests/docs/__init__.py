"""The documentation runs: its pages, its examples, and programs of the library before this one."""

import pytest

pytest.register_assert_rewrite("tests.docs.support")
