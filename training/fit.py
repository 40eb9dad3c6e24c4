"""Fits the network on examples: standardisation, batches, feature dropout, loss."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from training.examples import REACHABLE, Example
from training.network import BlockNetwork

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

MAX_BLOCKS = 1200
"""Longer pages are trained on in windows of this many blocks."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to fit.

    Args:
        epochs: Passes over the examples.
        rate: Peak learning rate of the one-cycle schedule (Smith and Topin 2018).
        batch_blocks: Blocks in a batch, padding included.
        seed: Seed of weights, order and dropout.
        groups: Columns that are blanked together, at random, so that the network does not lean on them.
        drop: Chance that a group is blanked on a page.
        dropout: Chance that a single input or hidden number is blanked.
        news: How often a page of a news corpus counts against one of a general corpus, of which there are
            many more.
    """

    epochs: int = 30
    rate: float = 3e-3
    batch_blocks: int = 6000
    seed: int = 1
    groups: tuple[tuple[int, ...], ...] = ()
    drop: float = 0.15
    dropout: float = 0.2
    news: int = 2


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted network with the standardisation of its inputs."""

    network: BlockNetwork
    mean: NDArray[np.float32]
    scale: NDArray[np.float32]

    def predict(self, features: NDArray[np.float16]) -> NDArray[np.float32]:
        """Return the probability of every block of one page, of none for an empty page."""
        if not len(features):
            return np.zeros(0, dtype=np.float32)
        x = torch.from_numpy((features.astype(np.float32) - self.mean) / self.scale).unsqueeze(0)
        self.network.eval()
        with torch.no_grad():
            logits = self.network(x, torch.ones(1, x.shape[1]))
        out: NDArray[np.float32] = torch.sigmoid(logits)[0].numpy()
        return out


def weighted(examples: Sequence[Example], recipe: Recipe, general: tuple[str, ...]) -> list[Example]:
    """Repeat the pages of news corpora as a recipe has it.

    Args:
        examples: All pages.
        recipe: Says how often a page of news counts.
        general: How the names of corpora begin whose pages count once.
    """
    news = [example for example in examples if not example.case.corpus.startswith(general)]
    return [*examples, *news * (recipe.news - 1)]


def fit(examples: Sequence[Example], recipe: Recipe) -> Fitted:
    """Fit a network; the same examples and recipe give the same network on one machine."""
    usable = [example for example in examples if example.reachable >= REACHABLE and len(example.sizes)]
    mean, scale = _standard(usable)
    torch.manual_seed(recipe.seed)
    rng = np.random.default_rng(recipe.seed)
    network = BlockNetwork(len(mean), dropout=recipe.dropout)
    optimizer = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=1e-3)
    steps = recipe.epochs * len(_batches(usable, recipe, np.random.default_rng(recipe.seed)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=recipe.rate, total_steps=steps)
    network.train()
    for batch in islice(_endless(usable, recipe, rng), steps):
        loss = _loss(network, *_tensors(batch, mean, scale, recipe, rng))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
    return Fitted(network, mean, scale)


def _endless(
    examples: Sequence[Example], recipe: Recipe, rng: np.random.Generator
) -> Iterator[list[Example]]:
    while True:
        yield from _batches(examples, recipe, rng)


def _standard(examples: Sequence[Example]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    total = sum(len(example.sizes) for example in examples)
    mean = np.asarray(sum(example.features.sum(0, dtype=np.float64) for example in examples)) / total
    square = sum((example.features.astype(np.float32) ** 2).sum(0, dtype=np.float64) for example in examples)
    scale = np.sqrt(np.maximum(square / total - mean**2, 1e-6))
    return mean.astype(np.float32), np.maximum(scale, 0.05).astype(np.float32)


def _batches(examples: Sequence[Example], recipe: Recipe, rng: np.random.Generator) -> list[list[Example]]:
    """Group pages of like length, in random order."""
    noise = rng.uniform(0.8, 1.25, len(examples))
    order = np.argsort([len(e.sizes) * n for e, n in zip(examples, noise, strict=True)])
    batches: list[list[Example]] = [[]]
    for place in order:
        example = examples[place]
        longest = min(len(example.sizes), MAX_BLOCKS)
        if batches[-1] and (len(batches[-1]) + 1) * longest > recipe.batch_blocks:
            batches.append([])
        batches[-1].append(example)
    return [batches[place] for place in rng.permutation(len(batches))]


def _tensors(
    batch: Sequence[Example],
    mean: NDArray[np.float32],
    scale: NDArray[np.float32],
    recipe: Recipe,
    rng: np.random.Generator,
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    longest = min(max(len(example.sizes) for example in batch), MAX_BLOCKS)
    x = np.zeros((len(batch), longest, len(mean)), dtype=np.float32)
    share, sizes, mask = (np.zeros((len(batch), longest), dtype=np.float32) for _ in range(3))
    for row, example in enumerate(batch):
        start = int(rng.integers(0, max(len(example.sizes) - longest, 0) + 1))
        part = slice(start, start + longest)
        features = (example.features[part].astype(np.float32) - mean) / scale
        for group in recipe.groups:
            if rng.random() < recipe.drop:
                features[:, list(group)] = -(mean / scale)[list(group)]
        count = len(features)
        x[row, :count], share[row, :count], sizes[row, :count] = (
            features,
            example.share[part],
            example.sizes[part],
        )
        mask[row, :count] = 1
    return torch.from_numpy(x), torch.from_numpy(mask), torch.from_numpy(share), torch.from_numpy(sizes)


def _loss(network: BlockNetwork, x: Tensor, mask: Tensor, share: Tensor, sizes: Tensor) -> Tensor:
    """Cross-entropy weighted by tokens and certainty, plus one minus the soft word F1 of each page."""
    logits = network(x, mask)
    target = (share - 0.5).sign().clamp(min=0)
    certainty = (2 * share - 1).abs() * mask
    weight = (sizes.sqrt() + 1.0) * certainty
    weight = weight / weight.sum(1, keepdim=True).clamp(min=1.0)
    entropy = torch.nn.functional.binary_cross_entropy_with_logits(logits, target, reduction="none")
    kept = torch.sigmoid(logits) * sizes * mask
    right = (kept * share).sum(1)
    score = 2 * right / (kept.sum(1) + (share * sizes * mask).sum(1)).clamp(min=1.0)
    return (entropy * weight).sum(1).mean() + (1 - score).mean()
