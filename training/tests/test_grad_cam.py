import torch

from manet.golden.models import unsettle
from manet.networks.grad_cam import grad_cam
from manet.networks.resnet import BasicBlock, ResNet


def test_autograd_equals_the_closed_form():
    torch.manual_seed(3)
    model = unsettle(ResNet(BasicBlock, (1, 1, 1, 1), attention="ma", width=4))
    film, mask = torch.rand(1, 1, 64, 64), torch.ones(1, 1, 64, 64)
    features = model(film, mask)[1]
    area = features.shape[2] * features.shape[3]
    closed = torch.einsum("ck,nkhw->nchw", model.head.fc.weight, features).relu() / area
    torch.testing.assert_close(grad_cam(model, film, mask), closed)
