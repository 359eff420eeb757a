"""Map a knowledge base over the partitions of a Dask bag, here on a cluster of two local processes.

    python examples/dask_partitions.py

The base travels to each worker once, as its compiled pack, and is built there. What comes back is plain data.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import dask.bag
from distributed import Client, LocalCluster

from rules_core import KnowledgeBase, Refusal

PACK = "examples/packs/plants"


def answers(profiles: Iterable[Any], kb: KnowledgeBase) -> list[dict[str, Any]]:
    """The level of each profile of one partition, or why it was refused."""
    return [
        {"refused": answer.problem} if isinstance(answer, Refusal) else {"level": answer.level}
        for answer in kb.infer_many(profiles)
    ]


def main() -> None:
    profiles = [{"leaf": "yellow", "soil": "wet"}, {"soil": "dry", "leaf": "brown"}, {"leaf": "green"}, {"leef": "green"}] * 50
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        kb = client.scatter(KnowledgeBase.load(PACK), broadcast=True)
        bag = dask.bag.from_sequence(profiles, npartitions=4)
        found = bag.map_partitions(answers, kb).compute()
    print(f"{len(found)} profiles, {sum('refused' in one for one in found)} refused, first {found[0]}")


if __name__ == "__main__":
    main()
