"""The operations of the API, group by group.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""
