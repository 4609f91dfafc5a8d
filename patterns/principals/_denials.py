"""Words by which a sentence on root's keys says that the key beside it is none. Support: no signal stands here.

Searched in one clause in lower case, unless it is said otherwise.
"""

from __future__ import annotations

import functools
import re

_ORIGINS = (
    rb"(?:created|made|generated|issued|used|leaked|exposed|committed|pushed|published|found|copied|taken|downloaded|"
    rb"stolen|shared|added|given|pasted|left)\b"
)
"""How a key came to stand where it stands. Of one that anything else was done with it is told that it is gone."""
_DESCRIBING = (
    rb"(?:leaked|exposed|compromised|hard-?coded|coded|shared|unencrypted|embedded|committed|limited|(?:un)?restricted|attached|"
    rb"enclosed|unused|need|downloaded|exported|copied|pasted)\b"
)
"""Words in -ed that describe a key. Another one before it tells what was done, to some key."""
_TASKS = (
    rb"\b(?:remov(?:e|ing)|delet(?:e|ing)|revok(?:e|ing)|deactivat(?:e|ing)|disabl(?:e|ing)|rotat(?:e|ing)|clean(?:ing)?[ \-]?up|"
    rb"get(?:ting)? rid of|audit(?:ing)?|review(?:ing)?|checks?|find|looks? for|alert(?:s|ing)?|detect(?:s|ing)?|list|"
    rb"polic(?:y|ies)|tutorial|guide|how[ \-]?to|faq|rules?|docs?|documentation|see(?: also)?|topic|question|ticket|issue|task|article)"
)


@functools.cache
def denial() -> re.Pattern[bytes]:
    """In what stands before the words."""
    return re.compile(
        rb"\b(?:not|no|non|zero|never|nobody|neither|nor|dont|cannot|avoid\w*|without|instead|rather|over|prefer\w*|unlike|except|than|stop(?! using)|whether|doubt\w*|unclear|unsure|wonder\w*|"
        rb"opposed to|different from|like|as if|as [a-z]{2,20} as|pseudo|quasi|basically|practically|essentially|effectively|virtually|almost|nearly|equivalent|as though|pretend\w*|imagine\w*|suppos\w+|hypothetical\w*|fak(?:e|es|ing)|dummy|mock\w*|"
        rb"samples?|examples?|invented|placeholders?|if (?:this|these|it|they|that)|(?:run|execute|invoke|apply|deploy)s? (?:\w+ ){0,2}(?:with|as|using|under)|formerly|previously|used to be|(?:we|i|they|it|this|that) used to|(?:away|migrated|moved|switched) from|"
        rb"(?:replac|supersed|obsolet)(?:es|ed|ing))\b|n(?:'|\xe2\x80\x99)t\b|\b(?:was|were)[ \t]+(?:the |our |an? )?\Z|\b(?!"
        + _DESCRIBING
        + rb")[a-z]{3,20}ed[ \t]+(?:the |our |all |any )?\Z"
    )


@functools.cache
def condition() -> re.Pattern[bytes]:
    """How a sentence begins that says what would be so; over all its clauses."""
    return re.compile(
        rb"(?i)[^a-z]*(?:(?:and|or|but|so|also|then|except|even|only)[ \t]+)?"
        rb"(?:if|unless|whether|in case|assuming|provided|wenn|falls|si|se|(?:after|before|since|by|once) (?!using)[a-z]{3,20}(?:ing|ed))\b"
    )


@functools.cache
def denial_before_colon() -> re.Pattern[bytes]:
    """In all that stands before the words: a label that says what the key is not, or was, or what is to be done to such."""
    return re.compile(
        rb"(?i)\b(?:IAM\.\d{1,2}|security ?hub|prowler|trusted advisor)\b|(?:"
        + _TASKS
        + rb"(?:[ \t]{1,2}[\d.]{1,8})?[ \t]{0,4}:[ \t]{0,4}(?:(?:the|our|all|any)[ \t]+)?\Z)|\b(?:was|were|before|formerly|previously|not|no|never|wrong|bad|don't|avoid|replac\w+|"
        rb"supersed\w+|obsoletes?|unlike|except|cause|fixtures?|samples?|examples?|mocks?|dummy|fakes?|placeholders?|test case|"
        rb"verboten|interdit|prohibido|proibido|vietato|forbidden|prohibited|banned)[ \t]{0,4}:[ \t]{0,4}\Z"
    )


