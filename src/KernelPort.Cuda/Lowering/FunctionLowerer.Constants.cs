using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Constant expressions, and the bytes of constant initialisers.</content>
internal sealed partial class FunctionLowerer
{
    /// <summary>A constant expression's type and value; throws a diagnostic where it is none.</summary>
    public (CType Type, Literal Value) EvaluateConstant(ExprSyntax expression)
    {
        var (type, value) = Computed(expression, null);
        if (value is Literal literal)
        {
            return (type, literal);
        }
        throw new LoweringException(SemanticRules.NotConstant.At(expression.Span));
    }

    /// <summary>Runs what an expression (converted to a type where one is given) is lowered to: a literal, or the bytes of an object.</summary>
    private (CType Type, object? Value) Computed(ExprSyntax expression, CType? to)
    {
        GuardDepth(expression.Span);
        var outer = _current;
        var module = _module;
        int letsBefore = _lets.Count;
        _current = [];
        _module = _model.Constants;
        try
        {
            Expr value;
            CType type;
            if (to is not null)
            {
                (value, type) = (ReadAs(expression, to), to);
            }
            else
            {
                var operand = Lower(expression);
                if (operand.Type is VoidCType)
                {
                    throw new LoweringException(SemanticRules.NotConstant.At(expression.Span));
                }
                (value, type) = (Read(operand, expression.Span), operand.Type is ArrayCType ? DecayedType(operand.Type) : operand.Type);
            }
            if (_current.Count == 0 && ConstantFolding.FoldTree(value) is Literal literal)
            {
                return (type, literal);
            }
            return (type, new ConstantEvaluation(_model.Constants, _constantMemory).Evaluate(_current, _variables, value));
        }
        catch (LoweringException e) when (ReferenceEquals(e, Poisoned))
        {
            throw new LoweringException(SemanticRules.NotConstant.At(expression.Span));
        }
        finally
        {
            _current = outer;
            _module = module;
        }
    }

    /// <summary>What is known of constexpr variables that lie in memory, by variable.</summary>
    private readonly Dictionary<int, byte[]> _constantMemory = [];

    private Literal? TryConstant(ExprSyntax expression)
    {
        try
        {
            return EvaluateConstant(expression).Value;
        }
        catch (LoweringException)
        {
            return null;
        }
    }

    /// <summary>Writes a constant initialiser into a global's bytes.</summary>
    public void WriteConstant(ExprSyntax init, CType type, byte[] bytes, long offset)
    {
        GuardDepth(init.Span);
        if (Characters(init, type) is { } characters)
        {
            characters.CopyTo(bytes.AsSpan((int)offset));
            return;
        }
        if (init is BraceExpr braces && (type is ArrayCType || (type is ClassCType c && !NeedsConstruction(c.Symbol) && !IsCopy(braces, c))))
        {
            int position = 0;
            WriteAggregate(braces.Elements, ref position, type, bytes, offset);
            return;
        }
        if (type is ArrayCType)
        {
            throw Unsupported(init.Span, "this initialiser of an array");
        }
        if (type is not ClassCType && init is BraceExpr { Elements.Count: <= 1 } single)
        {
            if (single.Elements.Count == 1)
            {
                WriteConstant(single.Elements[0], type, bytes, offset);
            }
            return;
        }
        switch (Computed(init, type).Value)
        {
            case Literal literal:
                for (int i = 0; i < literal.Type.Size; i++)
                {
                    bytes[offset + i] = (byte)(literal.Bits >> (8 * i));
                }
                break;
            case byte[] made:
                made.CopyTo(bytes.AsSpan((int)offset));
                break;
            default:
                throw new LoweringException(SemanticRules.NotConstant.At(init.Span));
        }
    }

    private bool IsCopy(BraceExpr braces, ClassCType c) => braces.Elements.Count == 1 && SameClass(braces.Elements[0], c);

    private void WriteAggregate(EquatableArray<ExprSyntax> elements, ref int position, CType type, byte[] bytes, long offset)
    {
        int part = 0;
        foreach (var (inner, at, bits) in Parts(type, elements.Count == 0 ? Span.None : elements[0].Span))
        {
            string? name = type is ClassCType named ? named.Symbol.Fields[part++].Name : null;
            if (position >= elements.Count)
            {
                return;
            }
            var element = elements[position];
            if (element is DesignatedExpr designated)
            {
                if (designated.Path is not [var only] || name is null)
                {
                    throw Unsupported(element.Span, "this designated initialiser");
                }
                if (only == name)
                {
                    position++;
                    WritePart(designated.Value, inner);
                }
                continue;
            }
            if (inner is ArrayCType or ClassCType && element is not BraceExpr && Characters(element, inner) is null && !(inner is ClassCType && SameClass(element, inner)) && !(inner is ClassCType made && NeedsConstruction(made.Symbol)))
            {
                WriteAggregate(elements, ref position, inner, bytes, offset + at);
                continue;
            }
            position++;
            WritePart(element, inner);

            void WritePart(ExprSyntax value, CType of)
            {
                if (bits is null)
                {
                    WriteConstant(value, of, bytes, offset + at);
                    return;
                }
                byte[] whole = new byte[8];
                WriteConstant(value, of, whole, 0);
                int done = 0;
                foreach (var p in bits.Pieces)
                {
                    for (int i = 0; i < p.Width; i++, done++)
                    {
                        long to = (offset + ((StructType)_model.Types.Lower(type, value.Span)).Fields[p.FieldIndex].Offset) * 8 + p.Shift + i;
                        bytes[to / 8] |= (byte)((whole[done / 8] >> (done % 8) & 1) << (int)(to % 8));
                    }
                }
            }
        }
        if (position < elements.Count && elements[position] is DesignatedExpr { Path: [var unknown, ..] } left)
        {
            throw new LoweringException(SemanticRules.NoMember.At(left.Span, type.ToString(), unknown));
        }
    }

    /// <summary>The elements or fields of an aggregate with their offsets.</summary>
    private IEnumerable<(CType Type, long Offset, BitField? Bits)> Parts(CType type, Span at)
    {
        if (type is ArrayCType a)
        {
            long size = _model.Types.Lower(a.Element, at).Size;
            for (long i = 0; i < a.Length; i++)
            {
                yield return (a.Element, i * size, null);
            }
        }
        else if (type is ClassCType c)
        {
            var layout = _model.Types.Struct(c.Symbol, at);
            foreach (var f in c.Symbol.Fields)
            {
                yield return (f.Type, layout.Fields[f.Index].Offset, f.Bits);
            }
        }
    }

    /// <summary>The value of a const or constexpr variable with a constant initialiser, which device code may use.</summary>
    private Literal? ConstantOf(GlobalSymbol g)
    {
        if (g.Constant is null)
        {
            g.Constant = GlobalSymbol.NotConstant;
            var scope = g.Names;
            var inner = new FunctionLowerer(_model, scope);
            g.Type = inner.BindVariableType(g.Declarator, scope);
            if (g.Declarator.Initializer is { } written)
            {
                var init = written is BraceExpr { Elements.Count: 1 } b ? b.Elements[0] : written;
                if ((g.Type.IsConst || g.Specifiers.Has(Specifier.Constexpr)) && g.Type.IsScalar)
                {
                    try
                    {
                        g.Constant = init is BraceExpr { Elements.Count: 0 } ? Zero(g.Type, g.Span) : inner.Computed(init, g.Type).Value as Literal ?? GlobalSymbol.NotConstant;
                    }
                    catch (LoweringException)
                    {
                        // Not constant: a use of it says so.
                    }
                }
            }
        }
        return g.Constant as Literal;
    }
}
