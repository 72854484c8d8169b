"""What the emulator knows of an object apart from verdicts and votes.

Everything is made from the object's own identifier or content, so two emulators tell the same.
Host names, addresses and owners are reserved ones or invented.
"""

import ipaddress
import struct
from urllib.parse import urlsplit

from vt_sdk.emulator.filetypes import FileType, file_type, is_test_virus
from vt_sdk.emulator.identifiers import host_object
from vt_sdk.emulator.messages import JSONObject, Upload
from vt_sdk.emulator.store import Item
from vt_sdk.emulator.verdicts import HARMLESS, MALICIOUS, SUSPICIOUS, digest

__all__ = ["EPOCH", "known_domain", "known_ip", "new_file", "new_url", "pcap", "visit"]

# The time about which everything that was never submitted is dated: 2024-01-01 00:00 UTC.
EPOCH = 1_704_067_200
_DAY = 86_400

_SHADY_DOMAINS = {"malware.example": MALICIOUS, "suspicious.example": SUSPICIOUS}
_SHADY_NETWORK = ipaddress.ip_network("203.0.113.0/24")


def new_file(upload: Upload, now: int) -> Item:
    """Describe a file that was not known before."""
    kind = file_type(upload.head)
    return Item(
        type="file",
        id=upload.sha256,
        verdict=MALICIOUS if is_test_virus(upload.head) else HARMLESS,
        modified=now,
        data={
            "md5": upload.md5,
            "sha1": upload.sha1,
            "sha256": upload.sha256,
            "size": upload.size,
            "names": [],
            "tags": _file_tags(kind, upload),
            "type_tag": kind.tag,
            "type_description": kind.description,
            **({"type_extension": kind.extension} if kind.extension else {}),
            "type_tags": list(kind.tags),
            "magic": kind.magic,
            "first_submission_date": now,
            "last_submission_date": now,
            "times_submitted": 0,
            "unique_sources": 0,
        },
    )


def new_url(canonical: str, sha256: str, now: int) -> Item:
    """Describe a URL that was not known before."""
    return Item(
        type="url",
        id=sha256,
        verdict=_host_verdict(*_host(canonical)),
        modified=now,
        data={
            "url": canonical,
            "tags": [],
            "threat_names": [],
            "first_submission_date": now,
            "last_submission_date": now,
            "times_submitted": 0,
        },
    )


def visit(item: Item) -> JSONObject:
    """Return what the visit of an analysis adds to the report of a URL."""
    url = str(item.data["url"])
    page = f"<!doctype html><title>{urlsplit(url).hostname}</title>"
    found: JSONObject = {
        "last_final_url": url,
        "title": str(urlsplit(url).hostname),
        "has_content": True,
        "last_http_response_code": 200,
        "last_http_response_content_length": len(page),
        "last_http_response_content_sha256": digest(page).hex(),
        "last_http_response_headers": {"Content-Type": "text/html; charset=utf-8"},
        "categories": {"JuniperVane": _category(item.verdict)},
    }
    kind, name = _host(url)
    if kind == "domain":
        found["tld"] = name.rpartition(".")[2]
    return found


def known_domain(name: str) -> Item:
    """Describe a domain; the service knows nearly every one."""
    chance = digest("domain", name)
    address = f"198.51.100.{chance[0]}"
    created = EPOCH - (chance[1] * 20 + 400) * _DAY
    seen = EPOCH + chance[2] * _DAY
    verdict = _host_verdict("domain", name)
    return Item(
        type="domain",
        id=name,
        verdict=verdict,
        modified=seen,
        data={
            "tld": name.rpartition(".")[2],
            "registrar": "Example Registrar, Inc.",
            "creation_date": created,
            "last_update_date": created + 300 * _DAY,
            "last_analysis_date": seen,
            "categories": {"JuniperVane": _category(verdict)},
            "jarm": digest("jarm", name).hex()[:62],
            "last_dns_records": [
                {"type": "A", "value": address, "ttl": 300},
                {"type": "NS", "value": f"ns1.{name}", "ttl": 3600},
            ],
            "last_dns_records_date": seen,
            "popularity_ranks": {},
            "tags": [],
            "whois": f"Domain Name: {name.upper()}\nRegistrar: Example Registrar, Inc.",
            "whois_date": seen,
        },
    )


def known_ip(address: str) -> Item:
    """Describe an IP address; the service knows every one."""
    parsed = ipaddress.ip_address(address)
    chance = digest("ip_address", address)
    network = ipaddress.ip_network((address, 24 if parsed.version == 4 else 48), strict=False)
    seen = EPOCH + chance[0] * _DAY
    return Item(
        type="ip_address",
        id=address,
        verdict=_host_verdict("ip_address", address),
        modified=seen,
        data={
            "as_owner": "Example Networks",
            "asn": 64_496 + chance[1] % 16,
            "continent": ("EU", "NA", "AS", "SA")[chance[2] % 4],
            "country": ("DE", "US", "JP", "BR")[chance[2] % 4],
            "network": str(network),
            "regional_internet_registry": ("RIPE NCC", "ARIN", "APNIC", "LACNIC")[chance[2] % 4],
            "last_analysis_date": seen,
            "jarm": digest("jarm", address).hex()[:62],
            "tags": [],
            "whois": f"NetRange: {network}\nOrganization: Example Networks",
            "whois_date": seen,
        },
    )


def pcap(behaviour_id: str) -> bytes:
    """Make a PCAP file with one small packet, enough for a reader of the format."""
    packet = b"\0" * 12 + b"\x08\x00" + digest(behaviour_id)
    header = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65_535, 1)
    return header + struct.pack("<IIII", EPOCH, 0, len(packet), len(packet)) + packet


def _file_tags(kind: FileType, upload: Upload) -> list[str]:
    tags = [kind.tag] if kind.tag != "unknown" else []
    return [*tags, "encrypted"] if upload.password else tags


def _host(canonical: str) -> tuple[str, str]:
    host = host_object(urlsplit(canonical).hostname or "")
    assert host is not None, "a canonical URL has a host"
    return host


def _category(verdict: str) -> str:
    return "malicious sites" if verdict == MALICIOUS else "information technology"


def _host_verdict(object_type: str, name: str) -> str:
    if object_type == "ip_address":
        return MALICIOUS if ipaddress.ip_address(name) in _SHADY_NETWORK else HARMLESS
    for domain, verdict in _SHADY_DOMAINS.items():
        if name == domain or name.endswith(f".{domain}"):
            return verdict
    return HARMLESS
