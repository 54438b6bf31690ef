"""Decode every file named on the command line with fitdecode; print the seconds it took."""
import sys
import time

import fitdecode

start = time.perf_counter()
messages = 0
for path in sys.argv[1:]:
    with fitdecode.FitReader(path) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                messages += 1
assert messages > 0
print(time.perf_counter() - start)
