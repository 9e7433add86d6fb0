"""How the lines of a page begin that are not the report's: one pattern a kind, and the most words of such a line.

A pattern is matched at the start of the line as a reader sees it, without regard to case.  None repeats a group that
repeats, so that the time grows with the line.
"""

from dataclasses import dataclass

URL = r"(?:https?://|www\.)\S+"
EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_NETWORK = (
    r"(?:facebook|twitter|x|instagram|whatsapp|telegram|youtube|linkedin|tiktok|threads|mastodon"
    r"|bluesky|reddit|flipboard|google news|apple news|social media)"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Lines that match `pattern` and have at most so many words."""

    pattern: str
    most_words: int


RULES = (
    # addresses
    Rule(r"(?:e-?mail|tel|telephone|phone|fax|web|website|twitter|source url|url|link)\s?:\s?\S+", 8),
    # ways around the page
    Rule(r"(?:skip|jump) to\b", 8),
    Rule(r"(?:back|return|go) to (?:top|home|homepage|the top|the homepage|main|all)\b", 8),
    Rule(r"(?:home|news|world|politics|sport|opinion|europe)\s?(?:[>»›/|][^>»›/|]{1,60}){1,8}$", 25),
    Rule(r"[^>»›.]{1,40}(?:[>»›][^>»›.]{1,60}){1,8}$", 20),
    Rule(
        r"(?:show|view|see|load|hide|expand|open|close|toggle) (?:all|more|less|menu|navigation|search"
        r"|image|gallery|full|the full)\b",
        8,
    ),
    Rule(r"(?:next|previous|prev|older|newer) (?:article|story|post|page|up|in)\b", 20),
    Rule(r"page \d{1,4} of \d{1,4}$", 4),
    # sharing
    Rule(
        r"(?:share|post|tweet|pin|send|save|print|copy|gift|bookmark|e-?mail)(?: (?:this|the|link|article"
        rf"|story|post|page|via|on|to|by|with|icon|options|friends?|an?|it|{_NETWORK})\b)*[.!…:]?$",
        8,
    ),
    Rule(r"share (?:this )?(?:on|via|by) [\w-]{2,20}$", 4),
    Rule(rf"(?:share|follow|find|like|join|connect)\b.{{0,60}}\b(?:on|via|with) {_NETWORK}\b", 20),
    Rule(r"(?:follow|like|contact|find|visit|join|connect with) us\b", 20),
    Rule(r"\d[\d.,]*[km]? (?:shares?|likes?|views?|retweets?|reactions?|comments?)\b.{0,20}$", 6),
    # comments
    Rule(r"comments?(?:\s?\(\d{1,6}\)|\s?:?\s?\d{1,6})?$", 3),
    Rule(
        r"(?:leave|post|add|view|show|load|join|hide|read|write|see)(?: \w+){0,3} (?:comments?"
        r"|conversation|discussion)\b",
        8,
    ),
    Rule(
        r"(?:be the first to comment|comments are (?:closed|moderated|off)|have your say"
        r"|join the (?:conversation|debate)|report abuse)\b",
        14,
    ),
    # calls to the reader
    Rule(
        r"(?:sign ?up|sign in|log ?in|subscribe|unsubscribe|register (?:now|here|today|free|for free|to)"
        r"|create an? (?:free )?account|already a subscriber|not a subscriber|start your (?:free )?trial"
        r"|try .{1,30} for (?:free|\W?\d)|get (?:our|the) (?:\w+ ){0,4}(?:newsletter|briefing|headlines"
        r"|e-?mail|app|stories|news)|get .{1,60} in your inbox|get unlimited access)\b",
        40,
    ),
    Rule(r"(?:our|the|a|this) (?:\w+ ){0,4}newsletters?\b.{0,40}(?:inbox|sign|subscribe)", 40),
    Rule(r"download (?:our|the|my)\b.{0,40}\bapp\b", 25),
    Rule(r"(?:click|tap) (?:here|on|below|to)\b", 25),
    Rule(
        r"(?:support|help fund|fund) (?:our|independent|quality|free|local|honest|fearless|\w+'s"
        r"|the) (?:\w+ ){0,2}(?:journalism|reporting|work|paper|newspaper|media|press|newsroom|site)\b",
        45,
    ),
    Rule(
        r"(?:donate|make a donation|become a (?:member|patron|subscriber|supporter|friend)|buy us a coffee"
        r"|give now|chip in)\b",
        45,
    ),
    Rule(
        r"(?:your|every) (?:support|donation|contribution|subscription|gift)\b.{0,80}\b(?:us|our"
        r"|journalism|helps?|keeps?)\b",
        45,
    ),
    # tips and contacts
    Rule(
        r"(?:to|for) (?:contact|reach|more|further|press|media|additional)\b.{0,120}(?:visit|e-?mail|call"
        r"|write|contact|go to|click|see)\b.{0,60}$",
        35,
    ),
    Rule(r"contact (?:us|the (?:author|editor|newsroom|reporter|writer|desk|news desk))\b", 25),
    Rule(rf"(?:contact|e-?mail|reach|write to|follow) .{{0,60}}(?:{EMAIL}|{URL}|@\w{{2,30}})", 30),
    Rule(
        r"(?:got|have|do you have|know) (?:a|any|more|an?other)(?: \w+){0,2} (?:tip|tips|story|news"
        r"|question|questions|information)\b.{0,80}(?:\?|us\b|@)",
        35,
    ),
    Rule(
        r"(?:do|if) you (?:have|know) (?:\w+ ){0,2}(?:more|anything|something|tips?|information|details)\b"
        r".{0,60}[?,].{0,80}(?:@|\b(?:us|our|newsroom|reporters?|in confidence)\b)",
        35,
    ),
    Rule(
        r"(?:send|submit)(?: us)?(?: your| a| any)?(?: \w+)? (?:tips?|letters?|feedback|stories|comments?"
        r"|corrections?|news)\b",
        25,
    ),
    Rule(
        r"[^.]{1,80} (?:can|may) be (?:reached|contacted|followed|e-?mailed) (?:at|on|by|via|through)\b", 30
    ),
    Rule(r"letters? to the editor\b", 12),
    # advertisements
    Rule(
        r"(?:advertise?ments?|advertising|ads?|sponsored(?: content| by| post)?|paid (?:content|post"
        r"|partnership)|promoted|ad feedback|partner content|this ad\b|advertise with)\b.{0,20}$",
        8,
    ),
    Rule(r"(?:story|article|post|text|page) continues (?:below|after|under)\b", 10),
    Rule(r"(?:continue|keep) reading\b|scroll (?:down|to|for)\b|(?:this )?(?:story|article) continues\b", 14),
    # other stories
    Rule(
        r"(?:read|see|watch|listen|view|also|more|related|recommended|in pictures|in depth|up next"
        r"|don.?t miss|must read|editors?.? picks?|most read|trending)(?: (?:more|also|now|next|the|full"
        r"|too|on|story|stories|here|to|article|articles|coverage|reading|news|read|watch|this|about"
        r"|topics?|links?))*\s?[:|»›→>]",
        35,
    ),
    Rule(
        r"(?:read|see|watch|find out|learn|hear|discover|explore|get) (?:more|also|next|the full (?:story"
        r"|interview|report|article|text|list))\b",
        10,
    ),
    Rule(
        r"(?:more (?:on this|from|about|like this|to read|to explore|news|stories|in this|headlines"
        r"|top stories|coverage|on (?=[A-Z]))|related (?:articles?|stories|topics?|content|news|links"
        r"|coverage|posts?|reading|internet links)|recommended|most (?:read|popular|viewed|watched|shared"
        r"|recent)|trending(?: now)?|latest (?:news|stories|headlines|articles|updates|videos?|posts)"
        r"|top (?:stories|news)|you (?:may|might) (?:also )?(?:like|be interested)|what to read next"
        r"|also (?:on|in|read)|from (?:our|the) (?:partners?|archive|web)|around the web"
        r"|editors?.? (?:picks?|choice)|in this (?:story|article)|recent (?:posts|articles|stories)"
        r"|popular (?:posts|articles|stories|now)|on this story|elsewhere on|about the (?:author|writer)"
        r"|don.?t miss|must reads?|top comments?|today's top|similar (?:articles|stories))\b.{0,40}$",
        9,
    ),
    # law and data
    Rule(r"(?:©|\(c\)\s|copyright\b|&copy;)", 60),
    Rule(r".{0,120}\ball rights reserved\b", 60),
    Rule(
        r"(?:this material|no part of this|reproduction|republication"
        r"|unauthori[sz]ed)\b.{0,80}\b(?:published|broadcast|rewritten|redistributed|reproduced|prohibited"
        r"|permission)\b",
        60,
    ),
    Rule(
        r"(?:we|this (?:web)?site|this page|our (?:web)?site|the website)(?: and our partners)? (?:uses?"
        r"|stores?|set|sets|value|process)\b.{0,40}\b(?:cookies?|your privacy|data|information on)\b",
        80,
    ),
    Rule(
        r"(?:accept|reject|manage|allow|decline)(?: all)?(?: \w+)? (?:cookies|preferences|choices|settings"
        r"|consent)\b|(?:cookie|privacy|data protection) (?:policy|settings|preferences|notice|statement"
        r"|centre|center|choices|consent)\b",
        14,
    ),
    Rule(
        r"by (?:clicking|continuing|using this|signing up|subscribing|submitting|registering"
        r"|proceeding)\b.{0,120}\b(?:agree|accept|consent|acknowledge|terms|policy)\b",
        60,
    ),
    Rule(
        r"(?:terms (?:of|and|&)|privacy policy|privacy notice|do not sell|your (?:ad|privacy) choices"
        r"|legal notice|imprint|impressum|accessibility)\b",
        12,
    ),
    Rule(
        r"our (?:standards|journalism|ethics|charter|commitment|editorial (?:policy|standards"
        r"|guidelines))\b.{0,80}$",
        14,
    ),
    # credits of the desk
    Rule(
        r"\(?(?:this|the) (?:story|article|headline) (?:has been|was|is) (?:refiled|corrected|updated"
        r"|amended|auto)\b",
        40,
    ),
    Rule(r"reporting by .{2,200}(?:;|\beditin|\bedited)|reporting by [^.]{2,120}$", 40),
    Rule(
        r"(?:(?:additional |further )?(?:editing|writing|reporting and editing)|edited|compiled"
        r"|copy.?edited|fact.?checked|translated|produced|illustrations?|graphics?|photograph(?:s|y|ed)?"
        r"|photos?|video|additional reporting|with reporting|with additional reporting"
        r"|research)(?:,? (?:and )?\w+)? (?:by|from)\b(?! (?:the|a|an|its|his|her) )",
        25,
    ),
    Rule(
        r"(?:(?:additional|further) (?:reporting|research)|edited|editing|editor|editors|produced"
        r"|producer|translation|translator|proofread|sub-?editor"
        r"|fact.?check\w*)\s?:",
        14,
    ),
    Rule(
        r"\(?(?:with|includes?) (?:inputs?|files|material|reporting|information|agencies|agency"
        r"|contributions?)\b.{0,60}(?:from|by|agenc|afp|reuters|dpa|ap)\b.{0,60}$",
        20,
    ),
    Rule(r".{1,120}\bcontributed (?:reporting\b|to (?:this|the) (?:report|story|article|piece|post)\b)", 30),
    Rule(r"[a-z]{2,4}(?:[,/][a-z]{2,4}){0,4}\s?\([^()]{2,60}\)$", 10),
    Rule(
        r"\((?:AP|AFP|dpa|Reuters|EPA|ANSA|PTI|UPI|TASS|Xinhua|agencies|wires?)(?:[,/ ]{1,3}[\w.]{2,20}){0,5}\)$",
        8,
    ),
    Rule(
        r"(?:this|the) (?:article|story|post|piece|report|column|interview|essay"
        r"|commentary)\b.{0,40}\b(?:(?:first|originally|previously) (?:appeared|published|ran|aired)"
        r"|(?:was|is) (?:first|originally) (?:published|posted|produced|written)|(?:has been"
        r"|was) (?:updated|corrected|amended|republished|translated|syndicated|auto)|is (?:republished"
        r"|part of a series))\b",
        60,
    ),
    # signs of the machine
    Rule(
        r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]?min(?:ute)?s?\.?[\s-](?:read"
        r"|listen|watch|video)\b",
        6,
    ),
    Rule(r"(?:estimated )?(?:reading time|read time|listening time|time to read)\b", 8),
    Rule(
        r"(?:listen to (?:this|the) (?:article|story)|play (?:audio|video|now)"
        r"|getting your .{1,30} audio player|your browser (?:does not|doesn.t)|this video (?:is|can)"
        r"|enable javascript|please enable|javascript|loading\b|to play this video|video player|unmute"
        r"|mute$|autoplay|now playing)",
        20,
    ),
    Rule(
        r"(?:tags?|topics?|filed under|posted in|categor(?:y|ies)|keywords?|labels?|sections?|explore more"
        r"|more about|themes?)\s?[:：|]",
        40,
    ),
)
