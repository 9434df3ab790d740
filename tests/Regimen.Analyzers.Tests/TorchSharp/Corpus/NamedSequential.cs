using System;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

manual_seed(42);
cuda.manual_seed_all(42);

var x = randn(1024, 20);
var w = randn(20, 1);
var y = x.matmul(w) + 0.1 * randn(1024, 1);

using var model = Sequential(
    ("lin1", Linear(20, 64)),
    ("relu1", ReLU()),
    ("drop1", Dropout(0.1)),
    ("lin2", Linear(64, 32)),
    ("relu2", ReLU()),
    ("lin3", Linear(32, 1)));

using var optimizer = optim.SGD(model.parameters(), 0.01, momentum: 0.9);
var loss = MSELoss();

model.train();
for (var step = 0; step < 500; step++)
{
    using var scope = NewDisposeScope();
    optimizer.zero_grad();
    var eval = model.call(x);
    var output = loss.call(eval, y);
    output.backward();
    optimizer.step();
    if (step % 50 == 49)
        Console.WriteLine($"{step + 1}: {output.item<float>():F5}");
}

model.eval();
using (no_grad())
using (NewDisposeScope())
{
    var prediction = model.call(x);
    Console.WriteLine($"R2 = {(1 - (prediction - y).pow(2).mean() / y.var()).item<float>():F4}");
}
