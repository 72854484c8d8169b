"""What is collected here: tests of engines that are too heavy for every environment have a lane."""

from importlib.util import find_spec

# Run by `scripts/test.py --lane engines`, which asks for them by name.
collect_ignore = [] if find_spec("ray") and find_spec("pyspark") else ["test_engines.py"]
