import torch
from torch import nn

from manet.train.ema import Ema, recalibrate


def test_the_average_follows_the_weights():
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    ema = Ema(model, 0.5)
    nn.init.ones_(model.weight)
    ema.update(model, step=1000)
    assert ema.model.weight.item() == 0.5


def test_recalibration_measures_the_statistics_of_the_batches():
    model = nn.Sequential(nn.BatchNorm2d(1))
    batches = [(torch.full((2, 1, 2, 2), value),) for value in (3.0, 5.0)]
    recalibrate(model, batches, lambda m, x: m(x))
    assert model[0].running_mean.item() == 4.0
    assert not model.training
