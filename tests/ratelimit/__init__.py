"""Tests of the limits on how fast requests go."""
