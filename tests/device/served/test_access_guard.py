"""The door without a server: addresses that work once."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.types import Receive, Scope, Send

from aya_companion.device.served.access_guard import AccessGuard

PORT = 8550


async def behind(_scope: Scope, _receive: Receive, send: Send) -> None:
    """The app behind the door: says yes."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"yes"})


def status(door: AccessGuard, address: str) -> int:
    """What the door answers to a browser that opens the address."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "query_string": address.partition("?")[2].encode(),
        "headers": [(b"host", f"127.0.0.1:{PORT}".encode())],
    }
    asyncio.run(door(scope, receive, send))
    return int(sent[0]["status"])


def test_the_address_for_once_opens_the_app_once() -> None:
    door = AccessGuard(behind, PORT)
    address = door.address_for_once()
    assert status(door, address) == 200
    assert status(door, address) == 403


def test_a_new_address_for_once_takes_the_place_of_the_last() -> None:
    door = AccessGuard(behind, PORT)
    earlier, later = door.address_for_once(), door.address_for_once()
    assert status(door, earlier) == 403
    assert status(door, later) == 200


def test_the_printed_address_opens_the_app_again_and_again() -> None:
    door = AccessGuard(behind, PORT)
    door.address_for_once()
    assert status(door, door.address) == 200
    assert status(door, door.address) == 200


def test_an_empty_token_opens_nothing() -> None:
    door = AccessGuard(behind, PORT)
    status(door, door.address_for_once())
    assert status(door, "/?token=") == 403
    assert status(door, "/") == 403
