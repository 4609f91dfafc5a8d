"""Remarks in other languages than English that call a key the root user's, as people and AWS's own pages say it there.

Medium evidence: a sentence is not read there as closely as in English. So it has to be short, and any word of denial,
of another system, of what is to be done or of where such keys are kept makes it none.
"""

# ruff: noqa: RUF001
from __future__ import annotations

import functools
import re
from re import Match

from patterns._phrases import any_of, in_order, vocabulary
from patterns._signal import Signal, Subject
from patterns.principals._prose import is_given_to_somebody, is_label, is_said_of_the_key, line_around
from patterns.principals._subjects import lasting

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html"
PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"
LONGEST = 160
"""Bytes of the line: not every script divides words."""

_SIGNS = {
    "sign": b"[ -]",
    "joint": b"[ -]?",
    "ending": rb"[^ \n]{1,8}",
    "rest": rb"[^ \n]{0,8}",
    "few": b"[a-z]{0,4}",
    "two_letters": b" [a-z]{2,3}",
    # the particles, articles and prepositions of all of them
    "of": "(?: ?(?:の|的|의) ?|[ -])?(?:(?:für|[a-z]{1,5})(?: |'|’)){0,3}(?:aws[ -])?".encode(),
}
_WORDS = {
    "schlüssel": "schlüssel, schluessel",
    "german": "{schlüssel}, zugriffs{schlüssel}, zugangs{schlüssel}, zugangsdaten, anmeldedaten",
    "dutch": "(toegangs)sleutel(s), inloggegevens",
    "access_key_sv": "åtkomstnyckel, åtkomstnycklar, Åtkomstnyckel, Åtkomstnycklar",
    "swedish": "{access_key_sv}{few}, nyckel, nycklar",
    "danish": "adgangsnøgle(r), adgangsnØgle(r), nøgle(r), nØgle(r)",
    "norwegian": "tilgangsnøkkel, tilgangsnØkkel, tilgangsnøkler, tilgangsnØkler, nøkkel, nØkkel, nøkler, nØkler",
    "germanic": "{german}, {dutch}, {swedish}, {danish}, {norwegian}",
    "for_access": "d'accès, d’accès, d'acces, d’acces",
    "french": "clé(s)( {for_access}), cle(s)( {for_access}), identifiants",
    "spanish": "clave(s)( de acceso), llave(s)( de acceso), credenciales",
    "portuguese": "chave(s)( de acesso), credenciais",
    "italian": "chiave( di accesso), chiavi( di accesso), credenziali",
    "romance": "{french}, {spanish}, {portuguese}, {italian}",
    "dostępu": "dostępu, dostepu",
    "russian_key": "ключ, ключи, ключа, ключей, Ключ, Ключи, Ключа, Ключей",
    "russian": "{russian_key}( доступа), учётные данные, учетные данные, Учётные данные, Учетные данные",
    "slavic": "{russian}, klucz*( {dostępu})",
    "erişim": "erişim, erisim",
    "turkish": "({erişim} )anahtar{rest}",
    "japanese": "(アクセス)キー, アクセス キー, 認証情報, クレデンシャル",
    "chinese_key": "密钥, 秘钥, 密鑰, 金鑰",
    "chinese": "{chinese_key}, 访问{chinese_key}, 訪問{chinese_key}, 存取{chinese_key}, 凭证, 凭据, 憑證",
    "korean": "키, 액세스( )키, 자격( )증명",
    "keys": "{germanic}, {romance}, {slavic}, {turkish}, {japanese}, {chinese}, {korean}",
    "german_user": "benutzer(s), nutzer(s), user(s), konto(s), account(s), gebruiker",
    "northern_user": "användar{few}, anvandar{few}, bruger{few}, bruker{few}, konto{few}",
    "turkish_root": "root, kök",
    "turkish_user": "kullanıc{rest}, kullanic{rest}, hesab{rest}",
    "polish_user": "użytkownik(a), uzytkownik(a), konto, konta",
    "romance_user": "utilisateur, compte, usuario, cuenta, usuário, conta, utente, account, {polish_user}",
    "romance_root": "root, racine, raíz, raiz",
    "japanese_root": "root, ルート",
    "japanese_user": "ユーザ(ー), アカウント",
    "chinese_root": "root, 根",
    "chinese_user": "用户, 用戶, 帐户, 账户, 账号, 帳號, 帳戶, 使用者",
    "korean_root": "root, 루트",
    "korean_user": "사용자, 계정",
    "russian_user": "пользовател, аккаунт, учетн, учётн",
    "russian_root": "корнев{ending} , Корнев{ending} ",
    "any_root": "root{joint}, {russian_root}",
    "northern_root_user": "root{joint}{northern_user}, {turkish_root} {turkish_user}",
    "russian_root_user": "{any_root}{russian_user}{rest}",
    "german_root_user": "root{joint}{german_user}",
    "romance_root_user": "{romance_user}{sign}{romance_root}",
    "western_root_user": "{german_root_user}, {northern_root_user}, {romance_root_user}, {russian_root_user}",
    "japanese_root_user": "{japanese_root}( ){japanese_user}",
    "chinese_root_user": "{chinese_root}( ){chinese_user}",
    "korean_root_user": "{korean_root}( ){korean_user}",
    "root_user": "{western_root_user}, {japanese_root_user}, {chinese_root_user}, {korean_root_user}",
    "von": "von, van, av, af",
    "of_the": "des, vom, von, für, du, del, da, do, della, van",
    "of_aws": "von aws, van aws, de aws, di aws, del aws",
}
"""Each may be made of those above it. Letters other than ours are looked for as they are written here, small or capital."""
_PHRASES = (
    "{keys}{of}{root_user}",
    "{root_user}{of}{keys}",
    "(access{joint})key(s) {of_the}({two_letters}) {root_user}",
    "root{joint}{germanic}( {von} aws)",
    "{russian_root}{slavic} aws",
    "{romance} root",
    "{slavic} root",
    "root-key(s) {of_aws}",
)


