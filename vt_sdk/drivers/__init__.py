"""What carries out the effects of a call: one driver with `await`, one without."""
