using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Variables, a function's or the module's, that are arrays of arrays become arrays of one dimension, for languages whose pointers know only those. One of which a row by
/// itself is taken stays as it is.</summary>
public sealed class FlattenArrays : IPass
{
    public Module Run(Module module)
    {
        var rows = module.Functions.Select(Rows.Of).ToList();
        var flat = module.Globals.Where(g => IsNested(g.Type) && !rows.Exists(r => r.Globals.Contains(g.Name))).Select(g => g.Name).ToHashSet(StringComparer.Ordinal);
        return module with
        {
            Globals = module.Globals.Select(g => flat.Contains(g.Name) ? g with { Type = Flat((ArrayType)g.Type) } : g).ToEquatable(),
            Functions = module.Functions.Select((f, i) => new Work(f, rows[i], flat).Run()).ToEquatable(),
        };
    }

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

    private static bool IsNested(IrType type) => type is ArrayType { Element: ArrayType };

    /// <summary>The variables of which a function takes rows.</summary>
    private sealed class Rows : Walker
    {
        public static Rows Of(Function function)
        {
            var rows = new Rows();
            rows.Walk(function);
            return rows;
        }

        public HashSet<VariableId> Found { get; } = [];

        public HashSet<string> Globals { get; } = new(StringComparer.Ordinal);

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
                switch (place)
                {
                    case VariablePlace v:
                        Found.Add(v.Id);
                        break;
                    case GlobalPlace g:
                        Globals.Add(g.Name);
                        break;
                }
            }
        }
    }

    private sealed class Work(Function function, Rows rows, HashSet<string> globals) : Rewriter
    {
        public Function Run() => Rewrite(function) with
        {
            Variables = function.Variables.Select((v, i) => IsNested(v.Type) && !rows.Found.Contains(new VariableId(i)) ? v with { Type = Flat((ArrayType)v.Type) } : v).ToEquatable(),
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
            return at switch
            {
                VariablePlace { Type: ArrayType { Element: ArrayType } array } root when !rows.Found.Contains(root.Id) => new Element(e.Type, root with { Type = Flat(array) }, index!),
                GlobalPlace { Type: ArrayType { Element: ArrayType } array } root when globals.Contains(root.Name) => new Element(e.Type, root with { Type = Flat(array) }, index!),
                _ => base.Place(place),
            };
        }
    }
}
