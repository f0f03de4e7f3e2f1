#!/usr/bin/env python3
"""Desktops whose clocks are an hour early, an hour late, and jump (libfaketime; Debian: faketime)."""

import glob
import os
import sys
import tempfile
import time

import branch

ANYWHERE = "/usr/lib/*/faketime/libfaketime.so.1"


def main():
    given = branch.arguments(__doc__, rounds=20)
    library = glob.glob(ANYWHERE)
    if not library:
        sys.exit("libfaketime is not there; on Debian: apt-get install faketime")
    folder = tempfile.mkdtemp(prefix="smartqueue-chaos-")
    offsets = [os.path.join(folder, f"offset{i}") for i in range(given.desktops)]

    def set_clock(i, seconds):
        with open(offsets[i], "w") as file:
            file.write(f"{seconds:+d}\n")

    desktops = []
    for i, file in enumerate(offsets):
        set_clock(i, 0)
        variables = {"LD_PRELOAD": library[0], "FAKETIME_TIMESTAMP_FILE": file, "FAKETIME_CACHE_DURATION": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        desktops.append(branch.Desktop(given.program, folder, f"desk{i}", variables=variables))
    story = branch.Branch(given, desktops, folder=folder)
    story.open()
    for _ in range(given.rounds):
        set_clock(story.random.randrange(given.desktops), story.random.choice([-3600, 0, 3600, story.random.randint(-3600, 3600)]))
        time.sleep(story.random.uniform(0.5, 3))
        if story.random.random() < 0.2:
            victim = story.random.choice(desktops)
            victim.kill()
            victim.start()
    for i in range(given.desktops):
        set_clock(i, 0)
    return story.verdict(rounds=given.rounds)


if __name__ == "__main__":
    sys.exit(main())
