"""The last step of every playbook: a dead secret leaves the history, or a live one never enters. No playbook."""

from __future__ import annotations

from patterns._playbook import REMOTE, StepTemplate

PAGE = "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository"

VALUES = (
    'In place of the first command, `akia remediate REPORT.json --filter-repo "$HOME/leaked-values.txt"`, run in this '
    "repository, writes that file, in all forms in which the values stand there. Else write the secret into the file with "
    "an editor, one value on a line, as it stands in the repository; never put it on a command line, which shells record."
)

PURGE = StepTemplate(
    title="Take it out of the files and, last of all, out of the history",
    detail=(
        "Only now, when it opens nothing: a rewritten history does not reach clones, forks, caches and whoever has "
        "already copied it. "
        + VALUES
        + " git-filter-repo 2.47 or newer then replaces it in the files and messages of all commits of a fresh clone. "
        "Look the result over, lift branch protection, push, and let everybody clone anew: merging from an old clone "
        "brings the secret back. On GitHub, ask support to drop cached views and pull requests (the fourth command "
        "counts those that changed), and see to the forks."
    ),
    commands=(
        '(umask 077 && : > "$HOME/leaked-values.txt")',
        'git clone -- "$(git remote get-url origin)" "$HOME/purged-clone"',
        'test -s "$HOME/leaked-values.txt" && git -C "$HOME/purged-clone" filter-repo --sensitive-data-removal '
        '--replace-text "$HOME/leaked-values.txt" --replace-message "$HOME/leaked-values.txt"',
        "grep -c '^refs/pull/.*/head$' \"$HOME/purged-clone/.git/filter-repo/changed-refs\"",
        'git -C "$HOME/purged-clone" push --force --mirror origin',
        'rm -f "$HOME/leaked-values.txt"',
    ),
    reference=PAGE,
    exposed=REMOTE,
)
REWRITE = StepTemplate(
    title="Take it out of the files and, last of all, out of the commits, before anything is pushed",
    detail=(
        "No remote has these commits, so nobody else must clone anew. If they are few, stop at each (git commit --amend "
        "for the last, git rebase -i for others), take it out and go on. For many: "
        + VALUES
        + " git-filter-repo 2.47 or newer replaces it in all commits of a "
        "copy, which the last command makes a work tree of: go on in that, and delete this one. Until then reflogs and "
        "the object store of this copy keep what was committed."
    ),
    commands=(
        '(umask 077 && : > "$HOME/leaked-values.txt")',
        'git clone --mirror --no-local -- "$(git rev-parse --absolute-git-dir)" "$HOME/purged.git"',
        'test -s "$HOME/leaked-values.txt" && git -C "$HOME/purged.git" filter-repo --force --sensitive-data-removal '
        '--no-fetch --replace-text "$HOME/leaked-values.txt" --replace-message "$HOME/leaked-values.txt"',
        'rm -f "$HOME/leaked-values.txt"',
        'git clone -- "$HOME/purged.git" "$HOME/purged-clone"',
    ),
    reference=PAGE,
    exposed=("local",),
)
KEEP_OUT = StepTemplate(
    title="Take it out of the file, stage the file anew, and commit",
    detail=(
        "No commit that this one builds on holds it, so there is no history to rewrite. Let the program read it from "
        "where secrets are kept: a role, a secret store, the environment. What was staged stays in the object store of "
        "this copy until git clears it away; it is not pushed."
    ),
    commands=("git diff --cached --stat",),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    exposed=("uncommitted",),
)
HISTORY = (PURGE, REWRITE, KEEP_OUT)
"""The one that fits is shown."""
