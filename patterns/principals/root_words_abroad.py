"""Remarks in other languages than English that call a key the root user's, as people and AWS's own pages say it there.

Medium evidence: a sentence is not read there as closely as in English. So it has to be short, and any word of denial,
of another system, of what is to be done or of where such keys are kept makes it none.
"""

# ruff: noqa: RUF001
from __future__ import annotations

import functools
import re
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._prose import is_given_to_somebody, is_label, is_said_of_the_key, line_around
from patterns.principals._subjects import lasting

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html"
PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"
LONGEST = 160
"""Bytes of the line: not every script divides words."""

_GERMANIC = (
    "(?:zugriffs|zugangs)?schl(?:ü|ue)ssel|(?:zugangs|anmelde)daten|(?:toegangs)?sleutels?|inloggegevens|"
    "(?:å|Å)tkomstnyck(?:el|lar)[a-z]{0,4}|adgangsn(?:ø|Ø)gler?|tilgangsn(?:ø|Ø)k(?:kel|ler)|nyck(?:el|lar)|n(?:ø|Ø)gler?|n(?:ø|Ø)k(?:kel|ler)"
)
_ROMANCE = (
    "cl(?:é|e)s?(?: d(?:'|’)acc(?:è|e)s)?|identifiants|(?:claves?|llaves?)(?: de acceso)?|credenciales|"
    "chaves?(?: de acesso)?|credenciais|chiav[ei](?: di accesso)?|credenziali"
)
_SLAVIC = "[Кк]люч(?:и|а|ей)?(?: доступа)?|[Уу]ч(?:е|ё)тные данные|klucz\\w*(?: dost(?:ę|e)pu)?"
_TURKISH = "(?:eri(?:ş|s)im )?anahtar[^ \\n]{0,8}"
_EASTERN = (
    "アクセス ?キー|キー|認証情報|クレデンシャル|(?:访问|訪問|存取)?(?:密钥|秘钥|密鑰|金鑰)|凭证|凭据|憑證|"
    "액세스 ?키|키|자격 ?증명"
)
_KEYS = f"(?:{_GERMANIC}|{_ROMANCE}|{_SLAVIC}|{_TURKISH}|{_EASTERN})"
_WHO = (
    "(?:root[ -]?(?:benutzers?|nutzers?|users?|kontos?|accounts?|gebruiker)|"
    "root[ -]?(?:anv(?:ä|a)ndar|bruger|bruker|konto)[a-z]{0,4}|(?:root|kök) (?:kullan(?:ı|i)c|hesab)[^ \\n]{0,8}|"
    "(?:utilisateur|compte|usuario|cuenta|usu(?:á|a)rio|conta|utente|account|u(?:ż|z)ytkownika?|kont[oa])[ -](?:root|racine|ra(?:í|i)z)|"
    "(?:root|ルート) ?(?:ユーザ(?:ー)?|アカウント)|(?:root|根) ?(?:用户|用戶|帐户|账户|账号|帳號|帳戶|使用者)|(?:root|루트) ?(?:사용자|계정)|"
    "(?:root[ -]?|[Кк]орнев[^ \\n]{1,8} )(?:пользовател|аккаунт|уч(?:е|ё)тн)[^ \\n]{0,8})"
)
_OF = "(?: ?(?:の|的|의) ?|[ -])?(?:(?:für|[a-z]{1,5})(?: |'|’)){0,3}(?:aws[ -])?"
_OF_ROOT = (
    f"{_KEYS}{_OF}{_WHO}",
    f"{_WHO}{_OF}{_KEYS}",
    f"(?:access[ -]?)?keys? (?:des|vom|von|für|du|del|da|do|della|van)(?: [a-z]{{2,3}})? {_WHO}",
    f"root[ -]?(?:{_GERMANIC})(?: (?:von|van|av|af) aws)?|[Кк]орнев[^ \\n]{{1,8}} (?:{_SLAVIC}) aws|(?:{_ROMANCE}|{_SLAVIC}) root",
    "root-keys? (?:von|van|de|di|del) aws",
)
ROOT_ABROAD = rf"(?<![\w/.$@\-])(?i:(?:aws[ -]?)?(?:{'|'.join(_OF_ROOT)}))(?![\w/@=]|\.\w)".encode()


def called_so(match: Match[bytes] | None, subject: Subject) -> bool:
    """The line is a short remark that says nothing but whose the key is."""
    if match is None or not lasting(match, subject) or not is_label(match) or not is_said_of_the_key(match):
        return False
    line = b"".join((line_around(match)[0], match[0], line_around(match)[1]))
    return len(line) <= LONGEST and not is_given_to_somebody(match) and not _otherwise().search(line)


@functools.cache
def _otherwise() -> re.Pattern[bytes]:
    """Another system, what became of such keys, where they are kept, what is to be done with them, or a question."""
    systems = (
        "server|serveur|servidor|rechner|datenbank|base de (?:datos|donn|dados)|zertifikat|certific|verzeichnis|"
        "サーバ|データベース|証明書|服务器|伺服器|数据库|证书|서버|데이터베이스|인증서|сервер|баз[аыу] данных|сертификат"
    )
    fates = (
        "gel(?:ö|oe)scht|l(?:ö|oe)schen|gesperrt|deaktiviert|ersetz|fr(?:ü|ue)her|ehemal|tresor|liegen|liegt|gespeichert|verboten|n(?:ö|oe)tig|"
        "erforderlich|ben(?:ö|oe)tigt|supprim|d(?:é|e)sactiv|r(?:é|e)voqu|remplac|anciennement|coffre|interdit|n(?:é|e)cessaire|"
        "elimin|borra|revoc|revog|delet|reemplaz|substitu|sostitu|antes|guardad|armazenad|caja fuerte|cofre|prohibid|proibid|vietat|necesari|"
        "削除|無効|禁止|代わり|保管|不要|必要|以前|删除|刪除|禁用|停用|代替|保存|需要|삭제|비활성|금지|대신|보관|필요|이전|удал|отключ|вместо|хран|запрещ|нужн|бывш|раньше"
    )
    return re.compile(rf"(?i){systems}|{fates}|[?]|？".encode())


