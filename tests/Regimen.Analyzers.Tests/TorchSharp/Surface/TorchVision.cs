// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections.Generic;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.utils.data;

#nullable enable

namespace TorchSharp
{
    public static class torchvision
    {
        public interface ITransform : nn.IModule<Tensor, Tensor>
        {
        }

#nullable disable
        public static class transforms
        {
            static public ITransform Compose(params ITransform[] transforms) => throw null!;
#nullable enable
            static public ITransform Normalize(double[] means, double[] stdevs, ScalarType dtype = ScalarType.Float32, torch.Device? device = null) => throw null!;
#nullable disable
            static public ITransform Resize(int height, int width, InterpolationMode interpolation = InterpolationMode.Nearest, int? maxSize = null, bool antialias = false) => throw null!;
            static public ITransform Resize(int size, InterpolationMode interpolation = InterpolationMode.Nearest, int? maxSize = null, bool antialias = false) => throw null!;
            static public ITransform Resize(int height, int width, int? maxSize = null) => throw null!;
            static public ITransform Resize(int height, int width) => throw null!;
            static public ITransform Resize(int size, int? maxSize = null) => throw null!;
            static public ITransform Resize(int size) => throw null!;
            static public ITransform HorizontalFlip() => throw null!;
            static public ITransform CenterCrop(int height, int width) => throw null!;
            static public ITransform CenterCrop(int size) => throw null!;
            static public ITransform ConvertImageDtype(ScalarType dtype) => throw null!;
            [System.Obsolete("Deprecating misspelled transform. Use 'ConvertImageDtype' instead.", false)] static public ITransform ConvertImageDType(ScalarType dtype) => throw null!;
        }

        public static class datasets
        {
            public static Dataset MNIST(string root, bool train, bool download = false, torchvision.ITransform target_transform = null) => throw null!;
            public static Dataset FashionMNIST(string root, bool train, bool download = false, torchvision.ITransform target_transform = null) => throw null!;
            public static Dataset KMNIST(string root, bool train, bool download = false, torchvision.ITransform target_transform = null) => throw null!;
            public static Dataset CIFAR10(string root, bool train, bool download = false, torchvision.ITransform target_transform = null) => throw null!;
            public static Dataset CIFAR10(string root, bool train, bool download, Func<Tensor, Tensor> target_transform) => throw null!;
            public static Dataset CIFAR100(string root, bool train, bool download = false, torchvision.ITransform target_transform = null) => throw null!;
            public static Dataset CIFAR100(string root, bool train, bool download, Func<Tensor, Tensor> target_transform) => throw null!;
        }

#nullable enable
        public static class models
        {
            public static Modules.ResNet resnet18(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.ResNet resnet34(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.ResNet resnet50(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.ResNet wide_resnet50_2(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.ResNet resnext50_32x4d(int num_classes = 1000, bool zero_init_residual = false, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.ResNet resnet101(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.ResNet resnext101_32x8d(int num_classes = 1000, bool zero_init_residual = false, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.ResNet resnext101_64x4d(int num_classes = 1000, bool zero_init_residual = false, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.ResNet wide_resnet101_2(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.ResNet resnet152(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.VGG vgg11(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.VGG vgg11_bn(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.VGG vgg13(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.VGG vgg13_bn(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.VGG vgg16(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.VGG vgg16_bn(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.VGG vgg19(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
            public static Modules.VGG vgg19_bn(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
        }
    }
}

namespace TorchSharp.Modules
{
    public class ResNet : Module<Tensor, Tensor>
    {
        internal ResNet() => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public static ResNet ResNet18(int numClasses = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
        public static ResNet ResNet34(int numClasses = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
        public static ResNet ResNet50(int numClasses = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
        public static ResNet ResNet101(int numClasses = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
        public static ResNet ResNet152(int numClasses = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
        public delegate Module<Tensor, Tensor> BlockFunc(int inplanes, int planes, int stride = 1, Module<Tensor, Tensor>? downsample = null, int groups = 1, int base_width = 64, int dilation = 1, Func<int, Module<Tensor, Tensor>>? norm_layer = null);
        public ResNet(string name, BlockFunc block, int expansion, IList<int> layers, int numClasses = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64, (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
    }

    public class VGG : Module<Tensor, Tensor>
    {
        internal VGG() => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public VGG(string name, int numClasses, bool batch_norm, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) => throw null!;
        public override Tensor forward(Tensor input) => throw null!;
    }
}
