// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections.Generic;
using System.IO;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
#nullable disable
        public static partial class optim
        {
            public static ASGD ASGD(IEnumerable<Parameter> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false) => throw null!;
            public static ASGD ASGD(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false) => throw null!;
            public static ASGD ASGD(IEnumerable<ParamGroup<ASGD.Options>> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false) => throw null!;
            public static Adadelta Adadelta(IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) => throw null!;
            public static Adadelta Adadelta(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) => throw null!;
            public static Adadelta Adadelta(IEnumerable<Adadelta.ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) => throw null!;
            public static Adagrad Adagrad(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) => throw null!;
            public static Adagrad Adagrad(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) => throw null!;
            public static Adagrad Adagrad(IEnumerable<Adagrad.ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) => throw null!;
            public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
            public static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
            public static Adam Adam(IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
            public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
            public static AdamW AdamW(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
            public static AdamW AdamW(IEnumerable<AdamW.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
            public static Adamax Adamax(IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
            public static Adamax Adamax(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
            public static Adamax Adamax(IEnumerable<Adamax.ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
            public static LBFGS LBFGS(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null, double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100) => throw null!;
            public static LBFGS LBFGS(IEnumerable<Parameter> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null, double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100) => throw null!;
            public static NAdam NAdam(IEnumerable<Parameter> named_parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3) => throw null!;
            public static NAdam NAdam(IEnumerable<(string name, Parameter parameter)> named_parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3) => throw null!;
            public static NAdam NAdam(IEnumerable<NAdam.ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3) => throw null!;
            public static RAdam RAdam(IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
            public static RAdam RAdam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
            public static RAdam RAdam(IEnumerable<RAdam.ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
            public static RMSProp RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) => throw null!;
            public static RMSProp RMSProp(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) => throw null!;
            public static RMSProp RMSProp(IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) => throw null!;
            public static Rprop Rprop(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false) => throw null!;
            public static Rprop Rprop(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false) => throw null!;
            public static Rprop Rprop(IEnumerable<Rprop.ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false) => throw null!;
            public static Modules.SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) => throw null!;
            public static Modules.SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) => throw null!;
            public static Modules.SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) => throw null!;

            public abstract class Optimizer : IDisposable
            {
                internal Optimizer() => throw null!;
                protected Optimizer(IntPtr handle) => throw null!;
                public void Dispose() => throw null!;
                protected virtual void Dispose(bool disposing) => throw null!;
                public virtual void zero_grad() => throw null!;
                public delegate IntPtr LossClosure();
                public virtual void add_param_group(ParamGroup param_group) => throw null!;
                public virtual Tensor step(Func<Tensor> closure = null) => throw null!;
                public virtual IEnumerable<Parameter> parameters() => throw null!;
                public virtual IEnumerable<ILearningRateController> ParamGroups { get => throw null!; }
                protected IList<ParamGroup> _parameter_groups;

                public class StateDictionary
                {
                    internal StateDictionary() => throw null!;
                    public List<OptimizerOptions> Options { get => throw null!; }
                    public List<OptimizerState> State { get => throw null!; }
                    public List<List<int>> StateIndexRef { get => throw null!; }
                }
            }

            public interface ILearningRateController
            {
                double LearningRate { set; get; }
                double InitialLearningRate { set; get; }
            }

            public interface IMomentum
            {
                double Momentum { get; set; }
            }

            public interface IBetas
            {
                (double, double) Betas { get; set; }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    public abstract class OptimizerHelper : Optimizer
    {
        public OptimizerHelper() => throw null!;
        protected enum TypeCode { Double = 0, Long = 1, Tensor = 2, Options = 3, State = 4, }
        public void save_state_dict(string location) => throw null!;
        public void load_state_dict(string location) => throw null!;
        public void save_state_dict(System.IO.BinaryWriter writer) => throw null!;
        public void load_state_dict(System.IO.BinaryReader reader) => throw null!;
        public virtual void load_state_dict(StateDictionary state_dict) => throw null!;
        public virtual StateDictionary state_dict() => throw null!;
        public void to(Device device) => throw null!;
        public override void zero_grad() => throw null!;
        protected Tensor _step<T>(Action<T> body, Func<Tensor> loss_closure = null) where T : ParamGroup => throw null!;
        public override IEnumerable<Parameter> parameters() => throw null!;
        public override void add_param_group(ParamGroup param_group) => throw null!;
        protected OptimizerOptions _defaults;
        protected Utils.OrderedDict<IntPtr, OptimizerState> _state;
    }

    public class OptimizerOptions
    {
        public double? LearningRate { get => throw null!; set => throw null!; }
        public double InitialLearningRate { get => throw null!; set => throw null!; }
        public virtual void SaveStateDict(BinaryWriter writer) => throw null!;
        public virtual void LoadStateDict(BinaryReader reader) => throw null!;
        public virtual void LoadStateDict(OptimizerOptions source) => throw null!;
    }

    public abstract class OptimizerState
    {
        internal OptimizerState() => throw null!;
        protected Parameter _parameter;
        protected OptimizerState(Parameter parameter) => throw null!;
        public abstract void SaveStateDict(BinaryWriter writer);
        public abstract void LoadStateDict(BinaryReader reader);
        public abstract void LoadStateDict(OptimizerState source);
        public virtual bool ApproximatelyEquals(OptimizerState other) => throw null!;
        public abstract void Initialize(OptimizerOptions options);
        public virtual void to(Device device) => throw null!;
        protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor result, Device device) => throw null!;
        protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor tensor) => throw null!;
    }

    public class ParamGroup : ILearningRateController
    {
        public IEnumerable<Parameter> Parameters { get => throw null!; set => throw null!; }
        public OptimizerOptions Options { get => throw null!; set => throw null!; }
        public double LearningRate { get => throw null!; set => throw null!; }
        public double InitialLearningRate { get => throw null!; set => throw null!; }
    }

    public class ParamGroup<TOptions> : ParamGroup where TOptions : OptimizerOptions
    {
        public ParamGroup() => throw null!;
        public ParamGroup(IEnumerable<Parameter> parameters, TOptions options = null) => throw null!;
        public new TOptions Options { get => throw null!; set => throw null!; }
    }

    public class ASGD : OptimizerHelper
    {
        internal ASGD() => throw null!;
        public ASGD(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false) => throw null!;
        public ASGD(IEnumerable<ParamGroup<Options>> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false) => throw null!;
        public override Tensor step(Func<Tensor> closure = null) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public override void add_param_group(Modules.ParamGroup param_group) => throw null!;

        public sealed class State : OptimizerState, IDisposable
        {
            internal State() => throw null!;
            public long step;
            public double eta;
            public double mu;
            public Tensor ax;
            public State(Parameter parameter) => throw null!;
            public void Dispose() => throw null!;
            public override void to(Device device) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void LoadStateDict(OptimizerState source) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override bool ApproximatelyEquals(OptimizerState other) => throw null!;
            public override void Initialize(OptimizerOptions options) => throw null!;
        }

        public class Options : OptimizerOptions
        {
            public bool? maximize;
            public double? lambd;
            public double? alpha;
            public double? weight_decay;
            public double? t0;
            public override void LoadStateDict(OptimizerOptions source) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
        }

        public class ParamGroup : ParamGroup<Options>
        {
            public ParamGroup() => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0) => throw null!;
        }
    }

    public class Adadelta : OptimizerHelper
    {
        internal Adadelta() => throw null!;
        public Adadelta(IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) => throw null!;
        public Adadelta(IEnumerable<ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) => throw null!;
        public override Tensor step(Func<Tensor> closure = null) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public override void add_param_group(Modules.ParamGroup param_group) => throw null!;

        public sealed class State : OptimizerState, IDisposable
        {
            internal State() => throw null!;
            public long step;
            public Tensor square_avg;
            public Tensor acc_delta;
            public State(Parameter parameter) => throw null!;
            public void Dispose() => throw null!;
            public override void to(Device device) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override void LoadStateDict(OptimizerState source) => throw null!;
            public override bool ApproximatelyEquals(OptimizerState other) => throw null!;
            public override void Initialize(OptimizerOptions options) => throw null!;
        }

        public class Options : OptimizerOptions
        {
            public double? rho;
            public double? eps;
            public double? weight_decay;
            public bool? maximize;
            public override void LoadStateDict(OptimizerOptions source) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
        }

        public class ParamGroup : ParamGroup<Options>
        {
            public ParamGroup() => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) => throw null!;
        }
    }

    public class Adagrad : OptimizerHelper
    {
        internal Adagrad() => throw null!;
        public Adagrad(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) => throw null!;
        public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) => throw null!;
        public override Tensor step(Func<Tensor> closure = null) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public override void add_param_group(Modules.ParamGroup param_group) => throw null!;

        public sealed class State : OptimizerState, IDisposable
        {
            internal State() => throw null!;
            public long step;
            public Tensor sum;
            public State(Parameter parameter) => throw null!;
            public void Dispose() => throw null!;
            public override void to(Device device) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void LoadStateDict(OptimizerState source) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override bool ApproximatelyEquals(OptimizerState other) => throw null!;
            public override void Initialize(OptimizerOptions options) => throw null!;
        }

        public class Options : OptimizerOptions
        {
            public double? lr_decay;
            public double? initial_accumulator_value;
            public double? eps;
            public double? weight_decay;
            public override void LoadStateDict(OptimizerOptions source) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
        }

        public class ParamGroup : ParamGroup<Options>
        {
            public ParamGroup() => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) => throw null!;
        }
    }

    public class Adam : OptimizerHelper, IBetas
    {
        internal Adam() => throw null!;
        public Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
        public Adam(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
        public override Tensor step(Func<Tensor> closure = null) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public override void add_param_group(Modules.ParamGroup param_group) => throw null!;
        public (double, double) Betas { get => throw null!; set => throw null!; }

        public sealed class State : OptimizerState, IDisposable
        {
            internal State() => throw null!;
            public long step;
            public Tensor exp_avg;
            public Tensor exp_avg_sq;
            public Tensor max_exp_avg_sq;
            public State(Parameter parameter) => throw null!;
            public void Dispose() => throw null!;
            public override void to(Device device) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override void LoadStateDict(OptimizerState source) => throw null!;
            public override bool ApproximatelyEquals(OptimizerState other) => throw null!;
            public override void Initialize(OptimizerOptions options) => throw null!;
        }

        public class Options : OptimizerOptions
        {
            public double? beta1;
            public double? beta2;
            public double? weight_decay;
            public double? eps;
            public bool? amsgrad;
            public bool? maximize;
            public override void LoadStateDict(OptimizerOptions source) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
        }

        public class ParamGroup : ParamGroup<Options>, IBetas
        {
            public ParamGroup() => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
            public (double, double) Betas { get => throw null!; set => throw null!; }
        }
    }

    public class AdamW : OptimizerHelper, IBetas
    {
        internal AdamW() => throw null!;
        public AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
        public AdamW(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
        public override Tensor step(Func<Tensor> closure = null) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public override void add_param_group(Modules.ParamGroup param_group) => throw null!;
        public (double, double) Betas { get => throw null!; set => throw null!; }

        public sealed class State : OptimizerState, IDisposable
        {
            internal State() => throw null!;
            public long step;
            public Tensor exp_avg;
            public Tensor exp_avg_sq;
            public Tensor max_exp_avg_sq;
            public State(Parameter parameter) => throw null!;
            public void Dispose() => throw null!;
            public override void to(Device device) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override void LoadStateDict(OptimizerState source) => throw null!;
            public override bool ApproximatelyEquals(OptimizerState other) => throw null!;
            public override void Initialize(OptimizerOptions options) => throw null!;
        }

        public class Options : OptimizerOptions
        {
            public double? beta1;
            public double? beta2;
            public double? weight_decay;
            public double? eps;
            public bool? amsgrad;
            public bool? maximize;
            public override void LoadStateDict(OptimizerOptions source) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
        }

        public class ParamGroup : ParamGroup<Options>, IBetas
        {
            public ParamGroup() => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;
            public (double, double) Betas { get => throw null!; set => throw null!; }
        }
    }

    public class Adamax : OptimizerHelper, IBetas
    {
        internal Adamax() => throw null!;
        public Adamax(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
        public Adamax(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
        public override Tensor step(Func<Tensor> closure = null) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public override void add_param_group(Modules.ParamGroup param_group) => throw null!;
        public (double, double) Betas { get => throw null!; set => throw null!; }

        public sealed class State : OptimizerState, IDisposable
        {
            internal State() => throw null!;
            public long step;
            public Tensor exp_avg;
            public Tensor exp_inf;
            public State(Parameter parameter) => throw null!;
            public void Dispose() => throw null!;
            public override void to(Device device) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override void LoadStateDict(OptimizerState source) => throw null!;
            public override bool ApproximatelyEquals(OptimizerState other) => throw null!;
            public override void Initialize(OptimizerOptions options) => throw null!;
        }

        public class Options : OptimizerOptions
        {
            public double? beta1;
            public double? beta2;
            public double? eps;
            public double? weight_decay;
            public override void LoadStateDict(OptimizerOptions source) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
        }

        public class ParamGroup : ParamGroup<Options>, IBetas
        {
            public ParamGroup() => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
            public (double, double) Betas { get => throw null!; set => throw null!; }
        }
    }

    public class LBFGS : Optimizer, ILearningRateController
    {
        internal LBFGS() => throw null!;
        public LBFGS(IntPtr handle, double lr) => throw null!;
        public double LearningRate { get => throw null!; set => throw null!; }
        public double InitialLearningRate { get => throw null!; set => throw null!; }
        public override IEnumerable<ILearningRateController> ParamGroups { get => throw null!; }
        public override Tensor step(Func<Tensor> closure) => throw null!;
        public double _rate;
    }

    public class NAdam : OptimizerHelper, IBetas
    {
        internal NAdam() => throw null!;
        public NAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3) => throw null!;
        public NAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3) => throw null!;
        public override Tensor step(Func<Tensor> closure = null) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public override void add_param_group(Modules.ParamGroup param_group) => throw null!;
        public (double, double) Betas { get => throw null!; set => throw null!; }

        public sealed class State : OptimizerState, IDisposable
        {
            internal State() => throw null!;
            public long step;
            public double mu_product;
            public Tensor exp_avg;
            public Tensor exp_avg_sq;
            public State(Parameter parameter) => throw null!;
            public void Dispose() => throw null!;
            public override void to(Device device) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override void LoadStateDict(OptimizerState source) => throw null!;
            public override bool ApproximatelyEquals(OptimizerState other) => throw null!;
            public override void Initialize(OptimizerOptions options) => throw null!;
        }

        public class Options : OptimizerOptions
        {
            public double? beta1;
            public double? beta2;
            public double? eps;
            public double? weight_decay;
            public double? momentum_decay;
            public override void LoadStateDict(OptimizerOptions source) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
        }

        public class ParamGroup : ParamGroup<Options>, IBetas
        {
            public ParamGroup() => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3) => throw null!;
            public (double, double) Betas { get => throw null!; set => throw null!; }
        }
    }

    public class RAdam : OptimizerHelper, IBetas
    {
        internal RAdam() => throw null!;
        public RAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
        public RAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
        public override Tensor step(Func<Tensor> closure = null) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public override void add_param_group(Modules.ParamGroup param_group) => throw null!;
        public (double, double) Betas { get => throw null!; set => throw null!; }

        public sealed class State : OptimizerState, IDisposable
        {
            internal State() => throw null!;
            public long step;
            public Tensor exp_avg;
            public Tensor exp_avg_sq;
            public State(Parameter parameter) => throw null!;
            public void Dispose() => throw null!;
            public override void to(Device device) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override void LoadStateDict(OptimizerState source) => throw null!;
            public override bool ApproximatelyEquals(OptimizerState other) => throw null!;
            public override void Initialize(OptimizerOptions options) => throw null!;
        }

        public class Options : OptimizerOptions
        {
            public double? beta1;
            public double? beta2;
            public double? eps;
            public double? weight_decay;
            public override void LoadStateDict(OptimizerOptions source) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
        }

        public class ParamGroup : ParamGroup<Options>, IBetas
        {
            public ParamGroup() => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) => throw null!;
            public (double, double) Betas { get => throw null!; set => throw null!; }
        }
    }

    public class RMSProp : OptimizerHelper, IMomentum
    {
        internal RMSProp() => throw null!;
        public RMSProp(IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0.0, bool centered = false, bool maximize = false) => throw null!;
        public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0.0, bool centered = false, bool maximize = false) => throw null!;
        public override Tensor step(Func<Tensor> closure = null) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public override void add_param_group(Modules.ParamGroup param_group) => throw null!;
        public double Momentum { get => throw null!; set => throw null!; }

        public sealed class State : OptimizerState, IDisposable
        {
            internal State() => throw null!;
            public long step;
            public Tensor square_avg;
            public Tensor momentum_buffer;
            public Tensor grad_avg;
            public State(Parameter parameter) => throw null!;
            public void Dispose() => throw null!;
            public override void to(Device device) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override void LoadStateDict(OptimizerState source) => throw null!;
            public override bool ApproximatelyEquals(OptimizerState other) => throw null!;
            public override void Initialize(OptimizerOptions options) => throw null!;
        }

        public class Options : Modules.OptimizerOptions
        {
            public bool? maximize;
            public double? momentum;
            public double? alpha;
            public double? eps;
            public double? weight_decay;
            public bool? centered;
            public override void LoadStateDict(OptimizerOptions source) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
        }

        public class ParamGroup : ParamGroup<Options>, IMomentum
        {
            public ParamGroup() => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0.0, bool centered = false) => throw null!;
            public double Momentum { get => throw null!; set => throw null!; }
        }
    }

    public class Rprop : OptimizerHelper
    {
        internal Rprop() => throw null!;
        public Rprop(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false) => throw null!;
        public Rprop(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false) => throw null!;
        public override Tensor step(Func<Tensor> closure = null) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public override void add_param_group(Modules.ParamGroup param_group) => throw null!;

        public sealed class State : OptimizerState, IDisposable
        {
            internal State() => throw null!;
            public long step;
            public Tensor prev;
            public Tensor step_size;
            public State(Parameter parameter) => throw null!;
            public void Dispose() => throw null!;
            public override void to(Device device) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override void LoadStateDict(OptimizerState source) => throw null!;
            public override bool ApproximatelyEquals(OptimizerState other) => throw null!;
            public override void Initialize(OptimizerOptions options) => throw null!;
        }

        public class Options : OptimizerOptions
        {
            public bool? maximize;
            public double? etaminus;
            public double? etaplus;
            public double? min_step;
            public double? max_step;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void LoadStateDict(OptimizerOptions source) => throw null!;
        }

        public class ParamGroup : ParamGroup<Options>
        {
            public ParamGroup() => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false) => throw null!;
        }
    }

    public class SGD : OptimizerHelper, IMomentum
    {
        internal SGD() => throw null!;
        public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) => throw null!;
        public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) => throw null!;
        public override Tensor step(Func<Tensor> closure = null) => throw null!;
        protected override void Dispose(bool disposing) => throw null!;
        public override void add_param_group(Modules.ParamGroup param_group) => throw null!;
        public double Momentum { get => throw null!; set => throw null!; }

        public sealed class State : OptimizerState, IDisposable
        {
            internal State() => throw null!;
            public Tensor momentum_buffer;
            public State(Parameter parameter) => throw null!;
            public void Dispose() => throw null!;
            public override void to(Device device) => throw null!;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
            public override void LoadStateDict(OptimizerState source) => throw null!;
            public override bool ApproximatelyEquals(OptimizerState other) => throw null!;
            public override void Initialize(OptimizerOptions options) => throw null!;
        }

        public class Options : Modules.OptimizerOptions
        {
            public double? momentum;
            public double? dampening;
            public double? weight_decay;
            public bool? nesterov;
            public bool? maximize;
            public override void LoadStateDict(BinaryReader reader) => throw null!;
            public override void LoadStateDict(OptimizerOptions source) => throw null!;
            public override void SaveStateDict(BinaryWriter writer) => throw null!;
        }

        public class ParamGroup : ParamGroup<Options>, IMomentum
        {
            public ParamGroup() => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) => throw null!;
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) => throw null!;
            public double Momentum { get => throw null!; set => throw null!; }
        }
    }
}
