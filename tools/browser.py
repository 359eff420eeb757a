"""Find the browser in which tests try the simulator's page; install it where that needs nobody's leave.

    python tools/browser.py    prints where the browser is; on Debian, run as root, it is installed when missing

Without a browser its tests are skipped with the reason, except in continuous integration, where they fail.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find() -> str | None:
    """The browser's command, or None where there is none."""
    found = next((path for name in COMMANDS if (path := shutil.which(name))), None)
    return found or (str(MAC) if MAC.exists() else None)


def ensure() -> str | None:
    """The browser's command; on Debian, as root, it is there afterwards unless the package cannot be had."""
    if find() is None and shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing chromium, in which tests try the page", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
    return find()


if __name__ == "__main__":
    print(ensure() or "No Chromium or Chrome here: the tests of the page are skipped. On Debian: sudo apt-get install chromium")
