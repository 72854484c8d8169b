"""Call every operation through a mock server that is not ours: what we send is what we publish.

    python3 scripts/check_mock.py [--operation NAME] [--prism COMMAND]

Needs Node.js 18 or newer with npx, which fetches Prism at the first run; `--prism prism` takes one
that is installed. Prism knows nothing but `schemas/openapi.yaml`: it checks each request against it
(path, method, parameters, body, key) and makes up an answer. Each method is called twice, with the
arguments that it must have and with all that it takes. What Prism refuses is a fault of the method
or of the document. Which of the answers could be read is told too, but Prism makes some that no
service would, such as batches that are not packed.
"""

from _environment import ROOT, enter

if __name__ == "__main__":
    enter()

import argparse
import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from _schemas import Json, bundle, load_operations, operations

from vt_sdk import RetryPolicy, VirusTotal, VirusTotalAPIError
from vt_sdk.bulk.feeds import Feed
from vt_sdk.core.request import Request, Response
from vt_sdk.core.settings import Settings
from vt_sdk.transports.requests_transport import RequestsTransport

# The arguments are those with which the tests call every operation.
sys.path.insert(0, str(ROOT))
from tests.resources.arguments import arguments

PRISM = "npx --yes @stoplight/prism-cli@5.14.2"

_SECONDS = 180


class Witness(RequestsTransport):
    """The transport that clients have, keeping what Prism has against the requests."""

    def __init__(self) -> None:
        super().__init__()
        self.objections: dict[str, list[str]] = {}

    def send(self, request: Request, settings: Settings) -> Response:
        response = super().send(request, settings)
        self.objections.setdefault(request.operation, []).extend(objections(response))
        return response


def objections(response: Response) -> Iterator[str]:
    """Return Prism's reasons for refusing a request; none where it only failed to answer well."""
    violations = json.loads(response.header("sl-violations") or "[]")
    for violation in violations:
        if violation["location"][0] == "request":
            yield f"{'.'.join(map(str, violation['location']))}: {violation['message']}"
    if response.status >= 400 and not violations:
        yield f"{response.status} {response.body.decode(errors='replace')[:300]}"


def document() -> Json:
    """Return the document in one piece, in the words that Prism understands."""
    whole = bundle(load_operations())
    paths: dict[str, Json] = {}
    for path, method, operation in operations(whole):
        for response in operation["responses"].values():
            for kind, content in response.get("content", {}).items():
                if kind != "application/json":  # it makes up texts, but no bytes
                    content["schema"] = {"type": "string"}
        # It takes no notice of the paths of servers.
        server = (operation.get("servers") or whole["servers"])[0]
        item = paths.setdefault(urlsplit(server["url"]).path + path, {})
        item[method.lower()] = operation
    return whole | {"paths": paths}


@contextmanager
def mock(command: str) -> Iterator[str]:
    """Run Prism in a folder of its own; give its address."""
    with tempfile.TemporaryDirectory() as folder, Path(folder, "log").open("w+b") as log:
        Path(folder, "openapi.json").write_text(json.dumps(document()), "utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        # A seed makes the answers the same each time.
        started = shlex.split(f"{command} mock --errors --dynamic --seed 1 --host 127.0.0.1 --port")
        process = subprocess.Popen(
            [*started, str(port), "openapi.json"],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # npx starts it as a child of a child
        )
        try:
            until = time.monotonic() + _SECONDS
            while not is_open(port):
                if process.poll() is not None or time.monotonic() > until:
                    log.seek(0)
                    sys.exit(f"Prism did not start:\n{log.read().decode(errors='replace')[-2000:]}")
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}/api/v3"
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(_SECONDS)


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def check_prism(client: VirusTotal, witness: Witness) -> None:
    """Make sure that Prism refuses what is wrong: a type, a missing body, a limit."""
    wrong: tuple[tuple[str, str, Json], ...] = (
        ("POST", "/intelligence/zip_files", {"data": {"hashes": 1}}),
        ("POST", "/urls", {}),
        ("GET", "/files/abc/comments", {"query": {"limit": 41}}),
    )
    for method, path, given in wrong:
        with suppress(VirusTotalAPIError):
            client.request(method, path, **given)
        if not witness.objections.pop("request"):
            sys.exit(f"Prism checks nothing: {method} {path} with {given} went through")


def call(client: VirusTotal, operation: Json, everything: bool) -> str | None:
    """Call the method of an operation; say why its answer could not be read, None if it could."""
    group = getattr(client, operation["tags"][0])
    given = arguments(client, operation["operationId"], everything=everything)
    try:
        result = getattr(group, operation["x-vt-method"])(**given)
        if isinstance(result, Feed):
            with result:
                next(result)
    except VirusTotalAPIError as error:
        return str(error)
    issues = getattr(result, "issues", ())
    return f"{len(issues)} values did not fit, the first at {issues[0].path}" if issues else None


def main() -> int:
    wanted = {o["operationId"]: o for _, _, o in operations(load_operations())}
    parser = argparse.ArgumentParser(description="Call every operation through a mock server.")
    parser.add_argument("--operation", choices=wanted, metavar="NAME", help="this one only")
    parser.add_argument("--prism", default=PRISM, metavar="COMMAND", help="how Prism is started")
    options = parser.parse_args()
    if options.operation:
        wanted = {options.operation: wanted[options.operation]}
    witness, refused, unread = Witness(), 0, 0
    with (
        mock(options.prism) as url,
        VirusTotal("k" * 64, base_url=url, transport=witness, retry=RetryPolicy(1)) as client,
    ):
        check_prism(client, witness)
        for name, operation in wanted.items():
            problems: set[str] = set()
            reasons: set[str] = set()
            for everything in (False, True):
                witness.objections.clear()
                if problem := call(client, operation, everything):
                    problems.add(f"{name}: answer not read: {problem:.120}")
                found = witness.objections.get(name, [f"nothing was sent: {problem}"])
                reasons.update(f"{name}: refused: {reason}" for reason in found)
            for line in sorted(problems | reasons):
                print(line)
            unread += bool(problems)
            refused += bool(reasons)
    print(f"the answers that Prism makes up were read for all but {unread} operations")
    print(f"{len(wanted)} operations: {len(wanted) - refused} accepted, {refused} refused")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
