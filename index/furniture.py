"""Page furniture: the lines of a page that are no part of its article.

A sentence that is furniture is never put into a chunk, so it is never found and never quoted. The
patterns match whole sentences or lines: an article may well say "Share prices fell" or "Back in
2019". They are general; to add one, add an article line that must stay to the tests as well.
"""

import re

LONGEST = 220  # characters; furniture is short, and what is longer is worth keeping if in doubt

_PATTERNS = (
    # Navigation
    r"(?:back|menu|home|close|search|skip|next|previous|prev|more|print|loading|share|save|login)",
    r"(?:back|return|scroll|jump|skip) to (?:the )?"
    r"(?:top|home(?:page)?|(?:main )?content|navigation)",
    r"(?:table of )?contents",
    r"(?:show|load|view|see|read|hide) (?:more|less|all|full (?:story|article|bio))(?: .{0,40})?",
    r"(?:continue|keep) reading(?: .{0,60})?",
    r"(?:click|tap) (?:here|below|(?:on )?the link)\b.{0,100}",
    # Other articles
    r"(?:you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in)|more for you)\b.{0,80}",
    r"(?:also )?(?:read|see|watch|listen)(?: also| more| next| now| on)?\s*[:|>»].{0,160}",
    r"(?:related|recommended|popular|trending|latest|top|featured|more)(?: \w+){0,2} "
    r"(?:articles?|stories|story|posts?|news|reading|videos?|content|topics|coverage|links?)\W*",
    r"(?:related|recommended|trending|most read|most popular|editor'?s'? picks?)\s*:?",
    r"don[’']t miss\s*:.{0,120}",
    r"(?:learn|find out) more(?: (?:about|on|here|at|in)\b.{0,80})?",
    # Comments and sharing
    r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)s?\b.{0,60}",
    r"(?:view|show|hide|join|read|all)? ?(?:the )?comments?\s*(?:\(\s*\d*\s*\))?",
    r"no comments(?: yet)?",
    r"\d+ (?:comments?|shares?|likes?|views?|replies)",
    r"(?:share|leave|post|tell us|let us know|drop|join|weigh in)"
    r"(?: (?:us|in|on|below|here|your|a|the|what)\b.{0,60})? "
    r"(?:comments?|discussion|conversation)(?: (?:section|box|thread))?(?: below| here)?",
    r"(?:tell us|let us know) (?:what you think|your thoughts|in the comments).{0,60}",
    r"share (?:this|on|via|the|with)(?: \w+){0,2}"
    r"(?: (?:article|story|post|page|facebook|twitter|x|linkedin|whatsapp|email|link|friends))?",
    r"(?:share|tweet|pin|email|whatsapp|facebook|twitter|linkedin|reddit|pinterest|telegram"
    r"|copy link|flipboard|\W)+",
    r"(?:follow|like|find|join|connect with) (?:us|me|our \w+)"
    r"(?: (?:on|at|via|for|here|today|now)\b.{0,100})?",
    # Newsletters, accounts, advertising
    r"sign (?:up|in)\b(?: (?:for|to|here|now|below|with|or)\b.{0,140})?",
    r"subscribe(?:r only| now| today| here"
    r"| to (?:our|the|my|this|receive|get|read|continue)\b.{0,140})?",
    r"(?:get|receive) (?:our|the) .{0,80}\b(?:newsletter|inbox|alerts?)\b.{0,60}",
    r"(?:already a (?:subscriber|member)\b.{0,60}|log ?in|register(?: now| here)?)",
    r"(?:download|get) (?:our|the) (?:\w+ )?app\b.{0,80}",
    r"(?:advertisements?|sponsored(?: content| by .{0,60})?|promoted|ad|article continues below"
    r"(?: advertisement)?|story continues(?: below)?(?: advertisement)?)",
    # Cookies, rights, disclaimers
    r"(?:.{0,80}\b)?(?:we|(?:this|our) (?:(?:web)?site|page)) uses? cookies\b.{0,160}",
    r"(?:accept|manage|reject)(?: all)? cookies.{0,60}",
    r"(?:cookie|privacy) (?:policy|notice|settings|preferences)",
    r"by (?:continuing|clicking|using|signing|subscribing).{0,160}"
    r"\b(?:cookies|agree|consent|terms)\b.{0,80}",
    r"(?:©|(?:copyright )?\(?c\) ?\d{4}|copyright (?:©|\d{4}|by\b)).{0,160}",
    r".{0,100}\ball rights reserved\b.{0,60}",
    r"(?:this|the) (?:article|content|post|material|information)\b.{0,80}"
    r"\b(?:informational|educational|entertainment) purposes only\b.{0,120}",
    r"(?:this|it)\b.{0,60}\b(?:not|no) (?:constitute |intended as |be considered )?"
    r"(?:investment|financial|legal|trading) advice\b.{0,60}",
    r"read our (?:editorial |privacy |comment )?"
    r"(?:standards|policy|policies|guidelines|terms).{0,60}",
    r"(?:terms|conditions) (?:of (?:use|service)|and conditions)(?: apply)?",
    r"(?:this article|this post|we) (?:may )?(?:contains?|earn|receive)s? .{0,40}"
    r"\b(?:affiliate|commission)\b.{0,120}",
)
_FURNITURE = re.compile(rf"\(?(?:{'|'.join(_PATTERNS)})\s*[.!…>»→)]*", re.IGNORECASE)


def is_furniture(sentence: str) -> bool:
    """Return whether this whole sentence or line belongs to the page rather than to the article.

    >>> is_furniture("Share your comments below."), is_furniture("Share prices fell below $5.")
    (True, False)
    """
    trimmed = sentence.strip(" \t\n\r*#-–—•·|[]")
    return len(trimmed) <= LONGEST and (not trimmed or _FURNITURE.fullmatch(trimmed) is not None)
