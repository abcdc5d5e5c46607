"""A library and an assistant that know the three newspapers of stories.py by heart."""

import json
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from index.errors import LoadError, UnknownArticle
from index.models import Article, Failure, Progress, Source, SyncReport
from qa.models import Answer
from tests.ui import stories


class FolderLibrary:
    """Reads .json files of its one folder: title, publisher and text; nothing is embedded."""

    comparer = None

    def __init__(self, folder: Path, articles: Sequence[Article] = ()):
        self.folder = folder
        self.articles: dict[str, Article] = {}
        self.failed: tuple[Failure, ...] = ()
        for article in articles:
            path = folder / f"{article.id}.json"
            path.write_text(article.model_dump_json(exclude={"id"}), encoding="utf-8")
        self.sync(folder)

    def sync(
        self,
        folder: Path,
        *,
        compare: bool = True,
        progress: Callable[[Progress], None] | None = None,
    ) -> SyncReport:
        if not Path(folder).is_dir():
            raise LoadError(f"{folder} is not a folder; make it, or name another one")
        before, now, failed = set(self.articles), {}, []
        files = sorted(Path(folder).glob("*.json"))
        for number, path in enumerate(files, start=1):
            try:
                now[path.stem] = Article(id=path.stem, **json.loads(path.read_text("utf-8")))
            except ValueError:
                failed.append(Failure(where=path.name, reason="is not an article"))
            if progress:
                progress(Progress(stage="indexing", done=number, total=len(files), articles=number))
        self.articles, self.failed = now, tuple(failed)
        return SyncReport(
            added=tuple(set(now) - before),
            removed=tuple(before - set(now)),
            unchanged=tuple(before & set(now)),
            failed=self.failed,
        )

    def article(self, article_id: str) -> Article:
        if article_id not in self.articles:
            raise UnknownArticle(f"there is no article {article_id!r}")
        return self.articles[article_id]

    def sources(self) -> tuple[Source, ...]:
        return tuple(
            Source(
                **article.model_dump(exclude={"text"}),
                passages=1,
                folder=str(self.folder),
                file=f"{article.id}.json",
            )
            for article in self.articles.values()
        )

    def folders(self) -> tuple[Path, ...]:
        return (self.folder.resolve(),)

    def failures(self) -> tuple[Failure, ...]:
        return self.failed


class ScriptedAssistant:
    """Answers by a word of the question; raises what it is given in place of an answer."""

    def __init__(self, script: dict[str, Answer | Exception] | None = None):
        self.script = script or {
            "injured": stories.disputed(),
            "sail": stories.agreed(),
        }
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self.done_without: list[tuple[str, ...] | None] = []  # None: without any filter.

    def ask(
        self,
        question: str,
        history: Sequence[Answer] = (),
        *,
        without: Collection[str] = (),
        filtered: bool = True,
    ) -> Answer:
        self.asked.append((question, tuple(a.question for a in history)))
        self.done_without.append(tuple(without) if filtered else None)
        if question == stories.FILTERED:
            words = (stories.HARBOUR_ONLY.words, stories.SINCE_MARCH.words)
            gone = without if filtered else words
            return stories.filtered(*("removed" if one in gone else "applied" for one in words))
        for word, said in self.script.items():
            if word in question:
                if isinstance(said, Exception):
                    raise said
                return said
        return stories.declined(question)
