"""Look at the built site in a browser, from the disk: in three widths, and dark.

Chromium is asked over its own protocol, so it need only be installed. What is seen is kept as
pictures; what a program can see of it is judged here.
"""

import asyncio
import base64
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp

__all__ = ["browser", "look"]

# A page of each kind.
_PAGES = (
    *("index", "first-steps", "coming-from-vtapi3", "coming-from-vt-py", "examples", "changelog"),
    *("guides/command", "guides/errors", "guides/jobs", "guides/verdicts"),
    *("reference/operations", "reference/errors", "reference/modifiers", "reference/objects/index"),
    *("reference/groups/files", "reference/objects/objects/file", "reference/the-clients"),
    "reference/objects/parts/pdf_info",
)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SECONDS = 60


class _View(NamedTuple):
    name: str
    width: int
    scheme: str


_VIEWS = (
    _View("wide", 1440, "light"),
    _View("dark", 1440, "dark"),
    _View("middle", 900, "light"),
    _View("narrow", 390, "light"),
)

# What is wrong with a page, as sentences.
_FAULTS = """
(async () => {
  await document.fonts.ready;
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const wide = node => node.scrollWidth > node.clientWidth + 1, root = document.documentElement;
  const found = [];
  if (wide(root)) found.push(`is ${root.scrollWidth} wide in ${root.clientWidth}`);
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap"))
    if (wide(wrap)) found.push(`a table is cut: ${wrap.innerText.slice(0, 60)}`);
  for (const image of document.images)
    if (image.complete && !image.naturalWidth) found.push(`broken image ${image.src}`);
  if (getComputedStyle(document.querySelector(".md-header")).position !== "sticky")
    found.push("the theme has no style");
  if (getComputedStyle(document.querySelector("h1") ?? root).fontWeight !== "700")
    found.push("site.css has no effect");
  const isDark = document.body.dataset.mdColorScheme === "slate";
  if (isDark !== matchMedia("(prefers-color-scheme: dark)").matches)
    found.push(isDark ? "is dark" : "is not dark");
  return found;
})()
"""

# How many pages the search finds, within some seconds.
_SEARCH = """
(async () => {
  document.querySelector("label[for=__search]").click();
  const field = document.querySelector("input[name=query]");
  field.value = "NotFoundError";
  field.dispatchEvent(new KeyboardEvent("keyup", { key: "r" }));
  for (let round = 0; round < 200; round++) {
    await new Promise(done => setTimeout(done, 100));
    const found = document.querySelectorAll(".md-search-result__item").length;
    if (found) return found;
  }
  return 0;
})()
"""


def browser() -> str | None:
    """Return the path of a Chromium, None if none is here; `CHROME` names another one."""
    return next(filter(None, map(shutil.which, (os.environ.get("CHROME", ""), *_BROWSERS))), None)


def look(site: Path, pictures: Path, executable: str) -> list[str]:
    """Look at the main pages of a site.

    Args:
        site: where it was built.
        pictures: the folder for the pictures, emptied first.
        executable: the browser.

    Returns:
        What is wrong, a line each.
    """
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir()
    return asyncio.run(_look(f"{site.as_uri()}/", pictures, executable))


async def _look(address: str, pictures: Path, executable: str) -> list[str]:
    faults = []
    async with _tab(executable) as tab:
        for name in ("Page", "Runtime", "Log", "Network"):
            await tab.call(f"{name}.enable")
        # What a page remembers is the scheme in which it was seen first.
        await tab.call("Page.addScriptToEvaluateOnNewDocument", source="localStorage.clear()")
        await tab.visit(f"{address}index.html", address)
        if not await tab.value(_SEARCH):
            faults.append("the search does not find NotFoundError")
        for view in _VIEWS:
            size = {"width": view.width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
            await tab.call("Emulation.setDeviceMetricsOverride", **size)
            scheme = {"name": "prefers-color-scheme", "value": view.scheme}
            await tab.call("Emulation.setEmulatedMedia", features=[scheme])
            for page in _PAGES:
                name = f"{page.replace('/', '-')}-{view.name}"
                found = await tab.visit(f"{address}{page}.html", address)
                faults += [f"{name}: {fault}" for fault in found]
                shot = await tab.call("Page.captureScreenshot")
                (pictures / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))
    return faults


class _Tab:
    """A tab of the browser, over the protocol of its developer tools."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._calls = 0
        self._events: list[dict[str, Any]] = []

    async def call(self, method: str, **arguments: object) -> dict[str, Any]:
        self._calls += 1
        await self._socket.send_json({"id": self._calls, "method": method, "params": arguments})
        while (message := await self._next()).get("id") != self._calls:
            pass
        if "error" in message:
            raise RuntimeError(f"{method}: {message['error']}")
        result: dict[str, Any] = message["result"]
        return result

    async def visit(self, page: str, site: str) -> list[str]:
        """Open a page; return what is wrong with it."""
        self._events.clear()
        await self.call("Page.navigate", url=page)
        while not any(event["method"] == "Page.loadEventFired" for event in self._events):
            await self._next()
        faults = await self.value(_FAULTS)
        return [*faults, *filter(None, (_fault(event, site) for event in self._events))]

    async def value(self, script: str) -> Any:
        """Return what a script of the page promises."""
        seen = await self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in seen:
            raise RuntimeError(str(seen["exceptionDetails"]))
        return seen["result"]["value"]

    async def _next(self) -> dict[str, Any]:
        message: dict[str, Any] = await self._socket.receive_json(timeout=_SECONDS)
        if "method" in message:
            self._events.append(message)
        return message


def _fault(event: dict[str, Any], site: str) -> str | None:
    """Return what an event of the browser tells of a fault."""
    told = event["params"]
    match event["method"]:
        case "Log.entryAdded" if told["entry"]["level"] == "error":
            return f"{told['entry']['text']} {told['entry'].get('url', '')}"
        case "Runtime.exceptionThrown":
            return str(told["exceptionDetails"]["text"])
        case "Runtime.consoleAPICalled" if told["type"] == "error":
            return f"the console says {told['args']}"
        case "Network.requestWillBeSent" if not told["request"]["url"].startswith((site, "data:")):
            return f"asks elsewhere: {told['request']['url']}"
        case "Network.loadingFailed" if not told.get("canceled"):
            return f"cannot load: {told['errorText']}"
    return None


@asynccontextmanager
async def _tab(executable: str) -> AsyncIterator[_Tab]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = [
            *("--headless", "--remote-debugging-port=0", f"--user-data-dir={profile}"),
            *("--no-first-run", "--disable-background-networking", "--disable-component-update"),
            *("--disable-sync", "--disable-gpu", "--hide-scrollbars"),
            # It refuses its sandbox to the administrator, as whom containers run.
            *(["--no-sandbox"] if os.name != "nt" and os.geteuid() == 0 else []),
        ]
        quiet = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(
            executable, *options, "about:blank", stdout=quiet, stderr=quiet
        )
        try:
            port = await _port(Path(profile) / "DevToolsActivePort")
            async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
                async with session.put("/json/new?about:blank") as answer:
                    tab = await answer.json(content_type=None)
                async with session.ws_connect(
                    tab["webSocketDebuggerUrl"], max_msg_size=0
                ) as socket:
                    yield _Tab(socket)
        finally:
            process.terminate()
            await process.wait()


async def _port(file: Path) -> int:
    """Return where the browser listens, as it writes down when it does."""
    async with asyncio.timeout(_SECONDS):
        while not (file.exists() and file.read_text().count("\n")):
            await asyncio.sleep(0.05)
    return int(file.read_text().splitlines()[0])
