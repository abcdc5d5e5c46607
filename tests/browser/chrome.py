"""Find Chromium or Chrome on this machine, or install Debian's where we may."""

import os
import shutil
import subprocess
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
REMEDY = "the browser tests need Chromium or Chrome: install it, or set CHROMIUM to its path"
ARGUMENTS = [
    "--headless",
    "--no-sandbox",  # Chrome refuses to run as root with it.
    "--disable-gpu",
    # Chrome's own calls home, so that what is left is the page's.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chrome() -> str | None:
    """Return the path of a browser, installing one with apt-get if we are root."""
    return _look() or (_look() if _install() else None)


def _look() -> str | None:
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((path for path in ELSEWHERE if Path(path).is_file()), None)


def _install() -> bool:
    if os.environ.get("CHROMIUM") or not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (["apt-get", "update"], ["apt-get", "install", "-y", "chromium"])
    return all(
        subprocess.run(command, env=environment, check=False, **quiet).returncode == 0
        for command in commands
    )
