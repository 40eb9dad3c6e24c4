"""The network over the block sequence, in PyTorch; ``cleannews.label.model`` runs the same in numpy."""

from __future__ import annotations

import torch
from torch import Tensor, nn

HIDDEN = 64
DILATIONS = (1, 2, 4, 8)


class BlockNetwork(nn.Module):
    """Dense layer, page summary, dilated convolutions over neighbours, one score a block.

    Dilated convolutions see 15 blocks to each side (van den Oord et al. 2016, "WaveNet", section 2.1) at
    the cost of a few matrix products, where a recurrent layer would loop over blocks.
    """

    def __init__(self, inputs: int, *, hidden: int = HIDDEN, dropout: float = 0.2) -> None:
        super().__init__()
        self.enter = nn.Linear(inputs, hidden)
        self.summary = nn.Linear(2 * hidden, hidden)
        self.steps = nn.ModuleList(
            nn.Conv1d(hidden, hidden, 3, dilation=width, padding=width) for width in DILATIONS
        )
        self.leave = nn.Linear(2 * hidden, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, features: Tensor, mask: Tensor) -> Tensor:
        """Score blocks.

        Args:
            features: Shape (pages, blocks, features), standardised.
            mask: Shape (pages, blocks), 1 for blocks and 0 for padding.

        Returns:
            Logits of shape (pages, blocks).
        """
        shown = mask.unsqueeze(-1)
        first = torch.relu(self.enter(self.dropout(features))) * shown
        mean = first.sum(1) / shown.sum(1).clamp(min=1)
        page = self.summary(torch.cat([mean, first.amax(1)], dim=-1)).unsqueeze(1)
        state = torch.relu(first + page) * shown
        for step in self.steps:
            moved = step(state.transpose(1, 2)).transpose(1, 2)
            state = (state + torch.relu(self.dropout(moved))) * shown
        out: Tensor = self.leave(torch.cat([state, first], dim=-1)).squeeze(-1)
        return out
