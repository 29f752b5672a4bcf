"""The networks of the official repositories, written anew from the papers and from the names in their weight files."""

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional


def normed(norm: str, channels: int, old: bool = False) -> nn.Module:
    """`old` instance norms keep running statistics, as PyTorch 0.3 did, and make no use of them."""
    if norm == "batch":
        return nn.BatchNorm2d(channels)
    layer = nn.InstanceNorm2d(channels)
    if old:
        layer.register_buffer("running_mean", torch.randn(channels))
        layer.register_buffer("running_var", torch.rand(channels))
        layer.forward = lambda feature: functional.instance_norm(feature)  # type: ignore[method-assign]
    return layer


class ResnetBlock(nn.Module):
    def __init__(self, width: int, norm: str, dropout: bool, old: bool) -> None:
        super().__init__()
        convolution = [nn.ReflectionPad2d(1), nn.Conv2d(width, width, 3, bias=norm == "instance")]
        again = [nn.ReflectionPad2d(1), nn.Conv2d(width, width, 3, bias=norm == "instance")]
        noise = [nn.Dropout(0.5)] if dropout else []
        self.conv_block = nn.Sequential(
            *convolution, normed(norm, width, old), nn.ReLU(True), *noise, *again, normed(norm, width, old)
        )

    def forward(self, x: Tensor) -> Tensor:
        return x + self.conv_block(x)


class OfficialResnet(nn.Module):
    """7 x 7, two halvings, blocks, two doublings, 7 x 7."""

    def __init__(self, ngf: int, blocks: int, norm: str, dropout: bool = False, old: bool = False) -> None:
        super().__init__()
        bias = norm == "instance"
        layers = [nn.ReflectionPad2d(3), nn.Conv2d(3, ngf, 7, bias=bias), normed(norm, ngf, old), nn.ReLU(True)]
        for times in (1, 2):
            halved = nn.Conv2d(ngf * times, 2 * ngf * times, 3, stride=2, padding=1, bias=bias)
            layers += [halved, normed(norm, 2 * ngf * times, old), nn.ReLU(True)]
        layers += [ResnetBlock(4 * ngf, norm, dropout, old) for _ in range(blocks)]
        for times in (4, 2):
            half = ngf * times // 2
            doubled = nn.ConvTranspose2d(ngf * times, half, 3, stride=2, padding=1, output_padding=1, bias=bias)
            layers += [doubled, normed(norm, half, old), nn.ReLU(True)]
        layers += [nn.ReflectionPad2d(3), nn.Conv2d(ngf, 3, 7), nn.Tanh()]
        self.model = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        return self.model(x)


class UnetBlock(nn.Module):
    """One level, with all that are smaller inside it."""

    def __init__(self, outside: int, inside: int, norm: str, inner: nn.Module | None, dropout: bool) -> None:
        super().__init__()
        bias = norm == "instance"
        before = [nn.LeakyReLU(0.2, True), nn.Conv2d(outside, inside, 4, stride=2, padding=1, bias=bias)]
        middle = [normed(norm, inside), inner] if inner else []
        widened = 2 * inside if inner else inside
        after = [nn.ReLU(True), nn.ConvTranspose2d(widened, outside, 4, stride=2, padding=1, bias=bias)]
        noise = [nn.Dropout(0.5)] if dropout else []
        self.model = nn.Sequential(*before, *middle, *after, normed(norm, outside), *noise)

    def forward(self, x: Tensor) -> Tensor:
        return torch.cat([x, self.model(x)], 1)


class Outermost(nn.Module):
    def __init__(self, ngf: int, norm: str, inner: nn.Module) -> None:
        super().__init__()
        down = nn.Conv2d(3, ngf, 4, stride=2, padding=1, bias=norm == "instance")
        up = nn.ConvTranspose2d(2 * ngf, 3, 4, stride=2, padding=1)
        self.model = nn.Sequential(down, inner, nn.ReLU(True), up, nn.Tanh())

    def forward(self, x: Tensor) -> Tensor:
        return self.model(x)


class OfficialUnet(nn.Module):
    """7 downs are the U-Net for 128 px, 8 that for 256."""

    def __init__(self, ngf: int, downs: int, norm: str) -> None:
        super().__init__()
        inner = UnetBlock(8 * ngf, 8 * ngf, norm, None, False)
        for _ in range(downs - 5):
            inner = UnetBlock(8 * ngf, 8 * ngf, norm, inner, True)
        for times in (4, 2, 1):
            inner = UnetBlock(ngf * times, 2 * ngf * times, norm, inner, False)
        self.model = Outermost(ngf, norm, inner)

    def forward(self, x: Tensor) -> Tensor:
        return self.model(x)


