"""AWS's partitions: accounts, credentials and names of one mean nothing in another.

Source of Regions: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Partition:
    """region: where IAM's and STS's events are recorded. console: the host name of the console."""

    name: str
    region: str
    console: str


COMMERCIAL = Partition("aws", "us-east-1", "console.aws.amazon.com")
PARTITIONS = {
    partition.name: partition
    for partition in (
        COMMERCIAL,
        Partition("aws-cn", "cn-north-1", "console.amazonaws.cn"),
        Partition("aws-us-gov", "us-gov-west-1", "console.amazonaws-us-gov.com"),
        Partition("aws-eusc", "eusc-de-east-1", "console.amazonaws-eusc.eu"),
    )
}


def partition_of(name: str | None) -> Partition:
    """The partition of that name; the commercial one where the name is unknown."""
    return PARTITIONS.get(name or "", COMMERCIAL)
