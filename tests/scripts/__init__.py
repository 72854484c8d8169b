"""Tests of the scripts, each run as a user runs it."""
