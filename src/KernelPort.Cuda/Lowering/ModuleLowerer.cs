using KernelPort.Core;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>One function as it is lowered: a template with its arguments, or a plain function.</summary>
internal sealed class FunctionInstance(FunctionSymbol symbol, Scope scope, string name, string sourceName)
{
    public FunctionSymbol Symbol { get; } = symbol;

    /// <summary>Holds the template arguments.</summary>
    public Scope Scope { get; } = scope;

    public string Name { get; } = name;

    public string SourceName { get; } = sourceName;

    public EquatableArray<CType> Parameters { get; set; } = [];

    /// <summary>Null while an `auto` is not deduced yet.</summary>
    public CType? Return { get; set; }

    public Function? Lowered { get; set; }

    /// <summary>The file-scope `__shared__` variables of a fixed size that the body names.</summary>
    public IReadOnlyDictionary<GlobalSymbol, VariablePlace> FileShared { get; set; } = new Dictionary<GlobalSymbol, VariablePlace>();

    public bool InProgress { get; set; }

    /// <summary>The first call of it, which had it lowered.</summary>
    public Span CalledAt { get; set; }

    public bool Failed { get; set; }
}

/// <summary>A local that was taken for a value needs an address after all: the function is lowered again.</summary>
internal sealed class NeedsAddress(string name) : Exception
{
    public string Name { get; } = name;
}

/// <summary>Lowers what kernels need, on demand, into one module.</summary>
internal sealed partial class ModuleLowerer(SemanticModel model, DiagnosticBag bag)
{
    private readonly Dictionary<(FunctionSymbol, EquatableArray<TemplateValue>), FunctionInstance> _instances = [];
    private readonly Dictionary<GlobalSymbol, Global> _globals = [];
    private readonly Dictionary<(FunctionInstance, DeclaratorSyntax), GlobalSymbol> _statics = [];
    private readonly Dictionary<string, Global> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionInstance> _byName = new(StringComparer.Ordinal);
    private readonly List<FunctionInstance> _order = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<FunctionInstance> _open = [];

    public SemanticModel Model { get; } = model;

    public DiagnosticBag Bag { get; } = bag;

    /// <summary>Functions that are called and have no body, by name.</summary>
    public SortedSet<string> Bodiless { get; } = new(StringComparer.Ordinal);

    /// <summary>The instance of a function; lowered at once, callees before callers.</summary>
    public FunctionInstance Instance(FunctionSymbol symbol, EquatableArray<TemplateValue> arguments, Span at)
    {
        if (_instances.TryGetValue((symbol, arguments), out var existing))
        {
            if (existing.InProgress)
            {
                if (this == Model.Constants && existing.Return is not null)
                {
                    // A constant may be computed by recursion.
                    return existing;
                }
                var refusal = SemanticRules.RecursiveFunction.At(at, symbol.Name);
                foreach (var between in _open.SkipWhile(i => i != existing).Skip(1))
                {
                    refusal = refusal.Note(between.Symbol.Span, $"by way of '{between.Symbol.Name}'");
                }
                throw new LoweringException(refusal);
            }
            if (existing.Failed)
            {
                throw new LoweringException(SemanticRules.CalleeFailed.At(at, symbol.Name).Note(symbol.Span, "declared here"));
            }
            return existing;
        }
        if (_open.Count > 200)
        {
            throw new LoweringException(SemanticRules.TooDeep.At(at, $"the chain of calls to '{symbol.Name}'"));
        }
        var scope = TemplateScope(symbol, arguments);
        var named = symbol.SpecialisedFor.IsEmpty ? arguments : symbol.SpecialisedFor;
        string suffix = named.IsEmpty ? "" : $"<{string.Join(", ", named)}>";
        var instance = new FunctionInstance(symbol, scope, UniqueName(symbol, arguments), symbol.QualifiedName + suffix);
        instance.Failed = true;
        _instances[(symbol, arguments)] = instance;
        _byName[instance.Name] = instance;
        var d = symbol.Declaration;
        instance.Parameters = WithFunctions(ParameterTypes(Model, symbol, scope).Select(Decay), arguments.Skip(symbol.Template?.Parameters.Count ?? 0)).ToEquatable();
        instance.Return = symbol.Kind is FunctionKind.Constructor or FunctionKind.Destructor ? CType.Void : IsDeduced(d.ReturnType) ? null : Model.Types.Bind(d.ReturnType!, scope);
        if (symbol.IsKernel && instance.Return is not VoidCType)
        {
            throw new LoweringException(SemanticRules.KernelMustReturnVoid.At(symbol.Span, symbol.Name));
        }
        if (d.Body is null)
        {
            Bodiless.Add(d.Name.Last);
            throw new LoweringException(SemanticRules.NoBody.At(at, symbol.Name).Note(symbol.Span, "declared here"));
        }
        instance.InProgress = true;
        instance.CalledAt = at;
        _open.Add(instance);
        try
        {
            LowerBody(instance);
        }
        finally
        {
            _open.RemoveAt(_open.Count - 1);
            instance.InProgress = false;
        }
        _order.Add(instance);
        if (instance.Failed && !symbol.IsKernel)
        {
            // Its own errors were reported just now.
            throw FunctionLowerer.Poisoned;
        }
        return instance;
    }

