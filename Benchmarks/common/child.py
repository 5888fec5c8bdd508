"""Run one command from a process that is small, and write how it went to a file, as JSON.

    python -I -S child.py REPORT COMMAND [ARGUMENT ...]

Linux counts the memory of the process that a command was started from into the command's own peak, so whoever holds large
arrays must not start what is to be measured.
"""

import os
import sys
import time


def main(report, *command):
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    processor = usage.ru_utime + usage.ru_stime
    code = os.waitstatus_to_exitcode(status)
    with open(report, "w") as file:
        file.write(
            f'{{"seconds": {seconds!r}, "processor": {processor!r}, "peak": {usage.ru_maxrss * 1024}, "code": {code}}}')


if __name__ == "__main__":
    main(*sys.argv[1:])
