"""The groups of operations: the generated methods and what data cannot say, written by hand."""
