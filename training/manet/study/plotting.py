"""matplotlib, set up so that the same figures give the same file."""

from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "manet"

import matplotlib.pyplot as plt  # noqa: E402


def panels(count: int, width: float = 5, height: float = 4, **options):
    """A figure with ``count`` panels side by side, and those panels."""
    figure, axes = plt.subplots(1, count, figsize=(width * count, height), **options)
    for axis in axes:
        axis.grid(alpha=0.3)
    return figure, axes


def save(figure, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
