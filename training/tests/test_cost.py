import pytest

from manet.networks.classifiers import build_classifier
from manet.study.compare import multiply_accumulates

# Published multiply-accumulates with three input channels and 1,000 classes (torchvision's model table), the input's
# side, and what one channel and five classes on globally pooled features save: two channels of the first
# convolution, and the difference of the dense layers.
PUBLISHED = {
    "resnet34": (3.66e9, 224, 2 * 49 * 64 * 112**2 + 512 * 995),
    "resnet50": (4.09e9, 224, 2 * 49 * 64 * 112**2 + 2048 * 995),
    "vgg16": (15.47e9, 224, 2 * 9 * 64 * 224**2 + 25088 * 4096 + 4096**2 + 4096 * 1000 - 512 * 5),
    "inceptionv3": (5.71e9, 299, 2 * 9 * 32 * 149**2 + 2048 * 995),
}


@pytest.mark.parametrize("backbone", PUBLISHED)
def test_multiply_accumulates_are_the_published_ones(backbone):
    published, size, saved = PUBLISHED[backbone]
    # The published numbers are rounded to 0.01 G.
    found = multiply_accumulates(build_classifier(backbone, "plain"), size)
    assert found == pytest.approx(published - saved, abs=0.006e9)


@pytest.mark.parametrize("backbone", PUBLISHED)
def test_mask_attention_costs_no_convolution(backbone):
    plain, masked = (multiply_accumulates(build_classifier(backbone, a), 96) for a in ("plain", "ma"))
    assert masked == plain