class NamedDense(nn.Module):
    def __init__(self, nf: int, gc: int) -> None:
        super().__init__()
        for index in range(5):
            self.add_module(f"conv{index + 1}", nn.Conv2d(nf + index * gc, nf if index == 4 else gc, 3, padding=1))

    def forward(self, x: Tensor) -> Tensor:
        seen = [x]
        for name in ("conv1", "conv2", "conv3", "conv4"):
            seen.append(functional.leaky_relu(self.get_submodule(name)(torch.cat(seen, 1)), 0.2))
        return x + 0.2 * self.get_submodule("conv5")(torch.cat(seen, 1))


class NamedBlock(nn.Module):
    def __init__(self, nf: int, gc: int, rdb: str) -> None:
        super().__init__()
        for index in (1, 2, 3):
            self.add_module(f"{rdb}{index}", NamedDense(nf, gc))

    def forward(self, x: Tensor) -> Tensor:
        feature = x
        for dense in self.children():
            feature = dense(feature)
        return x + 0.2 * feature


NEW = ("conv_first", "RRDB_trunk", "RDB", "trunk_conv", "upconv1", "upconv2", "HRconv", "conv_last")
NEWEST = ("conv_first", "body", "rdb", "conv_body", "conv_up1", "conv_up2", "conv_hr", "conv_last")


class OfficialRrdb(nn.Module):
    """RRDBNet with the layer names of ESRGAN's later files, or of Real-ESRGAN's."""

    def __init__(self, nf: int, gc: int, nb: int, names: tuple[str, ...], fold: int = 1) -> None:
        super().__init__()
        first, trunk, rdb, joined, *rest = names
        self.names, self.fold = names, fold
        self.add_module(first, nn.Conv2d(3 * fold**2, nf, 3, padding=1))
        self.add_module(trunk, nn.Sequential(*(NamedBlock(nf, gc, rdb) for _ in range(nb))))
        for name in (joined, *rest):
            self.add_module(name, nn.Conv2d(nf, 3 if name == rest[-1] else nf, 3, padding=1))

    def forward(self, x: Tensor) -> Tensor:
        first, trunk, joined, up1, up2, large, last = (
            self.get_submodule(name) for name in self.names if name.lower() != "rdb"
        )
        batch, _, height, width = x.shape
        fold = self.fold
        cells = x.reshape(batch, 3, height // fold, fold, width // fold, fold).permute(0, 1, 3, 5, 2, 4)
        shallow = first(cells.reshape(batch, 3 * fold**2, height // fold, width // fold))
        feature = shallow + joined(trunk(shallow))
        for layer in (up1, up2):
            nearest = feature.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
            feature = functional.leaky_relu(layer(nearest), 0.2)
        return last(functional.leaky_relu(large(feature), 0.2))


class Sub(nn.Module):
    def __init__(self, *parts: nn.Module) -> None:
        super().__init__()
        self.sub = nn.Sequential(*parts)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.sub(x)


class OldRrdb(nn.Module):
    """RRDBNet as one sequence, as in ESRGAN's first files."""

    def __init__(self, nf: int, gc: int, nb: int) -> None:
        super().__init__()
        blocks = [NamedBlock(nf, gc, "RDB") for _ in range(nb)]
        for block in blocks:
            for dense in block.children():
                for name, convolution in list(dense.named_children()):
                    dense.add_module(name, nn.Sequential(convolution))
        plain = [nn.Conv2d(nf, nf, 3, padding=1) for _ in range(4)]
        ups = [part for layer in plain[:2] for part in (nn.Upsample(scale_factor=2), layer, nn.LeakyReLU(0.2, True))]
        ends = nn.Conv2d(3, nf, 3, padding=1), nn.Conv2d(nf, 3, 3, padding=1)
        trunk = Sub(*blocks, plain[2])
        self.model = nn.Sequential(ends[0], trunk, *ups, plain[3], nn.LeakyReLU(0.2, True), ends[1])

    def forward(self, x: Tensor) -> Tensor:
        return self.model(x)


def seeded(build: Callable[[], nn.Module]) -> nn.Module:
    """A network with random weights and random statistics, as it is used: dropout off."""
    torch.manual_seed(0)
    network = build()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.weight, 1, 0.2)
            nn.init.normal_(module.bias, 0, 0.2)
            nn.init.normal_(module.running_mean, 0, 0.2)
            nn.init.uniform_(module.running_var, 0.5, 2)
    return network.eval()
