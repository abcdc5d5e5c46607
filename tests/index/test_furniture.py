import time

import pytest

from index.furniture import is_furniture

FURNITURE = """
Leave a Comment
Share your comments below.
Leave your thoughts in the comments below
Comments ( 0 )
Comments (12)
View comments
No comments yet
Join the conversation
Let us know what you think in the comments!
You may also like
- You may also like
## Related articles
Read: the deal in full
Read our editorial standards.
We use cookies to improve your visit.
To help you, our website uses cookies.
This site uses cookies.
Accept all cookies
Share this article
Share on Facebook
Facebook | Twitter | LinkedIn
Follow us on X
Like our page
Back
Back to top
Advertisement
(Advertisement)
Sign up for our newsletter
Get the latest news in your inbox
(c) 2026 Reuters
© The Ferry Post
Copyright 2024 Bloomberg L.P.
All rights reserved.
This article is for informational purposes only and does not constitute investment advice.
* * *
""".strip().splitlines()

ARTICLE = """
Share prices fell
Share prices fell below $5.
Share prices fell after Powell's comments.
Back in 2019, the dam held.
Follow the money, he said.
Comments by the minister angered the crowd.
No comment.
Leave campaigners cheered his comments.
Post offices joined the discussion.
Like our ancestors, they built dams.
Like us, they fled.
Find me a better plan, he said.
Join me in the fight, she told the conference.
Copyright law was changed by parliament in 2020.
Meta said its website uses cookies to follow people around the web.
Sign in Chinese above the door.
Read my lips: no new taxes.
More than 40 people died.
The related party transactions were small.
""".strip().splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_what_belongs_to_the_page_is_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize("line", ARTICLE)
def test_what_an_article_says_is_not(line):
    assert not is_furniture(line)


def test_a_long_sentence_stays_when_in_doubt():
    assert is_furniture("Sign up for " + "a" * 40)
    assert not is_furniture("Share this article. " * 12)


LONG = ["=" * 219 + "x", "$ " * 109 + "x", "share" * 43 + "x", " x" * 100]


@pytest.mark.parametrize("text", LONG)
def test_no_line_takes_long_to_tell(text):
    start = time.perf_counter()
    is_furniture(text)
    assert time.perf_counter() - start < 0.5