SIGNALS = (
    Signal(
        id="root-key-remark-abroad",
        says="root",
        strength="medium",
        scope="near",
        detail="A remark beside it, in another language than English, calls it a key of the root user.",
        reference=PAGE,
        needs=tuple(
            word.encode()
            for word in ("root", "racine", "raíz", "raiz", "ルート", "根", "루트", "корнев", "Корнев", "kök")
        ),
        in_line=True,
        regex=ROOT_ABROAD,
        accept=called_so,
        examples={
            "German": "# Schlüssel des Root-Benutzers\n" + PAIR,
            "German, with a warning behind the vendor's name": "# Root-Schlüssel von AWS, nicht weitergeben\n" + PAIR,
            "Swedish": "# rootanvändarens åtkomstnyckel\n" + PAIR,
            "Danish": "# root-brugerens adgangsnøgle\n" + PAIR,
            "Polish, with the user": "# klucz dostępu użytkownika root\n" + PAIR,
            "Turkish": "# AWS root hesabı anahtarı\n" + PAIR,
            "German, in one word": "# AWS Root-Zugangsdaten\n" + PAIR,
            "German, with English words": "# Access Key des Root-Users\n" + PAIR,
            "German, of the account": "// Root-Zugriffsschlüssel des AWS-Kontos\n" + PAIR,
            "French": "# Clé d'accès de l'utilisateur root\n" + PAIR,
            "French, in AWS's words": "# clés d’accès de l’utilisateur racine\n" + PAIR,
            "Spanish": "; claves de acceso del usuario root\n" + PAIR,
            "Spanish, in AWS's words": "# credenciales del usuario raíz\n" + PAIR,
            "Spanish, of AWS": "# clave root de AWS\n" + PAIR,
            "Portuguese": "# chaves de acesso da conta root\n" + PAIR,
            "Italian": "# chiavi di accesso dell'utente root\n" + PAIR,
            "Dutch": "# toegangssleutels van root-gebruiker\n" + PAIR,
            "Japanese": "# ルートユーザーのアクセスキー\n" + PAIR,
            "Japanese, with English words": "# AWS rootアカウントの認証情報\n" + PAIR,
            "Chinese": "# 根用户访问密钥\n" + PAIR,
            "Chinese, with English words": "# root 用户的访问密钥\n" + PAIR,
            "Korean": "# 루트 사용자 액세스 키\n" + PAIR,
            "Polish": "# klucze dostępu root\n" + PAIR,
            "Russian": "# ключ доступа root пользователя\n" + PAIR,
            "Russian, as a heading": "Ключи root-аккаунта AWS\n" + PAIR,
            "German, with a warning": "# Schlüssel des Root-Kontos, nicht verwenden!\n" + PAIR,
        },
        counterexamples={
            "Korean denial": "# 루트 사용자 액세스 키가 아님\n" + PAIR,
            "German denial": "# kein Schlüssel des Root-Benutzers\n" + PAIR,
            "German, of another": "# Schlüssel des Root-Kontos, nicht von alice\n" + PAIR,
            "German advice": "# niemals Root-Zugangsdaten verwenden\n" + PAIR,
            "German, kept elsewhere": "# Root-Zugangsdaten liegen im Tresor\n" + PAIR,
            "German, of a server": "# Root-Zugangsdaten für den Server\n" + PAIR,
            "German, of a database": "# MySQL Root-Zugangsdaten\n" + PAIR,
            "German, given here": "# Root-Zugangsdaten: admin\n" + PAIR,
            "French denial": "# ce ne sont pas les clés root\n" + PAIR,
            "French, certificate": "# clés du certificat racine\n" + PAIR,
            "French, server": "# identifiants root du serveur\n" + PAIR,
            "Spanish advice": "# nunca usar las claves de root\n" + PAIR,
            "Spanish, database": "# credenciales root de la base de datos\n" + PAIR,
            "Spanish, deleted": "# claves de acceso del usuario root eliminadas\n" + PAIR,
            "Portuguese, kept elsewhere": "# chaves de acesso da conta root guardadas no cofre\n" + PAIR,
            "Japanese ban": "# rootユーザーのアクセスキーは使用禁止\n" + PAIR,
            "Japanese denial": "# ルートユーザーのアクセスキーではない\n" + PAIR,
            "Japanese, other root": "# ルート証明書のキー\n" + PAIR,
            "Chinese ban": "# 不要使用 root 用户的访问密钥\n" + PAIR,
            "Chinese, server": "# 服务器 root 用户密钥\n" + PAIR,
            "Korean, deleted": "# 루트 사용자 액세스 키 삭제됨\n" + PAIR,
            "Russian, other root": "# ключи корневого сертификата\n" + PAIR,
            "question": "# Schlüssel des Root-Benutzers?\n" + PAIR,
            "temporary": "# Schlüssel des Root-Benutzers\naws_access_key_id = <id:ASIA>\naws_secret_access_key = <secret>\n",
        },
    ),
)
