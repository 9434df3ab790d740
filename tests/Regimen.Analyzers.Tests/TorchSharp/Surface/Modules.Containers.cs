// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections;
using System.Collections.Generic;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

#nullable enable

namespace TorchSharp.Modules
{
    public class Sequential : torch.nn.Module<Tensor, Tensor>
    {
        internal Sequential() => throw null!;
        public Sequential append(string name, torch.nn.IModule<Tensor, Tensor> module) => throw null!;
        public Sequential append(torch.nn.IModule<Tensor, Tensor> module) => throw null!;
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => throw null!;
        public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_children() => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_modules() => throw null!;
        protected Sequential(params (string name, torch.nn.Module<Tensor, Tensor> submodule)[] modules) => throw null!;
        protected Sequential(params torch.nn.Module<Tensor, Tensor>[] modules) => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
        public override nn.Module apply(Action<nn.Module> fn) => throw null!;
        public int Count { get => throw null!; }
        public nn.IModule<Tensor, Tensor> this[int index] { get => throw null!; }
        public Sequential this[(int? start, int? end) index] { get => throw null!; }
        public Sequential this[System.Range index] { get => throw null!; }
        protected override void Dispose(bool disposing) => throw null!;
        public override void train(bool on = true) => throw null!;
        public override void eval() => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
    }

#nullable disable
    public abstract class Sequential<T, TResult> : nn.Module<T, TResult>
    {
        internal Sequential() => throw null!;
        public Sequential<T, TResult> append(string name, torch.nn.Module module) => throw null!;
        internal protected void Add(string name, torch.nn.Module sm) => throw null!;
        public Sequential<T, TResult> append(torch.nn.Module module) => throw null!;
        internal protected void Add(torch.nn.Module module) => throw null!;
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => throw null!;
        public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_children() => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_modules() => throw null!;
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules) => throw null!;
        protected Sequential(params torch.nn.Module[] modules) => throw null!;
        public override nn.Module apply(Action<nn.Module> fn) => throw null!;
        public int Count { get => throw null!; }
        public nn.Module this[int index] { get => throw null!; }
        public Sequential<T, TResult> this[(int? start, int? end) index] { get => throw null!; }
        protected virtual Sequential<T, TResult> Slice(int start, int end) => throw null!;
        public Sequential<T, TResult> this[System.Range index] { get => throw null!; }
        protected override void Dispose(bool disposing) => throw null!;
        public override void train(bool on = true) => throw null!;
        public override void eval() => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
    }

    public abstract class Sequential<T1, T2, TResult> : nn.Module<T1, T2, TResult>
    {
        internal Sequential() => throw null!;
        public Sequential<T1, T2, TResult> append(string name, torch.nn.Module module) => throw null!;
        internal protected void Add(string name, torch.nn.Module sm) => throw null!;
        public Sequential<T1, T2, TResult> append(torch.nn.Module module) => throw null!;
        internal protected void Add(torch.nn.Module module) => throw null!;
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => throw null!;
        public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_children() => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_modules() => throw null!;
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules) => throw null!;
        protected Sequential(params torch.nn.Module[] modules) => throw null!;
        public override nn.Module apply(Action<nn.Module> fn) => throw null!;
        public int Count { get => throw null!; }
        public nn.Module this[int index] { get => throw null!; }
        public Sequential<T1, T2, TResult> this[(int? start, int? end) index] { get => throw null!; }
        protected virtual Sequential<T1, T2, TResult> Slice(int start, int end) => throw null!;
        public Sequential<T1, T2, TResult> this[System.Range index] { get => throw null!; }
        protected override void Dispose(bool disposing) => throw null!;
        public override void train(bool on = true) => throw null!;
        public override void eval() => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
    }

    public abstract class Sequential<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
    {
        internal Sequential() => throw null!;
        public Sequential<T1, T2, T3, TResult> append(string name, torch.nn.Module module) => throw null!;
        internal protected void Add(string name, torch.nn.Module sm) => throw null!;
        public Sequential<T1, T2, T3, TResult> append(torch.nn.Module module) => throw null!;
        internal protected void Add(torch.nn.Module module) => throw null!;
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => throw null!;
        public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_children() => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_modules() => throw null!;
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules) => throw null!;
        protected Sequential(params torch.nn.Module[] modules) => throw null!;
        public override nn.Module apply(Action<nn.Module> fn) => throw null!;
        public int Count { get => throw null!; }
        public nn.Module this[int index] { get => throw null!; }
        public Sequential<T1, T2, T3, TResult> this[(int? start, int? end) index] { get => throw null!; }
        protected virtual Sequential<T1, T2, T3, TResult> Slice(int start, int end) => throw null!;
        public Sequential<T1, T2, T3, TResult> this[System.Range index] { get => throw null!; }
        protected override void Dispose(bool disposing) => throw null!;
        public override void train(bool on = true) => throw null!;
        public override void eval() => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
    }

    public abstract class Sequential<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
    {
        internal Sequential() => throw null!;
        public Sequential<T1, T2, T3, T4, TResult> append(string name, torch.nn.Module module) => throw null!;
        internal protected void Add(string name, torch.nn.Module sm) => throw null!;
        public Sequential<T1, T2, T3, T4, TResult> append(torch.nn.Module module) => throw null!;
        internal protected void Add(torch.nn.Module module) => throw null!;
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => throw null!;
        public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_children() => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_modules() => throw null!;
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules) => throw null!;
        protected Sequential(params torch.nn.Module[] modules) => throw null!;
        public override nn.Module apply(Action<nn.Module> fn) => throw null!;
        public int Count { get => throw null!; }
        public nn.Module this[int index] { get => throw null!; }
        public Sequential<T1, T2, T3, T4, TResult> this[(int? start, int? end) index] { get => throw null!; }
        protected virtual Sequential<T1, T2, T3, T4, TResult> Slice(int start, int end) => throw null!;
        public Sequential<T1, T2, T3, T4, TResult> this[System.Range index] { get => throw null!; }
        protected override void Dispose(bool disposing) => throw null!;
        public override void train(bool on = true) => throw null!;
        public override void eval() => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
    }

    public abstract class Sequential<T1, T2, T3, T4, T5, TResult> : nn.Module<T1, T2, T3, T4, T5, TResult>
    {
        internal Sequential() => throw null!;
        public Sequential<T1, T2, T3, T4, T5, TResult> append(string name, torch.nn.Module module) => throw null!;
        internal protected void Add(string name, torch.nn.Module sm) => throw null!;
        public Sequential<T1, T2, T3, T4, T5, TResult> append(torch.nn.Module module) => throw null!;
        internal protected void Add(torch.nn.Module module) => throw null!;
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => throw null!;
        public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_children() => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_modules() => throw null!;
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules) => throw null!;
        protected Sequential(params torch.nn.Module[] modules) => throw null!;
        public override nn.Module apply(Action<nn.Module> fn) => throw null!;
        public int Count { get => throw null!; }
        public nn.Module this[int index] { get => throw null!; }
        public Sequential<T1, T2, T3, T4, T5, TResult> this[(int? start, int? end) index] { get => throw null!; }
        protected virtual Sequential<T1, T2, T3, T4, T5, TResult> Slice(int start, int end) => throw null!;
        public Sequential<T1, T2, T3, T4, T5, TResult> this[System.Range index] { get => throw null!; }
        protected override void Dispose(bool disposing) => throw null!;
        public override void train(bool on = true) => throw null!;
        public override void eval() => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
    }

    public abstract class Sequential<T1, T2, T3, T4, T5, T6, TResult> : nn.Module<T1, T2, T3, T4, T5, T6, TResult>
    {
        internal Sequential() => throw null!;
        public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(string name, torch.nn.Module module) => throw null!;
        internal protected void Add(string name, torch.nn.Module sm) => throw null!;
        public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(torch.nn.Module module) => throw null!;
        internal protected void Add(torch.nn.Module module) => throw null!;
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => throw null!;
        public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_children() => throw null!;
        public override IEnumerable<(string name, torch.nn.Module module)> named_modules() => throw null!;
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules) => throw null!;
        protected Sequential(params torch.nn.Module[] modules) => throw null!;
        public override nn.Module apply(Action<nn.Module> fn) => throw null!;
        public int Count { get => throw null!; }
        public nn.Module this[int index] { get => throw null!; }
        public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[(int? start, int? end) index] { get => throw null!; }
        protected virtual Sequential<T1, T2, T3, T4, T5, T6, TResult> Slice(int start, int end) => throw null!;
        public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[System.Range index] { get => throw null!; }
        protected override void Dispose(bool disposing) => throw null!;
        public override void train(bool on = true) => throw null!;
        public override void eval() => throw null!;
        protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => throw null!;
        protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => throw null!;
    }

    public class ModuleDict<T> : Module, IDictionary<string, T>, IList<(string, T)> where T : Module
    {
        public ModuleDict() => throw null!;
        public void clear() => throw null!;
        public IEnumerator<(string, T)> items() => throw null!;
        public IEnumerable<string> keys() => throw null!;
        protected override void RegisterComponents() => throw null!;
        public IEnumerable<T> values() => throw null!;
        public (string, T) this[int index] { get => throw null!; set => throw null!; }
        public bool IsReadOnly { get => throw null!; }
        public ICollection<string> Keys { get => throw null!; }
        public ICollection<T> Values { get => throw null!; }
        public int Count { get => throw null!; }
        public T this[string key] { get => throw null!; set => throw null!; }
        public void Add((string, T) item) => throw null!;
        public void Add(string key, T value) => throw null!;
        public void Add(KeyValuePair<string, T> item) => throw null!;
        public bool Contains((string, T) item) => throw null!;
        public void CopyTo((string, T)[] array, int arrayIndex) => throw null!;
        public int IndexOf((string, T) item) => throw null!;
        public void Insert(int index, (string, T) item) => throw null!;
        public bool Remove((string, T) item) => throw null!;
        public void RemoveAt(int index) => throw null!;
        public bool ContainsKey(string key) => throw null!;
        public bool Remove(string key) => throw null!;
        public bool TryGetValue(string key, out T value) => throw null!;
        public void Clear() => throw null!;
        public bool Contains(KeyValuePair<string, T> item) => throw null!;
        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => throw null!;
        public bool Remove(KeyValuePair<string, T> item) => throw null!;
        public IEnumerator<(string, T)> GetEnumerator() => throw null!;
        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public class ModuleList<T> : Module, IList<T> where T : Module
    {
        internal ModuleList() => throw null!;
        public ModuleList(params T[] modules) => throw null!;
        protected override void RegisterComponents() => throw null!;
        public T this[int index] { get => throw null!; set => throw null!; }
        public int Count { get => throw null!; }
        public bool IsReadOnly { get => throw null!; }
        public void Add(T item) => throw null!;
        public void append(params T[] parameters) => throw null!;
        public void Clear() => throw null!;
        public bool Contains(T item) => throw null!;
        public void CopyTo(T[] array, int arrayIndex) => throw null!;
        public void extend(IEnumerable<T> modules) => throw null!;
        public IEnumerator<T> GetEnumerator() => throw null!;
        public int IndexOf(T item) => throw null!;
        public void Insert(int index, T item) => throw null!;
        public bool Remove(T item) => throw null!;
        public void RemoveAt(int index) => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public class ParameterDict : Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
    {
        public ParameterDict() => throw null!;
        public void clear() => throw null!;
        public IEnumerator<(string, Parameter)> items() => throw null!;
        public IEnumerable<string> keys() => throw null!;
        protected override void RegisterComponents() => throw null!;
        protected override void _toEpilog(torch.ScalarType? dtype, torch.Device device, bool non_blocking) => throw null!;
        public IEnumerable<Parameter> values() => throw null!;
        public (string, Parameter) this[int index] { get => throw null!; set => throw null!; }
        public bool IsReadOnly { get => throw null!; }
        public ICollection<string> Keys { get => throw null!; }
        public ICollection<Parameter> Values { get => throw null!; }
        public int Count { get => throw null!; }
        public Parameter this[string key] { get => throw null!; set => throw null!; }
        public override bool has_parameter(string target) => throw null!;
        public override Parameter get_parameter(string target) => throw null!;
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse) => throw null!;
        public void Add((string, Parameter) item) => throw null!;
        public void Add(string key, Parameter value) => throw null!;
        public void Add(KeyValuePair<string, Parameter> item) => throw null!;
        public bool Contains((string, Parameter) item) => throw null!;
        public void CopyTo((string, Parameter)[] array, int arrayIndex) => throw null!;
        public int IndexOf((string, Parameter) item) => throw null!;
        public void Insert(int index, (string, Parameter) item) => throw null!;
        public bool Remove((string, Parameter) item) => throw null!;
        public void RemoveAt(int index) => throw null!;
        public bool ContainsKey(string key) => throw null!;
        public bool Remove(string key) => throw null!;
        public bool TryGetValue(string key, out Parameter value) => throw null!;
        public void Clear() => throw null!;
        public bool Contains(KeyValuePair<string, Parameter> item) => throw null!;
        public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => throw null!;
        public bool Remove(KeyValuePair<string, Parameter> item) => throw null!;
        public IEnumerator<(string, Parameter)> GetEnumerator() => throw null!;
        IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

#nullable enable
    public class ParameterList : Module, IList<Parameter>
    {
        internal ParameterList() => throw null!;
        public ParameterList(params Parameter[] parameters) => throw null!;
        protected override void RegisterComponents() => throw null!;
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => throw null!;
        public override bool has_parameter(string target) => throw null!;
        public override Parameter? get_parameter(string target) => throw null!;
        protected override void _toEpilog(torch.ScalarType? dtype, torch.Device? device, bool non_blocking) => throw null!;
        public Parameter this[int index] { get => throw null!; set => throw null!; }
        public int Count { get => throw null!; }
        public bool IsReadOnly { get => throw null!; }
        public void Add(Parameter item) => throw null!;
        public void extend(IEnumerable<Parameter> parameters) => throw null!;
        public void append(params Parameter[] parameters) => throw null!;
        public void Clear() => throw null!;
        public bool Contains(Parameter item) => throw null!;
        public void CopyTo(Parameter[] array, int arrayIndex) => throw null!;
        public IEnumerator<Parameter> GetEnumerator() => throw null!;
        public int IndexOf(Parameter item) => throw null!;
        public void Insert(int index, Parameter item) => throw null!;
        public bool Remove(Parameter item) => throw null!;
        public void RemoveAt(int index) => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public sealed class Identity : ParameterLessModule<Tensor, Tensor>
    {
        internal Identity() => throw null!;
        public override Tensor forward(Tensor tensor) => throw null!;
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Sequential Sequential() => throw null!;
            public static Sequential Sequential(params (string name, torch.nn.Module<Tensor, Tensor> submodule)[] modules) => throw null!;
            public static Sequential Sequential(params torch.nn.Module<Tensor, Tensor>[] modules) => throw null!;
            public static Sequential Sequential(params System.Tuple<string, torch.nn.Module<Tensor, Tensor>>[] modules) => throw null!;
            public static Sequential Sequential(IEnumerable<(string name, torch.nn.Module<Tensor, Tensor> submodule)> modules) => throw null!;
            public static Sequential Sequential(IEnumerable<System.Tuple<string, torch.nn.Module<Tensor, Tensor>>> modules) => throw null!;
            public static Sequential Sequential(IEnumerable<torch.nn.Module<Tensor, Tensor>> modules) => throw null!;
#nullable disable
            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => throw null!;
            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module => throw null!;
            public static ModuleList<Module> ModuleList(params Module[] modules) => throw null!;
            public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => throw null!;
            public static ParameterDict ParameterDict(params (string, Parameter)[] parameters) => throw null!;
#nullable enable
            public static ParameterList ParameterList(params Parameter[] parameters) => throw null!;
            public static Identity Identity() => throw null!;
        }
    }
}
