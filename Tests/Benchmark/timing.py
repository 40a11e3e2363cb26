"""Times processes side by side, so that whatever else the machine does happens to all of them."""
import os
import statistics
import subprocess
import time


class Side:
    """One of the commands that are compared."""

    def __init__(self, command, output=os.devnull, before=None):
        self.command = [str(word) for word in command]
        self.output = output
        # What must be done first, and is not timed.
        self.before = before
        self.times = []
        self.processor_times = []

    def run(self):
        if self.before:
            self.before()
        with open(self.output, "wb") as output:
            used = sum(os.times()[2:4])
            start = time.perf_counter()
            # Without it Python asks about every descriptor there may be, which takes longer than some of the programs.
            result = subprocess.run(self.command, stdout=output, stderr=subprocess.PIPE, close_fds=False)
            self.times.append(time.perf_counter() - start)
            self.processor_times.append(sum(os.times()[2:4]) - used)
        if result.returncode != 0:
            raise RuntimeError(f"{' '.join(self.command)}: {result.stderr.decode(errors='replace')}")

    @property
    def seconds(self):
        return statistics.median(self.times)

    @property
    def processors(self):
        """How many processors were busy on average."""
        return sum(self.processor_times) / sum(self.times)


def side_by_side(sides, repeats):
    """Runs all of them in turn, again and again; the first round only warms up."""
    for side in sides:
        side.run()
        side.times.clear()
        side.processor_times.clear()
    for _ in range(repeats):
        for side in sides:
            side.run()
    return [side.seconds for side in sides]


def shown(seconds):
    """A time as a person would write it."""
    for limit, factor, unit in ((1e-6, 1e9, "ns"), (1e-3, 1e6, "µs"), (1, 1e3, "ms")):
        if seconds < limit:
            value = seconds * factor
            return f"{value:.3g} {unit}" if value < 999.5 else f"{value:.0f} {unit}"
    return f"{seconds:.3g} s"
