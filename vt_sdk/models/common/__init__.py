"""What several object types share.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common`.
"""
