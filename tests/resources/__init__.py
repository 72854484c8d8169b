"""Tests of the groups of operations."""