@functools.cache
def denial_behind() -> re.Pattern[bytes]:
    """In what stands behind the words."""
    return re.compile(
        rb"^ (?:of|for|to|on) (?:the|our|this|an?) (?:[\w\-]{1,20} )?(?:vcenter|vsphere|esxi?|proxmox|idrac|ilo|nas|firewall|router|switch|"
        rb"cpanel|plesk|jenkins|gitlab|artifactory|nexus|kibana|elastic\w*|kafka|rabbitmq|consul|hypervisor|appliance|cluster|instance|box)\b"
        rb"|^[ \t]+(?:was|were)[ \t]+a[ks]ia(?![a-z0-9]{16})|\b(?:must|should) be [\"'`]|^[ \t]+(?:and/)?or (?:an? |the |some )?(?:iam|user|role|sso)\b|\bin (?:the |an?)?other\b"
        rb"|\b(?:was|were|ha(?:s|ve|d) been|got) (?:\w{1,12}ly )?(?!"
        + _ORIGINS
        + rb")[a-z]{2,20}(?:ed|en|out|off|lost)\b"
        rb"|\bhow to\b|^[ \t]+to (?:an? |the )?(?:iam|role|sso)\b"
        rb"|^[ \t]*(?:-{1,2}>|=>|\xe2\x86\x92)[ \t]*(?![^ \t]{16})[a-z]"
        rb"|\b(?:and|then) (?:use|take|try)\b|\bgo(?:es)? here\b|\binstead\b|\b(?:not|never|no longer|elsewhere|cannot|forbidden|prohibited|discouraged)\b|n(?:'|\xe2\x80\x99)t\b"
        rb"|\b(?:is|are|lives?|kept|stored) (?:kept |stored )?(?:in|at) "
        rb"|^ of (?:the|this|an?) (?:[\w\-]{1,20} )?(?:file|object|document|json|yaml|config\w*|tree|trie|chain|hierarchy|map|mapping|dict\w*|schema|page)\b"
    )


@functools.cache
def judgement() -> re.Pattern[bytes]:
    """Behind the words: what is said of such keys in general."""
    return re.compile(
        rb"(?:\b(?:is|are|pose|poses|means?)\b|=).{0,40}\b(?:risk\w*|danger\w*|bad|evil|insecure|unsafe|harmful|powerful|unlimited|"
        rb"unrestricted|deprecated|obsolete|problem\w*|threat\w*|idea|practice)\b"
        rb"|\b(?:must|should|need to|ha(?:s|ve) to)(?: always)? be (?:deleted|removed|disabled|deactivated|avoided|absent)\b"
    )


@functools.cache
def advice() -> re.Pattern[bytes]:
    """In what stands before the words: what is to be done, or what somebody else does."""
    return re.compile(
        rb"\b(?:recommend\w*|best practices?|ensur(?:e|es|ing)|should|must|how to|if|unless|when\w*|delet(?:e|es|ing)|remov(?:e|es|ing)|revok(?:e|es|ing)|"
        rb"(?:that|which|who) (?!is|was|belongs|has)[a-z]{3,20}s|rotat(?:e|es|ing)|disabl(?:e|es|ing)|deactivat(?:e|es|ing)|protect\w*|secur(?:e|ing)|lock\w*|creat(?:e|es|ing)|generat(?:e|es|ing)|"
        rb"manag(?:e|es|ed|ing)|enabl(?:e|es|ing)|audit\w*|detect\w*|check\w*|scan\w*|finds?|looks? for|"
        rb"gets?|fetch\w*|returns?|loads?|reads?|pars(?:es?|ing)|comput(?:es?|ing)|deriv(?:es?|ing)|see|lists?|rejects?|support\w*|someone|somebody|anybody|alert\w*|alarm\w*|ask\w*|expect\w*|requir\w+|needs?|request\w*)\b"
    )


@functools.cache
def object_of_another() -> re.Pattern[bytes]:
    """In what stands before the words: a preposition, by which they belong to what is said before (`rid of`, `away from`).

    Those of a copy or a part of the key, or of where it was taken from, are none.
    """
    parts = rb"cop(?:y|ies|ied)|backups?|contents?|ids?|pairs?|part|half|halves|sets?|dumps?|taken|pasted|exported|downloaded|sorry|care"
    return re.compile(
        rb"\b(?<!\w)(?!(?:"
        + parts
        + rb")[ \t])([\w'\-]+[ \t]+)(?:from|of|out|off|into|about|on|by|via|against|through|under|to)"
        rb"(?:[ \t]+(?:the|our|my|an?|any|all))?[ \t]*\Z"
    )


