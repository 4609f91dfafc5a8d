"""The way of a scan: source → detect → judge → suppress → report."""

from __future__ import annotations

import functools
import time
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from scanner.conceal import concealed
from scanner.config import Config, Rule
from scanner.detect.detector import of_aws
from scanner.examination import Examination, Tally
from scanner.model import Finding, Report, Skipped, Suppressed
from scanner.sources.archives import outer_paths
from scanner.sources.interface import Source
from scanner.suppress.ignore import Globs, Ignored

if TYPE_CHECKING:
    from scanner.detect.finder import Finder
    from scanner.judge.exposure import Context
    from scanner.judge.judge import Judge, Witness
    from scanner.judge.principal import Claim
    from scanner.judge.sighting import Sighting, Verdict
    from scanner.suppress.baseline import Baseline


class Options(NamedTuple):
    """How to scan.

    inline: whether comments in the content count. everything: whether to report what was there before, too.
    exclude: paths to leave out, beside those that the settings name. baseline: credentials that are known.
    jobs: processes to use; 0 means as many as pay. witness: is shown each credential while its values are at hand; one
    process does it all then.
    """

    inline: bool = True
    everything: bool = False
    exclude: tuple[Rule, ...] = ()
    baseline: Baseline | None = None
    jobs: int = 0
    witness: Witness | None = None


def run(source: Source, options: Options, config: Config) -> Report:
    """Scans everything that the source yields. Raises AkiaError where nothing can be said at all."""
    started = time.monotonic()
    judge = partial(_judge, options.inline and config.inline, options.witness)
    excludes = Globs((*config.exclude, *options.exclude))
    if options.everything and options.inline and config.inline and not options.witness:
        source.listen()
    finder = finder_for(config, source)
    examination = Examination(source, finder, judge, Ignored(config), excludes)
    tally = _worked_off(source, examination, excludes, 1 if options.witness else options.jobs)
    sightings = tally.sightings if options.everything else examination.introduced(tally.sightings)
    findings, suppressed = _covered(finder, *_divided(sightings, tally.statements, config, options, source))
    blobs, size = source.extent() or (tally.blobs, tally.bytes)
    return Report(
        source=source.name,
        target=concealed(source.target),
        blobs=blobs,
        bytes=size,
        seconds=round(time.monotonic() - started, 3),
        findings=findings,
        suppressed=suppressed,
        skipped=tuple(sorted(set(map(_shown, tally.skipped)), key=lambda item: (item.path, item.reason, item.detail))),
    )


def _covered(
    finder: Finder, findings: tuple[Finding, ...], suppressed: tuple[Suppressed, ...]
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """The same with nothing that packs would find in what is said around them."""
    packs = getattr(finder, "packs", ())
    if not packs:
        return findings, suppressed
    from scanner.packs.covering import covered

    rest = covered([item.finding for item in suppressed], packs)
    return covered(findings, packs), tuple(
        item._replace(finding=finding) for item, finding in zip(suppressed, rest, strict=True)
    )


def finder_for(config: Config, source: Source) -> Finder:
    """What finds candidates: AWS credentials, and what the settings have looked for beside them."""
    aws = of_aws()
    if not (config.packs or config.rules):
        return aws
    from scanner.packs.choice import chosen  # only where there is more: a hook pays for each import

    finder = chosen(aws, config.packs, config.rules)
    source.search_with(finder, finder.rules)
    return finder


def _shown(item: Skipped) -> Skipped:
    return item._replace(path=concealed(item.path), detail=concealed(item.detail))


def _judge(inline: bool, witness: Witness | None) -> Judge:
    from scanner.judge.judge import Judge
    from scanner.suppress.inline import allowed

    return Judge(allowed if inline else None, witness=witness)


def _worked_off(source: Source, examination: Examination, excludes: Globs, jobs: int) -> Tally:
    """What all parts of the source hold; several processes share the work where there is much."""
    if jobs == 1 or not (source.is_divisible or source.is_dense):
        return examination.tally(source.items(excludes))
    from scanner.workers import available, taken_in_turn  # not on the way of a hook

    processes = jobs or available()
    if source.is_dense:
        return examination.tally(source.items(excludes), processes)
    parts = source.parts(excludes, processes)
    if len(parts) > 1:
        examination.prepare()
    whole = Tally()
    for tally in taken_in_turn([partial(examination.tally, part) for part in parts], processes):
        whole.add(tally)
    return whole


def _divided(
    sightings: Sequence[Sighting], statements: Sequence[Claim], config: Config, options: Options, source: Source
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Findings, and what was suppressed, grouped by why and where."""
    if not sightings:
        return (), ()
    from scanner.judge.merge import merged
    from scanner.suppress.known import Known

    known = Known(config.allow, options.baseline)
    leaks = [item for item in sightings if item.verdict is None]
    verdicts: dict[Verdict, list[Sighting]] = defaultdict(list)
    for item in sightings:
        if item.verdict:
            verdicts[item.verdict].append(item)
    suppressed = [
        Suppressed(finding, verdict.by, verdict.reason, verdict.where)
        for verdict, group in verdicts.items()
        for finding in merged(group)
    ]
    findings = merged(leaks, _context(statements, config, options, source)) if leaks else ()
    verdicts_of_known = [known.verdict(finding) for finding in findings]
    suppressed += [verdict for verdict in verdicts_of_known if verdict]
    rest = tuple(finding for finding, verdict in zip(findings, verdicts_of_known, strict=True) if verdict is None)
    told = (item._replace(reason=concealed(item.reason)) for item in suppressed)
    return rest, tuple(sorted(told, key=_order))


def _context(statements: Sequence[Claim], config: Config, options: Options, source: Source) -> Context:
    from scanner.judge.exposure import Context

    is_staged = source.name == "staged" and not options.everything
    return Context(
        accounts=dict(config.accounts),
        hosts=functools.cache(source.remotes),
        uncommitted=lambda path: is_staged and not any(map(source.is_new_whole, outer_paths(path))),
        statements=tuple(statements),
    )


def _order(item: Suppressed) -> tuple[str, str, int, str]:
    place = item.finding.parts[0].location
    return item.by, place.path, place.start_line, item.finding.fingerprint
