import os
import re
import socket
import time
from threading import Thread

import pytest

from index.errors import IndexingError, IndexLocked
from index.library import Library
from index.load import find_files
from index.lock import writer_lock
from index.search import Retriever
from tests.index.fakes import WordHashEncoder, write
from tests.index.test_sync_kill import kill, started

HOLD = """
import sys, time
from pathlib import Path
from index.lock import writer_lock
with writer_lock(Path(sys.argv[1]), wait=0):
    print("opened", flush=True)
    time.sleep(float(sys.argv[2]))
"""

WRITE_SLOWLY = """
import sys, time
from index.library import Library
from tests.index.fakes import WordHashEncoder
library = Library.open(sys.argv[1], encoder=WordHashEncoder())
with library.store.writing() as transaction:
    transaction.remove("dam")
    print("opened", flush=True)
    time.sleep(60)
"""


def test_a_second_writer_is_told_which_process_writes(tmp_path):
    process = started(HOLD, tmp_path, 60)
    try:
        with (
            pytest.raises(IndexLocked, match="wait until it is done, or stop it") as caught,
            writer_lock(tmp_path, wait=0),
        ):
            pass
        assert f"process {process.pid} on {socket.gethostname()} since 20" in str(caught.value)
        assert "\n" not in str(caught.value)
    finally:
        kill(process)
    with writer_lock(tmp_path, wait=0):  # A killed writer leaves no lock behind.
        pass


def test_a_second_writer_waits_its_turn(tmp_path, folder):
    write(folder / "dam.txt", "The dam held.")
    library = Library.open(tmp_path / "index", encoder=WordHashEncoder())
    process = started(HOLD, tmp_path / "index", 0.4)
    start = time.monotonic()
    assert library.sync(folder, wait=30).added == ("dam",)
    assert time.monotonic() - start > 0.1
    kill(process)


def test_two_threads_of_one_process_write_one_after_the_other(tmp_path, folder):
    folders = [folder / str(number) for number in range(4)]
    for one in folders:
        write(one / "dam.txt", f"The dam {one.name} held.")
    library = Library.open(tmp_path / "index", encoder=WordHashEncoder(pause=0.05))
    threads = [Thread(target=library.sync, args=(one,)) for one in folders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(library.sources()) == 4
    with writer_lock(tmp_path / "index", wait=0):
        with pytest.raises(IndexLocked, match=f"process {os.getpid()} "):
            library.sync(folder / "0", wait=0)
        library.close()


def test_a_lock_is_let_go_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError), writer_lock(tmp_path, wait=0):
        raise ZeroDivisionError
    with writer_lock(tmp_path, wait=0):
        assert find_files(tmp_path).files == ()  # Its own files are no articles.


def test_a_folder_that_takes_no_lock_is_an_error_with_the_remedy(tmp_path):
    gone = tmp_path / "file"
    gone.write_text("")
    told = re.escape(f"{gone} cannot be written")
    with pytest.raises(IndexingError, match=told), writer_lock(gone, wait=0):
        pass


def test_readers_in_other_processes_do_not_wait_for_a_writer(tmp_path, folder):
    write(folder / "dam.txt", "The dam at Arden held.")
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        library.sync(folder)
        process = started(WRITE_SLOWLY, tmp_path / "index")
        try:
            start = time.monotonic()
            assert [p.article.id for p in Retriever(library).search("dam Arden")] == ["dam"]
            with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as other:
                assert other.article("dam")
            assert time.monotonic() - start < 5
        finally:
            kill(process)


SYNC = """
import sys
from index.library import Library
from tests.index.fakes import WordHashEncoder
Library.open(sys.argv[1], encoder=WordHashEncoder()).sync(sys.argv[2])
print("opened", flush=True)
"""


def test_readers_see_what_another_process_synced_at_their_next_search(tmp_path, folder):
    write(folder / "dam.txt", "The dam at Arden held.")
    with Library.open(tmp_path / "index", encoder=WordHashEncoder()) as library:
        library.sync(folder)
        retriever = Retriever(library)
        assert len(retriever.search("ferry Birch dam")) == 1
        write(folder / "ferry.txt", "The ferry sank at Birch.")
        kill(started(SYNC, tmp_path / "index", folder))
        assert retriever.search("ferry Birch")[0].article.id == "ferry"
        (folder / "ferry.txt").unlink()
        kill(started(SYNC, tmp_path / "index", folder))
        assert [p.article.id for p in retriever.search("ferry Birch")] == ["dam"]
