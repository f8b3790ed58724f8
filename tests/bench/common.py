"""What the benchmarks share: where things are, and how programs are measured."""

import os
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.environ.get("top_srcdir") or os.path.dirname(os.path.dirname(HERE))
BUILD = os.environ.get("top_builddir") or (
    "." if os.path.exists("minutebook-index")
    else os.path.join(SOURCE, "_build"))


def measure(command, **options):
    """Run; wall and CPU seconds, memory of its largest process in MB (this
    script's own, some 17 MB, when it needs less)."""
    before = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, **options) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - before
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime,
            "memory": usage.ru_maxrss / 1024, "exit": process.returncode}


def size(path):
    """Bytes below @path, in MB."""
    return sum(os.lstat(os.path.join(folder, name)).st_size
               for folder, _, names in os.walk(path)
               for name in names) / 1e6


def times(value, base):
    return f"x{value / base:.2f}" if base else ""
