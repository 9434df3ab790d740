// Public signatures of TorchSharp 0.107.0 (MIT licence), declared for the tests of the analyzers.
using System;
using System.Collections.Generic;

#nullable enable

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
#nullable disable
            public static class lr_scheduler
            {
                public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) => throw null!;
                public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => throw null!;
                public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double> base_momentum = null, IEnumerable<double> max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0, Func<double, double> scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0, Func<double, double> scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double> base_momentum = null, IEnumerable<double> max_momentum = null, int last_epoch = -1, bool verbose = false) => throw null!;
                public static LRScheduler ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0, IList<double> min_lr = null, double eps = 1e-8, bool verbose = false) => throw null!;

                public abstract class LRScheduler
                {
                    protected LRScheduler() => throw null!;
                    protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false) => throw null!;
                    public virtual void step() => throw null!;
                    public virtual void step(int? epoch) => throw null!;
                    public virtual void step(double current, int? epoch = null) => throw null!;
                    protected virtual IEnumerable<double> get_lr() => throw null!;
                    protected virtual IEnumerable<double> get_closed_form_lr() => throw null!;
                    public IEnumerable<double> get_last_lr() => throw null!;
                    protected int _step_count;
                }

                public static class impl
                {
                    public class LambdaLR : LRScheduler
                    {
                        internal LambdaLR() => throw null!;
                        public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) => throw null!;
                        public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                    }

                    public class MultiplicativeLR : LRScheduler
                    {
                        internal MultiplicativeLR() => throw null!;
                        public MultiplicativeLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false) => throw null!;
                        public MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                    }

                    public class StepLR : LRScheduler
                    {
                        internal StepLR() => throw null!;
                        public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                        protected override IEnumerable<double> get_closed_form_lr() => throw null!;
                    }

                    public class MultiStepLR : LRScheduler
                    {
                        internal MultiStepLR() => throw null!;
                        public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                        protected override IEnumerable<double> get_closed_form_lr() => throw null!;
                    }

                    public class PolynomialLR : LRScheduler
                    {
                        internal PolynomialLR() => throw null!;
                        public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                        protected override IEnumerable<double> get_closed_form_lr() => throw null!;
                    }

                    public class ExponentialLR : LRScheduler
                    {
                        internal ExponentialLR() => throw null!;
                        public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                        protected override IEnumerable<double> get_closed_form_lr() => throw null!;
                    }

                    public class ConstantLR : LRScheduler
                    {
                        internal ConstantLR() => throw null!;
                        public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                        protected override IEnumerable<double> get_closed_form_lr() => throw null!;
                    }

                    public class LinearLR : LRScheduler
                    {
                        internal LinearLR() => throw null!;
                        public LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1, bool verbose = false) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                        protected override IEnumerable<double> get_closed_form_lr() => throw null!;
                    }

                    public class SequentialLR : LRScheduler
                    {
                        internal SequentialLR() => throw null!;
                        public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                    }

                    public class CosineAnnealingLR : LRScheduler
                    {
                        internal CosineAnnealingLR() => throw null!;
                        public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                        protected override IEnumerable<double> get_closed_form_lr() => throw null!;
                    }

                    public class ReduceLROnPlateau : LRScheduler
                    {
                        internal ReduceLROnPlateau() => throw null!;
                        public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0, IList<double> min_lr = null, double eps = 1e-8, bool verbose = false) => throw null!;
                        public override void step(double current, int? epoch = null) => throw null!;
                        public override void step() => throw null!;
                        public override void step(int? epoch) => throw null!;
                    }

                    public class CyclicLR : LRScheduler
                    {
                        internal CyclicLR() => throw null!;
                        public enum Mode { Triangular, Triangular2, ExpRange }
                        public enum ScaleMode { Cycle, Iterations }
                        public CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double> scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) => throw null!;
                        public CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double> scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double> base_momentum = null, IEnumerable<double> max_momentum = null, int last_epoch = -1, bool verbose = false) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                    }

                    public class OneCycleLR : LRScheduler
                    {
                        internal OneCycleLR() => throw null!;
                        public enum AnnealStrategy { Cos, Linear }
                        public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) => throw null!;
                        public OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double> base_momentum = null, IEnumerable<double> max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) => throw null!;
                        protected override IEnumerable<double> get_lr() => throw null!;
                    }

                    public class ChainedLR : LRScheduler
                    {
                        internal ChainedLR() => throw null!;
                        public ChainedLR(IEnumerable<LRScheduler> schedulers) => throw null!;
                        public override void step() => throw null!;
                    }
                }
            }
        }
    }
}
