"""Relationships: objects, descriptors, embedded ones, errors in a list, undeclared names."""

import pytest

from vt_sdk.emulator.document import Document

from .support import COLLECTIONS, EICAR, URL, Api


@pytest.mark.parametrize("kind", sorted(COLLECTIONS))
def test_every_declared_relationship_answers(api: Api, kind: str) -> None:
    collection, object_id = COLLECTIONS[kind]
    declared = Document.load().relationships(kind)
    assert declared
    for name, relationship in declared.items():
        for path in (name, f"relationships/{name}"):
            answer = api.get(f"{collection}/{object_id}/{path}", key=api.emulator.premium_key)
            is_list = isinstance(answer["data"], list)
            assert is_list is not relationship.is_single, name


def test_undeclared_relationship_is_not_found(api: Api) -> None:
    for path in ("nothing", "relationships/nothing"):
        assert api.error(404, "GET", f"/files/{EICAR}/{path}") == "NotFoundError"
    assert api.error(404, "GET", f"/files/{EICAR}?relationships=nothing") == "NotFoundError"


def test_lost_object_is_an_error_in_the_list_and_no_descriptor(api: Api) -> None:
    known, lost = api.get(f"/files/{EICAR}/dropped_files")["data"]
    assert "attributes" in known
    assert set(lost) == {"type", "id", "error"}
    assert lost["error"]["code"] == "NotFoundError"
    descriptors = api.get(f"/files/{EICAR}/relationships/dropped_files")["data"]
    assert descriptors == [{"type": "file", "id": known["id"]}]


def test_relationship_to_one_is_an_object_or_null(api: Api) -> None:
    serving = api.get(f"/urls/{URL}/last_serving_ip_address")["data"]
    assert serving["type"] == "ip_address"
    named = api.get(f"/urls/{URL}/relationships/last_serving_ip_address")["data"]
    assert named == {"type": "ip_address", "id": serving["id"]}
    assert api.get("/domains/www.example.com/parent")["data"]["id"] == "example.com"
    assert api.get("/domains/example.com/parent")["data"] is None


def test_resolutions_are_seen_from_both_ends(api: Api) -> None:
    of_domain = api.get("/domains/example.com/resolutions")["data"]
    assert {item["attributes"]["ip_address"] for item in of_domain} == {
        "192.0.2.1",
        "198.51.100.7",
    }
    of_address = api.get("/ip_addresses/198.51.100.7/resolutions")["data"]
    assert {item["attributes"]["host_name"] for item in of_address} == {
        "example.com",
        "example.org",
    }


def test_embedded_relationships_are_descriptors(api: Api) -> None:
    shown = api.get(f"/files/{EICAR}?relationships=comments,behaviours")["data"]
    comments = shown["relationships"]["comments"]
    assert len(comments["data"]) == 20
    assert set(comments["data"][0]) == {"type", "id"}
    further = api.get(comments["links"]["next"])
    assert len(further["data"]) == 6
    assert shown["relationships"]["behaviours"]["links"]["related"].endswith("/behaviours")
    dropped = api.get(f"/files/{EICAR}?relationships=dropped_files")["data"]["relationships"]
    assert len(dropped["dropped_files"]["data"]) == 1, "the lost one is left out"
    location = api.get(f"/urls/{URL}?relationships=network_location")["data"]
    assert location["relationships"]["network_location"]["data"] == {
        "type": "domain",
        "id": "malware.example",
    }


def test_context_of_a_listing_comes_along_even_with_an_error(api: Api) -> None:
    listed = api.get(f"/files/{EICAR}/contacted_urls")["data"]
    assert [item["context_attributes"]["url"] for item in listed] == [
        "http://example.com/",
        "http://malware.example/",
        "http://lost.example/",
    ]
    assert listed[2]["error"]["code"] == "NotFoundError"
    named = api.get(f"/files/{EICAR}/relationships/contacted_urls")["data"]
    assert [set(item) for item in named] == [{"type", "id", "context_attributes"}] * 2


def test_address_of_a_behaviour_report_can_be_asked_for(api: Api) -> None:
    first = api.get(f"/files/{EICAR}/behaviours")["data"][0]
    assert first["links"]["self"].endswith("_Glass%20Box")
    pcap = f"{first['links']['self']}/pcap"
    assert api.call("GET", pcap, key=api.emulator.premium_key).status_code == 200
