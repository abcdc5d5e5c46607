import errno
import os
from pathlib import Path

import pytest

from index.errors import LoadError
from index.load import FORMATS, find_files, markdown, read_file, signature
from index.load import folder as folder_module


@pytest.fixture
def folder(tmp_path) -> Path:
    root = tmp_path / "news"
    root.mkdir()
    return root


def write(path: Path, text: str = "The dam holds.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_files(folder).files]


def problems(failures) -> dict[str, str]:
    assert len({f.where for f in failures}) == len(failures)
    return {failure.where: failure.reason for failure in failures}


def test_all_formats_are_found_below_the_folder_in_order_and_nothing_else(folder):
    for suffix in FORMATS:
        write(folder / "b" / f"x{suffix}")
    for name in ("a/2.txt", "a/1.TXT", "z.txt"):
        write(folder / name)
    for name in (".hidden.txt", ".git/x.txt", "x.txt~", "x.swp", "x.txt.part", "x.txt.crdownload",
                 "x.tmp", "~$x.txt", "x.pdf", "x", "sources.toml"):  # fmt: skip
        write(folder / name, "")
    listed = [f"b/x{suffix}" for suffix in sorted(FORMATS)]
    assert names(folder) == ["a/1.TXT", "a/2.txt", *listed, "z.txt"]
    assert find_files(folder).failures == ()


def test_an_id_is_the_path_below_the_folder_without_the_suffix(folder):
    path = write(folder / "2024" / "03.04" / "dam holds.txt")
    assert read_file(path, folder=folder).articles[0].id == "2024/03.04/dam holds"


def test_links_are_followed(folder, tmp_path):
    write(tmp_path / "archive" / "old.txt")
    (folder / "link").symlink_to(tmp_path / "archive")
    (folder / "file.txt").symlink_to(tmp_path / "archive" / "old.txt")
    assert names(folder) == ["file.txt", "link/old.txt"]


def test_links_that_loop_or_lead_back_are_told_once_and_not_followed(folder, tmp_path):
    write(folder / "sub" / "x.txt")
    (folder / "a_back").symlink_to(folder / "sub")
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "sub" / "above").symlink_to(tmp_path)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "lost.txt").symlink_to(folder / "gone.txt")
    found = find_files(folder)
    assert names(folder) == ["sub/x.txt"]
    told = problems(found.failures)
    assert set(told) == {"a_back", "sub/up", "sub/above", "self.txt", "lost.txt"}
    assert "read already" in told["a_back"]
    assert "leads nowhere" in told["lost.txt"]
    assert "leads back to itself" in told["self.txt"]


def test_a_folder_that_cannot_be_read_is_a_failure_and_the_others_are_read(folder, monkeypatch):
    write(folder / "closed" / "x.txt")
    write(folder / "open" / "y.txt")
    scandir = os.scandir

    def refuse(path):  # The tests may run as root, who may read everything.
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names(folder) == ["open/y.txt"]
    assert "permission" in problems(find_files(folder).failures)["closed"]


def test_the_folder_itself_must_be_one(folder):
    with pytest.raises(LoadError, match=r"nowhere does not exist; create it"):
        find_files(folder / "nowhere")
    with pytest.raises(LoadError, match=r"x\.txt is a file; name the folder"):
        find_files(write(folder / "x.txt"))


def test_a_file_name_that_is_not_unicode_is_a_failure(folder):
    try:
        (folder / os.fsdecode(b"caf\xe9.txt")).write_text("The dam holds.")
    except OSError:
        pytest.skip("this file system stores only Unicode names")
    found = find_files(folder)
    assert found.files == ()
    assert problems(found.failures) == {"caf\\udce9.txt": "has a name that is not UTF-8; rename it"}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.txt", b"", "holds no text"),
        ("x.txt", b" \n\t\n", "holds no text"),
        ("x.md", b"---\ntitle: Dam\n---\n", "holds no text"),
        ("x.json", b"", "holds no text"),
        ("x.jsonl", b"\n\n", "holds no text"),
        ("x.html", b"", "no"),
        ("x.txt", b"GIF89a\x00\x01", "zero bytes"),
        ("x.txt", b"caf\xe9", "encoding"),
        ("x.pdf", b"%PDF", ".txt, .md, .markdown, .html, .htm, .json, .jsonl"),
    ],
)
def test_a_bad_file_is_one_failure_in_one_line(folder, name, content, reason):
    path = folder / name
    path.write_bytes(content)
    loaded = read_file(path, folder=folder)
    assert loaded.articles == ()
    (failure,) = loaded.failures
    assert failure.where == name
    assert reason in failure.reason
    assert "\n" not in failure.reason


def test_a_file_over_the_limit_is_refused_before_it_is_read(folder, monkeypatch):
    path = folder / "x.txt"
    path.write_bytes(b"The dam holds. " * 1_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    (failure,) = read_file(path, folder=folder).failures
    assert failure.reason.startswith("is 15.0 MB; the limit is 8.0 MB: split it")


def test_files_that_are_gone_closed_pipes_or_folders_are_failures(folder, monkeypatch):
    def reason(path):
        (failure,) = read_file(path, folder=folder).failures
        return failure.reason

    assert "is gone" in reason(folder / "gone.txt")
    (folder / "folder.txt").mkdir()
    assert "not a regular file" in reason(folder / "folder.txt")
    os.mkfifo(folder / "pipe.txt")
    assert "not a regular file" in reason(folder / "pipe.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    assert "leads back to itself" in reason(folder / "loop.txt")

    def refuse(path, *_):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    closed = write(folder / "closed.txt")
    monkeypatch.setattr(Path, "open", refuse)
    assert "permission" in reason(closed)


def test_a_fault_of_a_parser_is_a_failure_of_its_file_alone(folder, monkeypatch):
    def crash(_tokens):
        raise AssertionError("odd\nstate")

    monkeypatch.setattr(markdown, "plain", crash)
    (failure,) = read_file(write(folder / "x.md"), folder=folder).failures
    assert failure.reason.startswith("cannot be read (AssertionError: odd state)")


def test_a_signature_changes_with_the_file_and_with_each_sources_toml_above_it(folder):
    path = write(folder / "a" / "x.txt")
    marks = [signature(path, folder)]
    assert marks[0] == signature(path, folder)
    write(path, "The dam holds!")
    marks.append(signature(path, folder))
    for place in (folder / "sources.toml", folder / "a" / "sources.toml"):
        write(place, "")
        marks.append(signature(path, folder))
    write(folder / "sources.toml", '["a/x"]\ntitle = "Dam"')
    marks.append(signature(path, folder))
    path.unlink()
    marks.append(signature(path, folder))
    assert len(set(marks)) == 6


def test_a_signature_changes_when_another_file_of_the_same_size_and_time_takes_its_place(folder):
    path, other = write(folder / "x.txt", "one"), write(folder / "y.txt", "two")
    before = signature(path, folder)
    status = path.stat()
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)
    assert signature(path, folder) != before


def test_a_signature_changes_with_the_version_of_the_loader(folder, monkeypatch):
    path = write(folder / "x.txt")
    before = signature(path, folder)
    monkeypatch.setattr(folder_module, "LOADER_VERSION", -1)
    assert signature(path, folder) != before
    assert signature(path, folder).split("|")[1:] == before.split("|")[1:]
