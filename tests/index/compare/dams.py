"""Articles that differ in a year, and what is said of it."""

DAM = "The Arden dam opened in 1931."
GUIDE = "A guide says that the Arden dam was opened in 1934."
FERRY = "The ferry Astrid was built in 1998."
WRECK = "The Astrid was built in 1989, the yard said."


def said(library, findings) -> list[set[str]]:
    """The words of both sides of each finding."""
    return [
        {side.span.of(library.article(side.article_id).text) for side in finding.sides}
        for finding in findings
    ]
