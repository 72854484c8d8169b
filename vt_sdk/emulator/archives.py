"""ZIP archives as the service makes them: a file for each hash, under a password if one is given.

The standard library reads archives with a password but writes none, so this writes the few records
itself. The cipher is the old one of the format, which every program opens.
"""

import secrets
import struct
import zlib
from collections.abc import Iterable

__all__ = ["zip_archive"]

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")

_VERSION = 20
_STORED = 0
_ENCRYPTED, _CLEAR = 1, 0
# The first day that the format can write.
_DATE = 0x21

_MASK = 0xFFFFFFFF
_CRC_TABLE = [zlib.crc32(bytes([value]), _MASK) ^ _MASK for value in range(256)]


def zip_archive(files: Iterable[tuple[str, bytes]], password: str = "") -> bytes:
    """Pack named contents, in their order and without compression."""
    packed, directory, count = bytearray(), bytearray(), 0
    for name, content in files:
        checksum = zlib.crc32(content)
        flags = _ENCRYPTED if password else _CLEAR
        stored = _encrypt(content, password, checksum) if password else content
        title = name.encode("utf-8")
        sizes = (checksum, len(stored), len(content), len(title), 0)
        common = (_VERSION, flags, _STORED, 0, _DATE, *sizes)
        offset = len(packed)
        packed += _LOCAL.pack(0x04034B50, *common) + title + stored
        directory += _CENTRAL.pack(0x02014B50, _VERSION, *common, 0, 0, 0, 0, offset) + title
        count += 1
    end = _END.pack(0x06054B50, 0, 0, count, count, len(directory), len(packed), 0)
    return bytes(packed + directory + end)


def _encrypt(content: bytes, password: str, checksum: int) -> bytes:
    keys = [0x12345678, 0x23456789, 0x34567890]

    def update(value: int) -> None:
        keys[0] = _crc(value, keys[0])
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134_775_813 + 1) & _MASK
        keys[2] = _crc(keys[1] >> 24, keys[2])

    for value in password.encode("utf-8"):
        update(value)
    # The last byte before the content tells a reader that the password is right.
    plain = secrets.token_bytes(11) + bytes([checksum >> 24]) + content
    encrypted = bytearray()
    for value in plain:
        mask = (keys[2] | 2) & 0xFFFF
        encrypted.append(value ^ ((mask * (mask ^ 1)) >> 8 & 0xFF))
        update(value)
    return bytes(encrypted)


def _crc(value: int, state: int) -> int:
    return (state >> 8) ^ _CRC_TABLE[(state ^ value) & 0xFF]
