"""The operations of the API, one class for each group.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""
