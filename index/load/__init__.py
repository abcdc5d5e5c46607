"""Files and web addresses -> articles. Uses the network only in `read_url`.

Bad input is never an exception here but a line in what is returned: what is wrong and what to do.
"""

from index.load.file import iter_file, read_file
from index.load.folder import LOADER_VERSION, find_files, signature
from index.load.formats import FORMATS
from index.load.records import MAX_CHARACTERS, Found, Loaded
from index.load.save import save_article, save_upload
from index.load.sources import FILE_NAME as SOURCES_FILE
from index.load.sources import example_questions
from index.load.web import read_url

__all__ = [
    "FORMATS",
    "LOADER_VERSION",
    "MAX_CHARACTERS",
    "SOURCES_FILE",
    "Found",
    "Loaded",
    "example_questions",
    "find_files",
    "iter_file",
    "read_file",
    "read_url",
    "save_article",
    "save_upload",
    "signature",
]
