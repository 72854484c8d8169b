"""Tell a chat about files that match Livehunt rules, each once.

    python hunt_to_webhook.py https://chat.example/hook

Run it every few minutes, by cron or a timer. Needs a key with Livehunt.
"""

import sys

import requests

from vt_sdk import Checkpoint, VirusTotal


def main(hook: str, place: str = "notifications.json") -> int:
    """Post what came since the last run, the oldest first; return how much it was."""
    vt = VirusTotal()
    checkpoint = Checkpoint(place, "livehunt notifications")
    last = checkpoint.read()
    fresh = []
    for notification in vt.livehunt.get_notifications(limit=40).iter_all(max_items=400):
        if notification.id == last:
            break
        fresh.append(notification)
    for notification in reversed(fresh):
        found = notification.attributes
        text = f"{found.rule_name} matches a file at {found.date:%Y-%m-%d %H:%M}"
        requests.post(hook, json={"text": text}, timeout=30).raise_for_status()
        checkpoint.write(notification.id)  # what was told is not told again
    return len(fresh)


if __name__ == "__main__":
    print("new matches:", main(*sys.argv[1:]))
