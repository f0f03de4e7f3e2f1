#!/usr/bin/env python3
"""Cuts and heals the network between desktops, each in a namespace of its own (root and iproute2); with losses on the way. Nobody
takes over: no program can tell a host that is cut off from one that is dead."""

import subprocess
import sys
import tempfile
import time

import branch

BRIDGE = "sqchaos"


def ip(*words, check=True):
    subprocess.run(["ip", *words], check=check, capture_output=True)


def plug(i):
    ip("netns", "add", f"sqdesk{i}")
    ip("link", "add", f"sqd{i}", "type", "veth", "peer", "name", "lan", "netns", f"sqdesk{i}")
    ip("link", "set", f"sqd{i}", "master", BRIDGE, "up")
    ip("-n", f"sqdesk{i}", "addr", "add", f"10.77.0.{i + 1}/24", "dev", "lan")
    ip("-n", f"sqdesk{i}", "link", "set", "lan", "up")
    ip("-n", f"sqdesk{i}", "link", "set", "lo", "up")


def lose(i, percent):
    action = ["replace", "dev", f"sqd{i}", "root", "netem", "loss", f"{percent}%"] if percent else ["del", "dev", f"sqd{i}", "root"]
    subprocess.run(["tc", "qdisc", *action], check=False, capture_output=True)


def unplug_all(count):
    for i in range(count):
        ip("netns", "del", f"sqdesk{i}", check=False)
    ip("link", "del", BRIDGE, check=False)


def main():
    given = branch.arguments(__doc__, rounds=30)
    unplug_all(given.desktops)
    ip("link", "add", BRIDGE, "type", "bridge")
    ip("link", "set", BRIDGE, "up")
    try:
        for i in range(given.desktops):
            plug(i)
        folder = tempfile.mkdtemp(prefix="smartqueue-chaos-")
        desktops = [branch.Desktop(given.program, folder, f"desk{i}", wrap=["ip", "netns", "exec", f"sqdesk{i}"]) for i in range(given.desktops)]
        story = branch.Branch(given, desktops, listen="10.77.0.{}:7400", folder=folder)
        story.open()
        for _ in range(given.rounds):
            cut = story.random.sample(range(given.desktops), story.random.randint(1, given.desktops))
            percent = story.random.choice([0, 0, 5, 30])
            for i in cut:
                lose(i, percent) if percent else ip("link", "set", f"sqd{i}", "down")
            time.sleep(story.random.uniform(0.5, 8))
            for i in cut:
                lose(i, 0) if percent else ip("link", "set", f"sqd{i}", "up")
            time.sleep(story.random.uniform(0, 4))
        return story.verdict(rounds=given.rounds)
    finally:
        unplug_all(given.desktops)


if __name__ == "__main__":
    sys.exit(main())
