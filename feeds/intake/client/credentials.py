"""A source's user and password: from the environment or a command, never from the configuration, never in a message."""

import asyncio
import os
import shlex
from collections.abc import Mapping

from feeds.intake.client.faults import FetchError
from feeds.intake.client.fetch import basic
from feeds.programs import run

PATIENCE = 10.0
"""Seconds for a password command: long enough for a keyring that is open, too short for one that asks."""


async def authorization(options: Mapping[str, str]) -> bytes | None:
    """Return the Authorization header of a source's options, or nothing where it names no user.

    `password_env` names an environment variable, `password_command` a command whose first line of output it is.
    Raises `FetchError` where neither gives one; no message holds what they gave.
    """
    user = options.get("user")
    if not user:
        return None
    if name := options.get("password_env"):
        password = os.environ.get(name)
        if password is None:
            raise FetchError(f"its password_env names {name}, which is not set")
        return basic(user, password)
    if command := options.get("password_command"):
        return basic(user, await _said(command))
    return basic(user, "")


async def _said(command: str) -> str:
    try:
        async with asyncio.timeout(PATIENCE):
            ran = await run(shlex.split(command))
    except TimeoutError as error:
        raise FetchError(f"its password_command took longer than {PATIENCE:.0f} s") from error
    except (OSError, ValueError, IndexError, TypeError) as error:
        raise FetchError("its password_command cannot be run") from error
    if ran.code:
        raise FetchError(f"its password_command failed (exit {ran.code})")
    return ran.first.decode("utf-8", "replace").partition("\n")[0].rstrip("\r")
