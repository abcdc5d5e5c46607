"""What can go wrong below the answers. Every message says what happened and what to do.

CrosscheckError            caught at the doors (ui) and shown as one line
|-- IndexingError          the index cannot be made, opened or written
|   |-- EncoderMismatch    it was built with another encoder
|   |-- FormatMismatch     it was built by another version of Crosscheck
|   `-- IndexLocked        another process is writing to it
|-- LoadError              a file, folder or web address cannot be read as articles
`-- UnknownArticle         no article has this id
"""


class CrosscheckError(Exception):
    """An error with a message for a person: what happened, and what to do."""


class IndexingError(CrosscheckError):
    """The index cannot be made, opened or written."""


class EncoderMismatch(IndexingError):
    """The index was built with another encoder than the one it is opened with."""


class FormatMismatch(IndexingError):
    """The index was built by a version of Crosscheck that lays it out in another way."""


class IndexLocked(IndexingError):
    """Another process is writing to the index."""


class LoadError(CrosscheckError):
    """A file, folder or web address cannot be read as articles."""


class UnknownArticle(CrosscheckError):
    """No article in the index has this id."""
