"""Tests of the emulator, by plain HTTP."""
