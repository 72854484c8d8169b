"""Tests of the data that the code is generated from."""
