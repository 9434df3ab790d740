using Regimen.Torch;
using Xunit.Abstractions;

namespace Regimen.Parity;

/// <summary>Every setting of optimiser, decay, schedule, mixture and smoothing, through several epochs with tail batches.</summary>
public sealed class RecipeTrainingTests(ReferenceAnswers answers, ITestOutputHelper output) : TrainingTest(answers, output)
{
    public static TheoryData<string> Recipes => Subjects.Names(Subjects.Recipes);

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Every_weight_in_float64(string recipe) => CheckEveryWeight(recipe, 1e-9);

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Loss_and_evaluation_in_float32(string recipe)
    {
        using var experiment = CheckLoss(recipe, 1e-4);
        CheckEvaluation(ReferenceCase.Training(Subjects.Named(recipe), ScalarType.Float32), experiment, 1e-4, "Float32");
    }
}
