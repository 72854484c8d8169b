"""Many at once: look-ups of many ids, feeds, and batches of feeds from disk."""
