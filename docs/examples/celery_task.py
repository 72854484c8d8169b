"""A Celery task that looks a file up; what may pass is tried again when the service says.

celery -A celery_task worker
"""

from celery import Celery, Task

from vt_sdk import NotFoundError, QuotaExceededError, TransportError, VirusTotal

app = Celery("reputation")
vt = VirusTotal()  # picks the key up from VT_API_KEY; safe to share among threads and forks


@app.task(bind=True, max_retries=5)
def detections(self: "Task[[str], int | None]", sha256: str) -> int | None:
    """Return how many engines call a file malicious, None where nobody has sent it."""
    try:
        return vt.files.get_report(sha256).stats.malicious
    except NotFoundError:
        return None
    except QuotaExceededError as error:
        raise self.retry(exc=error, eta=error.resets_at) from error
    except TransportError as error:
        raise self.retry(exc=error, countdown=10) from error
