"""Tables in Markdown, from what the programs said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from bench.detection.case import Bait, Case
from bench.detection.report import Said
from bench.detection.score import Tally, alarms, leaked, named, noticed, paired, principals, whole

TIERS = {
    "plain": "plain",
    "encoded": "encoded",
    "twofold": "encoded twice",
    "contained": "in archives",
    "pairing": "tangles",
}
GRAVE = {"medium", "high", "critical"}


def compared(
    positives: Sequence[Case], negatives: Sequence[Bait], all_said: Sequence[Said], versions: dict[str, str]
) -> str:
    """A row for each program, by what can be asked of all alike."""
    size = sum(bait.lines for bait in negatives)
    heads = [*TIERS.values(), "secret itself named", f"alarms in {size:,} baits", "secrets it prints", "time"]
    rows = [_row(["program", *heads]), _row(["---", *["---:"] * len(heads)])]
    for said in all_said:
        tally = noticed(positives, said, lambda case: case.tier)
        false = sum((alarms(negatives, said).values()), Counter[str]()).total()
        shares = [_percent(tally, tier) for tier in TIERS]
        rest = [
            _percent(named(positives, said), "secrets"),
            f"{false:,}",
            f"{leaked(positives, said):,}",
            f"{said.seconds:.1f} s",
        ]
        rows.append(_row([f"{said.name} {versions.get(said.name, '')}".strip(), *shares, *rest]))
    return "\n".join(rows)


def by(positives: Sequence[Case], all_said: Sequence[Said], label: Callable[[Case], str], head: str) -> str:
    """Files noticed by each program, for each label."""
    tallies = {said.name: noticed(positives, said, label) for said in all_said}
    labels = list(next(iter(tallies.values())).all)
    rows = [_row([head, "files", *tallies]), _row(["---", "---:", *["---:"] * len(tallies)])]
    for name in labels:
        files = next(iter(tallies.values())).all[name]
        rows.append(_row([name, str(files), *(_percent(tally, name) for tally in tallies.values())]))
    return "\n".join(rows)


def false_alarms(negatives: Sequence[Bait], all_said: Sequence[Said]) -> str:
    """Reports of baits, by category."""
    counts = {said.name: alarms(negatives, said) for said in all_said}
    lines = Counter[str]()
    for bait in negatives:
        lines[bait.category] += bait.lines
    rows = [_row(["bait", "lines", *counts]), _row(["---", "---:", *["---:"] * len(counts)])]
    for category, number in lines.items():
        rows.append(_row([category, str(number), *(str(count[category].total()) for count in counts.values())]))
    return "\n".join(rows)


def goals(positives: Sequence[Case], negatives: Sequence[Bait], said: Said) -> str:
    """What Akia is held to; here a credential counts only if every part of it was found."""
    found = whole(
        positives,
        said,
        lambda case, _: "plain" if case.tier == "plain" else "hidden" if case.tier in HIDDEN else "other",
    )
    pairs, owners = paired(positives, said), principals(positives, said)
    together = Tally(Counter({"all": pairs.right.total()}), Counter({"all": pairs.all.total()}))
    grave = sum(count[item] for count in alarms(negatives, said).values() for item in GRAVE)
    shares = [
        ("whole credentials found in plain layouts", found, "plain", 0.99),
        ("whole credentials found in encodings and archives", found, "hidden", 0.97),
        ("parts put together rightly", together, "all", 0.99),
        ("principal right, strong evidence", owners, "strong", 0.98),
        ("principal right, medium evidence", owners, "medium", 0.90),
        ("principal right, evidence at odds", owners, "contradiction", 0.98),
        ("none claimed without evidence", owners, "silent", 0.98),
        ("names of users and roles right", owners, "names", 0.98),
        ("no root without evidence of root", owners, "never a false root", 1.0),
        ("no wrong account", owners, "never a wrong account", 1.0),
    ]
    lines = [
        f"- {text}: {'met' if tally.share(label) >= bound else '**not met**'} ({_percent(tally, label)} of {tally.all[label]:,}; goal {bound:.0%})"
        for text, tally, label, bound in shares
    ]
    lines.append(f"- no false alarm of severity medium or above: {'**not met**' if grave else 'met'} ({grave})")
    lines.append(f"- no secret in the output: {'**not met**' if leaked(positives, said) else 'met'}")
    return "\n".join(lines)


HIDDEN = {"encoded", "twofold", "contained"}


def _percent(tally: Tally, label: str) -> str:
    """Rounded down, so that only all is 100."""
    return f"{int(tally.share(label) * 1000) / 10:.1f} %"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
