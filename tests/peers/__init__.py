"""Other clients against the emulator."""
