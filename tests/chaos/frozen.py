#!/usr/bin/env python3
"""Stops the host as a laptop that sleeps, once until it wakes by itself, once while somebody takes over."""

import signal
import sys
import time

import branch


def freeze(story, seconds, takes_over):
    host = story.host()
    host.serving.send_signal(signal.SIGSTOP)
    time.sleep(min(5, seconds))
    taken = takes_over and story.take_over(host)
    time.sleep(max(0, seconds - 5))
    host.serving.send_signal(signal.SIGCONT)
    time.sleep(5)
    return taken


def main():
    given = branch.arguments(__doc__, seconds=60)
    story = branch.Branch(given)
    story.open()
    time.sleep(3)
    freeze(story, given.seconds, False)
    story.wait_until(story.host, "somebody leads")
    taken = freeze(story, given.seconds, True)
    return story.verdict(seconds=given.seconds, take_overs=int(taken))


if __name__ == "__main__":
    sys.exit(main())
