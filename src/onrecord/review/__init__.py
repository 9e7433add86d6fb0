"""Review: what to look at next, and how good the machine is by what people decided."""

from onrecord.review.evaluating import Estimate, Evaluation, evaluate
from onrecord.review.queues import QUEUES, SEED, QueueName, queue, size

__all__ = ["QUEUES", "SEED", "Estimate", "Evaluation", "QueueName", "evaluate", "queue", "size"]
