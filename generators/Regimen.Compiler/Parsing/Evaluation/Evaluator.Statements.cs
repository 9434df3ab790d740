using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Regimen.Compiler.Parsing.Evaluation;

// Statements: how each ends decides what runs next.
internal sealed partial class Evaluator
{
    private enum Completion
    {
        Normal,
        Break,
        Continue,
        Return,
    }

    private Completion Execute(IOperation statement, Frame frame)
    {
        Enter(statement);
        var completion = ExecuteCore(statement, frame);
        nesting--;
        return completion;
    }

    private Completion ExecuteCore(IOperation statement, Frame frame)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return ExecuteAll(block.Operations, frame);
            case IExpressionStatementOperation expression:
                Evaluate(expression.Operation, frame);
                return Completion.Normal;
            case IVariableDeclarationGroupOperation group:
                Declare(group, frame);
                return Completion.Normal;
            case IReturnOperation { Kind: OperationKind.Return } exit:
                frame.Result = exit.ReturnedValue is null ? null : Evaluate(exit.ReturnedValue, frame);
                return Completion.Return;
            case IConditionalOperation choice:
                if (IsTrue(choice.Condition, frame))
                    return Execute(choice.WhenTrue, frame);
                return choice.WhenFalse is null ? Completion.Normal : Execute(choice.WhenFalse, frame);
            case ILoopOperation repetition:
                return ExecuteLoop(repetition, frame);
            case ISwitchOperation choice:
                return ExecuteSwitch(choice, frame);
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return Completion.Break;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                return Completion.Continue;
            case ILocalFunctionOperation or IEmptyOperation:
                return Completion.Normal;
            default:
                throw new NotEvaluableException(statement, WhyNot(statement));
        }
    }

    private Completion ExecuteAll(IEnumerable<IOperation> statements, Frame frame)
    {
        foreach (var statement in statements)
        {
            var completion = Execute(statement, frame);
            if (completion != Completion.Normal)
                return completion;
        }

        return Completion.Normal;
    }

    private void Declare(IVariableDeclarationGroupOperation group, Frame frame)
    {
        foreach (var declaration in group.Declarations)
        {
            foreach (var declarator in declaration.Declarators)
            {
                var initializer = declarator.Initializer ?? declaration.Initializer;
                if (declarator.Symbol.IsRef)
                    throw new NotEvaluableException(declarator, "is a reference to a variable; declare a value");
                frame.Declare(declarator.Symbol, initializer is null ? null : Evaluate(initializer.Value, frame));
            }
        }
    }

    private Completion ExecuteLoop(ILoopOperation repetition, Frame frame)
    {
        var outer = loop;
        loop = repetition;
        var completion = repetition switch
        {
            IForLoopOperation count => ExecuteFor(count, frame),
            IWhileLoopOperation condition => ExecuteWhile(condition, frame),
            IForEachLoopOperation each => ExecuteForEach(each, frame),
            _ => throw new NotEvaluableException(repetition, WhyNot(repetition)),
        };
        loop = outer;
        return completion;
    }

    private Completion ExecuteFor(IForLoopOperation repetition, Frame frame)
    {
        ExecuteAll(repetition.Before, frame);
        while (repetition.Condition is null || IsTrue(repetition.Condition, frame))
        {
            Step(repetition);
            var completion = Execute(repetition.Body, frame);
            if (completion == Completion.Break)
                break;
            if (completion == Completion.Return)
                return completion;
            ExecuteAll(repetition.AtLoopBottom, frame);
        }

        return Completion.Normal;
    }

    private Completion ExecuteWhile(IWhileLoopOperation repetition, Frame frame)
    {
        if (repetition.Condition is null)
            throw new NotEvaluableException(repetition, WhyNot(repetition));

        var first = true;
        while ((first && !repetition.ConditionIsTop) || IsTrue(repetition.Condition, frame))
        {
            first = false;
            Step(repetition);
            var completion = Execute(repetition.Body, frame);
            if (completion == Completion.Break)
                break;
            if (completion == Completion.Return)
                return completion;
        }

        return Completion.Normal;
    }

    private Completion ExecuteForEach(IForEachLoopOperation repetition, Frame frame)
    {
        if (repetition.IsAsynchronous)
            throw new NotEvaluableException(repetition, WhyNot(repetition));

        foreach (var item in Items(Evaluate(repetition.Collection, frame), repetition.Collection))
        {
            Step(repetition);
            switch (repetition.LoopControlVariable)
            {
                case IVariableDeclaratorOperation { Symbol: { IsRef: false } variable } declarator:
                    frame.Declare(variable, ConvertItem(item, variable.Type, declarator));
                    break;
                case IDeclarationExpressionOperation or ITupleOperation or IDiscardOperation:
                    Deconstruct(repetition.LoopControlVariable, item, frame);
                    break;
                default:
                    throw new NotEvaluableException(repetition.LoopControlVariable, WhyNot(repetition.LoopControlVariable));
            }

            var completion = Execute(repetition.Body, frame);
            if (completion == Completion.Break)
                break;
            if (completion == Completion.Return)
                return completion;
        }

        return Completion.Normal;
    }

    private Completion ExecuteSwitch(ISwitchOperation choice, Frame frame)
    {
        var value = Evaluate(choice.Value, frame);
        ISwitchCaseOperation? chosen = null;
        ISwitchCaseOperation? otherwise = null;
        foreach (var section in choice.Cases)
        {
            foreach (var clause in section.Clauses)
            {
                if (clause is IDefaultCaseClauseOperation)
                    otherwise = section;
                else if (chosen is null && Applies(clause, value, frame))
                    chosen = section;
            }

            if (chosen is not null)
                break;
        }

        chosen ??= otherwise;
        var completion = chosen is null ? Completion.Normal : ExecuteAll(chosen.Body, frame);
        return completion == Completion.Break ? Completion.Normal : completion;
    }

    private bool Applies(ICaseClauseOperation clause, object? value, Frame frame) => clause switch
    {
        ISingleValueCaseClauseOperation single => Equals(Evaluate(single.Value, frame), value),
        IPatternCaseClauseOperation pattern => Matches(pattern.Pattern, value, frame) && (pattern.Guard is null || IsTrue(pattern.Guard, frame)),
        _ => throw new NotEvaluableException(clause, WhyNot(clause)),
    };
}
