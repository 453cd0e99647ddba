"""The film check: a small network that looks at the whole film before the lungs are sought, and says what is wrong."""

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn

from manet.data.films import SCALINGS, resize

FILM_CHECK_SIZE = 96

FILM_CHECK_RANGE = "0.5-99.5 %"
"""How the film's greys come to lie in [0, 1], a name of ``SCALINGS``; the card says it too."""

FINDINGS = (
    "not-a-chest",
    "inverted",
    "upside-down",
    "rotated-left",
    "rotated-right",
    "cropped",
    "mirrored",
    "lateral",
    "two-films",
)
"""What the logits mean, each by itself. ``rotated-left``: turned by 90 degrees against the clock, so that the head
points to the left of the picture. Of a picture that is no chest only the first counts, of two films in one picture
whether they are inverted besides; side views have no sides to be mirrored, and are not called cropped."""


def _block(wide: int, out: int, stride: int, padding: int = 1) -> list[nn.Module]:
    return [nn.Conv2d(wide, out, 3, stride, padding, bias=False), nn.BatchNorm2d(out), nn.ReLU()]


class FilmCheck(nn.Module):
    """Film (n, 1, 96, 96) in [0, 1] -> logits (n, 9) of FINDINGS.

    The last convolution spans what remains of the film (3 x 3), so that places count, not only patterns: which way up
    a film is lies in where things are.
    """

    def __init__(self, findings: int = len(FINDINGS)) -> None:
        super().__init__()
        self.body = nn.Sequential(
            *_block(1, 16, 2),
            *_block(16, 16, 1),
            *_block(16, 24, 2),
            *_block(24, 24, 1),
            *_block(24, 32, 2),
            *_block(32, 32, 1),
            *_block(32, 48, 2),
            *_block(48, 48, 2),
            *_block(48, 48, 1, padding=0),
            nn.Flatten(),
            nn.Dropout(0.1),
        )
        self.head = nn.Linear(48, findings)

    def forward(self, film: Tensor) -> Tensor:
        return self.head(self.body(film))


def film_check_input(picture: np.ndarray) -> Tensor:
    """A grey picture (h, w) uint8 squashed and scaled by its robust range, (1, 96, 96)."""
    squashed = np.array(resize(Image.fromarray(np.ascontiguousarray(picture)), FILM_CHECK_SIZE))
    return SCALINGS[FILM_CHECK_RANGE](torch.from_numpy(squashed)[None, None].float())[0]


@torch.no_grad()
def check_pictures(model: nn.Module, pictures: list[np.ndarray]) -> np.ndarray:
    """Logits (n, 9) of grey pictures (h, w) uint8."""
    model.eval()
    inputs = torch.stack([film_check_input(picture) for picture in pictures])
    return torch.cat([model(part) for part in inputs.split(256)]).numpy()
