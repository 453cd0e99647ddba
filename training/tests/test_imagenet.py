"""The warm start: the stem must answer a grey film as the published one answers three equal planes."""

import pytest
import torch
from torch.nn import functional as F

from manet.networks.classifiers import build_classifier
from manet.networks.imagenet import BGR_MEANS, RESNET50_FILE, fill_resnet50, pretrained_root

FILE = pretrained_root() / RESNET50_FILE
needs_weights = pytest.mark.skipif(not FILE.is_file(), reason=f"{RESNET50_FILE} is not there: set MANET_PRETRAINED")


@needs_weights
def test_the_stem_answers_as_the_published_one():
    from safetensors.torch import load_file

    model = build_classifier("resnet50", "plain").eval()
    fill_resnet50(model, FILE)
    weights = load_file(FILE)
    torch.manual_seed(0)
    grey = torch.rand(1, 1, 64, 64)
    planes = torch.cat([grey * 255 - mean for mean in BGR_MEANS], dim=1)
    wanted = F.conv2d(planes, weights["conv1_conv/kernel"].float(), weights["conv1_conv/bias"], stride=2, padding=3)
    norm = [weights[f"conv1_bn/{key}"] for key in ("mean", "variance", "gamma", "beta")]
    wanted = F.batch_norm(wanted, *norm, eps=1.001e-5)
    found = model.stem.bn(model.stem.conv(model.standardise(grey)))
    # Away from the edges, where padding is another grey in either input.
    torch.testing.assert_close(found[..., 4:-4, 4:-4], wanted[..., 4:-4, 4:-4], rtol=1e-3, atol=1e-3)


@needs_weights
def test_only_the_nine_kernels_that_the_file_lacks_stay_as_they_were():
    left = fill_resnet50(build_classifier("resnet50", "ma"), FILE)
    assert len(left) == 9 and all(name.startswith("conv5_") for name in left)
    assert "conv5_block1_1" not in left
