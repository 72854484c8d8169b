"""The command `vt-sdk`: in this process for its many cases, as a child where that matters."""
