using System;
using System.IO;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

var device = cuda.is_available() ? CUDA : mps_is_available() ? MPS : CPU;
var model = nn.Sequential(
    ("conv", nn.Conv2d(3, 16, 3, padding: 1)),
    ("relu", nn.ReLU()),
    ("pool", nn.AdaptiveAvgPool2d(1)),
    ("flat", nn.Flatten()),
    ("drop", nn.Dropout(0.3)),
    ("fc", nn.Linear(16, 5)));
model.load("classifier.dat");
model.to(device);
model.eval();

var normalise = torchvision.transforms.Compose(
    torchvision.transforms.Resize(64, 64),
    torchvision.transforms.Normalize(new[] { 0.485, 0.456, 0.406 }, new[] { 0.229, 0.224, 0.225 }, device: device));

foreach (var path in args.Where(File.Exists))
{
    using var guard = inference_mode();
    using var scope = NewDisposeScope();
    var image = Tensor.Load(path).to(ScalarType.Float32, device) / 255;
    var probabilities = nn.functional.softmax(model.call(normalise.call(image.unsqueeze(0))), 1);
    var (values, classes) = probabilities.topk(3, 1);
    var names = classes.cpu().data<long>().ToArray();
    var shares = values.cpu().data<float>().ToArray();
    Console.WriteLine(path + ": " + string.Join(", ", names.Zip(shares, (n, s) => $"{n} {s:P1}")));
}
