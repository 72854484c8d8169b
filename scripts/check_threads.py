"""Parse from many threads at once in fresh processes: the first use of every model is a race.

    python3 scripts/check_threads.py [--processes N] [--python PYTHON]

Models are imported and built on first use. In each process 16 threads start together, switching as
often as they can, and parse the project's own samples, each in its own order; all must get what
one thread gets. `--python` is another interpreter with the package, such as one with the lowest
supported pydantic.
"""

from _environment import ROOT, enter

if __name__ == "__main__":
    enter()

import argparse
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

PROGRAM = """
import json, pathlib, random, sys, threading
import vt_sdk

sys.setswitchinterval(1e-6)
paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.json"))
documents = [path.read_bytes() for path in paths]
expected = [json.loads(raw) for raw in documents]
barrier, problems = threading.Barrier(16), []

def work(number):
    order = list(range(len(documents)))
    random.Random(number).shuffle(order)
    barrier.wait()
    for index in order[:12]:
        try:
            parsed = vt_sdk.parse(documents[index])
            whole = isinstance(parsed, vt_sdk.Page) or "data" not in expected[index]
            wanted = expected[index] if whole else expected[index]["data"]
            if parsed.to_dict() != wanted or parsed.issues:
                problems.append(f"{paths[index].name}: not what one thread gets")
        except Exception as error:
            problems.append(f"{paths[index].name}: {type(error).__name__}: {error}")

threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print("\\n".join(problems[:3]))
sys.exit(1 if problems else 0)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description="Parse from many threads in fresh processes.")
    parser.add_argument("--processes", type=int, default=100)
    parser.add_argument("--python", default=sys.executable, help="the interpreter to run")
    options = parser.parse_args()

    def run(_: int) -> str:
        command = [options.python, "-c", PROGRAM, str(ROOT / "schemas" / "samples")]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        return "" if done.returncode == 0 else done.stdout + done.stderr[-500:]

    with ThreadPoolExecutor(2) as pool:
        failures = [said for said in pool.map(run, range(options.processes)) if said]
    for said in failures[:5]:
        print(said)
    print(f"{options.processes} processes of 16 threads, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
