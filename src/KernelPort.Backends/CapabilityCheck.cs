using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends;

/// <summary>Says what a target cannot do of a kernel, with the place and the fact that forces it. Nothing is dropped or guessed.</summary>
public sealed class CapabilityCheck : Walker
{
    private readonly Module _module;
    private readonly Target _target;
    private readonly List<Diagnostic> _found = [];
    private Function _function = null!;
    private Span _at;

    private CapabilityCheck(Module module, Target target)
    {
        _module = module;
        _target = target;
    }

    /// <summary>The refusals of one kernel and all it calls; none means it can be emitted.</summary>
    public static IReadOnlyList<Diagnostic> Run(Module module, Function kernel, Target target)
    {
        var check = new CapabilityCheck(module, target);
        var functions = Reachable(module, kernel);
        var calls = CallsIntoHeaders.Of(module, functions);
        foreach (var f in functions)
        {
            int before = check._found.Count;
            check.Check(f);
            if (calls.TryGetValue(f.Name, out var call))
            {
                for (int i = before; i < check._found.Count; i++)
                {
                    check._found[i] = check._found[i] with { Span = call };
                }
            }
        }
        return [.. check._found.Select(d => d.For(target.Name))];
    }

    /// <summary>A kernel and the functions it calls, callees first.</summary>
    public static IReadOnlyList<Function> Reachable(Module module, Function kernel)
    {
        var result = new List<Function>();
        Visit(kernel);
        return result;

        void Visit(Function f)
        {
            if (result.Contains(f))
            {
                return;
            }
            foreach (string callee in Calls.Of(f))
            {
                if (module.Find(callee) is { } inner)
                {
                    Visit(inner);
                }
            }
            result.Add(f);
        }
    }

    private void Check(Function f)
    {
        _function = f;
        _at = f.From.Span;
        if (f.Bounds is { } b && b.MaxThreads > _target.MaxThreadsPerBlock)
        {
            _found.Add(TargetRules.TooManyThreads.At(_at, b.MaxThreads, _target.MaxThreadsPerBlock, _target.MaxThreadsFrom.Source));
        }
        foreach (var l in f.Lets)
        {
            Check(l.Type, f.From.Span);
        }
        long shared = 0;
        foreach (var v in f.Variables)
        {
            Check(v.Type, v.From.Span);
            if (v.Space == AddressSpace.Shared && _target.SharedOnlyInKernels && !f.IsKernel)
            {
                Add(TargetRules.Gap.At(v.From.Span, v.Name, "shared memory of a device function has to move into its kernels"));
            }
            shared += v.Space == AddressSpace.Shared && !v.IsDynamic ? v.Type.Size : 0;
        }
        if (_target.SharedMemoryBytes > 0 && shared > _target.SharedMemoryBytes)
        {
            _found.Add(TargetRules.TooMuchShared.At(_at, shared, _target.SharedMemoryBytes, _target.SharedMemoryFrom.Source));
        }
        Walk(f);
    }

    protected override void Enter(Stmt statement)
    {
        if (!statement.From.Span.IsNone)
        {
            _at = statement.From.Span;
        }
        switch (statement)
        {
            case Call c:
                Check(c.Intrinsic, _at);
                if (Intrinsics.Textures.Contains(c.Intrinsic))
                {
                    CheckTexture(TextureForm.Parse(c.Format!)!);
                }
                if (c.Intrinsic == Intrinsics.Print && c.Arguments.Any(a => a.Type == IrType.F32))
                {
                    // A float that is printed is passed as a double.
                    Check(IrType.F64, _at);
                }
                break;
            case Atomic a:
                CheckAtomic(a);
                break;
        }
    }

    protected override void Enter(Expr expression)
    {
        var at = expression.From.Span.IsNone ? _at : expression.From.Span;
        switch (expression)
        {
            case Pure p:
                Check(p.Intrinsic, at);
                break;
            case Cast c:
                Check(c.Type, at);
                break;
            case BitCast { Type: ScalarType to, Operand.Type: ScalarType from }:
                switch (_target.BitCast(from.Kind, to.Kind))
                {
                    case Support.Missing m:
                        Add(TargetRules.MissingOperation.At(at, $"the bits of {from} as {to}", m.Why, m.From.Source));
                        break;
                    case Support.Gap g:
                        Add(TargetRules.Gap.At(at, $"the bits of {from} as {to}", g.Why));
                        break;
                }
                break;
        }
        if (!_target.HasGenericPointers && expression.Type is PointerType { Space: AddressSpace.Generic } && expression is not Literal)
        {
            _found.Add(TargetRules.GenericPointer.At(at, _target.LanguageFrom.Source));
        }
    }

