"""Reports made by hand, with masked values only."""

from __future__ import annotations

from scanner.model import (
    Account,
    Commit,
    Evidence,
    Exposure,
    Finding,
    Location,
    Occurrence,
    Part,
    Place,
    Principal,
    Remediation,
    Report,
    Skipped,
    Step,
    Suppressed,
)

STARS = "*" * 12
COMMIT = Commit("1f" * 20, "Ada", "ada@example.com", "2024-05-06T07:08:09+00:00", "Add the settings")


def part(role: str, masked: str, path: str, line: int, column: int) -> Part:
    pattern = {"id": "aws-access-key-id", "secret": "aws-secret-access-key"}.get(role, f"aws-{role}")
    return Part(pattern, role, masked, f"{line:032x}", Location(path, line, column, line, column + len(masked)))


def occurrence(path: str, line: int, place: Place = "work-tree", commit: Commit | None = None) -> Occurrence:
    return Occurrence(path, line, "ab" * 20 if commit else None, commit, ("refs/heads/main",) if commit else (), place)


def remedy(playbook: str, summary: str, *titles: str) -> Remediation:
    steps = tuple(
        Step(
            title,
            f"Why: {title.lower()}.",
            (f"aws iam step-{number} --user-name alice",),
            "https://example.com/",
        )
        for number, title in enumerate(titles, 1)
    )
    return Remediation(playbook, summary, steps)


ROOT = Finding(
    fingerprint="a" * 32,
    kind="access-key-pair",
    severity="critical",
    confidence="high",
    title="Long-term access key with its secret of the account's root user",
    tags=(),
    principal=Principal(
        type="root",
        confidence="high",
        account_id="123456789013",
        partition="aws",
        evidence=(
            Evidence(
                "root-key-file",
                "root",
                "strong",
                "The file has the layout of a root key file.",
                "rootkey.csv",
                1,
            ),
            Evidence("path-word", "root", "weak", "The path speaks of the root user.", None, None),
        ),
    ),
    parts=(
        part("id", f"AKIA{STARS}WXYZ", "rootkey.csv", 2, 1),
        part("secret", f"wJal{'*' * 32}Yk3Y", "rootkey.csv", 2, 22),
    ),
    occurrences=(occurrence("rootkey.csv", 2), occurrence("old/rootkey.csv", 2)),
    remediation=remedy(
        "root-access-key",
        "Delete the key, do not rotate it: the root user needs none, and what it did is done by an IAM role or user "
        "with a policy for the actions and resources that are used.",
        "Deactivate the key",
        "Look at what was done with it",
        "Delete the key",
        "Make an identity with limited rights",
        "Purge the history",
    ),
)
USER = ROOT._replace(
    fingerprint="b" * 32,
    severity="critical",
    title="Long-term access key with its secret of an IAM user",
    principal=Principal(
        type="iam-user",
        confidence="medium",
        account_id="210987654321",
        name="alice",
        partition="aws-cn",
        conflict=True,
        evidence=(Evidence("arn", "iam-user", "medium", "An ARN near it names the user alice.", "app.env", 7),),
    ),
    parts=(part("id", f"AKIA{STARS}ABCD", "app.env", 3, 20),),
    occurrences=tuple(occurrence(f"src/{name}.env", 3) for name in "abcde"),
    remediation=remedy(
        "iam-user-access-key", "Deactivate the key, then replace it.", "Deactivate the key", "Replace it"
    ),
)
LONE = ROOT._replace(
    fingerprint="c" * 32,
    kind="access-key-id",
    severity="medium",
    confidence="medium",
    title="Access key ID",
    tags=("canary",),
    principal=Principal(type="unknown", confidence="low", account_id="123456789013"),
    parts=(part("id", f"AKIA{STARS}QRST", "docs/notes.md", 12, 5),),
    occurrences=(occurrence("docs/notes.md", 12, "blob", COMMIT),),
    remediation=remedy("access-key-id", "Find out whose it is.", "Ask AWS which account it is of"),
)
EXAMPLE = Suppressed(
    LONE._replace(fingerprint="d" * 32, tags=()), "documentation-example", "published", "docs/notes.md:3"
)
ALLOWED = Suppressed(
    LONE._replace(fingerprint="e" * 32, tags=()), "inline", "the comment akia:allow", "docs/notes.md:4"
)
LOST = Skipped("secret.zip", "encrypted", "a member is encrypted", True)
LINK = Skipped("outside", "link", "leads out of the root", False)

CLEAN = Report("paths", ".", 3, 999, 0.04, (), (), ())
FULL = Report("paths", ".", 5801, 137_000_000, 0.42, (LONE, USER, ROOT), (EXAMPLE, EXAMPLE, ALLOWED), (LOST, LINK))
STAGED = Report("staged", ".", 2, 1500, 0.01, (USER,), (), ())
HOSTILE_TEXT = "a\n::error::b\x1b[2J\u202egpj.\u2028\udcffz"


