import torch

from manet.golden.models import unsettle
from manet.networks.resnet import Bottleneck, ResNet
from manet.train.average_runs import mix


def test_a_mix_lies_between_its_ends_and_leaves_them_alone():
    torch.manual_seed(0)
    first, second = (unsettle(ResNet(Bottleneck, (1,), attention="ma", width=4)) for _ in range(2))
    before = {k: v.clone() for k, v in first.state_dict().items()}
    half = mix(first, second, 0.25).state_dict()
    for name, value in first.state_dict().items():
        assert torch.equal(value, before[name])
        expected = 0.75 * value + 0.25 * second.state_dict()[name] if value.is_floating_point() else value
        torch.testing.assert_close(half[name], expected)
