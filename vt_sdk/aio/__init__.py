"""The asynchronous client.

Do not edit: `python3 scripts/generate.py` made it.
"""
