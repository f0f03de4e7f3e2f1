"""A branch of real programs: desktops that serve, clerks who work at them, and the verdict afterwards."""

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time

PATIENCE = 60


def arguments(about, **more):
    """--program, --seed and what the story adds; the seed is printed, so that it can be told again."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--program", default="build/test/app/smartqueue")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--desktops", type=int, default=5)
    for name, default in more.items():
        parser.add_argument("--" + name.replace("_", "-"), type=type(default), default=default)
    given = parser.parse_args()
    given.program = os.path.abspath(given.program)
    print(json.dumps({"story": " ".join(about.split()), "seed": given.seed}), flush=True)
    return given


class Desktop:
    """One `serve` with folders of its own. `wrap` comes before the program: a network namespace, say; `variables` beside its others."""

    def __init__(self, program, folder, name, wrap=(), variables=None):
        self.program, self.name, self.wrap = program, name, list(wrap)
        self.folder = os.path.join(folder, name)
        os.makedirs(self.folder)
        self.database = os.path.join(self.folder, "branch.db")
        self.variables = dict(os.environ, SMARTQUEUE_KEYCHAIN="none", QT_QPA_PLATFORM="offscreen", **(variables or {}))
        for kind in ("DATA", "CONFIG", "CACHE", "RUNTIME"):
            key = "XDG_RUNTIME_DIR" if kind == "RUNTIME" else f"XDG_{kind}_HOME"
            self.variables[key] = os.path.join(self.folder, kind.lower())
            os.makedirs(self.variables[key], mode=0o700)
        self.serving = None
        self.said = []

    def command(self, verb, *more):
        return self.wrap + [self.program, verb, "--db", self.database, *more]

    def start(self, *more):
        self.serving = subprocess.Popen(self.command("serve", "--name", self.name, *more), env=self.variables, text=True,
                                        stdout=subprocess.PIPE, stderr=open(os.path.join(self.folder, "errors"), "a"))
        threading.Thread(target=self._listen, args=(self.serving.stdout,), daemon=True).start()

    def _listen(self, stream):
        for line in stream:
            self.said.append(json.loads(line))

    def hear(self, event):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for line in self.said:
                if line.get("event") == event:
                    return line
            time.sleep(0.05)
        raise TimeoutError(f"{self.name} did not say {event}")

    def kill(self):
        self.serving.send_signal(signal.SIGKILL)
        self.serving.wait()

    def stop(self):
        self.serving.terminate()
        self.serving.wait()

    def ask(self, verb, *more, limit=PATIENCE, text=None):
        """What it answers as JSON; the refusal where it refuses, nothing where it does not answer in time."""
        try:
            ran = subprocess.run(self.command(verb, "--json", *more), env=self.variables, text=True, input=text, capture_output=True, timeout=limit)
        except subprocess.TimeoutExpired:
            return {}
        for answer in (ran.stdout, ran.stderr):
            for line in reversed(answer.strip().splitlines()):
                try:
                    return json.loads(line)
                except ValueError:
                    pass
            try:
                return json.loads(answer)
            except ValueError:
                pass
        return {}

    def position(self):
        said = self.ask("peers", limit=10)
        return said.get("last_seq"), said.get("last_hash")

    def leads(self):
        said = self.ask("peers", limit=10)
        return said.get("role") == "host" and said.get("in_step", False)


class Clerk(threading.Thread):
    """Somebody at a desktop who gives tickets and serves, and asks again under the same id until there is an answer."""

    def __init__(self, desktop, agent, seed):
        super().__init__(daemon=True)
        self.desktop, self.agent, self.random = desktop, agent, random.Random(seed)
        self.answers = []
        self.goes_home = threading.Event()
        self.script = None
        self.count = 0

    def run(self):
        while not self.goes_home.is_set():
            for _ in range(self.random.randint(1, 2)):
                self.say({"do": "issue", "queue": self.random.choice("ABCDE")})
            if self.say({"do": "call_next", "agent": self.agent}).get("ok"):
                self.say({"do": "start", "agent": self.agent})
            self.say({"do": self.random.choice(["complete", "complete", "no_show"]), "agent": self.agent})
            self.say({"do": "complete", "agent": self.agent})
            time.sleep(self.random.random() * 0.05)
        self._leave()

    def say(self, line):
        self.count += 1
        line["id"] = f"{self.agent}-{self.count}"
        while True:
            answer = self._exchange(line)
            # Only a refusal by the branch is an answer; that nobody was reached is none.
            if answer and answer.get("code") not in ("host_unreachable", "resynchronising", "host_deposed", "not_host", "database_in_use", "busy"):
                self.answers.append((line, answer))
                return answer
            time.sleep(0.2)
            if self.goes_home.is_set() and answer and line["do"] != "issue":
                return answer

    def _exchange(self, line):
        try:
            if not self.script or self.script.poll() is not None:
                self.script = subprocess.Popen(self.desktop.command("do", "-", "--json"), env=self.desktop.variables, text=True, stdin=subprocess.PIPE,
                                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            self.script.stdin.write(json.dumps(line) + "\n")
            self.script.stdin.flush()
            answer = self.script.stdout.readline()
            if answer:
                return json.loads(answer)
        except (BrokenPipeError, ValueError):
            pass
        self._leave()
        return None

    def _leave(self):
        if self.script:
            self.script.kill()
            self.script.wait()
            self.script = None


class Branch:
    """One host, the others paired with it, an agent at each, and queues with more numbers than will be given."""

    def __init__(self, given, desktops=None, listen="127.0.0.1:0", folder=None):
        self.given = given
        self.random = random.Random(given.seed)
        self.folder = folder or tempfile.mkdtemp(prefix="smartqueue-chaos-")
        self.desktops = desktops or [Desktop(given.program, self.folder, f"desk{i}") for i in range(given.desktops)]
        self.listen = listen
        self._found()
        self.clerks = [Clerk(desktop, f"Agent {i}", given.seed * 100 + i) for i, desktop in enumerate(self.desktops)]

    def _listen_at(self, index):
        return self.listen.replace("{}", str(index + 1))

    def _found(self):
        host = self.desktops[0]
        host.start("--listen", self._listen_at(0))
        address = host.hear("listening")["address"]
        lines = [{"do": "set_branch", "reset_hour": "never"}, {"do": "create_service", "name": "S"}]
        lines += [{"do": "create_queue", "name": queue, "service": "S", "prefix": queue, "first_number": 1, "last_number": 999999} for queue in "ABCDE"]
        for i in range(len(self.desktops)):
            lines += [{"do": "create_agent", "name": f"Agent {i}", "queues": list("ABCDE")}, {"do": "sign_in", "agent": f"Agent {i}", "counter": str(i + 1)}]
        text = "".join(json.dumps(line) + "\n" for line in lines)
        ran = subprocess.run(host.command("do", "-", "--json"), env=host.variables, text=True, input=text, capture_output=True)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        for i, desktop in enumerate(self.desktops[1:], 1):
            code = host.ask("peers", "--invite")["pairing_code"]
            paired = desktop.ask("pair", "--host", address, "--code", code, "--name", desktop.name, text="y\n")
            assert os.path.exists(desktop.database), paired
            desktop.start("--listen", self._listen_at(i))
        self.wait_until(lambda: len(self.live_at(host)) == len(self.desktops) - 1, "all follow")

    def wait_until(self, holds, what, limit=PATIENCE):
        until = time.monotonic() + limit
        while time.monotonic() < until:
            if holds():
                return
            time.sleep(0.2)
        raise TimeoutError(f"{what}: not within {limit} s; see {self.folder}")

    def live_at(self, desktop):
        return [peer["name"] for peer in desktop.ask("peers", limit=10).get("peers", []) if peer["live"]]

    def host(self):
        for desktop in self.desktops:
            if desktop.serving.poll() is None and desktop.leads():
                return desktop
        return None

    def take_over(self, lost):
        """As an admin does it: at any of the others, or where that one says that there is more. False where all of them say no."""
        others = [desktop for desktop in self.desktops if desktop is not lost]
        at = self.random.choice(others)
        for _ in range(20):
            answer = at.ask("take-over", limit=PATIENCE)
            if answer.get("ok"):
                return True
            if answer.get("code") == "host_is_alive":
                return False
            time.sleep(1)
            at = self.random.choice(others)
        return False

    def open(self):
        for clerk in self.clerks:
            clerk.start()

    def close(self):
        for clerk in self.clerks:
            clerk.goes_home.set()
        for clerk in self.clerks:
            clerk.join(3 * PATIENCE)
            assert not clerk.is_alive(), f"{clerk.agent} still waits for an answer; see {self.folder}"

    def verdict(self, **counted):
        """Ends everything and judges it; prints a line, keeps the folder where something is wrong, and is the exit code."""
        self.close()
        self.wait_until(lambda: len({desktop.position() for desktop in self.desktops}) == 1, "all logs end alike", 3 * PATIENCE)
        conflicts = self.desktops[0].ask("peers")
        excused = conflicts["conflicts_count"] + sum(desktop.ask("peers")["acts_set_aside_count"] for desktop in self.desktops)
        for desktop in self.desktops:
            desktop.stop()
        counted.update(judged(self.desktops, self.clerks))
        counted["conflicts"] = excused
        wrong = [key for key in ("damaged", "unlike", "lost", "carried_out_twice", "duplicate_numbers", "called_twice") if counted[key]]
        counted["ok"] = not wrong and counted["lost_alone"] <= excused
        if counted["ok"]:
            # Mounted folders stay until they are given back.
            shutil.rmtree(self.folder, ignore_errors=True)
        else:
            counted["folder"] = self.folder
        print(json.dumps(counted), flush=True)
        return 0 if counted["ok"] else 1


def log_of(desktop):
    with sqlite3.connect(f"file:{desktop.database}?mode=ro", uri=True) as database:
        return database.execute("SELECT seq, cmd_id, hash FROM oplog ORDER BY seq").fetchall()


def repeated(pairs):
    """Keys that come with two different values."""
    values = {}
    for key, value in pairs:
        values.setdefault(key, set()).add(value)
    return sorted(key for key, found in values.items() if len(found) > 1)


def judged(desktops, clerks):
    logs = [log_of(desktop) for desktop in desktops]
    ids = [command for _, command, _ in logs[0] if command]
    told = [(line, answer) for clerk in clerks for line, answer in clerk.answers if answer.get("ok")]
    held = set(ids)
    missing = [(line["id"], bool(answer.get("alone"))) for line, answer in told if line["id"] not in held]
    return {
        "acknowledged": len(told),
        "alone": sum(1 for _, answer in told if answer.get("alone")),
        "entries": len(logs[0]),
        "damaged": [desktop.name for desktop in desktops if not desktop.ask("check").get("ok")],
        "unlike": [desktop.name for desktop, log in zip(desktops, logs) if log != logs[0]],
        "lost": [command for command, alone in missing if not alone],
        "lost_alone": sum(1 for _, alone in missing if alone),
        "carried_out_twice": sorted({command for command in ids if ids.count(command) > 1}) if len(held) != len(ids) else [],
        "duplicate_numbers": repeated((answer["number"], line["id"]) for line, answer in told if line["do"] == "issue"),
        "called_twice": repeated((answer["number"], line["id"]) for line, answer in told if line["do"] == "call_next"),
    }
