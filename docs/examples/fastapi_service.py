"""A web service that tells what VirusTotal thinks of anything: a hash, URL, domain or IP address.

uvicorn fastapi_service:app
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, HTTPException

from vt_sdk import AsyncVirusTotal, InvalidInputError, NotFoundError, RateLimitError
from vt_sdk.verdicts import Policy

vt = AsyncVirusTotal()
policy = Policy.default()


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    """Close the connections when the service ends."""
    async with vt:
        yield


app = FastAPI(lifespan=lifespan)


@app.get("/verdict")
async def verdict(indicator: str) -> dict[str, Any]:
    """Return the verdict on an indicator, defanged or not."""
    try:
        found = await vt.lookup(indicator)
    except NotFoundError:
        raise HTTPException(404, "nobody has sent this yet") from None
    except InvalidInputError as error:
        raise HTTPException(422, error.message) from None
    except RateLimitError as error:
        raise HTTPException(503, error.message) from None
    return {"type": found.type, "id": found.id, **policy.judge(found).to_dict()}