    protected override void Enter(Place place)
    {
        if (place is Member { Base.Type: StructType { IsPacked: true } packed })
        {
            CheckPacked(packed, _at);
        }
        if (place is GlobalPlace g && _module.Globals.First(x => x.Name == g.Name) is var global)
        {
            if (global.IsElsewhere)
            {
                Add(TargetRules.Gap.At(_at, g.Name, "a variable that another unit of the program has; each unit's text would have its own"));
            }
            switch (_target.Global(global))
            {
                case Support.Missing m:
                    Add(TargetRules.MissingOperation.At(_at, g.Name, m.Why, m.From.Source));
                    break;
                case Support.Gap gap:
                    Add(TargetRules.Gap.At(_at, g.Name, gap.Why));
                    break;
            }
        }
    }

    private void Check(Intrinsic i, Span at)
    {
        switch (_target.Intrinsics.GetValueOrDefault(i))
        {
            case null:
                Add(TargetRules.Gap.At(at, i.Name, "nobody has said how"));
                break;
            case Support.Missing m:
                Add(TargetRules.MissingOperation.At(at, i.Name, m.Why, m.From.Source));
                break;
            case Support.Gap g:
                Add(TargetRules.Gap.At(at, i.Name, g.Why));
                break;
        }
    }

    private void CheckTexture(TextureForm form)
    {
        switch (_target.Texture(form))
        {
            case Support.Missing m:
                Add(TargetRules.MissingOperation.At(_at, $"access {form}", m.Why, m.From.Source));
                break;
            case Support.Gap g:
                Add(TargetRules.Gap.At(_at, $"access {form}", g.Why));
                break;
        }
    }

    private void CheckAtomic(Atomic a)
    {
        if (a.Target.Type is not ScalarType s)
        {
            return;
        }
        string name = $"{a.Op.ToString().ToLowerInvariant()} on {s}";
        switch (_target.Atomic(a.Op, s.Kind, Build.SpaceOf(a.Target, _function, _module)))
        {
            case Support.Missing m:
                Add(TargetRules.MissingAtomic.At(_at, name, m.Why, m.From.Source));
                break;
            case Support.Gap g:
                Add(TargetRules.Gap.At(_at, "atomic " + name, g.Why));
                break;
        }
    }

    // the structures that are being looked at: one may point to itself
    private readonly HashSet<string> _within = new(StringComparer.Ordinal);

    private void Check(IrType type, Span at)
    {
        switch (type)
        {
            case ScalarType s:
                switch (_target.Scalars.GetValueOrDefault(s.Kind))
                {
                    case Support.Missing m:
                        Add(TargetRules.MissingType.At(at, s.ToString(), m.Why, m.From.Source));
                        break;
                    case Support.Gap g:
                        Add(TargetRules.Gap.At(at, s.ToString(), g.Why));
                        break;
                }
                break;
            case PointerType p:
                Check(p.Pointee, at);
                break;
            case ArrayType a:
                Check(a.Element, at);
                break;
            case StructType st when _within.Add(st.Name):
                // the text declares it whole, and what its pointers point to
                CheckPacked(st, at);
                foreach (var f in st.Fields)
                {
                    Check(f.Type, at);
                }
                _within.Remove(st.Name);
                break;
        }
    }

    private void CheckPacked(StructType type, Span at)
    {
        switch (type.IsPacked ? _target.PackedStructs : null)
        {
            case Support.Missing m:
                Add(TargetRules.MissingType.At(at, type.Name, m.Why, m.From.Source));
                break;
            case Support.Gap g:
                Add(TargetRules.Gap.At(at, $"the packed struct '{type.Name}'", g.Why));
                break;
        }
    }

    // One message a line and cause is enough.
    private void Add(Diagnostic d)
    {
        if (!_found.Any(o => o.Code == d.Code && o.Message == d.Message && o.Span.Line == d.Span.Line))
        {
            _found.Add(d);
        }
    }
}
