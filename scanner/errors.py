"""The one family of expected failures. Each ends as one line on standard error and exit status 2."""


class AkiaError(Exception):
    """Something a person can put right: a bad call, configuration, repository or file.

    The message is one line, names what is wrong and never holds a secret.
    """


class UsageError(AkiaError):
    """The call itself is wrong."""


class ConfigError(AkiaError):
    """A configuration or ignore file cannot be used; the message names it."""


class RepositoryError(AkiaError):
    """git is missing, or refuses or fails on the repository."""


class OutputError(AkiaError):
    """The report could not be written."""