@functools.cache
def usual() -> re.Pattern[bytes]:
    """Words that lead to a name and say nothing else of it."""
    return re.compile(
        rb"the|our|my|an?|this|these|those|their|your|his|her|its|all|both|is|are|be|use|used|uses|using|had to use|contains?|holds?|"
        rb"has|have|with|and|or|for|of|to|from|in|on|at|by|as|it|i|am|i(?:'|\xe2\x80\x99)m|we|belongs?|yes|still|prod|production|dev|test|staging|main|master|old|new|"
        rb"current|temp|temporary|personal|actual|real|live|full|full-access|unrestricted|powerful|dangerous|primary|legacy|now|currently|temporarily|sadly|unfortunately|attached|enclosed|org|organi[sz]ation|emergency|leaked|exposed|hard-?coded|compromised|shared|"
        rb"secret|first|second|billing|payer|management|company|warning|caution|danger|note|nb|todo|fixme|xxx|hack|careful|"
        rb"attention|aws|amazon|account|acct|access|keys?|credentials|creds|ids?|pairs?|owner|type|user|cop(?:y|ies|ied)|backups?|"
        rb"contents?|part|half|a[ks]ia[a-z0-9]{16}|dump|taken|pasted|exported|downloaded|sorry|about|here|below|follow(?:ing|s)|found|\w+(?:'|\xe2\x80\x99)s|\d+"
    )


@functools.cache
def here() -> re.Pattern[bytes]:
    """In the whole sentence: words that tie it to what stands there."""
    return re.compile(
        rb"(?i)\b(?:th(?:is|ese)(?! (?:iam |new )?(?:user|role|script|function|lambda|policy|tool|job|bot|service|program|check|test|rule)s?\b)|here|below|todo|fixme|xxx|hack)\b"
    )


@functools.cache
def foreign_denial() -> re.Pattern[bytes]:
    """In the whole sentence: not, no, never, without and instead in other languages that remarks are written in."""
    words = (
        "nicht|keine?[nrms]?|nie|niemals|ohne|statt|pas|jamais|aucune?|sans|nunca|sin|ning(?:u|\u00fa)n\\w*|"
        "n(?:a|\u00e3)o|sem|mai|senza|geen|niet|nooit|zonder|inte|aldrig|utan|ikke|aldri|nigdy|bez"
    )
    cyrillic = "\u043d\u0435 |\u043d\u0435\u0442|\u043d\u0438\u043a\u043e\u0433\u0434\u0430|\u0431\u0435\u0437 "
    eastern = "\u4e0d|\u5225|\u522b|\u52ff|\u975e|\u7981|\u306a\u3044|\uc54a|\uc544\ub2d9|\uc544\ub2d8|\uc544\ub2c8|\uc544\ub2cc|\uae08\uc9c0"
    return re.compile(rf"(?i)\b(?:{words})\b|{cyrillic}|{eastern}".encode())


@functools.cache
def warning_abroad() -> re.Pattern[bytes]:
    """Behind the words and a comma, in those languages: what is not to be done with the key that stands here."""
    sayings = (
        "(?:bitte )?(?:nicht|niemals|nie) (?:mehr )?(?:verwenden|benutzen|nutzen|teilen|weitergeben|committen|anfassen|l\u00f6schen)|"
        "(?:merci de )?ne (?:pas|jamais|plus) (?:utiliser|partager|commiter|publier|diffuser|toucher)|(?:nunca|no|n\u00e3o|non|nao) "
        "(?:usar|utilizar|compartir|compartilhar|publicar|subir|tocar|usare|condividere)|(?:niet|nooit) (?:gebruiken|delen)|"
        "\u043d\u0435 (?:\u0438\u0441\u043f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u044c|\u043a\u043e\u043c\u043c\u0438\u0442\u0438\u0442\u044c|\u043f\u0435\u0440\u0435\u0434\u0430\u0432\u0430\u0442\u044c|\u0442\u0440\u043e\u0433\u0430\u0442\u044c)"
    )
    return re.compile(f"(?i)\\A[ \t]{{0,2}}[,;(!.\\-]{{1,2}}[ \t]{{0,2}}(?:{sayings})".encode())
