using Regimen.Torch.Loading;
using static Regimen.Torch.Tests.Numbers;

namespace Regimen.Torch.Tests;

/// <summary>What is different with a libtorch of 2.10, as far as it can be shown without one.</summary>
[Collection(nameof(WholeProcess))]
public sealed unsafe class NewerLibTorchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regimen").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_library_that_exports_the_dispatcher_is_bound_without_the_shim()
    {
        var shim = Path.Combine(AppContext.BaseDirectory, "libregimen_shim.so");
        if (!File.Exists(shim))
            return;

        // The shim has the functions of a new libtorch, so under libtorch's name it is one to the loader.
        File.Copy(shim, Path.Combine(_folder, "libtorch_cpu.so"));
        var table = FunctionBinder.Bind(new(_folder, [], System: false));
        Assert.True(table->CallDispatcher != null);
        Assert.NotEqual((nint)table->CallDispatcher, (nint)Native.Api->CallDispatcher);
        Assert.True(table->SetThreads != null);
    }

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
    public void Errors_name_the_operator_where_libtorch_keeps_its_message_to_itself()
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
        }
        finally
        {
            api->LastError = lastError;
        }

        x.Free();
    }
}
