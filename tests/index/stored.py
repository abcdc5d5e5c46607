"""Three articles, and a store with them."""

from datetime import date

from index.chunk import split
from index.models import Article
from index.store import FileEntry, Where
from index.words import any_of
from tests.index.fakes import WordHashEncoder

ENCODER = WordHashEncoder()
DAM = Article(
    id="dam",
    title="Dam holds",
    publisher="The Ärdener Bote",
    published=date(2024, 3, 4),
    text="The dam at Arden held.\nWhat next\nRepairs begin on Monday.",
)
FERRY = Article(
    id="ferry",
    title="Ferry sinks",
    publisher="Ferry Post",
    published=date(2024, 3, 6),
    text="The ferry sank at Birch.",
)
MILL = Article(id="mill", title="Mill burns", text="The mill burned down.")


def put(transaction, article, *, folder="news", file=None, digest="1"):
    file = file or f"{article.id}.txt"
    entry = FileEntry(folder=folder, file=file, own_id=article.id, digest=digest)
    chunks = split(article)
    vectors = ENCODER.encode([chunk.text for chunk in chunks])
    digests = [chunk.text.encode() for chunk in chunks]
    transaction.put(article, entry, chunks, list(zip(digests, vectors, strict=True)))


def filled(store):
    with store.writing() as transaction:
        for article in (DAM, FERRY, MILL):
            put(transaction, article)
            transaction.finish_file("news", f"{article.id}.txt", "mark", [])
    return store


def texts(snapshot, keys):
    """The words of these chunks, by their articles and spans."""
    found = snapshot.chunks([int(key) for key in keys])
    return [chunk.span.of(snapshot.article(chunk.article_id).text) for chunk in found]


def found_by(snapshot, *words, where=None, limit=10):
    return texts(snapshot, snapshot.match(any_of(words), limit=limit, where=where or Where()))
