"""`python -m vt_sdk`: the same as the command `vt-sdk`."""

from vt_sdk.cli import main

if __name__ == "__main__":
    main()
