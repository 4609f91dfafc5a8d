"""Akia's scanner: how AWS credentials are found, judged and reported.

For programs: `scan`, `scan_bytes`, `staged`, `commits`, `history` give a `Report`; `rendered` writes it as JSON or in
another form; all that they raise is an `AkiaError`. docs/library.md shows them. Each is loaded when it is first asked
for: a hook imports this package too, and pays for what that takes.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scanner.errors import AkiaError
    from scanner.library import commits, history, rendered, scan, scan_bytes, staged
    from scanner.model import Report

__all__ = ["AkiaError", "Report", "commits", "history", "rendered", "scan", "scan_bytes", "staged"]

_PLACES = {"AkiaError": "scanner.errors", "Report": "scanner.model"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_PLACES.get(name, "scanner.library")), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
