using System.Runtime.InteropServices;

namespace Regimen.Torch.Loading;

/// <summary>Fills the table of functions from a libtorch.</summary>
internal static unsafe class FunctionBinder
{
    // at::set_num_threads has no C name; these are its C++ ones with the Itanium and the Microsoft compilers.
    private const string SetThreadsItanium = "_ZN2at15set_num_threadsEi";
    private const string SetThreadsMicrosoft = "?set_num_threads@at@@YAXH@Z";

    // c10::cuda::device_count, which never throws.
    private const string CudaDeviceCount = "_ZN3c104cuda12device_countEv";

    /// <summary>Opens the libraries and binds every function. The table lives as long as the process.</summary>
    /// <exception cref="LibTorchNotFoundException">libtorch is missing, cannot be loaded, or is too old.</exception>
    internal static Functions* Bind(SearchPaths paths)
    {
        var torch = LibraryFinder.OpenTorch(paths);
        var table = (Functions*)NativeMemory.AllocZeroed((nuint)sizeof(Functions));
        try
        {
            BindRequired(table, torch.Handle);
        }
        catch (EntryPointNotFoundException)
        {
            NativeMemory.Free(table);
            throw new LibTorchNotFoundException(
                $"the libtorch in {(torch.Folder is { } folder ? $"'{folder}'" : "the system's library path")} is too old{VersionOf(torch.Handle)}: it must be 2.10 or newer");
        }

        BindOptional(table, torch.Handle, LibraryFinder.OpenCuda(torch));
        LibraryFinder.OpenUmbrella(torch);
        return table;
    }

    // Very old ones can't tell.
    private static string VersionOf(nint torch) =>
        NativeLibrary.TryGetExport(torch, "aoti_torch_abi_version", out var address)
            ? $" ({LibTorch.Unpack(((delegate* unmanaged[Cdecl]<ulong>)address)())})"
            : "";

    private static void BindRequired(Functions* f, nint source)
    {
        nint Get(string name) => NativeLibrary.GetExport(source, name);

        f->CallDispatcher = (delegate* unmanaged[Cdecl]<byte*, byte*, ulong*, ulong, int>)Get("torch_call_dispatcher");
        f->NewList = (delegate* unmanaged[Cdecl]<nuint, nint*, int>)Get("torch_new_list_reserve_size");
        f->ListSize = (delegate* unmanaged[Cdecl]<nint, nuint*, int>)Get("torch_list_size");
        f->ListGet = (delegate* unmanaged[Cdecl]<nint, nuint, ulong*, int>)Get("torch_list_get_item");
        f->ListPush = (delegate* unmanaged[Cdecl]<nint, ulong, int>)Get("torch_list_push_back");
        f->DeleteList = (delegate* unmanaged[Cdecl]<nint, int>)Get("torch_delete_list");
        f->NewString = (delegate* unmanaged[Cdecl]<byte*, nuint, nint*, int>)Get("torch_new_string_handle");
        f->DeleteString = (delegate* unmanaged[Cdecl]<nint, int>)Get("torch_delete_string");
        f->ParallelFor = (delegate* unmanaged[Cdecl]<long, long, long, delegate* unmanaged[Cdecl]<long, long, void*, void>, void*, int>)Get("torch_parallel_for");
        f->GetThreads = (delegate* unmanaged[Cdecl]<uint*, int>)Get("torch_get_num_threads");
        f->GetThreadIndex = (delegate* unmanaged[Cdecl, SuppressGCTransition]<uint*, int>)Get("torch_get_thread_idx");

        f->Version = (delegate* unmanaged[Cdecl]<ulong>)Get("aoti_torch_abi_version");
        f->EmptyStrided = (delegate* unmanaged[Cdecl]<long, long*, long*, int, int, int, nint*, int>)Get("aoti_torch_empty_strided");
        f->FromBlob = (delegate* unmanaged[Cdecl]<void*, long, long*, long*, long, int, int, int, nint*, int>)Get("aoti_torch_create_tensor_from_blob");
        f->NewHandle = (delegate* unmanaged[Cdecl]<nint, nint*, int>)Get("aoti_torch_new_tensor_handle");
        f->DeleteTensor = (delegate* unmanaged[Cdecl]<nint, int>)Get("aoti_torch_delete_tensor_object");
        f->IsDefined = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, byte*, int>)Get("aoti_torch_is_defined");
        f->DataPointer = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void**, int>)Get("aoti_torch_get_data_ptr");
        f->Dimensions = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long*, int>)Get("aoti_torch_get_dim");
        f->ElementCount = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long*, int>)Get("aoti_torch_get_numel");
        f->Size = (delegate* unmanaged[Cdecl]<nint, long, long*, int>)Get("aoti_torch_get_size");
        f->Stride = (delegate* unmanaged[Cdecl]<nint, long, long*, int>)Get("aoti_torch_get_stride");
        f->StorageOffset = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long*, int>)Get("aoti_torch_get_storage_offset");
        f->ElementType = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int*, int>)Get("aoti_torch_get_dtype");
        f->DeviceKind = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int*, int>)Get("aoti_torch_get_device_type");
        f->DeviceIndex = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int*, int>)Get("aoti_torch_get_device_index");

        f->AddCpu = (delegate* unmanaged[Cdecl]<nint, nint, double, nint*, int>)Get("aoti_torch_cpu_add_Tensor");
        f->AddmmOutCpu = (delegate* unmanaged[Cdecl]<nint, nint, nint, nint, double, double, int>)Get("aoti_torch_cpu_addmm_out");
    }

    private static void BindOptional(Functions* f, nint source, nint cuda)
    {
        // A look-up in a library also finds what its dependencies export, such as the C++ run time's operator new.
        nint Find(string name) => NativeLibrary.TryGetExport(source, name, out var address) ? address : 0;
        nint FindCuda(string name) => cuda != 0 && NativeLibrary.TryGetExport(cuda, name, out var address) ? address : 0;

        f->NewBox = (delegate* unmanaged[Cdecl]<ulong**, int>)Find("torch_new_stable_ivalue");
        f->OperatorNew = (delegate* unmanaged[Cdecl]<nuint, void*>)Find("_Znwm");
        f->LastError = (delegate* unmanaged[Cdecl]<byte*>)Find("torch_exception_get_what_without_backtrace");
        var setThreads = Find(SetThreadsItanium);
        f->SetThreads = (delegate* unmanaged[Cdecl]<int, void>)(setThreads != 0 ? setThreads : Find(SetThreadsMicrosoft));

        f->AddCuda = (delegate* unmanaged[Cdecl]<nint, nint, double, nint*, int>)FindCuda("aoti_torch_cuda_add_Tensor");
        f->AddmmOutCuda = (delegate* unmanaged[Cdecl]<nint, nint, nint, nint, double, double, int>)FindCuda("aoti_torch_cuda_addmm_out");
        f->CudaDevices = (delegate* unmanaged[Cdecl]<byte>)FindCuda(CudaDeviceCount);
    }
}
