"""The tests of the package, laid out like the package itself."""
