"""Follow the feed of files into an SQLite database, without a gap over restarts.

    python feed_to_sqlite.py files.db [MOST]

It goes on for ever, or until it has read so many files. Needs a key with the feed.
"""

import sqlite3
import sys
from contextlib import closing
from itertools import islice

from vt_sdk import VirusTotal

TABLES = """
create table if not exists files (sha256 text primary key, type text, size int, malicious int);
create table if not exists place (cursor text);
"""


def main(database: str, most: int | None = None) -> int:
    """Keep the files of the feed, and how far it was read, in one transaction for each."""
    vt = VirusTotal()
    with closing(sqlite3.connect(database)) as db:
        db.executescript(TABLES)
        kept = db.execute("select cursor from place").fetchone()
        with vt.feeds.iter_files(cursor=kept[0] if kept else None) as feed:
            for file in islice(feed, most):
                found = file.attributes
                row = (file.id, found.type_description, found.size, file.stats.malicious)
                with db:
                    db.execute("insert or replace into files values (?, ?, ?, ?)", row)
                    db.execute("delete from place")
                    db.execute("insert into place values (?)", (feed.cursor,))
        (count,) = db.execute("select count(*) from files").fetchone()
        return int(count)


if __name__ == "__main__":
    print("files:", main(sys.argv[1], *map(int, sys.argv[2:])))
