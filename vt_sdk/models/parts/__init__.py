"""Heavy parts that few objects have, each loaded when it first occurs.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts`.
"""
