// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections.Generic;
using System.Globalization;
using static TorchSharp.torch;

#nullable enable

namespace TorchSharp
{
    public enum TensorStringStyle { Metadata, Julia, Numpy, CSharp, Default, }

    public static partial class torch
    {
        public static TensorStringStyle TensorStringStyle { get => throw null!; set => throw null!; }
        public static void set_printoptions(int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) => throw null!;
        public static void set_printoptions(TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null, int? maxColumns = null) => throw null!;
        public const TensorStringStyle julia = TensorStringStyle.Julia;
        public const TensorStringStyle numpy = TensorStringStyle.Numpy;
        public const TensorStringStyle csharp = TensorStringStyle.CSharp;
    }

    public static class TensorExtensionMethods
    {
        public static Modules.Parameter AsParameter(this Tensor tensor) => throw null!;
        public static string str(this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default) => throw null!;
        public static string jlstr(this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) => throw null!;
        public static string metastr(this Tensor tensor) => throw null!;
        public static string npstr(this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) => throw null!;
        public static string cstr(this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) => throw null!;
        public static Tensor print(this Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default) => throw null!;
        public static ReadOnlySpan<int> IntShape(this Tensor tensor) => throw null!;
        public static int ElementSize(this ScalarType type) => throw null!;
        public static void Save(this Tensor tensor, System.IO.BinaryWriter writer) => throw null!;
        public static void Save(this Tensor tensor, System.IO.Stream stream) => throw null!;
        public static void Save(this Tensor tensor, string location) => throw null!;
        public static void Load(this Tensor tensor, System.IO.BinaryReader reader, bool skip = false) => throw null!;
        public static Tensor Load(System.IO.BinaryReader reader, bool skip = false) => throw null!;
        public static void Load(ref Tensor? tensor, System.IO.BinaryReader reader, bool skip = false) => throw null!;
        public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false) => throw null!;
        public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false) where T : struct => throw null!;
        public static (float Real, float Imaginary) ToComplexFloat32(this Tensor value) => throw null!;
        public static Half ToHalf(this Tensor value) => throw null!;
        public static BFloat16 ToBFloat16(this Tensor value) => throw null!;
        public static float ToSingle(this Tensor value) => throw null!;
        public static double ToDouble(this Tensor value) => throw null!;
        public static sbyte ToSByte(this Tensor value) => throw null!;
        public static byte ToByte(this Tensor value) => throw null!;
        public static short ToInt16(this Tensor value) => throw null!;
        public static int ToInt32(this Tensor value) => throw null!;
        public static long ToInt64(this Tensor value) => throw null!;
        public static bool ToBoolean(this Tensor value) => throw null!;
        public static (float Real, float Imaginary) ToComplex32(this Tensor value) => throw null!;
        public static long TotalSize(this IEnumerable<long> shape) => throw null!;
    }
}
