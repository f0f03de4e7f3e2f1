#!/usr/bin/env python3
"""Kills the host and replicas at random; now and then somebody takes over, and the old host comes back."""

import sys
import time

import branch


def main():
    given = branch.arguments(__doc__, kills=100)
    story = branch.Branch(given)
    story.open()
    taken = 0
    for _ in range(given.kills):
        time.sleep(story.random.uniform(0.1, 1.5))
        host = story.host()
        if host and story.random.random() < 0.5:
            # Who leads without others may have told what nobody else knows: then nobody takes over.
            is_followed = len(story.live_at(host)) >= 2
            host.kill()
            if is_followed and story.random.random() < 0.4:
                taken += story.take_over(host)
            else:
                time.sleep(story.random.uniform(0, 4))
            host.start()
        else:
            victim = story.random.choice([desktop for desktop in story.desktops if desktop is not host])
            victim.kill()
            time.sleep(story.random.uniform(0, 2))
            victim.start()
    return story.verdict(kills=given.kills, take_overs=taken)


if __name__ == "__main__":
    sys.exit(main())
