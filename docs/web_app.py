# pyright: strict
"""An app around the library: people send their exports and mails, and ask whom to talk to next.

    pip install "netzwerkwandel[all]" fastapi uvicorn psycopg-pool
    DATABASE=postgresql://... uvicorn web_app:app

FastAPI runs each of these functions in a thread. A storage is opened for each request and for the
person who asks, and borrows a connection of the pool. Who somebody is (``me``) is the business of
the app's sign-in, which is left out here.
"""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import psycopg_pool
from fastapi import Body, Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse

import netzwerkwandel as nw
from netzwerkwandel.recommending.documents import RecommendationDocument
from netzwerkwandel.storage.postgres import PostgresStorage


LOG = logging.getLogger("web_app")

# A pooler may stand before the database, so no statement is prepared.
SETTINGS = {"prepare_threshold": None}

Listed = dict[str, list[RecommendationDocument]]

Upload = Annotated[bytes, Body(media_type="application/octet-stream")]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    """Keep a pool of connections as long as the app runs."""
    url = os.environ["DATABASE"]
    with psycopg_pool.ConnectionPool(
        url, kwargs=SETTINGS, min_size=1, max_size=8, open=True
    ) as pool:
        app.state.pool = pool
        yield


app = FastAPI(title="Whom to talk to next", lifespan=lifespan)


def storage_of(me: str, request: Request) -> Generator[PostgresStorage]:
    """Open the records of the person who asks."""
    with PostgresStorage(request.app.state.pool, owner=me, timeout=5) as storage:
        yield storage


Mine = Annotated[PostgresStorage, Depends(storage_of)]


@app.exception_handler(nw.StorageConnectionError)
@app.exception_handler(nw.StorageBusyError)
def try_again(request: Request, error: Exception) -> JSONResponse:
    """Say that asking again may help; the text of an error names nobody, so that it is logged."""
    LOG.warning("%s: %s", request.method, error)
    return JSONResponse({"detail": "please try again"}, 503, {"Retry-After": "1"})


def read(data: bytes, name: str, me: str) -> nw.Records:
    """Read one file that was sent, of a kind that its content tells."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            return nw.read_exports(path, me=[me], as_of=datetime.now(UTC))
        except nw.ExportFormatError as error:
            raise HTTPException(422, error.reason) from error


def list_of(storage: PostgresStorage, n: int = 5) -> Listed:
    """Whom to talk to next, for a browser: people have ids there, and no addresses.

    The ids are the same in each answer, whichever process gives it, and nobody can make one.
    """
    records = storage.load()
    if records.me is None:
        return {"picks": []}
    network = nw.Network.from_records(records, as_of=datetime.now(UTC))
    picks = nw.recommend(network, n=n)
    return {"picks": picks.to_dicts(secret=storage.secret())}


@app.post("/{me}/exports")
def add_export(me: str, storage: Mine, data: Upload) -> dict[str, str]:
    """Add an export, and say what is new in it."""
    return {"news": storage.save(read(data, "export", me)).explain()}


@app.post("/{me}/mails")
def add_mail(me: str, storage: Mine, data: Upload) -> Listed:
    """Add one new mail, and give the next list."""
    storage.save(read(data, "mail.eml", me))
    return list_of(storage)


@app.get("/{me}/list")  # noqa: FAST003 (the storage is hers)
def next_list(storage: Mine) -> Listed:
    """Give the list as it is now."""
    return list_of(storage)


@app.get("/{me}/export")
def take_along(me: str, storage: Mine) -> Response:
    """Give everything that is known, as one document to take along."""
    return Response(nw.export_json(storage.load(), owner=me), media_type="application/json")


@app.delete("/{me}/people/{who}", status_code=204)  # noqa: FAST003 (the storage is hers)
def forget(storage: Mine, who: str) -> None:
    """Forget a third person who asks for it, by an address, a number, a name or any key."""
    try:
        storage.forget(who)
    except nw.NotFoundError as error:
        raise HTTPException(404, str(error)) from error
    except nw.InvalidArgumentError as error:  # several bear that name, or she is the owner
        raise HTTPException(409, str(error)) from error


@app.delete("/{me}", status_code=204)  # noqa: FAST003 (the storage is hers)
def leave(storage: Mine) -> None:
    """Remove everything of the person who asks, her name as well."""
    storage.clear()
