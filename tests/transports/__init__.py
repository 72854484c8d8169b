"""Tests of the ways over the wire."""
