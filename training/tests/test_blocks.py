import pytest
import torch

from manet.export.trace import trace
from manet.golden.models import mask_maps, unsettle
from manet.networks.blocks import ATTENTIONS, ConvUnit
from manet.networks.classifiers import BACKBONES, build_classifier, classifier_of_title, classifier_title
from manet.networks.resnet import Bottleneck, ResNet


def parameters(model) -> int:
    return sum(p.numel() for p in model.parameters())


def test_resnet50_has_the_published_number_of_parameters():
    # He et al. 2016: 25,557,032 with three input channels and 1,000 classes.
    one_channel_less = 2 * 64 * 7 * 7
    five_classes = 2048 * 5 + 5 - (2048 * 1000 + 1000)
    expected = 25_557_032 - one_channel_less + five_classes
    assert parameters(build_classifier("resnet50", "plain")) == expected


def test_resnet34_has_the_published_number_of_parameters():
    expected = 21_797_672 - 2 * 64 * 7 * 7 + 512 * 5 + 5 - (512 * 1000 + 1000)
    assert parameters(build_classifier("resnet34", "plain")) == expected


def test_half_the_width_leaves_a_quarter_of_the_convolutions():
    # Channels that a BN of ResNet34 normalises: the stem, then 2 of each block and the shortcuts of three stages.
    norms = 64 + 3 * 2 * 64 + (4 * 2 + 1) * 128 + (6 * 2 + 1) * 256 + (3 * 2 + 1) * 512
    stem, dense = 49 * 64, 512 * 5
    inner = parameters(build_classifier("resnet34", "plain")) - 2 * norms - stem - (dense + 5)
    expected = inner // 4 + norms + stem // 2 + dense // 2 + 5
    assert parameters(build_classifier("resnet34-half", "plain")) == expected


def test_titles_name_one_classifier_each():
    every = [(backbone, attention) for backbone in BACKBONES for attention in ATTENTIONS]
    assert [classifier_of_title(classifier_title(*one)) for one in every] == every
    assert classifier_title("resnet50", "ma") == "MA-ResNet50"
    with pytest.raises(ValueError, match="ResNet99"):
        classifier_of_title("MA-ResNet99")


@pytest.mark.parametrize("backbone", ["resnet34", "resnet34-half", "resnet50", "vgg16", "inceptionv3"])
def test_mask_attention_adds_no_parameter(backbone):
    plain, masked = build_classifier(backbone, "plain"), build_classifier(backbone, "ma")
    assert parameters(masked) == parameters(plain)
    assert list(masked.state_dict()) == list(plain.state_dict())


def test_an_all_ones_mask_is_the_identity_inside_and_counts_padding_as_unmasked():
    unit = ConvUnit(1, 1, 3, rule="counted")
    _, m = unit(torch.zeros(1, 1, 5, 5), torch.ones(1, 1, 5, 5))
    # A 3x3 window at a corner covers 4 of 9 pixels, at an edge 6 of 9.
    row = torch.tensor([4, 6, 6, 6, 4]) / 9
    middle = torch.tensor([6, 9, 9, 9, 6]) / 9
    torch.testing.assert_close(m[0, 0], torch.stack([row, middle, middle, middle, row]))


@pytest.mark.parametrize("rule", ["not-counted", "not-counted-scaled"])
def test_an_all_ones_mask_changes_nothing_where_padding_is_not_counted(rule):
    torch.manual_seed(0)
    unit = ConvUnit(1, 3, 3, rule=rule).eval()
    film = torch.rand(1, 1, 5, 5)
    x, m = unit(film, torch.ones(1, 1, 5, 5))
    assert torch.equal(m, torch.ones(1, 1, 5, 5))
    torch.testing.assert_close(x, unit.relu(unit.bn(unit.conv(film))), rtol=1e-5, atol=1e-5)


