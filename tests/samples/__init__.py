"""Tests with whole documents of the service."""
