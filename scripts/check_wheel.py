"""Build the wheel and prove it in an environment that holds nothing else.

    python3 scripts/check_wheel.py

A ten-line program is checked by mypy and pyright against the installed package, then run against
the emulator of the installed package, which the installed command starts.
"""

from _environment import ROOT, enter, python_of

if __name__ == "__main__":
    enter()

import os
import re
import signal
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PROGRAM = """\
import sys

from vt_sdk import NotFoundError, VirusTotal

with VirusTotal("0" * 64 if len(sys.argv) < 3 else sys.argv[2], base_url=sys.argv[1]) as vt:
    file = vt.files.scan_and_wait(b"a file that nobody has sent before")
    engines: int = file.stats.undetected
    try:
        vt.files.get_report("0" * 64)
    except NotFoundError as error:
        print(file.attributes.sha256, engines, int(error.status))
"""

# A wheel holds these and nothing of the rest of the repository.
TOP_LEVEL = {"vt_sdk"}

_SECONDS = 120


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
        subprocess.run([*build, "--no-isolation"], check=True, stdout=subprocess.DEVNULL)
        (wheel,) = folder.glob("*.whl")
        venv.create(folder / "venv", with_pip=True)
        python = str(python_of(folder / "venv"))
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        tools = ["mypy", "basedpyright"]
        subprocess.run([*pip, f"{wheel}[cli,emulator]", *tools], check=True, cwd=folder)
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("VT_", "PYTHON"))}
        program = folder / "program.py"
        program.write_text(PROGRAM, "utf-8")
        (folder / "pyproject.toml").write_text(
            '[tool.basedpyright]\ntypeCheckingMode = "standard"\n', "utf-8"
        )
        for checker in (["mypy", "--strict"], ["basedpyright"]):
            command = [python, "-m", *checker, str(program)]
            subprocess.run(command, check=True, cwd=folder, env=environment)
        site = next(p for p in (folder / "venv").rglob("site-packages") if p.is_dir())
        installed = {
            line.split("/")[0]
            for record in site.glob("vt_sdk-*.dist-info/RECORD")
            for line in record.read_text("utf-8").splitlines()
            if not line.startswith((".", "vt_sdk-"))
        }
        if installed != TOP_LEVEL:
            print(f"the wheel installs {sorted(installed)}")
            return 1
        command = [python, "-m", "vt_sdk", "emulator", "--port", "0"]
        with subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
        ) as server:
            try:
                assert server.stdout is not None
                said = ""
                while not (found := re.search(r"(http://\S+/api/v3)", said)):
                    line = server.stdout.readline()
                    if not line:
                        print(f"the emulator did not start: {said}")
                        return 1
                    said += line
                key = "" if (shown := re.search(r"\b([0-9a-f]{64})\b", said)) is None else shown[1]
                done = subprocess.run(
                    [python, str(program), found[1], *([key] if key else [])],
                    cwd=folder,
                    env=environment,
                    timeout=_SECONDS,
                )
            finally:
                server.send_signal(signal.SIGINT)
                server.wait(_SECONDS)
        print("the wheel works" if done.returncode == 0 else "the program failed")
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())