def test_the_scaled_rule_divides_by_the_maps_maximum():
    unit = ConvUnit(1, 1, 3, rule="not-counted-scaled").eval()
    torch.nn.init.ones_(unit.conv.weight)
    mask = torch.zeros(1, 1, 5, 5)
    mask[..., 2, 2] = 1
    x, m = unit(torch.ones(1, 1, 5, 5), mask)
    # Nine windows hold the one pixel: each averages to 1/9, scaled to one; the convolution sums nine ones there.
    assert m.max() == pytest.approx(1 / 9)
    assert float(x.detach()[0, 0, 2, 2]) == pytest.approx(9, rel=1e-4)


def test_padding_left_out_keeps_the_maps_of_deep_blocks():
    means = {}
    for rule in ("counted", "not-counted"):
        model = unsettle(ResNet(Bottleneck, (3, 4, 6, 3), attention=f"ma:{rule}", width=4))
        mask = torch.zeros(1, 1, 128, 128)
        mask[..., 6:122, 6:58] = mask[..., 6:122, 70:122] = 1
        means[rule] = float(mask_maps(model, torch.rand(1, 1, 128, 128), mask)[-1].mean())
    assert means["counted"] < 0.4 < means["not-counted"]


def test_a_mask_beyond_the_receptive_field_zeroes_the_features():
    unit = ConvUnit(1, 4, 3, rule="counted").eval()
    mask = torch.zeros(1, 1, 9, 9)
    mask[..., 0, 0] = 1
    x, _ = unit(torch.rand(1, 1, 9, 9), mask)
    assert x[..., 2:, :].abs().max() == 0
    assert x[..., :, 2:].abs().max() == 0


def test_maps_stay_between_zero_and_one_and_depend_on_the_mask_alone():
    torch.manual_seed(0)
    model = unsettle(ResNet(Bottleneck, (1, 1, 1, 1), attention="ma", width=4))
    mask = (torch.rand(1, 1, 64, 64) > 0.5).float()
    first = mask_maps(model, torch.rand(1, 1, 64, 64), mask)
    second = mask_maps(model, torch.rand(1, 1, 64, 64), mask)
    assert len(first) == 6  # stem, pooling, four 3x3 convolutions
    for a, b in zip(first, second, strict=True):
        assert torch.equal(a, b)
        assert a.min() >= 0 and a.max() <= 1


def test_unknown_names_are_refused():
    with pytest.raises(ValueError, match="resnet99"):
        build_classifier("resnet99", "ma")
    with pytest.raises(ValueError, match="unknown attention"):
        build_classifier("resnet50", "self")


def test_vgg16_has_the_published_number_of_parameters():
    # Simonyan and Zisserman 2015, D: 14,714,688 in the convolutions with biases for 3 channels.
    biases, norms = 4224, 2 * 4224
    expected = 14_714_688 - 2 * 64 * 9 - biases + norms + 512 * 5 + 5
    assert parameters(build_classifier("vgg16", "plain")) == expected


def test_inceptionv3_has_the_published_number_of_parameters():
    # 23,834,568 without the auxiliary head, three channels, 1,000 classes (torchvision's count
    # of 27,161,264 less 3,326,696 of the auxiliary head).
    expected = 23_834_568 - 2 * 32 * 9 + 2048 * 5 + 5 - (2048 * 1000 + 1000)
    assert parameters(build_classifier("inceptionv3", "plain")) == expected


@pytest.mark.parametrize("backbone", ["resnet34", "resnet50", "vgg16", "inceptionv3"])
@pytest.mark.parametrize(
    ("attention", "rule"),
    [("plain", "counted"), ("ma", "counted"), ("ma", "not-counted-scaled"), ("cbam", "counted")],
)
def test_every_classifier_gives_five_logits_and_traces(backbone, attention, rule):
    model = build_classifier(backbone, attention, padding_rule=rule).eval()
    with torch.no_grad():
        logits, features = model(torch.rand(1, 1, 96, 96), torch.ones(1, 1, 96, 96))
    assert logits.shape == (1, 5)
    assert logits.isfinite().all()
    traced = trace(model, 96, ("logits", "features"))
    assert traced["outputs"]["logits"] == "head.fc"
    assert model.head.fc.in_features == features.shape[1]
