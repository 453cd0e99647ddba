import json

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_weights

from manet.export.import_shipped import load_folded, read_weights, restore_norms
from manet.golden.models import unsettle
from manet.networks.resnet import Bottleneck, ResNet


def tiny(attention: str = "ma") -> ResNet:
    return ResNet(Bottleneck, (1, 1), attention=attention, width=4)


def folded(model: nn.Module) -> dict[str, torch.Tensor]:
    """What the converter ships: kernels with their BN folded in, and biases, in tfjs's layouts."""
    weights, layers = {}, [m for m in model.modules() if isinstance(m, nn.Conv2d | nn.BatchNorm2d)]
    for index, (conv, norm) in enumerate(zip(layers[::2], layers[1::2], strict=True)):
        kernel, bias = fuse_conv_bn_weights(
            conv.weight, None, norm.running_mean, norm.running_var, norm.eps, norm.weight, norm.bias
        )
        weights |= {f"c{index}/kernel": kernel.permute(2, 3, 1, 0), f"c{index}/bias": bias}
    return weights | {"fc/kernel": model.head.fc.weight.T, "fc/bias": model.head.fc.bias}


@torch.no_grad()
def test_a_folded_network_comes_back_with_norms_that_train_as_they_answer():
    torch.manual_seed(0)
    source = unsettle(tiny()).eval()
    film, mask = torch.rand(16, 1, 64, 64), torch.ones(16, 1, 64, 64)
    wanted = source(film, mask)[0]
    model = tiny().eval()
    load_folded(model, folded(source))
    torch.testing.assert_close(model(film, mask)[0], wanted, atol=1e-4, rtol=1e-4)
    restore_norms(model, lambda m: m(film, mask))
    torch.testing.assert_close(model(film, mask)[0], wanted, atol=1e-3, rtol=1e-3)
    norms = [m.weight.flatten(1).norm(dim=1) for m in model.modules() if isinstance(m, nn.Conv2d)]
    torch.testing.assert_close(torch.cat(norms), torch.full_like(torch.cat(norms), 2**0.5))
    # In training mode BN uses the batch's own statistics, which are the ones restored.
    torch.testing.assert_close(model.train()(film, mask)[0], wanted, atol=2e-2, rtol=2e-2)


def test_weights_are_read_in_every_precision(tmp_path):
    kernel = np.array([[1.0, -0.5], [0.25, 2.0]], np.float32)
    steps, scales = np.array([[127, -32], [32, 127]], np.int8), np.array([1 / 127, 2 / 127], np.float32)
    specs = [
        {"name": "exact", "shape": [2, 2], "dtype": "float32"},
        {"name": "half", "shape": [2, 2], "dtype": "float32", "quantization": {"dtype": "float16"}},
        {"name": "eighth", "shape": [2, 2], "dtype": "float32", "quantization": {"dtype": "int8"}},
        {"name": "sizes", "shape": [2], "dtype": "int32"},
    ]
    data = kernel.tobytes() + kernel.astype(np.float16).tobytes() + scales.tobytes() + steps.tobytes()
    data += np.array([3, 4], np.int32).tobytes()
    # Shards are cut anywhere, here inside a tensor.
    (tmp_path / "a.bin").write_bytes(data[:7])
    (tmp_path / "b.bin").write_bytes(data[7:])
    manifest = {"weightsManifest": [{"paths": ["a.bin", "b.bin"], "weights": specs}]}
    (tmp_path / "model.json").write_text(json.dumps(manifest))
    weights = read_weights(tmp_path)
    torch.testing.assert_close(weights["exact"], torch.from_numpy(kernel))
    torch.testing.assert_close(weights["half"], torch.from_numpy(kernel))
    torch.testing.assert_close(weights["eighth"], torch.tensor([[1.0, -64 / 127], [32 / 127, 2.0]]))
    assert weights["sizes"].tolist() == [3, 4]
    (tmp_path / "b.bin").write_bytes(data[7:] + b"x")
    with pytest.raises(ValueError, match="the shards hold"):
        read_weights(tmp_path)
