"""Two small models with a prior on their weights, each fitted by Newton's method: the same result every time.

Both are maximum a posteriori estimates of generalised linear models with a Gaussian prior (Bishop 2006, 4.3 and 4.5);
the second is the conditional logit (McFadden 1974).
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS, ENOUGH = 50, 1e-9


def sigmoid(x: Floats) -> Floats:
    """1 / (1 + e^-x), without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(x / 2)), np.float64)


def softmax(x: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float64)


def binary(x: Floats, y: Floats, prior: Floats, precision: Floats) -> Floats:
    """Weights w (f) of P(y = 1) = sigmoid(x w); x: m, f; y: m, 0 or 1; prior mean and precision: f."""
    weights = prior.copy()
    for _ in range(STEPS):
        p = sigmoid(x @ weights)
        gradient = x.T @ (y - p) - precision * (weights - prior)
        curvature = (x * (p * (1 - p))[:, None]).T @ x + np.diag(precision)
        step = np.asarray(np.linalg.solve(curvature, gradient), np.float64)
        weights += _held(step)
        if np.abs(step).max() < ENOUGH:
            break
    return weights


def choice(x: Floats, y: NDArray[np.int64], prior: Floats, precision: Floats) -> Floats:
    """Weights w (f) of P(y = s) = softmax over s of x[s] w; x: m, s, f; y: m, the numbers of what was chosen."""
    weights = prior.copy()
    for _ in range(STEPS):
        p = softmax(x @ weights)
        mean = np.einsum("ms,msf->mf", p, x)
        gradient = (x[np.arange(len(y)), y] - mean).sum(0) - precision * (weights - prior)
        spread = np.einsum("ms,msf,msg->fg", p, x, x) - mean.T @ mean
        step = np.asarray(np.linalg.solve(spread + np.diag(precision), gradient), np.float64)
        weights += _held(step)
        if np.abs(step).max() < ENOUGH:
            break
    return weights


def _held(step: Floats) -> Floats:
    """Newton's step, at most 2 in any direction: far out the curvature says little."""
    return np.asarray(step * min(1.0, 2.0 / max(float(np.abs(step).max()), 1e-12)))
