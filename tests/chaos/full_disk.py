#!/usr/bin/env python3
"""Fills the disk of the host, and then that of a replica, and frees it again (root: each desktop has a tmpfs)."""

import os
import subprocess
import sys
import tempfile
import time

import branch

MEGABYTES = 160


def fill_for(desktop, seconds):
    path = os.path.join(desktop.folder, "filling")
    try:
        with open(path, "wb", buffering=0) as file:
            while True:
                file.write(b"\0" * 100_000)
    except OSError:
        pass
    time.sleep(seconds)
    os.remove(path)


def on_its_own_disk(given, folder, name):
    desktop = branch.Desktop(given.program, folder, name)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m,mode=700", "none", desktop.folder], check=True)
    for key, path in desktop.variables.items():
        if key.startswith("XDG_") and path.startswith(desktop.folder):
            os.makedirs(path, mode=0o700)
    return desktop


def main():
    given = branch.arguments(__doc__, seconds=15)
    folder = tempfile.mkdtemp(prefix="smartqueue-chaos-")
    desktops = [on_its_own_disk(given, folder, f"desk{i}") for i in range(given.desktops)]
    try:
        story = branch.Branch(given, desktops, folder=folder)
        story.open()
        time.sleep(3)
        host = story.host()
        fill_for(host, given.seconds)
        time.sleep(5)
        fill_for(next(desktop for desktop in desktops if desktop is not host), given.seconds)
        return story.verdict(seconds=given.seconds)
    finally:
        for desktop in desktops:
            subprocess.run(["umount", "-l", desktop.folder], check=False)


if __name__ == "__main__":
    sys.exit(main())
