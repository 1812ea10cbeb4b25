"""What systemd wants to hear of a service of Type=notify (sd_notify(3)); silent where nobody listens."""

import os


def notify(*said: str) -> None:
    """Tell the service manager something: `READY=1`, `STATUS=…`. A manager that does not answer stops nothing."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return
    import socket

    name = "\0" + address[1:] if address[0] == "@" else address
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.settimeout(1)
            line.connect(name)
            line.send("\n".join(said).encode())
    except OSError:
        return


def watchdog() -> float | None:
    """Return how many seconds apart `WATCHDOG=1` is to be sent: half of what the manager waits, or nothing."""
    length = os.environ.get("WATCHDOG_USEC", "")
    mine = os.environ.get("WATCHDOG_PID", "") in ("", str(os.getpid()))
    return int(length) / 2_000_000 if mine and length.isdecimal() and int(length) else None
