// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Reflection;
using TorchSharp.Modules;
using static TorchSharp.torch;

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
#nullable disable
        public static partial class nn
        {
            public static Parameter Parameter(Tensor data, bool requires_grad = true) => throw null!;

#nullable enable
            public class Module : IDisposable
            {
                internal Module() => throw null!;
                public void Dispose() => throw null!;
                protected virtual void Dispose(bool disposing) => throw null!;
                protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
                protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
                protected DeviceType _deviceType;
                protected int _deviceIndex;
                protected internal virtual Module _to(ScalarType dtype, bool non_blocking) => throw null!;
                protected void _toEpilog(ScalarType dtype, bool non_blocking) => throw null!;
                protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => throw null!;
                protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
                protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking) => throw null!;
                protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result) => throw null!;
                protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p) => throw null!;
                public Module _to(Tensor other, bool non_blocking) => throw null!;
                public virtual Module apply(Action<Module> fn) => throw null!;
                public virtual void train(bool train = true) => throw null!;
                public virtual void eval() => throw null!;
                public virtual bool training { get => throw null!; }
                public virtual void zero_grad(bool set_to_none = true) => throw null!;
                public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true) => throw null!;
                public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) => throw null!;
                public virtual IEnumerable<(string name, Module module)> named_children() => throw null!;
                public virtual IEnumerable<(string name, Module module)> named_modules() => throw null!;
                public virtual IEnumerable<Module> modules() => throw null!;
                public virtual IEnumerable<Module> children() => throw null!;
                public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null) => throw null!;
                public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null) => throw null!;
                protected virtual (string name, Parameter parameter)[] _named_parameters() => throw null!;
                protected virtual (string name, Tensor buffer)[] _named_buffers() => throw null!;
                public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => throw null!;
                protected virtual Parameter[] _parameters(bool recurse = true) => throw null!;
                public virtual IEnumerable<Parameter> parameters(bool recurse = true) => throw null!;
                public virtual bool has_buffer(string target) => throw null!;
                public virtual bool has_parameter(string target) => throw null!;
                public virtual Tensor? get_buffer(string target) => throw null!;
                public virtual Parameter? get_parameter(string target) => throw null!;
                public virtual void register_buffer(string name, Tensor tensor, bool persistent = true) => throw null!;
                public virtual void register_parameter(string name, Parameter param) => throw null!;
                public void add_module(string name, Module module) => throw null!;
                public virtual void register_module(string name, Module submodule) => throw null!;
                protected void ConditionallyRegisterParameter(string name, Tensor value) => throw null!;
                protected void ConditionallyRegisterParameter(string name, Parameter? value) => throw null!;
                protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true) => throw null!;
                public virtual string GetName() => throw null!;
                public Module save(string location, IList<string>? skip = null) => throw null!;
                public Module save(System.IO.BinaryWriter writer, IList<string>? skip = null) => throw null!;
                public Module save(System.IO.Stream stream, IList<string>? skip = null) => throw null!;
                public static void save_state_dict(System.IO.BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null) => throw null!;
                public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null) => throw null!;
                public virtual Module load(System.IO.BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null) => throw null!;
                public Module load(System.IO.Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null) => throw null!;
                public static Module Create<T>(string path) where T : Module, new() => throw null!;
                protected Module(string name) => throw null!;
                protected virtual void RegisterComponents() => throw null!;
                protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) => throw null!;
                protected void ClearModules() => throw null!;
                protected Utils.OrderedDict<string, Module> _internal_submodules;
                protected Utils.OrderedDict<string, (Tensor, bool)> _internal_buffers;
                protected Utils.OrderedDict<string, Parameter> _internal_params;
                protected string? name;
            }

            public interface IModule<T, TResult>
            {
                public TResult call(T input1);
            }

            public interface IModule<T1, T2, TResult>
            {
                public abstract TResult call(T1 input1, T2 input2);
            }

            public interface IModule<T1, T2, T3, TResult>
            {
                public abstract TResult call(T1 input1, T2 input2, T3 input3);
            }

            public interface IModule<T1, T2, T3, T4, TResult>
            {
                public abstract TResult call(T1 input1, T2 input2, T3 input3, T4 input4);
            }

            public interface IModule<T1, T2, T3, T4, T5, TResult>
            {
                public abstract TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
            }

            public interface IModule<T1, T2, T3, T4, T5, T6, TResult>
            {
                public abstract TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
            }

            public class HookableModule<TPreHook, TPostHook> : Module
            {
                internal HookableModule() => throw null!;
                protected HookableModule(string name) => throw null!;
                protected HookableModule(IntPtr handle, IntPtr boxedHandle) => throw null!;
                public HookRemover register_forward_hook(TPostHook hook) => throw null!;
                public HookRemover register_forward_pre_hook(TPreHook hook) => throw null!;
                public HookRemover register_forward_hook(Action<Module> hook) => throw null!;
                public HookRemover register_forward_pre_hook(Action<Module> hook) => throw null!;
                protected Dictionary<string, TPreHook> pre_hooks;
                protected Dictionary<string, TPostHook> post_hooks;
                protected Dictionary<string, Action<Module>> module_pre_hooks;
                protected Dictionary<string, Action<Module>> module_post_hooks;

                public class HookRemover
                {
                    internal HookRemover() => throw null!;
                    public HookRemover(HookableModule<TPreHook, TPostHook> module, string key) => throw null!;
                    public void remove() => throw null!;
                }
            }

            public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
            {
                internal Module() => throw null!;
                protected Module(string name) => throw null!;
                protected Module(IntPtr handle, IntPtr boxedHandle) => throw null!;
                public abstract TResult forward(T input);
                public TResult call(T input) => throw null!;
            }

            public abstract class Module<T1, T2, TResult> : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>, IModule<T1, T2, TResult>
            {
                internal Module() => throw null!;
                protected Module(string name) => throw null!;
                protected Module(IntPtr handle, IntPtr boxedHandle) => throw null!;
                public abstract TResult forward(T1 input1, T2 input2);
                public TResult call(T1 input1, T2 input2) => throw null!;
            }

            public abstract class Module<T1, T2, T3, TResult> : HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>, IModule<T1, T2, T3, TResult>
            {
                internal Module() => throw null!;
                protected Module(string name) => throw null!;
                protected Module(IntPtr handle, IntPtr boxedHandle) => throw null!;
                public abstract TResult forward(T1 input1, T2 input2, T3 input3);
                public TResult call(T1 input1, T2 input2, T3 input3) => throw null!;
            }

            public abstract class Module<T1, T2, T3, T4, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>, Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>, IModule<T1, T2, T3, T4, TResult>
            {
                internal Module() => throw null!;
                protected Module(string name) => throw null!;
                protected Module(IntPtr handle, IntPtr boxedHandle) => throw null!;
                public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);
                public TResult call(T1 input1, T2 input2, T3 input3, T4 input4) => throw null!;
            }

            public abstract class Module<T1, T2, T3, T4, T5, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, (T1, T2, T3, T4, T5)?>, Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, TResult>
            {
                internal Module() => throw null!;
                protected Module(string name) => throw null!;
                protected Module(IntPtr handle, IntPtr boxedHandle) => throw null!;
                public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
                public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5) => throw null!;
            }

            public abstract class Module<T1, T2, T3, T4, T5, T6, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5, T6)?>, Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, T6, TResult>
            {
                internal Module() => throw null!;
                protected Module(string name) => throw null!;
                protected Module(IntPtr handle, IntPtr boxedHandle) => throw null!;
                public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
                public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6) => throw null!;
            }
        }
    }

    public static class ModuleExtensionMethods
    {
        public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T to<T>(this T module, Device device, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T to<T>(this T module, string device, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T cpu<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T @bool<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T @byte<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T @char<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T @short<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T @int<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T @long<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T half<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T bfloat16<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T @float<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T @double<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T cfloat<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
        public static T cdouble<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => throw null!;
    }

    public static class FieldInfoExtensionMethods
    {
        public static string ComponentName(this FieldInfo field) => throw null!;
    }
}

namespace TorchSharp.Modules
{
#nullable disable
    public class Parameter : Tensor
    {
        internal Parameter() => throw null!;
        public Parameter(Tensor data, bool requires_grad = true) => throw null!;
    }

#nullable enable
    public interface IParameterLessModule
    {
    }

#nullable disable
    public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>, IParameterLessModule
    {
        internal ParameterLessModule() => throw null!;
        protected ParameterLessModule(string name) => throw null!;
        protected ParameterLessModule(IntPtr handle, IntPtr boxedHandle) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw null!;
        public override void register_parameter(string name, Parameter param) => throw null!;
        public override void register_module(string name, nn.Module submodule) => throw null!;
    }

    public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>, IParameterLessModule
    {
        internal ParameterLessModule() => throw null!;
        protected ParameterLessModule(string name) => throw null!;
        protected ParameterLessModule(IntPtr handle, IntPtr boxedHandle) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw null!;
        public override void register_parameter(string name, Parameter param) => throw null!;
        public override void register_module(string name, nn.Module submodule) => throw null!;
    }

    public abstract class ParameterLessModule<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>, IParameterLessModule
    {
        internal ParameterLessModule() => throw null!;
        protected ParameterLessModule(string name) => throw null!;
        protected ParameterLessModule(IntPtr handle, IntPtr boxedHandle) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw null!;
        public override void register_parameter(string name, Parameter param) => throw null!;
        public override void register_module(string name, nn.Module submodule) => throw null!;
    }

    public abstract class ParameterLessModule<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>, IParameterLessModule
    {
        internal ParameterLessModule() => throw null!;
        protected ParameterLessModule(string name) => throw null!;
        protected ParameterLessModule(IntPtr handle, IntPtr boxedHandle) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw null!;
        public override void register_parameter(string name, Parameter param) => throw null!;
        public override void register_module(string name, nn.Module submodule) => throw null!;
    }

    public abstract class ParameterLessModule<T1, T2, T3, T4, T5, TResult> : nn.Module<T1, T2, T3, T4, T5, TResult>, IParameterLessModule
    {
        internal ParameterLessModule() => throw null!;
        protected ParameterLessModule(string name) => throw null!;
        protected ParameterLessModule(IntPtr handle, IntPtr boxedHandle) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw null!;
        public override void register_parameter(string name, Parameter param) => throw null!;
        public override void register_module(string name, nn.Module submodule) => throw null!;
    }

    public abstract class ParameterLessModule<T1, T2, T3, T4, T5, T6, TResult> : nn.Module<T1, T2, T3, T4, T5, T6, TResult>, IParameterLessModule
    {
        internal ParameterLessModule() => throw null!;
        protected ParameterLessModule(string name) => throw null!;
        protected ParameterLessModule(IntPtr handle, IntPtr boxedHandle) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw null!;
        public override void register_parameter(string name, Parameter param) => throw null!;
        public override void register_module(string name, nn.Module submodule) => throw null!;
    }
}

namespace TorchSharp.Utils
{
    public class ComponentNameAttribute : Attribute
    {
        public string Name { get => throw null!; set => throw null!; }
    }

    public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
    {
        public void clear() => throw null!;
        public IEnumerator<(TKey, TValue)> items() => throw null!;
        public IEnumerable<TKey> keys() => throw null!;
        public IEnumerable<TValue> values() => throw null!;
        public (TKey, TValue) this[int index] { get => throw null!; set => throw null!; }
        public bool IsReadOnly { get => throw null!; }
        public ICollection<TKey> Keys { get => throw null!; }
        public ICollection<TValue> Values { get => throw null!; }
        public int Count { get => throw null!; }
        public TValue this[TKey key] { get => throw null!; set => throw null!; }
        public void Add((TKey, TValue) item) => throw null!;
        public void Add(TKey key, TValue value) => throw null!;
        public void Add(KeyValuePair<TKey, TValue> item) => throw null!;
        public bool Contains((TKey, TValue) item) => throw null!;
        public void CopyTo((TKey, TValue)[] array, int arrayIndex) => throw null!;
        public int IndexOf((TKey, TValue) item) => throw null!;
        public void Insert(int index, (TKey, TValue) item) => throw null!;
        public bool Remove((TKey, TValue) item) => throw null!;
        public void RemoveAt(int index) => throw null!;
        public bool ContainsKey(TKey key) => throw null!;
        public bool Remove(TKey key) => throw null!;
        public bool TryGetValue(TKey key, out TValue value) => throw null!;
        public void Clear() => throw null!;
        public bool Contains(KeyValuePair<TKey, TValue> item) => throw null!;
        public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) => throw null!;
        public bool Remove(KeyValuePair<TKey, TValue> item) => throw null!;
        public IEnumerator<(TKey, TValue)> GetEnumerator() => throw null!;
        IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }
}
