"""Build the archives and prove the wheel in an environment that holds nothing but what it needs.

    python3 scripts/check_wheel.py

The wheel is made of the source distribution, and an index would take both. A ten-line program is
checked by mypy and pyright against the installed package, a test of three lines takes the package's
pytest fixture, and the program runs against the emulator of the installed package, which the
installed command starts.
"""

from _environment import ROOT, ensure_wheel, enter

if __name__ == "__main__":
    enter()

import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = """\
from vt_sdk import NotFoundError, VirusTotal

with VirusTotal() as vt:
    file = vt.files.scan_and_wait(b"a file that nobody has sent before")
    engines: int = file.stats.undetected
    try:
        vt.files.get_report("0" * 64)
    except NotFoundError as error:
        print(file.attributes.sha256, engines, int(error.status))
"""

# A test of a user's own, with the fixture that pytest finds in the installed package.
TEST = """\
def test_a_report(vt_emulator):
    file = vt_emulator.client().files.get_report("44d88612fea8a8f36de82e1278abb02f")
    assert file.stats.malicious > 0
"""

# A wheel holds these and nothing of the rest of the repository.
TOP_LEVEL = {"vt_sdk"}

_SECONDS = 120


def _opening(server: "subprocess.Popen[str]") -> str:
    """Read what the emulator says when it listens."""
    assert server.stdout is not None
    lines = []
    for line in server.stdout:
        lines.append(line)
        if "VT_API_KEY" in line:
            break
    return "".join(lines)


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build = [
            sys.executable,
            "-m",
            "build",
            "--no-isolation",
            "--outdir",
            str(folder),
            str(ROOT),
        ]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        (wheel,), (source,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
        judge = [sys.executable, "-m", "twine", "check", "--strict", str(wheel), str(source)]
        subprocess.run(judge, check=True)
        python = str(ensure_wheel())
        pip = [python, "-m", "pip", "-qq", "--disable-pip-version-check"]
        install = [*pip, "install", "--no-deps", "--force-reinstall", str(wheel)]
        subprocess.run(install, check=True, cwd=folder)
        subprocess.run([*pip, "check"], check=True, cwd=folder)
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("VT_", "PYTHON"))}
        program = folder / "program.py"
        program.write_text(PROGRAM, "utf-8")
        (folder / "pyproject.toml").write_text(
            '[tool.basedpyright]\ntypeCheckingMode = "standard"\n', "utf-8"
        )
        cache = f"--cache-dir={ROOT / '.mypy_cache' / 'wheel'}"
        for checker in (["mypy", "--strict", cache], ["basedpyright", "--pythonpath", python]):
            command = [python, "-m", *checker, str(program)]
            subprocess.run(command, check=True, cwd=folder, env=environment)
        test = folder / "test_program.py"
        test.write_text(TEST, "utf-8")
        command = [python, "-m", "pytest", "-q", "-W", "error", str(test)]
        subprocess.run(command, check=True, cwd=folder, env=environment)
        site = next(p for p in (ROOT / ".venv-wheel").rglob("site-packages") if p.is_dir())
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
                # It says how to use it, as the shell commands that set two variables.
                said = dict(re.findall(r"export (VT_\w+)=(\S+)", _opening(server)))
                run = [python, str(program)]
                done = subprocess.run(run, cwd=folder, env=environment | said, timeout=_SECONDS)
            finally:
                server.send_signal(signal.SIGINT)
                server.wait(_SECONDS)
        print("the wheel works" if done.returncode == 0 else "the program failed")
        return done.returncode


if __name__ == "__main__":
    sys.exit(main())
