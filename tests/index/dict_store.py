"""A store that needs no disk: what every store must do, in as few words as can be."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

import numpy as np

from index.errors import UnknownArticle
from index.models import Article, Finding, Place, Source
from index.store import FileEntry, StoredChunk, StoredFile, StoredText, Where


class _Tables:
    """One state of a DictStore; it is a snapshot and a transaction at once."""

    def __init__(self) -> None:
        self.generation = 0
        self.next_key = 1
        self._facts: dict[str, str] = {"identity": "dict"}
        self._folders: list[str] = []
        self._files: dict[tuple[str, str], tuple[str, tuple]] = {}
        self._articles: dict[str, tuple[Article, FileEntry]] = {}
        self._chunks: dict[int, tuple] = {}
        self._vectors: dict[bytes, np.ndarray] = {}
        self._compared: dict[str, str] = {}
        self._findings: dict[tuple[Place, Place], tuple[str, bytes, Finding]] = {}

    def fact(self, name):
        return self._facts.get(name)

    def article(self, article_id):
        if article_id not in self._articles:
            raise UnknownArticle(f"no article {article_id!r}")
        return self._articles[article_id][0]

    def sources(self):
        held = sorted(self._articles.values(), key=lambda pair: (pair[1].folder, pair[0].id))
        return tuple(
            Source(
                **article.model_dump(exclude={"text"}),
                folder=entry.folder,
                file=entry.file,
                passages=sum(chunk.article_id == article.id for chunk, _ in self._chunks.values()),
            )
            for article, entry in held
        )

    def publishers(self):
        held = [article for article, _ in self._articles.values()]
        return tuple(sorted({name for one in held for name in (one.publisher, one.origin) if name}))

    def article_folders(self):
        return {id_: entry.folder for id_, (_, entry) in self._articles.items()}

    def problems(self, folder, *, file=None):
        return tuple(
            problem
            for (its_folder, its_file), (_, problems) in sorted(self._files.items())
            if its_folder == folder and file in (None, its_file)
            for problem in problems
        )

    def folders(self):
        return tuple(self._folders)

    def files(self, folder):
        found: dict[str, tuple[str, dict]] = {
            file: (signature, {})
            for (its_folder, file), (signature, _) in self._files.items()
            if its_folder == folder
        }
        for id_, (_, entry) in self._articles.items():
            if entry.folder == folder:
                found.setdefault(entry.file, ("", {}))[1][entry.own_id] = id_
        return {file: StoredFile(*stored) for file, stored in found.items()}

    def entry(self, article_id):
        return self._articles[article_id][1] if article_id in self._articles else None

    def known_vectors(self, digests):
        return {digest: self._vectors[digest] for digest in digests if digest in self._vectors}

    def chunk_keys(self, where=None):
        kept = [key for key, (chunk, _) in self._chunks.items() if self._is_in(chunk, where)]
        return np.array(sorted(kept), dtype=np.int64)

    def _is_in(self, chunk, where: Where | None) -> bool:
        where = where or Where()
        article = self.article(chunk.article_id)
        own = {article.publisher.casefold(), (article.origin or "").casefold()}
        names = {name.casefold() for name in where.publishers} or own
        day = article.published
        return (
            not own.isdisjoint(names)
            and (where.since is None or (day is not None and day >= where.since))
            and (where.until is None or (day is not None and day <= where.until))
        )

    def vectors(self, keys):
        return np.stack([self._vectors[self._chunks[int(key)][1]] for key in keys])

    def match(self, words, *, limit, where):
        wanted = set(re.findall(r'"([^"]+)"', words))
        found = {}
        for key, (chunk, _) in self._chunks.items():
            shared = wanted & self._held(chunk)
            if shared and self._is_in(chunk, where):
                found[key] = float(len(shared))
        best = sorted(found, key=lambda key: (-found[key], key))[:limit]
        return {key: found[key] for key in best}

    def _held(self, chunk):
        article = self.article(chunk.article_id)
        held = f"{article.title} {article.publisher} {chunk.heading} {chunk.text}".casefold()
        return set(re.findall(r"\w+", held))

    def _known(self):
        return {word for chunk, _ in self._chunks.values() for word in self._held(chunk)}

    def unknown(self, words):
        return set(words) - self._known()

    def stems(self, beginning):
        return sorted(word for word in self._known() if word.startswith(beginning))

    def chunks(self, keys):
        return [
            StoredChunk(key, chunk.article_id, chunk.span, chunk.heading)
            for key in keys
            if key in self._chunks
            for chunk, _ in [self._chunks[key]]
        ]

    def texts(self, keys):
        held = {key: self._chunks[key][0] for key in keys if key in self._chunks}
        articles = {key: self.article(chunk.article_id) for key, chunk in held.items()}
        return {
            key: StoredText(chunk.text, articles[key].publisher, articles[key].published)
            for key, chunk in held.items()
        }

    def chunks_of(self, article_id):
        keys = [key for key, (chunk, _) in self._chunks.items() if chunk.article_id == article_id]
        return self.chunks(sorted(keys))

    def uncompared(self, name):
        return tuple(id_ for id_ in self._articles if self._compared.get(id_) != name)

    def findings(self, name, *, articles=None):
        found = [
            finding
            for comparer, _, finding in self._findings.values()
            if comparer == name
            and (articles is None or any(side.article_id in articles for side in finding.sides))
        ]
        return tuple(sorted(found, key=lambda finding: finding.rank))

    def finding_digests(self):
        return {digest for _, digest, _ in self._findings.values()}

    def once_found_with(self, article_id):
        found = {
            side.article_id
            for comparer, _, finding in self._findings.values()
            if comparer == "" and article_id in {side.article_id for side in finding.sides}
            for side in finding.sides
        }
        return tuple(id_ for id_ in self._articles if id_ in found - {article_id})

    def note_compared(self, article_id, name, findings):
        if article_id in self._articles:
            self._compared[article_id] = name
        self._drop_findings(article_id, unless=name)
        for digest, finding in findings:
            is_there = all(side.article_id in self._articles for side in finding.sides)
            _, _, before = self._findings.get(finding.sides, (None, None, None))
            if is_there and (before is None or finding.confidence > before.confidence):
                self._findings[finding.sides] = (name, digest, finding)

    def _drop_findings(self, article_id, *, unless=None):
        self._findings = {
            sides: held
            for sides, held in self._findings.items()
            if held[0] == unless or all(side.article_id != article_id for side in sides)
        }

    def note(self, name, value):
        self._facts[name] = value

    def put(self, article, entry, chunks, vectors):
        for sides, (_, digest, finding) in self._findings.items():
            if article.id in {side.article_id for side in sides}:
                self._findings[sides] = ("", digest, finding)  # As found by nobody.
        self._take_out(article.id)
        self._meet(entry.folder)
        self._articles[article.id] = (article, entry)
        for chunk, (digest, vector) in zip(chunks, vectors, strict=True):
            named = chunk.model_copy(update={"article_id": article.id})
            self._chunks[self.next_key] = (named, digest)
            self._vectors.setdefault(digest, vector)
            self.next_key += 1

    def remove(self, article_id):
        self._take_out(article_id)
        self._drop_findings(article_id)

    def _take_out(self, article_id):
        self._articles.pop(article_id, None)
        self._chunks = {k: c for k, c in self._chunks.items() if c[0].article_id != article_id}
        self._compared.pop(article_id, None)

    def finish_file(self, folder, file, signature, problems):
        self._meet(folder)
        self._files[folder, file] = (signature, tuple(problems))

    def forget_file(self, folder, file):
        self._files.pop((folder, file), None)

    def forget_folder(self, folder):
        for id_, (_, entry) in list(self._articles.items()):
            if entry.folder == folder:
                self.remove(id_)
        self._files = {place: file for place, file in self._files.items() if place[0] != folder}
        self._folders = [name for name in self._folders if name != folder]

    def drop_unused_vectors(self):
        used = {digest for _, digest in self._chunks.values()}
        self._vectors = {d: vector for d, vector in self._vectors.items() if d in used}

    def _meet(self, folder):
        if folder not in self._folders:
            self._folders.append(folder)


class DictStore:
    """Keeps everything in dicts; a transaction changes a copy that takes their place."""

    def __init__(self) -> None:
        self._tables = _Tables()

    @contextmanager
    def reading(self) -> Iterator[_Tables]:
        yield self._tables

    @contextmanager
    def writing(self) -> Iterator[_Tables]:
        tables = deepcopy(self._tables)
        yield tables
        tables.generation += 1
        self._tables = tables

    def close(self) -> None:
        pass
