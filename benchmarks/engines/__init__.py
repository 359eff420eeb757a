"""The same rules on this kernel and on its peers: each class answers a profile with its conclusions."""

from .durable import DurableBest, DurableNaive
from .expressions import RuleEngine, Zen
from .kernel import Kernel, KernelProof
from .plain import ByHand, Traced
from .production import BusinessRules, Clips

PEERS = (Clips, Zen, RuleEngine, BusinessRules, DurableNaive)
ALL = (Kernel, KernelProof, DurableBest, ByHand, Traced, *PEERS)
