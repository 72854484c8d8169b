"""The documentation runs: what the README shows, and programs of the library before this one."""
