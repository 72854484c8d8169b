"""What kind of file it is, by its first bytes; and whether it is the EICAR test file."""

from dataclasses import dataclass

__all__ = ["EICAR", "FileType", "file_type", "is_test_virus"]

# In two parts, lest a scanner take this module for the test file itself.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@dataclass(frozen=True, slots=True)
class FileType:
    """How the service names a kind of file."""

    tag: str
    description: str
    extension: str
    tags: tuple[str, ...]
    magic: str


_MAGIC = (
    (b"MZ", FileType("peexe", "Win32 EXE", "exe", ("executable", "windows", "pe"), "PE32")),
    (b"\x7fELF", FileType("elf", "ELF", "so", ("executable", "linux", "elf"), "ELF")),
    (
        b"\xcf\xfa\xed\xfe",
        FileType("macho", "Mach-O", "macho", ("executable", "mac", "macho"), "Mach-O 64-bit"),
    ),
    (b"%PDF-", FileType("pdf", "PDF", "pdf", ("document", "pdf"), "PDF document")),
    (b"PK\x03\x04", FileType("zip", "ZIP", "zip", ("compressed", "zip"), "Zip archive data")),
    (b"\x1f\x8b", FileType("gzip", "GZIP", "gz", ("compressed", "gzip"), "gzip compressed data")),
    (b"Rar!\x1a\x07", FileType("rar", "RAR", "rar", ("compressed", "rar"), "RAR archive data")),
    (
        b"7z\xbc\xaf\x27\x1c",
        FileType("7zip", "7ZIP", "7z", ("compressed", "7zip"), "7-zip archive data"),
    ),
    (
        b"\xd0\xcf\x11\xe0",
        FileType("doc", "MS Word Document", "doc", ("document", "msoffice"), "CDFV2 Document"),
    ),
    (b"{\\rtf", FileType("rtf", "Rich Text Format", "rtf", ("document", "rtf"), "RTF data")),
    (b"\x89PNG", FileType("png", "PNG", "png", ("internet", "image", "png"), "PNG image data")),
    (
        b"\xff\xd8\xff",
        FileType("jpeg", "JPEG", "jpg", ("internet", "image", "jpeg"), "JPEG image data"),
    ),
    (b"GIF8", FileType("gif", "GIF", "gif", ("internet", "image", "gif"), "GIF image data")),
    (b"dex\n", FileType("dex", "Android DEX", "dex", ("executable", "mobile"), "Dalvik dex file")),
    (b"#!", FileType("shell", "Shell script", "sh", ("source", "shell"), "script, ASCII text")),
)
_HTML = FileType("html", "HTML", "html", ("internet", "html"), "HTML document")
_TEXT = FileType("text", "Text", "txt", ("text",), "ASCII text")
_TEST = FileType("powershell", "Powershell", "ps1", ("source", "powershell"), "EICAR virus test")
_UNKNOWN = FileType("unknown", "unknown", "", (), "data")


def is_test_virus(head: bytes) -> bool:
    """Say whether a file begins with the EICAR test string, as its definition wants it."""
    return head.startswith(EICAR)


def file_type(head: bytes) -> FileType:
    """Recognise a file by its first bytes."""
    if is_test_virus(head):
        return _TEST
    for magic, known in _MAGIC:
        if head.startswith(magic):
            return known
    if head.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        return _HTML
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # The head may end inside a character, which says nothing about the file.
        if error.start < len(head) - 3:
            return _UNKNOWN
    return _UNKNOWN if b"\0" in head else _TEXT