def hostile(text: str) -> Report:
    """A report in which everything that others can choose is this text."""
    finding = LONE._replace(
        title=text,
        tags=(text,),
        principal=Principal(
            "iam-user",
            "low",
            None,
            text,
            text,
            evidence=(Evidence("x", "root", "weak", text, text, 1),),
            account=Account(text, text, text, "production"),
        ),
        parts=(part("id", text, text, 1, 1), part("secret", text, text, 2, 1)),
        occurrences=(
            occurrence(text, 1),
            Occurrence(text, 2, None, COMMIT._replace(author=text, subject=text), (text,), "blob", tips=(text,)),
        ),
        remediation=Remediation("x", text, (Step(text, text, (text,), text),)),
        exposure=Exposure("public", "contain-first", text, text, True),
        severity_reason=text,
    )
    return Report(
        "staged",
        text,
        1,
        1,
        0.0,
        (finding,),
        (Suppressed(finding, "config", text, text),),
        (Skipped(text, "unreadable", text, True),),
    )


HOSTILE = hostile(HOSTILE_TEXT)
ATTACKS = {
    "control characters and line ends": HOSTILE_TEXT,
    "markup": "\"'><script>alert(1)</script><img src=x onerror=alert(1)>",
    "the end of a section of XML": "]]>&lt;<!--",
    "a formula": "=cmd|' /C calc'!A0",
    "another formula": "@SUM(1+1)",
    "a command of a workflow": "::set-output name=a::b%0A::error::c",
    "an older command of a workflow": "##[add-mask]x",
    "links and images of Markdown": "[x](http://evil.example) `![y](http://evil.example/z.png)",
    "places for arguments": "{0} {{1}}",
    "a script as an address": "javascript:alert(1)",
    "a template": "{{ 7 * 7 }}{% raw %}",
}

EARLY = COMMIT._replace(id="2e" * 20, date="2021-03-04T09:12:00+00:00", subject="Keep the key")
LATE = COMMIT._replace(id="3d" * 20, author="Grace", date="2022-07-08T23:30:00-05:00", subject="Bring it back")


def appeared(path: str, line: int, first: Commit, last: Commit, *tips: str, place: Place = "blob") -> Occurrence:
    return Occurrence(path, line, "cd" * 20, first, ("refs/heads/main", "refs/tags/v1"), place, tips, "ref", last)


GONE = ROOT._replace(
    principal=ROOT.principal._replace(account=Account("payments", "Billing", "billing@example.com", "production")),
    exposure=Exposure(
        "public", "contain-first", "A remote is on a host of public repositories.", "2021-03-04T09:12:00+00:00", False
    ),
    severity_reason="The account is one of production.",
    occurrences=(appeared("rootkey.csv", 2, EARLY, LATE), appeared("old/rootkey.csv", 2, LATE, LATE)),
)
PACKED = USER._replace(
    parts=(
        part("id", f"AKIA{STARS}ABCD", "build/app 1.zip!conf/ä#?%.env", 3, 20),
        part("secret", f"wJal{'*' * 32}Yk3Z", "build/app 1.zip!conf/ä#?%.env", 4, 20),
    ),
    occurrences=(
        appeared("build/app 1.zip!conf/ä#?%.env", 3, LATE, LATE, "refs/heads/main"),
        appeared(f"commit-message:{'3d' * 20}", 5, LATE, LATE, "refs/heads/main", place="commit-message"),
    ),
)
OTHER = PACKED._replace(
    fingerprint="f" * 32,
    principal=PACKED.principal._replace(name="bob", conflict=False),
    occurrences=(appeared("b.env", 1, COMMIT, COMMIT, "refs/heads/main"),),
    parts=(part("id", f"AKIA{STARS}EFGH", "b.env", 1, 1), part("secret", "*" * 8, "b.env", 1, 30)),
    remediation=PACKED.remediation._replace(
        steps=tuple(
            step._replace(commands=tuple(command.replace("alice", "bob") for command in step.commands))
            for step in PACKED.remediation.steps
        )
    ),
)
HISTORY = Report("history", "service", 812, 4_100_000, 1.25, (GONE, PACKED, OTHER, LONE), (EXAMPLE,), (LOST,))
REPORTS = {
    "nothing found": CLEAN,
    "nothing found, but not all looked at": CLEAN._replace(skipped=(LOST, LINK)),
    "findings, suppressed and skipped ones": FULL,
    "what is staged": STAGED,
    "a history": HISTORY,
    **{f"hostile: {name}": hostile(text) for name, text in ATTACKS.items()},
}
