"""A draft and what is written down about it -> an article, or the reason why there is none."""

from collections.abc import Mapping
from datetime import date

from pydantic import HttpUrl, TypeAdapter, ValidationError

from index.load.dates import read_date
from index.load.fields import REPLACEMENT, storable, tidy
from index.load.records import MAX_CHARACTERS, Draft, Loaded
from index.load.titles import shorten, title_of
from index.models import UNKNOWN_PUBLISHER, Article, Failure

_URL: TypeAdapter[HttpUrl] = TypeAdapter(HttpUrl)
_LONGEST_FIELD = 300  # characters of a title or name; what is longer is not one
_SHOWN = 100  # characters of a bad value in a message


def build(draft: Draft, *, id: str, where: str, known: Mapping[str, str]) -> Loaded:  # noqa: A002
    """Check a draft and make its article; `where` names it in failures and warnings.

    `known` (from `sources.toml`) wins over what the file says: somebody wrote it down by hand for
    this very article, while a page's own tags are filled in by software, and often wrongly.
    """
    stated = _normal(draft.text)
    text = storable(stated)
    warnings = list(draft.warnings)
    if refused := refusal(text):
        return Loaded(failures=(Failure(where=where, reason=refused),))
    if lost := text.count(REPLACEMENT) - stated.count(REPLACEMENT):
        warnings.append(f"{lost} characters of the text are broken and shown as �; mend them")
    said = {**draft.said, **known}
    article = Article(
        id=id,
        text=text,
        title=_name(said.get("title")) or title_of(text),
        publisher=_name(said.get("publisher")) or UNKNOWN_PUBLISHER,
        author=_name(said.get("author")),
        published=_date(said.get("published"), warnings),
        url=_url(said.get("url"), warnings),
        origin=_name(said.get("origin")),
    )
    lines = tuple(Failure(where=where, reason=reason) for reason in warnings)
    return Loaded(articles=(article,), warnings=lines)


def refusal(text: str) -> str | None:
    """Return why a text cannot be an article's, or None when it can."""
    if not text.strip():
        return "holds no text; write the article into it, or remove it"
    if len(text) > MAX_CHARACTERS:
        return (
            f"holds {len(text):,} characters; an article may hold {MAX_CHARACTERS:,}: split it, "
            "or save its articles as a .jsonl file, one a line"
        )
    return None


def _normal(text: str) -> str:
    r"""Return the text with \n as its line ends and without a byte-order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _name(value: object) -> str | None:
    name = tidy(value)
    return shorten(name, _LONGEST_FIELD) if name else None


def _date(value: object, warnings: list[str]) -> date | None:
    if value is None:
        return None
    try:
        return read_date(value)
    except ValueError as error:
        warnings.append(f"published {storable(str(error))}")
        return None


def _url(value: object, warnings: list[str]) -> HttpUrl | None:
    if value is None:
        return None
    try:
        return _URL.validate_python(value.strip() if isinstance(value, str) else value)
    except ValidationError:
        shown = storable(shorten(" ".join(str(value).split()), _SHOWN))
        warnings.append(f"url {shown!r} is no http or https address; copy it whole")
        return None
