"""Programs to read and to start from, each run by a test."""
