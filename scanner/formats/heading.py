"""What a machine-readable report says before its findings: who wrote it, what was scanned, how much was found."""

from __future__ import annotations

from scanner import __version__
from scanner.model import Report


def heading(report: Report) -> dict[str, object]:
    """`schema_version`, `tool`, `scan` and `summary` of the JSON report; docs/report-v1.md is the contract."""
    return {
        "schema_version": 1,
        "tool": {"name": "akia", "version": __version__},
        "scan": {
            "source": report.source,
            "target": report.target,
            "blobs": report.blobs,
            "bytes": report.bytes,
            "seconds": round(report.seconds, 3),
            "complete": report.complete,
        },
        "summary": {
            "findings": len(report.findings),
            "suppressed": len(report.suppressed),
            "skipped": len(report.skipped),
            "by_severity": report.by_severity,
        },
    }