@functools.cache
def _keys_of_root() -> bytes:
    said = in_order(_PHRASES, b" ", vocabulary(_WORDS, b" ", _SIGNS))
    return rb"(?<![\w/.$@\-])(?i:(?:aws[ -]?)?%b)(?![\w/@=]|\.\w)" % said


def called_so(match: Match[bytes] | None, subject: Subject) -> bool:
    """The line is a short remark that says nothing but whose the key is."""
    if match is None or not lasting(match, subject) or not is_label(match) or not is_said_of_the_key(match):
        return False
    line = b"".join((line_around(match)[0], match[0], line_around(match)[1]))
    return len(line) <= LONGEST and not is_given_to_somebody(match) and not _otherwise().search(line)


_SYSTEMS = (
    "server, serveur, servidor, rechner, datenbank, base de datos, base de donn, base de dados, zertifikat, certific, verzeichnis",
    "サーバ, データベース, 証明書, 服务器, 伺服器, 数据库, 证书, 서버, 데이터베이스, 인증서",
    "сервер, база данных, базы данных, базу данных, сертификат",
)
_FATES = (
    "gelöscht, geloescht, löschen, loeschen, gesperrt, deaktiviert, ersetz, früher, frueher, ehemal, verboten",
    "tresor, liegen, liegt, gespeichert, nötig, noetig, erforderlich, benötigt, benoetigt",
    "supprim, désactiv, desactiv, révoqu, revoqu, remplac, anciennement, coffre, interdit, nécessaire, necessaire",
    "elimin, borra, revoc, revog, delet, reemplaz, substitu, sostitu, antes, guardad, armazenad, caja fuerte, cofre",
    "prohibid, proibid, vietat, necesari",
    "削除, 無効, 禁止, 代わり, 保管, 不要, 必要, 以前, 删除, 刪除, 禁用, 停用, 代替, 保存, 需要",
    "삭제, 비활성, 금지, 대신, 보관, 필요, 이전",
    "удал, отключ, вместо, хран, запрещ, нужн, бывш, раньше",
)
"""Beginnings of words."""


@functools.cache
def _otherwise() -> re.Pattern[bytes]:
    """Another system, what became of such keys, where they are kept, what is to be done with them, or a question."""
    return re.compile(rb"(?i)%b" % any_of(*_SYSTEMS, *_FATES, "?, ？"))


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
        regex=_keys_of_root,
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
            "Russian, in AWS's words": "# ключи доступа корневого пользователя\n" + PAIR,
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
