"""The commands of `vt-sdk`, a module for each family of them."""
