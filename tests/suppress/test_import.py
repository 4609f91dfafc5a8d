"""Moving over: what other scanners were told to be silent about is carried over, and nothing else is."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository
from running import AKIA

from patterns._fake import fake
from scanner.suppress.baseline import Entry, parsed

DETECT_SECRETS = str(Path(sys.executable).parent / "detect-secrets")
THIRD = PAIR.replace("<id>", "<id#3>").replace("<secret>", "<secret#3>")
PEM = f"""-----BEGIN RSA PRIVATE KEY-----
MIIE<b64:60>
{"".join(f"<b64:64#{number}>{chr(10)}" for number in range(8))}-----END RSA PRIVATE KEY-----
"""


class Work:
    """A repository with a credential in it, and the commands run there."""

    def __init__(self, repository: Repository) -> None:
        self.repository, self.folder = repository.write("a.ini", PAIR).commit(), repository.folder

    def run(self, *arguments: str) -> tuple[int, str, str]:
        done = subprocess.run([AKIA, *arguments], cwd=self.folder, capture_output=True, timeout=300, text=True)
        return done.returncode, done.stdout, done.stderr

    def detect_secrets(self, *options: str) -> None:
        """Makes a real baseline of the files that git tracks."""
        made = subprocess.run([DETECT_SECRETS, "scan", *options], cwd=self.folder, capture_output=True, check=True)
        (self.folder / ".secrets.baseline").write_bytes(made.stdout)

    def label(self, **labels: bool) -> None:
        """Puts labels on all entries of that baseline, as its audit does."""
        file = self.folder / ".secrets.baseline"
        document = json.loads(file.read_text())
        for items in document["results"].values():
            for item in items:
                item.update(labels)
        file.write_text(json.dumps(document))

    def git_id(self) -> str:
        return self.repository.ask("rev-parse", "HEAD").decode()

    def entries(self) -> list[Entry]:
        file = self.folder / ".akia-baseline"
        return list(parsed("b", file.read_bytes()).entries.values()) if file.exists() else []

    def imported(self, name: str, text: str, *options: str) -> tuple[int, str]:
        (self.folder / name).write_text(text)
        status, out, said = self.run("baseline", "import", name, *options)
        return status, out + said


@pytest.fixture
def work(repository: Repository) -> Work:
    return Work(repository)


def secret(number: str = "") -> str:
    return fake(f"<secret{number}>").decode()


def test_a_baseline_of_detect_secrets_makes_the_gate_green(work: Work) -> None:
    work.repository.write("src/b.py", 'AWS_SECRET_ACCESS_KEY = "<secret#2>"\nkey = "<id#2>"\n').write(
        "c.yml", "a: b\n"
    ).commit()
    work.detect_secrets()
    assert work.run("baseline", "import", ".secrets.baseline")[0] == 0
    assert len(work.entries()) == 2
    assert {entry.reason for entry in work.entries()} == {"in detect-secrets' baseline, not audited"}
    assert work.run("scan", "--baseline", ".akia-baseline")[0] == 0


@pytest.mark.parametrize(
    ("labels", "reason", "warned"),
    [
        pytest.param({"is_secret": False}, "no secret, says detect-secrets' audit", False, id="audited as none"),
        pytest.param({"is_secret": True}, "a real secret, says detect-secrets' audit", True, id="audited as real"),
        pytest.param({"is_verified": True}, "live, says detect-secrets' check", True, id="verified"),
        pytest.param({"is_verified": True, "is_secret": False}, "no secret, says detect-secrets' audit", False, id="verified, and overruled"),
    ],
)  # fmt: skip
def test_labels_become_reasons(work: Work, labels: Mapping[str, bool], reason: str, warned: bool) -> None:
    work.detect_secrets()
    work.label(**labels)
    said = work.run("baseline", "import", ".secrets.baseline")[2]
    assert [entry.reason for entry in work.entries()] == [reason]
    assert ("such work until they are revoked" in said) == warned


def test_a_secret_that_came_later_is_not_carried_over(work: Work) -> None:
    work.detect_secrets()
    work.repository.write("a.ini", OTHER)
    _, _, said = work.run("baseline", "import", ".secrets.baseline")
    assert work.entries() == []
    assert "a.ini:1 (AWS Access Key): nothing is found for it" in said
    assert "1 finding is not in it" in said


def test_a_token_that_it_knows_by_its_first_letters_is_the_one_in_that_file(work: Work) -> None:
    """All tokens of GitHub have one digest there: that of `ghp`."""
    work.repository.write("akia.toml", b'packs = ["detect-secrets", "aws"]\n')
    work.repository.write("t.py", "GH: ghp_<base36:36>\nGL: glpat-<url64:20>\n").commit()
    work.detect_secrets()
    work.repository.write("new.py", "GH: ghp_<base36:36#2>\n")
    assert "nothing is found" not in work.run("baseline", "import", ".secrets.baseline")[2]
    kinds = sorted(entry.kind for entry in work.entries())
    assert kinds == ["access-key-pair", "detect-secrets-github-token", "detect-secrets-gitlab-token"]


def test_a_slim_baseline_and_a_moved_file_are_fine(work: Work) -> None:
    work.detect_secrets("--slim")
    work.repository.git("mv", "a.ini", "moved.ini")
    work.run("baseline", "import", ".secrets.baseline")
    assert len(work.entries()) == 1


def test_a_baseline_that_powershell_wrote_is_read(work: Work) -> None:
    work.detect_secrets()
    file = work.folder / ".secrets.baseline"
    file.write_bytes(file.read_text().encode("utf-16"))
    assert work.run("baseline", "import", ".secrets.baseline")[0] == 0
    assert len(work.entries()) == 1


def test_a_baseline_of_version_0_is_read(work: Work) -> None:
    digest = hashlib.sha1(secret().encode(), usedforsecurity=False).hexdigest()
    old = {
        "exclude": {"files": "^vendor/", "lines": None},
        "plugins_used": [{"name": "AWSKeyDetector"}],
        "results": {
            "a.ini": [{"hashed_secret": digest, "line_number": 2, "type": "AWS Access Key", "is_secret": False}]
        },
        "version": "0.13.1",
    }
    _, said = work.imported(".secrets.baseline", json.dumps(old))
    assert len(work.entries()) == 1
    assert "/vendor/" in said.splitlines()


def test_our_own_plug_in_is_no_code_of_somebody_else(work: Work) -> None:
    import scanner.adapters.detect_secrets as plugin

    work.detect_secrets("-p", plugin.__file__)
    assert "code of your own" not in work.run("baseline", "import", ".secrets.baseline")[2]


def test_filters_of_detect_secrets_are_carried_over_or_said(work: Work) -> None:
    work.repository.write("b.ini", OTHER).write("c.ini", THIRD.replace("\n", "  # mock\n")).commit()
    work.detect_secrets(
        "--exclude-secrets",
        "^" + fake("<id#2>").decode(),
        "--exclude-lines",
        "# mock$",
        "--exclude-files",
        "VENDOR{2}",
    )
    out, said = work.run("baseline", "import", ".secrets.baseline")[1:]
    assert len(work.entries()) == 3
    assert "expression 1 for paths cannot be told by globs" in said
    assert out == ""


def test_what_is_an_example_needs_no_entry(work: Work) -> None:
    work.repository.write("doc.md", "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n").commit()
    work.detect_secrets()
    assert "1 entry not needed" in work.run("baseline", "import", ".secrets.baseline")[2]
    assert len(work.entries()) == 1


def test_a_password_counts_in_its_own_file_alone(work: Work) -> None:
    """Two people may have the same password, and one of them was never looked at."""
    console = "User name,Password,Console sign-in URL\n{},{},https://404931337576.signin.aws.amazon.com/console\n"
    password = "-".join(("Tr0ub4dor", "and", "3"))
    work.repository.write("a_credentials.csv", console.format("ann", password).encode())
    work.repository.write("b_credentials.csv", console.format("bob", password).encode())
    digest = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest()
    known = {
        "results": {"a_credentials.csv": [{"hashed_secret": digest, "type": "Secret Keyword"}]},
        "version": "1.5.0",
    }
    work.imported(".secrets.baseline", json.dumps(known))
    assert [entry.hint for entry in work.entries()] == ["ann"]


def test_a_key_is_no_url_that_was_signed_with_it(work: Work) -> None:
    """In another file: whoever allowed the key never saw what the URL opens."""
    url = "https://b.s3.amazonaws.com/x?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=<id>%2F20260101%2Fus-east-1%2Fs3%2Faws4_request"
    rest = "&X-Amz-Date=20260101T000000Z&X-Amz-Expires=604800&X-Amz-SignedHeaders=host&X-Amz-Signature=<hex:64>\n"
    work.detect_secrets()
    work.repository.write("u.txt", url + rest)
    work.run("baseline", "import", ".secrets.baseline")
    assert [entry.kind for entry in work.entries()] == ["access-key-pair"]


def test_a_private_key_counts_in_its_own_file(work: Work) -> None:
    """detect-secrets knows of it no more than how its file begins."""
    work.repository.write("ec2.pem", PEM).commit()
    work.detect_secrets()
    work.run("baseline", "import", ".secrets.baseline")
    assert sorted(entry.kind for entry in work.entries()) == ["access-key-pair", "private-key"]


def test_a_place_in_a_commit_is_found_in_the_history(work: Work) -> None:
    first = work.git_id()
    work.repository.remove("a.ini").commit()
    assert work.imported(".gitleaksignore", f"# known\n\n{first}:a.ini:aws-access-token:1\n")[0] == 0
    assert len(work.entries()) == 1
    assert work.run("history", "--baseline", ".akia-baseline")[0] == 0


def test_what_came_from_the_history_is_not_pruned_as_gone(work: Work) -> None:
    commit = work.git_id()
    work.repository.remove("a.ini").commit()
    work.imported(".gitleaksignore", f"{commit}:a.ini:aws-access-token:1\n")
    assert "0 entries taken out, 1 kept" in work.run("baseline", "prune")[2]


def test_a_commit_between_the_first_and_the_last_is_found(work: Work) -> None:
    """One content that came, went and came again: a report keeps the ends of that alone."""
    work.repository.remove("a.ini").commit().write("a.ini", PAIR).commit()
    between = work.git_id()
    work.repository.remove("a.ini").commit().write("a.ini", PAIR).commit()
    work.imported(".gitleaksignore", f"{between}:a.ini:generic-api-key:2\n")
    assert len(work.entries()) == 1


@pytest.mark.parametrize(
    ("line", "why"),
    [
        pytest.param("a.ini:slack-bot-token:1", "(slack-bot-token): nothing is found", id="a rule for something else"),
        pytest.param("a.ini:aws-access-token:9", "nothing is found", id="a line without a credential"),
        pytest.param("b.ini:aws-access-token:1", "nothing is found", id="a file that is gone"),
        pytest.param(f"{'0' * 40}:a.ini:aws-access-token:1", "nothing is found", id="a commit that is not here"),
        pytest.param("what is this", "no fingerprint", id="no fingerprint"),
        pytest.param("one.json:aws-access-token:1", "several credentials stand there", id="several on the line"),
    ],
)
def test_what_a_gitleaksignore_does_not_say_is_said(work: Work, line: str, why: str) -> None:
    pair = '{"accessKeyId": "<id%s>", "secretAccessKey": "<secret%s>"}'
    work.repository.write("one.json", f"[{pair % ('#4', '#4')}, {pair % ('#5', '#5')}]\n")
    _, said = work.imported(".gitleaksignore", line + "\n")
    assert work.entries() == []
    assert why in said


@pytest.mark.parametrize("path", [pytest.param("sub/b.ini", id="as it is"), pytest.param("sub\\b.ini", id="of Windows"), pytest.param("./sub/b.ini", id="from here")])  # fmt: skip
def test_a_place_without_a_commit_is_one_in_the_files(work: Work, path: str) -> None:
    work.repository.write("sub/b.ini", OTHER)
    work.imported(".gitleaksignore", f"{path}:aws-access-token:1\n")
    assert len(work.entries()) == 1


def test_a_rule_that_is_in_force_here_too_is_carried_over(work: Work) -> None:
    rule = b'[[rules]]\nid = "acme-token"\nregex = "acme_[a-z0-9]{20}"\nkeywords = ["acme_"]\n'
    work.repository.write("gitleaks.toml", rule).write("akia.toml", b'rules = ["gitleaks.toml"]\n')
    work.repository.write("t.txt", b"token: acme_k3j9x0q7w5e1r8t2y6u4\n")
    work.imported(".gitleaksignore", "t.txt:acme-token:1\n")
    assert [entry.kind for entry in work.entries()] == ["acme-token"]


RULE = '[[rules]]\nid = "{}"\nregex = "x"\n[[rules.allowlists]]\n'

OWN = """[[rules]]
id = 'our-aws-id'
regex = 'key_id = (AKIA[A-Z0-9]{16})'
[[rules.allowlists]]
"""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("[[allowlists]]\ntargetRules = ['slack']\nregexes = ['AKIA']\n", 0, id="a rule for something else"),
        pytest.param(RULE.format("slack") + "regexes = ['AKIA']\n", 0, id="in a rule for something else"),
        pytest.param("[allowlist]\nregexTarget = 'line'\nregexes = ['nothing like it']\n", 0, id="another line"),
        pytest.param("[allowlist]\ncondition = 'AND'\nregexes = ['AKIA']\npaths = ['src']\n", 0, id="both, and one is met"),
        pytest.param("[allowlist]\nregexes = ['^AKIA']\n", 2, id="an expression for the secret"),
        pytest.param("[[allowlists]]\nregexTarget = 'line'\nregexes = ['^aws_access']\n", 2, id="one for the line"),
        pytest.param("[[allowlists]]\nregexTarget = 'match'\nregexes = ['^AKIA.{16}$']\n", 2, id="one for the match, an ID alone"),
        pytest.param("[[allowlists]]\nregexTarget = 'match'\nregexes = ['^aws_access']\n", 0, id="what stands before the match"),
        pytest.param("[[allowlists]]\nregexTarget = 'match'\nregexes = ['^aws_secret_.*=']\n", 2, id="the name before a secret"),
        pytest.param(RULE.format("generic-api-key").replace("regex", "#") + "regexTarget = 'match'\nregexes = ['^aws_secret']\n", 2, id="the match of a generic rule"),
        pytest.param(OWN + "regexTarget = 'match'\nregexes = ['^key_id = ']\n", 2, id="the match of a rule of one's own"),
        pytest.param(OWN + "regexTarget = 'match'\nregexes = ['aws_']\n", 0, id="what a rule of one's own does not match"),
        pytest.param(OWN + "[[allowlists]]\nregexTarget = 'match'\nregexes = ['^key_id = ']\n", 2, id="for all rules, the match of one's own"),
        pytest.param("[allowlist]\ncondition = 'AND'\nregexTarget = 'match'\nregexes = ['^AKIA']\npaths = ['tests/']\n", 1, id="both, and the match"),
        pytest.param("[allowlist]\nstopwords = ['akia']\n", 2, id="a stop word, in any case"),
        pytest.param("[[allowlists]]\ntargetRules = ['aws-access-token']\nregexes = ['AKIA']\n", 2, id="a rule for AWS"),
        pytest.param(RULE.format("aws-access-token") + "paths = ['^tests/']\n", 1, id="a path of a rule for AWS"),
        pytest.param("[allowlist]\ncondition = 'AND'\nregexes = ['AKIA']\npaths = ['tests/']\n", 1, id="both"),
    ],
)  # fmt: skip
def test_allowlists_of_gitleaks_are_carried_over(work: Work, text: str, number: int) -> None:
    work.repository.write("tests/b.ini", OTHER)
    _, said = work.imported(".gitleaks.toml", text)
    assert len(work.entries()) == number
    assert all(entry.reason.startswith("allowed by .gitleaks.toml: allowlist 1") for entry in work.entries())
    assert (number > 0) or "not carried over: .gitleaks.toml" in said


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        pytest.param("[allowlist]\ncommits = ['{}']\n", {"a.ini"}, id="for all rules"),
        pytest.param("[[allowlists]]\ncommits = ['x', '{}']\nregexes = ['^AKIA']\n", {"a.ini", "b.ini"}, id="or a word"),
        pytest.param(RULE.format("aws-access-token") + "commits = ['{}']\n", {"a.ini"}, id="of a rule for AWS"),
        pytest.param(RULE.format("slack") + "commits = ['{}']\n", set(), id="of a rule for something else"),
        pytest.param("[allowlist]\ncommits = ['{}']\npaths = ['b']\ncondition = 'AND'\n", set(), id="and something else"),
    ],
)  # fmt: skip
def test_what_came_in_with_commits_that_gitleaks_leaves_out_is_carried_over(
    work: Work, text: str, carried: set[str]
) -> None:
    first = work.git_id()
    work.repository.write("b.ini", OTHER).write("a.ini", PAIR + "more = yes\n").commit()
    assert work.imported(".gitleaks.toml", text.format(first.upper()))[0] == 0
    left = (
        work.run("scan", "--baseline", ".akia-baseline", "--format", "csv", "--no-suppressed")[1]
        if work.entries()
        else "a.ini b.ini"
    )
    assert {name for name in ("a.ini", "b.ini") if name not in left} == carried


def test_what_came_in_with_another_commit_too_is_not_carried_over(work: Work) -> None:
    first = work.git_id()
    work.repository.write("copy.ini", PAIR).commit()
    _, said = work.imported(".gitleaks.toml", f"[allowlist]\ncommits = ['{first}']\n")
    assert work.entries() == []
    assert "allowlist 1, commits: nothing is found that came in with these alone" in said


def test_paths_that_gitleaks_leaves_out_become_globs_and_the_rest_is_said(work: Work) -> None:
    text = "[extend]\nuseDefault = true\n[[allowlists]]\npaths = ['^vendor/', '[a-z]+x']\n"
    text += "[[allowlists]]\ncondition = 'AND'\ncommits = ['abc']\npaths = ['^x/']\n"
    (work.folder / ".gitleaks.toml").write_text(text + '[[rules]]\nid = "acme"\nregex = "x"\n')
    status, out, said = work.run("baseline", "import", ".gitleaks.toml")
    assert (status, out) == (0, "/vendor/\n")
    for words in ("commits", "useDefault", "its rules; name the file in rules", "expression 2 for paths"):
        assert f"not carried over: .gitleaks.toml: {words}" in said or words in said
    assert not (work.folder / ".akia-baseline").exists()


@pytest.mark.parametrize(
    ("name", "text", "options"),
    [
        pytest.param("x.toml", "a = 1", (), id="other settings"),
        pytest.param("x.toml", "[allowlist", (), id="broken"),
        pytest.param("akia.toml", "rules = []", (), id="our own settings"),
        pytest.param("x.toml", "a = 1", ("--from", "gitleaks"), id="other settings, by force"),
        pytest.param("x.toml", "[allowlist]\ncondition = 'XOR'", (), id="what gitleaks would not take"),
    ],
)
def test_no_settings_of_gitleaks_are_an_error(work: Work, name: str, text: str, options: tuple[str, ...]) -> None:
    assert work.imported(name, text, *options)[0] == 2


def finding(**more: object) -> dict[str, object]:
    """A finding as gitleaks 8 reports it."""
    known = {
        "RuleID": "aws-access-token",
        "Description": "AWS",
        "StartLine": 1,
        "EndLine": 1,
        "StartColumn": 22,
        "EndColumn": 41,
    }
    known |= {
        "Match": "REDACTED",
        "Secret": "REDACTED",
        "File": "a.ini",
        "SymlinkFile": "",
        "Commit": "",
        "Entropy": 3.5,
    }
    known |= {
        "Author": "",
        "Email": "",
        "Date": "",
        "Message": "",
        "Tags": [],
        "Fingerprint": "a.ini:aws-access-token:1",
    }
    return known | more


@pytest.mark.parametrize(
    "item",
    [
        pytest.param(finding(), id="redacted, by its place"),
        pytest.param(finding(Secret="AKIA...", Match="AKIA..."), id="redacted in part"),
        pytest.param(
            finding(Secret=fake("<id>").decode(), File="elsewhere.ini", StartLine=7), id="by its key ID, moved"
        ),
        pytest.param(finding(Secret=secret(), RuleID="generic-api-key", StartLine=2), id="by its secret"),
        pytest.param(finding(Secret=secret(), RuleID="my-own-rule"), id="by its secret, of a rule of one's own"),
    ],
)
def test_a_report_of_gitleaks_is_a_baseline(work: Work, item: Mapping[str, object]) -> None:
    _, said = work.imported("report.json", json.dumps([item]))
    assert len(work.entries()) == 1
    assert secret() not in said + (work.folder / ".akia-baseline").read_text()


@pytest.mark.parametrize(
    "item",
    [
        pytest.param(finding(Secret=secret("#9")), id="another secret in that place"),
        pytest.param(finding(RuleID="slack-bot-token"), id="redacted, of a rule for something else"),
        pytest.param(finding(StartLine="1"), id="no line"),
    ],
)
def test_another_secret_of_a_report_is_none_of_ours(work: Work, item: Mapping[str, object]) -> None:
    _, said = work.imported("report.json", json.dumps([item]))
    assert work.entries() == []
    assert "not carried over" in said
    assert secret("#9") not in said


def test_what_gitallowed_allows_is_carried_over(work: Work) -> None:
    work.repository.write("b.ini", OTHER).write("tests/c.ini", THIRD)
    text = f"# ours\n\na.ini:.*{secret()[:8]}\n^tests/\nnever[[:digit:]]+\n"
    _, said = work.imported(".gitallowed", text.replace("+", "[+]", text.count("+") - 1))
    assert sorted(entry.reason for entry in work.entries()) == ["allowed by .gitallowed:3", "allowed by .gitallowed:4"]
    assert ".gitallowed:5: nothing is found for it" in said
    assert secret()[:8] not in said


def test_what_is_allowed_in_one_place_is_not_known_in_another(work: Work) -> None:
    work.repository.write("tests/same.ini", PAIR)
    _, said = work.imported(".gitallowed", "^tests/\n")
    assert work.entries() == []
    assert "stands in another, too" in said


def test_settings_of_git_secrets_are_read_and_nothing_is_run(work: Work) -> None:
    git = work.repository.git
    git("config", "--add", "secrets.allowed", fake("<id>").decode())
    git("config", "--add", "secrets.patterns", "(A3T[A-Z0-9]|AKIA)[A-Z0-9]{16}")
    git("config", "--add", "secrets.patterns", "my-[0-9]+")
    git("config", "--add", "secrets.providers", "git secrets --aws-provider")
    git("config", "--add", "secrets.providers", "touch ran")
    status, _, said = work.run("baseline", "import", ".git/config")
    assert (status, len(work.entries())) == (0, 1)
    assert "of secrets.patterns what is your own (1)" in said
    assert "the commands of secrets.providers (1)" in said
    assert not (work.folder / "ran").exists()


def test_settings_without_a_word_of_git_secrets_name_nothing(work: Work) -> None:
    _, said = work.imported(".gitallowed", fake("^a.ini:.*<id>").decode().replace("+", "[+]") + "\n", ".git/config")
    assert [entry.reason for entry in work.entries()] == ["allowed by .gitallowed:1"]
    assert "not carried over" not in said


@pytest.mark.parametrize("text", [pytest.param("(a)\\1", id="a back-reference"), pytest.param("(?=a)b", id="looking ahead"), pytest.param("(", id="broken")])  # fmt: skip
def test_an_expression_that_may_not_end_is_not_run(work: Work, text: str) -> None:
    assert ".gitallowed:1 holds " in work.imported(".gitallowed", text + "\n")[1]


def test_one_that_would_not_end_elsewhere_ends_here(work: Work) -> None:
    work.repository.write("b.ini", OTHER.replace("\n", "  # " + "a" * 1500 + "\n"))
    assert work.imported(".gitallowed", "(a+)+$$b\n")[0] == 0


def test_paths_that_trufflehog_leaves_out_become_globs(work: Work) -> None:
    (work.folder / "trufflehog-exclude.txt").write_text("# vendored\n^vendor/\n\\.lock$\n[a-z]+x\n")
    status, out, said = work.run("baseline", "import", "trufflehog-exclude.txt")
    assert (status, out) == (0, "/vendor/\n*.lock\n")
    assert "expression 3 for paths" in said
    assert not (work.folder / ".akia-baseline").exists()


def test_how_other_secrets_are_found_is_said_until_they_are(work: Work) -> None:
    work.repository.write("b.py", 'token = "ghp_<base36:36>"\n').commit()
    work.detect_secrets()
    hint = 'packs = ["aws", "detect-secrets"] in akia.toml'
    assert hint in work.run("baseline", "import", ".secrets.baseline")[2]
    work.repository.write("akia.toml", b'packs = ["aws", "detect-secrets"]\n')
    assert hint not in work.run("baseline", "import", ".secrets.baseline")[2]


def test_entries_are_added_to_those_that_are_there(work: Work) -> None:
    work.run("baseline", "create", "--reason", "first")
    work.repository.write("b.ini", OTHER)
    work.imported(
        "report.json", json.dumps([finding(File="b.ini"), finding()]), "--reason", "second", "--until", "2099-01-01"
    )
    assert sorted((entry.reason, entry.until) for entry in work.entries()) == [
        ("first", None),
        ("second", "2099-01-01"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        pytest.param("what.txt", "hello\n", "not a file of", id="something else"),
        pytest.param("a.json", "[{}]", "no report of gitleaks", id="another list"),
        pytest.param("a.json", "{}", "not a file of", id="another document"),
        pytest.param("a.json", "[" * 100_000, "not a file of", id="a document that is very deep"),
    ],
)
def test_another_file_is_named_and_not_repeated(work: Work, name: str, text: str, said: str) -> None:
    status, told = work.imported(name, text)
    assert status == 2
    assert said in told
    assert "hello" not in told


HOSTILE = "\ud800\n\x1b[2J\0\u202e"


@pytest.mark.parametrize(
    ("name", "document"),
    [
        pytest.param("r.json", [finding(File=HOSTILE, Commit=HOSTILE, RuleID=HOSTILE)], id="a report"),
        pytest.param("r.json", [finding(File="../../etc/passwd", Commit="--all")], id="a way out"),
        pytest.param("r.json", [finding(File={}, Commit=[], StartLine=-1, Secret=3)], id="a report of other types"),
        pytest.param("r.json", [finding(Commit="0" * 40, File=HOSTILE)], id="a commit with such a file"),
        pytest.param("r.json", [finding(Secret=HOSTILE)], id="such a secret"),
        pytest.param("r.json", {"results": {HOSTILE: [{"hashed_secret": "0" * 40, "type": HOSTILE}]}}, id="a baseline"),
        pytest.param("r.json", {"results": {"a": 7, "b": [7, {}], "c": None}}, id="a baseline of other types"),
    ],
)
def test_hostile_files_do_no_harm(work: Work, name: str, document: object) -> None:
    status, said = work.imported(name, json.dumps(document))
    assert (status, work.entries()) == (0, [])
    assert "internal error" not in said
    assert not {"\x1b", "\0", "\u202e"} & set(said)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(".gitleaksignore", "# nothing yet\n", id="an ignore file of comments"),
        pytest.param("r.json", "[]", id="a report without findings"),
        pytest.param(".secrets.baseline", '{"results": {}}', id="a baseline without entries"),
    ],
)
def test_a_file_that_names_nothing_makes_no_baseline(work: Work, name: str, text: str) -> None:
    status, said = work.imported(name, text)
    assert status == 0
    assert "no secret is named" in said
    assert not (work.folder / ".akia-baseline").exists()


def test_without_a_file_there_is_nothing_to_import(work: Work) -> None:
    assert work.run("baseline", "import")[0] == 2
