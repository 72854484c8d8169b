"""The documentation runs: its pages, its examples, and programs of the library before this one."""
