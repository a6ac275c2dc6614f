"""A real browser without a window, spoken to through a pipe, as Chromium's DevTools do."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PAGE = (210 / 25.4, 297 / 25.4)
"""A4 in inches."""


class Browser:
    """One page of a browser, and all that it said or asked for while it was open."""

    def __init__(self, to: int, back: int) -> None:
        self._to, self._back = to, os.fdopen(back, "rb")
        self._number, self._session = 0, ""
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask for something and wait for the answer; what happens meanwhile is kept."""
        self._number += 1
        asked = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            asked["sessionId"] = self._session
        message = memoryview(json.dumps(asked).encode() + b"\0")
        while message:
            message = message[os.write(self._to, message) :]
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                return answer["result"]
            self.events.append(answer)

    def open(self, page: Path) -> None:
        """Open a file and wait until it is there."""
        self.events.clear()
        self.call("Page.navigate", url=page.as_uri())
        while not any(each["method"] == "Page.loadEventFired" for each in self.events):
            self.events.append(self._read())

    def evaluate(self, script: str) -> Any:
        """The value of a script, on the page."""
        answer = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def look(self, width: int, *, dark: bool = False, paper: bool = False) -> None:
        """Give the page a width, a scheme of colours, and paper or a screen."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=width < 500,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        media = "print" if paper else "screen"
        self.call("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def screenshot(self) -> bytes:
        """The whole page as PNG."""
        taken = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(taken["data"])

    def pdf(self) -> bytes:
        """The page as it is printed."""
        printed = self.call(
            "Page.printToPDF", paperWidth=PAGE[0], paperHeight=PAGE[1], preferCSSPageSize=True
        )
        return base64.b64decode(printed["data"])

    def complaints(self) -> list[str]:
        """What the page said to the console, or failed with."""
        kinds = {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}
        return [json.dumps(each["params"]) for each in self.events if each["method"] in kinds]

    def requests(self) -> list[str]:
        """What the page asked for."""
        asked = [each for each in self.events if each["method"] == "Network.requestWillBeSent"]
        return [each["params"]["request"]["url"] for each in asked]

    def _read(self) -> dict[str, Any]:
        message = bytearray()
        while (letter := self._back.read(1)) != b"\0":
            assert letter, "the browser has gone"
            message += letter
        return json.loads(message)


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser that is closed again, and leaves nothing behind."""
    assert CHROMIUM is not None
    to_read, to_write = os.pipe()
    back_read, back_write = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        switches = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        switches += ["--remote-debugging-pipe", f"--user-data-dir={home}", "--no-first-run"]
        # The browser reads from number 3 and writes to number 4.
        shell = f'exec "$0" "$@" 3<&{to_read} 4>&{back_write}'
        process = subprocess.Popen(
            ["bash", "-c", shell, CHROMIUM, *switches],
            pass_fds=(to_read, back_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(back_write)
        opened = Browser(to_write, back_read)
        try:
            yield opened
        finally:
            opened._session = ""
            opened.call("Browser.close")
            process.wait(timeout=30)
            os.close(to_write)
            opened._back.close()
