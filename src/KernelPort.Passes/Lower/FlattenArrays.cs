using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Variables that are arrays of arrays become arrays of one dimension, for languages whose pointers know only those. One of which a row by
/// itself is taken stays as it is.</summary>
public sealed class FlattenArrays : IPass
{
    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => new Work(f).Run()).ToEquatable() };

    private static ArrayType Flat(ArrayType array)
    {
        long length = array.Length;
        var element = array.Element;
        for (; element is ArrayType inner; element = inner.Element)
        {
            length *= inner.Length;
        }
        return new ArrayType(element, length);
    }

    private static bool IsNested(Variable v) => v.Type is ArrayType { Element: ArrayType };

    /// <summary>The variables of which rows are taken.</summary>
    private sealed class Rows : Walker
    {
        public HashSet<VariableId> Found { get; } = [];

        protected override void Enter(Expr expression)
        {
            if (expression is AddressOf a)
            {
                Look(a.Place);
            }
        }

        protected override void Enter(Stmt statement)
        {
            switch (statement)
            {
                case Load x:
                    Look(x.Source);
                    break;
                case Store x:
                    Look(x.Target);
                    break;
            }
        }

        private void Look(Place place)
        {
            if (place.Type is ArrayType)
            {
                while (place is Element e)
                {
                    place = e.Base;
                }
                if (place is VariablePlace v)
                {
                    Found.Add(v.Id);
                }
            }
        }
    }

    private sealed class Work : Rewriter
    {
        private readonly Function _function;
        private readonly Rows _rows = new();

        public Work(Function function)
        {
            _function = function;
            _rows.Walk(function);
        }

        public Function Run() => Rewrite(_function) with
        {
            Variables = _function.Variables.Select((v, i) => IsNested(v) && !_rows.Found.Contains(new VariableId(i)) ? v with { Type = Flat((ArrayType)v.Type) } : v).ToEquatable(),
        };

        // From the outermost element inwards: a row by itself has no place in the flat array.
        public override Place Place(Place place)
        {
            if (place is not Element { Type: not ArrayType } e)
            {
                return base.Place(place);
            }
            Expr? index = null;
            long stride = 1;
            Place at = e;
            for (; at is Element inner; at = inner.Base)
            {
                var scaled = stride == 1 ? Expression(inner.Index) : new Binary(IrType.I64, BinaryOp.Mul, Expression(inner.Index), Build.I64(stride));
                index = index is null ? scaled : new Binary(IrType.I64, BinaryOp.Add, scaled, index);
                stride *= ((ArrayType)inner.Base.Type).Length;
            }
            return at is VariablePlace { Type: ArrayType { Element: ArrayType } array } root && !_rows.Found.Contains(root.Id)
                ? new Element(e.Type, root with { Type = Flat(array) }, index!) : base.Place(place);
        }
    }
}
