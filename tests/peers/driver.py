# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""One peer in a process of its own: a page's path goes in, a line of JSON comes out."""
import json
import os
import select
import subprocess
import time

START_SECONDS = 60
ONE_THREAD = {"GOMAXPROCS": "1", "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}


class Driver:
    def __init__(self, peer, cpu, log):
        self.peer, self.cpu, self.log = peer, cpu, log
        self.start_kb = self.peak_kb = 0
        self.process = None
        self.start()

    def start(self):
        environment = {**os.environ, **ONE_THREAD}
        self.process = subprocess.Popen(self.peer.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log,
                                        env=environment, preexec_fn=lambda: os.sched_setaffinity(0, {self.cpu}))
        self.rest = b""
        if self.line(START_SECONDS) is None:
            self.stop()
            raise OSError("it did not start")
        self.start_kb = self.start_kb or self.memory("VmRSS")

    def line(self, seconds):
        """The next line of output; None where it ends or takes longer."""
        out, deadline = self.process.stdout.fileno(), time.monotonic() + seconds
        while b"\n" not in self.rest:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([out], [], [], left)[0]:
                return None
            got = os.read(out, 1 << 20)
            if not got:
                return None
            self.rest += got
        line, self.rest = self.rest.split(b"\n", 1)
        return line

    def ask(self, path, seconds):
        """The answer to one page. A driver that died or took too long is started anew."""
        try:
            self.process.stdin.write(path.encode() + b"\n")
            self.process.stdin.flush()
            line = self.line(seconds)
        except BrokenPipeError:
            line = None
        if line is not None:
            return json.loads(line)
        late = self.process.poll() is None and self.rest == b""
        self.note_peak()
        self.stop()
        self.start()
        return {"error": f"longer than {seconds} s" if late else "it crashed"}

    def memory(self, name):
        """A figure of the kernel about the process, in kB."""
        try:
            with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
                return next((int(row.split()[1]) for row in file if row.startswith(name)), 0)
        except OSError:
            return 0

    def note_peak(self):
        self.peak_kb = max(self.peak_kb, self.memory("VmHWM"))

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
