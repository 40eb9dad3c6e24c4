"""The watch over hostile inputs sees what it is there to see: faults are put into a cleaner on purpose."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import cleannews

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs fork and /proc")

PROGRAM = """
import os, signal, socket, sys
from pathlib import Path
from tests.hostile import child
from tests.hostile.case import FILE, HOST, Case

real = child.cleannews.clean

def clean(dump, **options):
    if str(dump)[:1] != "@":
        return real(dump, **options)
    file, host = dump[1:].split()
    {fault}
    return real(dump)

child.CASES["fault"] = Case("fault", lambda size: f"@{{FILE}} {{HOST}}")
child.cleannews.clean = clean
child.main(10, Path(sys.argv[1]))
"""


@pytest.mark.parametrize(
    ("fault", "sign"),
    [
        ("open(file).read()", '"broken": "reaches out'),
        ("open(file + '2', 'w').close()", '"broken": "reaches out'),
        (
            "socket.create_connection(('127.0.0.1', int(host.split(':')[1])))",
            '"broken": "the server was asked',
        ),
        ("os.system('true')", '"broken": "reaches out'),
        ("os.kill(os.getpid(), signal.SIGSEGV)", '"died": -11'),
        ("raise RuntimeError('odd')", '"raised": "RuntimeError: odd'),
        ("raise child.cleannews.CleanNewsError('known')", '"error": "CleanNewsError"'),
        ("pass", '"broken": null'),
    ],
)
def test_a_fault_is_seen(fault: str, sign: str, tmp_path: Path) -> None:
    root = Path(cleannews.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(fault=fault), str(tmp_path)],
        input="fault",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(root), "OPENBLAS_NUM_THREADS": "1"},
    )
    assert sign in done.stdout, done.stderr
    assert json.loads(done.stdout)["name"] == "fault"
