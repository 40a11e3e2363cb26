"""Lets the world around a built `lrplot` fail, and sees that it says so and leaves nothing half-written.

    python3 faults.py .build/release/lrplot [--kills 40]

Full disks, closed streams and pipes, folders that cannot be written, links that go round, names that are no UTF-8 or hold
quotes and marks, pipes and devices where files should be, signals at every moment, files that vanish, limits on a file's
size, kills in the middle of a batch, two batches into one folder and from two containers. Needs only Python's standard
library. Exit status 1 when something went wrong.
"""

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COSINE = '{"epochs": 50, "scheduler": {"type": "cosine", "T_max": 50}}'


class Faults:
    def __init__(self, binary, folder):
        self.binary = str(Path(binary).resolve())
        self.folder = folder
        self.failures = []
        self.count = 0

    def run(self, *words, **options):
        options.setdefault("capture_output", "stdout" not in options and "stderr" not in options)
        options.setdefault("timeout", 300)
        return subprocess.run([self.binary, *words], cwd=self.folder, **options)

    def expect(self, condition, what, done=None):
        self.count += 1
        if not condition:
            self.failures.append(what)
            detail = f": status {done.returncode}, {done.stderr!r:.300}" if done is not None else ""
            print(f"FAILED {what}{detail}")

    def specs(self, name, count):
        folder = self.folder / name
        folder.mkdir()
        for index in range(count):
            (folder / f"{index:05}.json").write_text(COSINE)
        return folder

    # Streams

    def full_disk(self):
        with open("/dev/full", "wb") as full:
            for words in (["cosine", "--tmax", "50"], ["cosine", "--tmax", "50", "-f", "csv"], ["kinds"], ["man"]):
                done = self.run(*words, stdout=full, stderr=subprocess.PIPE)
                self.expect(done.returncode == 2 and b"error[io]" in done.stderr, f"full disk: {words}", done)
        done = self.run("cosine", "--tmax", "50", "-o", "/dev/full", "-f", "svg")
        self.expect(done.returncode == 2, "full device by name", done)

    def closed_streams(self):
        for closed in ("0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"):
            done = subprocess.run(["sh", "-c", f"exec {self.binary} cosine --tmax 50 -f csv {closed}"], capture_output=True)
            self.expect(done.returncode in (0, 2), f"closed stream {closed}", done)
        done = subprocess.run(["sh", "-c", f"exec {self.binary} render - < /dev/null"], capture_output=True)
        self.expect(done.returncode == 2 and b"error[json]" in done.stderr, "empty standard input", done)

    def closed_pipe(self):
        script = f"{self.binary} cosine --tmax 50 --epochs 1000000 -f csv | head -n 1; echo ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", script], capture_output=True)
        self.expect(done.stdout == b"step,epoch,lr\n0\n" and done.stderr == b"", "closed pipe", done)

    # Files

    def bare_world(self):
        done = subprocess.run([self.binary, "cosine", "--tmax", "5", "-f", "csv"], env={"LANG": "C"}, capture_output=True)
        self.expect(done.returncode == 0 and done.stdout.startswith(b"step,epoch,lr\n"), "no environment", done)

    def strange_names(self):
        folder = self.folder / "names"
        folder.mkdir()
        for name in (b"new\nline.json", b"\xff\xfe.json", b"spa ce.json", "ü\u202e.json".encode(), b"-o.json", b"a'b\".json"):
            with open(bytes(folder) + b"/" + name, "w", encoding="utf-8") as file:
                file.write(COSINE)
        done = self.run("render", "names", "-o", "names-out/", "-f", "csv")
        made = sorted(os.listdir(bytes(self.folder / "names-out")))
        self.expect(done.returncode == 0 and len(made) == 6, f"strange names: {made}", done)
        done = self.run("render", "-o", "sane.csv", "--", b"names/\xff\xfe.json")
        self.expect(done.returncode == 0, "a name that is no UTF-8", done)
        (folder / "broken\x1b[31m.json").write_text("{")
        done = self.run("render", "names", "-o", "names-out/", "-f", "csv")
        self.expect(done.returncode == 2 and b"\x1b" not in done.stderr, "control characters are shown, not sent", done)

    def loops(self):
        folder = self.specs("loop", 3)
        (folder / "again").symlink_to(folder)
        (folder / "nowhere.json").symlink_to("nothing")
        (folder / "self.json").symlink_to("self.json")
        done = self.run("render", "loop", "-o", "loop-out/", "-f", "csv")
        self.expect(done.returncode == 2 and len(list((self.folder / "loop-out").glob("*.csv"))) == 3, "links", done)

    def missing(self):
        for words in (["render", "nothing.json"], ["check", "nothing"], ["cosine", "--tmax", "5", "-o", "no/where.svg"]):
            done = self.run(*words)
            self.expect(done.returncode == 2 and b"error[io]" in done.stderr, f"missing: {words}", done)
        (self.folder / "file").write_text("x")
        done = self.run("render", "loop", "-o", "file/", "-f", "csv")
        self.expect(done.returncode == 2, "a file where a folder should be", done)

    def small_files(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        (self.folder / "kept.svg").write_text("kept")
        done = self.run("cosine", "--tmax", "50", "-o", "kept.svg", preexec_fn=limit)
        self.expect(done.returncode == 2 and (self.folder / "kept.svg").read_text() == "kept", "a write that fails", done)
        self.expect(not list(self.folder.glob(".*.tmp")), "no temporary is left by a write that fails")

    def changing_files(self):
        folder = self.specs("changing", 400)
        process = subprocess.Popen(
            [self.binary, "render", "changing", "-o", "changing-out/", "-f", "csv"], cwd=self.folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for path in sorted(folder.iterdir(), reverse=True):
            path.unlink()
        self.expect(process.wait(timeout=60) in (0, 2), "files that vanish")

    # What is no file

    PLATEAU = '{"epochs": 2, "scheduler": {"type": "plateau"}, "metric": {"csv": "%s", "column": "x"}}'

    def pipes_and_devices(self):
        folder = self.folder / "special"
        folder.mkdir()
        os.mkfifo(folder / "pipe")
        os.mkfifo(folder / "lying.json")
        (folder / "round").symlink_to("round2")
        (folder / "round2").symlink_to("round")
        for place in ("pipe", "/dev/ptmx", "/dev/zero", "/dev/stdin", "round", "run.csv\\u0000evil"):
            (folder / "metric.json").write_text(self.PLATEAU % place)
            for words in (["render"], ["lint"], ["check"]):
                done = self.run(*words, "special/metric.json", stdin=subprocess.DEVNULL, timeout=10)
                self.expect(done.returncode == 2 and b"error[io]" in done.stderr, f"{words} of a metric at {place}", done)
        (folder / "metric.json").unlink()
        done = self.run("check", "special", timeout=10)
        self.expect(done.returncode == 2 and b"no regular file" in done.stderr, "a pipe in a folder", done)
        (folder / "lying.json").unlink()
        (folder / "golden.json").write_text(COSINE)
        for make in (lambda path: os.mkfifo(path), lambda path: path.symlink_to("/dev/zero"),
                     lambda path: path.symlink_to("round")):
            make(folder / "golden.csv")
            for words in (["check"], ["check", "--update", "--force"]):
                done = self.run(*words, "special/golden.json", timeout=10)
                self.expect(done.returncode == 2 and b"error[io]" in done.stderr, f"{words}: no golden", done)
            (folder / "golden.csv").unlink()
        done = self.run("cosine", "--tmax", "5", "-o", "special/round", "-f", "svg")
        self.expect(done.returncode == 2 and (folder / "round").is_symlink(), "a link that goes round is kept", done)
        (folder / "kept.csv").write_text("kept")
        (folder / "kept.csv").chmod(0o444)
        done = self.run("cosine", "--tmax", "5", "-o", "special/kept.csv")
        self.expect(done.returncode == 2 and (folder / "kept.csv").read_text() == "kept", "a read-only file", done)

    def signals(self):
        """A signal ends it within a moment, wherever it waits or reads."""
        os.mkfifo(self.folder / "nobody")
        (self.folder / "ok.json").write_text(COSINE)
        (self.folder / "ok2.json").write_text(COSINE)
        for words in (["render", "-"], ["lint", "-"], ["check", "-", "--golden", "g"], ["render", "nobody", "-f", "csv"],
                      ["render", "ok.json", "-o", "nobody", "-f", "csv"], ["compare", "nobody", "ok.json"],
                      ["render", "ok.json", "nobody", "ok2.json", "-o", "waiting/", "-j", "2"],
                      ["explain", "nobody"], ["at", "nobody", "1"]):
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                process = subprocess.Popen([self.binary, *words], cwd=self.folder, stdin=subprocess.PIPE,
                                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(0.15)
                process.send_signal(number)
                try:
                    self.expect(process.wait(timeout=2) == -number, f"{words} ended by {number}: {process.returncode}")
                except subprocess.TimeoutExpired:
                    self.expect(False, f"{words} is not ended by {number}")
                    process.kill()
                    process.wait()
        # `nohup` has it that one is ignored.
        process = subprocess.Popen([self.binary, "render", "ok.json", "nobody", "-o", "waiting/", "-j", "2"],
                                   cwd=self.folder, stderr=subprocess.DEVNULL,
                                   preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        time.sleep(0.15)
        process.send_signal(signal.SIGHUP)
        time.sleep(0.3)
        self.expect(process.poll() is None, "an ignored signal ends nothing")
        process.kill()
        process.wait()

    def long_names(self):
        folder = self.folder / "long"
        folder.mkdir()
        for length in (200, 240, 245, 250, 255):
            (folder / ("x" * (length - 5) + ".json")).write_text(COSINE)
        done = self.run("render", "long", "-o", "long-out/", "-f", "svg,csv")
        made = list((self.folder / "long-out").iterdir())
        self.expect(done.returncode == 0 and len(made) == 10, f"long names: {len(made)}", done)
        (folder / ("y" * 251)).write_text(COSINE)
        done = self.run("render", "long/" + "y" * 251, "-o", "long-two/", "-f", "svg,json")
        self.expect(done.returncode == 2 and not (self.folder / "long-two").exists(), "all results or none", done)

    def containers(self):
        """Two containers have the same numbers of processes, and see only their own."""
        namespace = ["unshare", "-rpf"]
        if subprocess.run([*namespace, "true"], capture_output=True).returncode != 0:
            return
        words = [*namespace, self.binary, "render", "many", "-o", "containers-out/", "-f", "csv"]
        for _ in range(10):
            both = [subprocess.Popen(words, cwd=self.folder, stderr=subprocess.PIPE) for _ in range(2)]
            for process in both:
                error = process.communicate(timeout=120)[1]
                self.expect(process.returncode == 0, f"two containers at once: {error!r:.200}")
            files = list((self.folder / "containers-out").iterdir())
            self.expect(not [path for path in files if path.name.startswith(".")], "no temporary is left")
            for path in files:
                path.unlink()

    # Batches

    def kills(self, count):
        self.specs("many", 3000)
        whole = None
        for index in range(count):
            number = signal.SIGINT if index % 2 else signal.SIGKILL
            process = subprocess.Popen(
                [self.binary, "render", "many", "-o", "many-out/", "-f", "csv,svg"], cwd=self.folder,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.random() * 0.6)
            process.send_signal(number)
            status = process.wait(timeout=60)
            self.expect(status in (0, -number, 130), f"killed with {number}: {status}")
            out = self.folder / "many-out"
            if number == signal.SIGINT and out.is_dir():
                self.expect(not list(out.glob(".*.tmp")), "a clean stop leaves no temporary")
        for path in (self.folder / "many-out").glob("*.csv"):
            text = path.read_bytes()
            whole = whole or text
            self.expect(text.count(b"\n") == 51 and text == whole, f"torn file {path.name}")
        done = self.run("render", "many", "-o", "many-out/", "-f", "csv,svg")
        left = [path.name for path in (self.folder / "many-out").iterdir() if path.name.startswith(".")]
        self.expect(done.returncode == 0 and not left, f"what kills left is removed: {left[:3]}", done)

    def two_batches(self):
        words = [self.binary, "render", "many", "-o", "two-out/", "-f", "csv"]
        both = [subprocess.Popen(words, cwd=self.folder, stderr=subprocess.PIPE) for _ in range(2)]
        for process in both:
            error = process.communicate(timeout=120)[1]
            self.expect(process.returncode == 0, f"two batches at once: {error!r:.200}")
        files = list((self.folder / "two-out").iterdir())
        self.expect(len(files) == 3000 and not [path for path in files if path.name.startswith(".")], "both are whole")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--kills", type=int, default=40)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        faults = Faults(arguments.binary, Path(folder))
        faults.full_disk()
        faults.closed_streams()
        faults.closed_pipe()
        faults.bare_world()
        faults.strange_names()
        faults.loops()
        faults.missing()
        faults.small_files()
        faults.pipes_and_devices()
        faults.signals()
        faults.long_names()
        faults.changing_files()
        faults.kills(arguments.kills)
        faults.two_batches()
        faults.containers()
    print(f"{faults.count} expectations, {len(faults.failures)} failed")
    sys.exit(1 if faults.failures else 0)


if __name__ == "__main__":
    main()