    /// <summary>Where the user's text called what led into one of our headers; null where the user's own text is being lowered.</summary>
    public Span? UsersPlace() => _open.FindLast(i => i.CalledAt.Source is { IsEmbedded: false })?.CalledAt;

    /// <summary>Lowers a body; again, where a name turns out to need an address that was taken for a mere value.</summary>
    private void LowerBody(FunctionInstance instance)
    {
        var inMemory = new HashSet<string>(StringComparer.Ordinal);
        int before = Bag.Count;
        while (true)
        {
            try
            {
                new FunctionLowerer(this, instance).LowerBody(inMemory);
                return;
            }
            catch (NeedsAddress e) when (inMemory.Add(e.Name))
            {
                Bag.Truncate(before);
                if (ReferenceEquals(instance.Symbol.Declaration.ReturnType, null) || IsDeduced(instance.Symbol.Declaration.ReturnType))
                {
                    instance.Return = instance.Symbol.Kind is FunctionKind.Constructor or FunctionKind.Destructor ? CType.Void : null;
                }
            }
        }
    }

    /// <summary>Parameters of function-pointer type stand for the functions passed to this instance.</summary>
    private static IEnumerable<CType> WithFunctions(IEnumerable<CType> types, IEnumerable<TemplateValue> passed)
    {
        var functions = new Queue<FunctionSymbol>(passed.Where(v => v.Function is not null).Select(v => v.Function!));
        foreach (var t in types)
        {
            bool takes = t.Referred is FunctionNameCType or PointerCType { Pointee: FunctionCType };
            yield return takes && functions.TryDequeue(out var f) ? new FunctionNameCType(f) : t;
        }
    }

    /// <summary>The lowered function of a name; null where it is not there.</summary>
    public Function? Lowered(string name) => _byName.GetValueOrDefault(name)?.Lowered;

    public Global? LoweredGlobal(string name) => _globals.Values.Concat(_texts.Values).FirstOrDefault(g => g.Name == name);

    /// <summary>Whether a return type has to be found in the body: `auto`, `decltype(auto)`, `auto &amp;`.</summary>
    public static bool IsDeduced(TypeSyntax? type) => type switch
    {
        null or AutoType => true,
        QualifiedType q => IsDeduced(q.Inner),
        ReferenceType r => IsDeduced(r.Target),
        PointerSyntax p => IsDeduced(p.Pointee),
        _ => false,
    };

    /// <summary>The types of a function's parameters, packs expanded.</summary>
    public static List<CType> ParameterTypes(SemanticModel model, FunctionSymbol symbol, Scope scope) => [.. Parameters(model, symbol, scope).Select(p => p.Type)];

    /// <summary>A function's parameters, packs expanded; an element of a pack knows its place in it.</summary>
    public static IEnumerable<(ParameterSyntax Syntax, CType Type, int? InPack)> Parameters(SemanticModel model, FunctionSymbol symbol, Scope scope)
    {
        foreach (var p in symbol.Declaration.Parameters)
        {
            if (!p.Pack)
            {
                yield return (p, model.Types.Bind(p.Type, scope), null);
                continue;
            }
            int i = 0;
            foreach (var inner in Packs.Each(model, scope, SyntaxNames.In(p.Type), p.Span))
            {
                yield return (p, model.Types.Bind(p.Type, inner), i++);
            }
        }
    }

    /// <summary>The IR name of an instance made before; null where there is none.</summary>
    public string? NameOf(FunctionSymbol symbol, EquatableArray<TemplateValue> arguments) => _instances.GetValueOrDefault((symbol, arguments))?.Name;

    /// <summary>An array or function parameter is a pointer; top-level const is the callee's own business.</summary>
    public static CType Decay(CType type) => type switch { ArrayCType a => new PointerCType(a.Element), FunctionCType => new PointerCType(type), _ => type };

    public static Scope TemplateScope(FunctionSymbol symbol, EquatableArray<TemplateValue> arguments)
    {
        var scope = new Scope(symbol.Outer, symbol.Scope) { IsFunction = true };
        if (symbol.Template is { } template)
        {
            for (int i = 0; i < template.Parameters.Count && i < arguments.Count; i++)
            {
                scope.Add(template.Parameters[i].Name, arguments[i]);
            }
        }
        return scope;
    }

