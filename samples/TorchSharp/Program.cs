using TorchSharpSample;

switch (args)
{
    case ["predict"]:
        PredictWithTorchSharp.Run();
        return 0;
    case ["tensors"]:
        TrainOnTensors.Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: TorchSharpSample predict|tensors\n  predict   trains on Fashion-MNIST with Regimen, predicts with TorchSharp\n  tensors   trains on images held in TorchSharp tensors");
        return 2;
}
