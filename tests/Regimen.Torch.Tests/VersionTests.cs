using System.Runtime.InteropServices;
using Regimen.Torch.Loading;
using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

/// <summary>What libtorch has since 2.13 only, and what happens without it.</summary>
[Collection(nameof(WholeProcess))]
public sealed unsafe class VersionTests
{
    [Fact]
    public void A_packed_version_is_major_minor_patch() =>
        Assert.Equal(new Version(2, 13, 1), LibTorch.Unpack((2ul << 56) | (13ul << 48) | (1ul << 40) | 0xFF));

    [Fact]
    public void Optionals_work_without_the_allocator_that_came_with_2_13()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var x = Floats([2, 2], 1, 2, 3, 4);
        var api = Native.Api;
        var newBox = api->NewBox;
        Assert.True(api->OperatorNew != null);
        try
        {
            api->NewBox = null;
            Near([4, 6], Take(Aten.Sum(x, [0], false)));
            Near([2, 4], Take(x.View([2], [2], 1)));
        }
        finally
        {
            api->NewBox = newBox;
        }

        x.Free();
    }

    [Fact]
    public void Errors_carry_libtorchs_message_where_it_gives_one_and_point_to_standard_error_where_not()
    {
        var x = Floats([2, 3], 1, 2, 3, 4, 5, 6);
        var api = Native.Api;
        var lastError = api->LastError;
        try
        {
            api->LastError = null;
            var exception = Assert.Throws<TorchException>(() => Aten.Mm(x, x));
            Assert.Equal("", exception.Reason);
            Assert.Equal("aten::mm failed: libtorch wrote the reason to standard error", exception.Message);

            // A libtorch of 2.13 stands behind this: its function returns a borrowed string.
            api->LastError = &Message;
            exception = Assert.Throws<TorchException>(() => Aten.Mm(x, x));
            Assert.Equal("aten::mm failed: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", exception.Message);
        }
        finally
        {
            api->LastError = lastError;
        }

        x.Free();
    }

    private static readonly nint s_message = Marshal.StringToCoTaskMemUTF8("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)\n");

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static byte* Message() => (byte*)s_message;
}