    private string UniqueName(FunctionSymbol symbol, EquatableArray<TemplateValue> arguments)
    {
        string owner = symbol.Owner is { } c ? (c.Layout?.Name ?? Mangling.Identifier(c.QualifiedName)) + "_" : "";
        string text = symbol.Kind switch
        {
            FunctionKind.Constructor => "init",
            FunctionKind.Destructor => "destroy",
            _ => symbol.Owner is not null ? Mangling.Identifier(symbol.Name) : Mangling.Identifier(symbol.QualifiedName),
        };
        text = owner + text;
        if (symbol.Span.Source is { IsEmbedded: true } source
            && (text.StartsWith("__", StringComparison.Ordinal) || text.StartsWith("h2", StringComparison.Ordinal) || CudaBuiltins.Knows(text) || source.Path == SourceCache.MathHeader))
        {
            // A vendor's headers may declare a function of CUDA's name; ours must not stand beside it.
            text = "kp_" + text.TrimStart('_');
        }
        foreach (var a in arguments)
        {
            text += "_" + Mangling.Identifier(a.ToString());
        }
        return FreeName(text);
    }

    /// <summary>A name nobody has yet.</summary>
    private string FreeName(string text)
    {
        string candidate = text;
        for (int n = 2; !_names.Add(candidate); n++)
        {
            candidate = Build.Invariant($"{text}_{n}");
        }
        return candidate;
    }

    /// <summary>Whether text belongs to another unit of the program, read for its functions only.</summary>
    public Func<Span, bool> IsBehind { get; init; } = _ => false;

    /// <summary>The place of a `__device__` or `__constant__` variable, or of a constant table of the program.</summary>
    public (CType Type, GlobalPlace Place) GlobalVariable(GlobalSymbol symbol)
    {
        bool isDeclared = symbol.Specifiers.Has(Specifier.Extern) && symbol.Declarator.Initializer is null;
        var definition = isDeclared ? Model.Globals.Find(g => g.Name == symbol.Name && g.Scope == symbol.Scope && (!g.Specifiers.Has(Specifier.Extern) || g.Declarator.Initializer is not null) && !IsBehind(g.Span)) : null;
        symbol = definition ?? symbol;
        if (!_globals.TryGetValue(symbol, out var global))
        {
            var scope = symbol.Names;
            symbol.Type ??= new FunctionLowerer(Model, scope).BindVariableType(symbol.Declarator, scope);
            var type = Model.Types.Lower(symbol.Type, symbol.Span);
            var bytes = new byte[type.Size];
            bool initialised = symbol.Declarator.Initializer is not null;
            if (symbol.Declarator.Initializer is { } init)
            {
                new FunctionLowerer(Model, scope).WriteConstant(init, symbol.Type, bytes, 0);
            }
            string name = UniqueGlobalName(symbol);
            var space = symbol.Specifiers.Has(Specifier.Constant) || !symbol.IsDevice ? AddressSpace.Constant : AddressSpace.Global;
            global = new Global(name, type, space, initialised ? bytes.ToEquatable() : []) { From = symbol.Span, IsElsewhere = isDeclared && definition is null };
            _globals[symbol] = global;
        }
        return (symbol.Type!, new GlobalPlace(global.Type, global.Name));
    }

    /// <summary>The variable behind a static local: one for each instance of its function.</summary>
    public GlobalSymbol StaticLocal(FunctionInstance owner, DeclaratorSyntax declarator, Func<GlobalSymbol> make)
    {
        if (!_statics.TryGetValue((owner, declarator), out var g))
        {
            _statics[(owner, declarator)] = g = make();
        }
        return g;
    }

    /// <summary>The constant bytes of a string literal, a zero behind them; one place for all that are equal.</summary>
    public GlobalPlace Text(string text, Span at)
    {
        if (!_texts.TryGetValue(text, out var global))
        {
            string name = FreeName("text");
            byte[] bytes = [.. text.Select(c => (byte)c), 0];
            _texts[text] = global = new Global(name, new ArrayType(IrType.I8, bytes.Length), AddressSpace.Constant, bytes.ToEquatable()) { From = at };
        }
        return new GlobalPlace(global.Type, global.Name);
    }

    private string UniqueGlobalName(GlobalSymbol symbol)
    {
        string prefix = symbol.Owner is { } c ? Mangling.Identifier(c.QualifiedName) + "_" : symbol.Scope.Qualified.Length == 0 ? "" : Mangling.Identifier(symbol.Scope.Qualified) + "_";
        return FreeName(prefix + symbol.Name);
    }

    public Module ToModule()
    {
        MakeChoosers();
        return new Module(
            Model.Types.Structs.ToEquatable(),
            _globals.Values.Concat(_texts.Values).ToEquatable(),
            new FileSharedMemory([.. _order.Where(i => i.Lowered is not null)]).HandOn().ToEquatable());
    }
}
