"""The last step of every playbook: taking a dead secret out of the history. Support: no playbook stands here."""

from __future__ import annotations

from patterns._playbook import StepTemplate

PURGE = StepTemplate(
    title="Take it out of the files and, last of all, out of the history",
    detail=(
        "Only now, when it opens nothing: a rewritten history does not reach clones, forks, caches and whoever has "
        "already copied it. In a fresh clone, open the file that the first command makes, readable by you alone, and "
        "write the secret into it with an editor, one value on a line; never put it on a command line, which shells "
        "record. git-filter-repo 2.47 or newer replaces each value in all commits. Look the result over, lift branch "
        "protection, push, and let everybody clone anew; merging an old clone brings the secret back. On GitHub ask "
        "support to remove cached views and pull request references, and deal with the forks."
    ),
    commands=(
        '(umask 077 && : > "$HOME/leaked-values.txt")',
        'git filter-repo --sensitive-data-removal --replace-text "$HOME/leaked-values.txt"',
        "git push --force --mirror origin",
        'rm -f "$HOME/leaked-values.txt"',
    ),
    reference="https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository",
)
