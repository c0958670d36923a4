"""Read an untrusted file in a child process with limited time and memory."""

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

from agenda.importer.datamodel.refusal import ImportRefused

TIMEOUT = 120.0
"""Timeout in seconds; the longest permitted document takes a quarter of it."""
MAX_MEMORY = 2 << 30
"""The limit of address space in bytes, on systems that support one."""

Result = TypeVar("Result")
"""The value that a reader returns."""

Reader = Callable[[bytes, Callable[[str], None]], object]

if sys.platform != "win32":
    import resource


def read_sandboxed(
    reader: str,
    content: bytes,
    progress: Callable[[str], None],
    kind: type[Result],
    timeout: float = TIMEOUT,
) -> Result:
    """Return what a `Reader` makes of these bytes; raise `ImportRefused` on failure or timeout.

    `reader` is "module:function", as in "agenda.importer.backends.docx.reader:read_word". Only the
    child process imports that module and its libraries.
    """
    module, function = reader.split(":")
    command = (
        f"from agenda.importer.loading.sandbox import serve; from {module} import {function};"
        f"serve({function})"
    )
    with subprocess.Popen(
        # -P: a module in the current folder must not shadow a library.
        [sys.executable, "-P", "-c", command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    ) as process:
        timed_out = threading.Event()

        def end() -> None:
            timed_out.set()
            process.kill()

        timer = threading.Timer(timeout, end)
        timer.start()
        try:
            return result(process, content, progress, kind)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise limit_exceeded(timeout if timed_out.is_set() else None) from error
        finally:
            timer.cancel()
            process.kill()


def result(
    process: "subprocess.Popen[bytes]",
    content: bytes,
    progress: Callable[[str], None],
    kind: type[Result],
) -> Result:
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdin:
        process.stdin.write(content)
    while True:
        answer = pickle.load(process.stdout)
        match answer:
            case str() as message:
                progress(message)
            case (message, remedy):
                raise ImportRefused(message, remedy)
            case _ if isinstance(answer, kind):
                return answer
            case _:
                raise EOFError


def limit_exceeded(seconds: float | None) -> ImportRefused:
    remedy = "hãy chép riêng chương trình công tác sang một tệp mới rồi thử lại"
    if seconds is not None:
        return ImportRefused(f"đọc tệp không xong trong {seconds:g} giây", remedy)
    return ImportRefused("tệp hỏng, hoặc đọc tệp cần quá nhiều bộ nhớ", remedy)


def serve(read: Reader) -> None:
    """Read a file from standard input in the child process; answer on standard output."""
    if sys.platform != "win32":
        # macOS refuses a limit below the address space that a process starts with.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    with os.fdopen(os.dup(1), "wb") as answers:
        # Output of libraries must not mix with the answers.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

        def answer(value: object) -> None:
            pickle.dump(value, answers)
            answers.flush()

        try:
            answer(read(sys.stdin.buffer.read(), answer))
        except ImportRefused as refusal:
            answer((refusal.message, refusal.remedy))
