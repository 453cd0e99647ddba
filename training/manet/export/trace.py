"""Traces a model into the flat operation list of docs/architecture-json.md."""

import operator

import torch
from torch import fx, nn

from manet.networks.blocks import Affine, ChannelMax, ChannelMean


class _Tracer(fx.Tracer):
    def is_leaf_module(self, module: nn.Module, name: str) -> bool:
        return isinstance(module, (Affine, ChannelMean, ChannelMax)) or super().is_leaf_module(module, name)


def _pair(value: int | tuple[int, int]) -> list[int]:
    return [value, value] if isinstance(value, int) else list(value)


def _conv(name: str, m: nn.Conv2d) -> dict:
    if m.groups != 1 or _pair(m.dilation) != [1, 1] or m.padding_mode != "zeros":
        raise ValueError(f"{name}: only plain convolutions can be exported")
    bias = None if m.bias is None else f"{name}.bias"
    return {
        "op": "conv2d",
        "weight": f"{name}.weight",
        "bias": bias,
        "stride": _pair(m.stride),
        "padding": _pair(m.padding),
    }


def _norm(name: str, m: nn.BatchNorm2d) -> dict:
    return {
        "op": "batch_norm",
        "weight": f"{name}.weight",
        "bias": f"{name}.bias",
        "mean": f"{name}.running_mean",
        "variance": f"{name}.running_var",
        "eps": m.eps,
    }


def _pool(op: str, m: nn.MaxPool2d | nn.AvgPool2d) -> dict:
    return {
        "op": op,
        "kernel": _pair(m.kernel_size),
        "stride": _pair(m.stride),
        "padding": _pair(m.padding),
    }


_MODULES = {
    nn.Conv2d: _conv,
    nn.BatchNorm2d: _norm,
    nn.ReLU: lambda _, m: {"op": "relu"},
    nn.Sigmoid: lambda _, m: {"op": "sigmoid"},
    Affine: lambda _, m: {"op": "affine", "scale": m.scale, "shift": m.shift},
    nn.MaxPool2d: lambda _, m: _pool("max_pool", m),
    nn.AvgPool2d: lambda _, m: {**_pool("avg_pool", m), "count_padding": m.count_include_pad},
    nn.AdaptiveAvgPool2d: lambda _, m: {"op": "global_avg_pool"},
    nn.AdaptiveMaxPool2d: lambda _, m: {"op": "global_max_pool"},
    ChannelMean: lambda _, m: {"op": "channel_mean"},
    ChannelMax: lambda _, m: {"op": "channel_max"},
    nn.Upsample: lambda _, m: {"op": "upsample", "scale": int(m.scale_factor)},
    nn.Flatten: lambda _, m: {"op": "flatten"},
    nn.Linear: lambda name, m: {"op": "linear", "weight": f"{name}.weight", "bias": f"{name}.bias"},
}
_FUNCTIONS = {operator.add: "add", operator.mul: "mul", operator.truediv: "div", torch.cat: "concat"}
_PASS_THROUGH = (nn.Identity, nn.Dropout)


def trace(model: nn.Module, size: int, outputs: tuple[str, ...]) -> dict:
    """architecture.json of a model whose inputs are one-channel squares of ``size``;
    ``outputs`` names what forward returns, in order."""
    model = model.eval()
    graph = _Tracer().trace(model)
    modules = dict(model.named_modules())
    alias: dict[str, str] = {}
    inputs, nodes, result = [], [], {}
    for node in graph.nodes:
        sources = node.args[0] if node.target is torch.cat else node.args
        names = [alias[a.name] for a in sources if isinstance(a, fx.Node)]
        name = alias[node.name] = node.target if isinstance(node.target, str) else node.name
        if node.op == "placeholder":
            inputs.append({"name": name, "size": size})
        elif node.op == "call_module":
            module = modules[node.target]
            if isinstance(module, _PASS_THROUGH):
                alias[node.name] = names[0]
                continue
            if any(other["name"] == name for other in nodes):
                name = alias[node.name] = node.name
            nodes.append({"name": name, "inputs": names, **_MODULES[type(module)](node.target, module)})
        elif node.op == "call_function":
            nodes.append({"name": name, "inputs": names, "op": _FUNCTIONS[node.target]})
        elif node.op == "output":
            returned = node.args[0] if isinstance(node.args[0], tuple) else (node.args[0],)
            result = {key: alias[value.name] for key, value in zip(outputs, returned, strict=True)}
        else:
            raise ValueError(f"{name}: cannot export {node.op}")
    return {"schema": 1, "inputs": inputs, "nodes": nodes, "outputs": result}
