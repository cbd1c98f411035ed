using KernelPort.Core;
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

    public bool InProgress { get; set; }

    public bool Failed { get; set; }
}

/// <summary>Lowers what kernels need, on demand, into one module.</summary>
internal sealed class ModuleLowerer(SemanticModel model, DiagnosticBag bag)
{
    private readonly Dictionary<(FunctionSymbol, EquatableArray<TemplateValue>), FunctionInstance> _instances = [];
    private readonly Dictionary<GlobalSymbol, Global> _globals = [];
    private readonly List<FunctionInstance> _order = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _depth;

    public SemanticModel Model { get; } = model;

    public DiagnosticBag Bag { get; } = bag;

    /// <summary>The instance of a function; lowered at once, callees before callers.</summary>
    public FunctionInstance Instance(FunctionSymbol symbol, EquatableArray<TemplateValue> arguments, Span at)
    {
        if (_instances.TryGetValue((symbol, arguments), out var existing))
        {
            if (existing.InProgress)
            {
                throw new LoweringException(SemanticRules.RecursiveFunction.At(at, symbol.Name));
            }
            return existing;
        }
        if (_depth > 200)
        {
            throw new LoweringException(SemanticRules.TooDeep.At(at, $"the chain of calls to '{symbol.Name}'"));
        }
        var scope = TemplateScope(symbol, arguments);
        string suffix = arguments.IsEmpty ? "" : $"<{string.Join(", ", arguments)}>";
        var instance = new FunctionInstance(symbol, scope, UniqueName(symbol, arguments), symbol.QualifiedName + suffix);
        _instances[(symbol, arguments)] = instance;
        var d = symbol.Declaration;
        instance.Parameters = d.Parameters.Select(p => Decay(Model.Types.Bind(p.Type, scope))).ToEquatable();
        instance.Return = d.ReturnType is AutoType or null ? null : Model.Types.Bind(d.ReturnType, scope);
        if (symbol.IsKernel && instance.Return is not VoidCType)
        {
            throw new LoweringException(SemanticRules.KernelMustReturnVoid.At(symbol.Span, symbol.Name));
        }
        if (d.Body is null)
        {
            throw new LoweringException(SemanticRules.NoBody.At(at, symbol.Name).Note(symbol.Span, "declared here"));
        }
        instance.InProgress = true;
        _depth++;
        new FunctionLowerer(this, instance).LowerBody();
        _depth--;
        instance.InProgress = false;
        _order.Add(instance);
        return instance;
    }

    /// <summary>The IR name of an instance made before; null where there is none.</summary>
    public string? NameOf(FunctionSymbol symbol, EquatableArray<TemplateValue> arguments) => _instances.GetValueOrDefault((symbol, arguments))?.Name;

    /// <summary>An array or function parameter is a pointer; top-level const is the callee's own business.</summary>
    public static CType Decay(CType type) => type is ArrayCType a ? new PointerCType(a.Element) : type;

    public static Scope TemplateScope(FunctionSymbol symbol, EquatableArray<TemplateValue> arguments)
    {
        var scope = new Scope(null, symbol.Scope);
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
        string text = symbol.QualifiedName.Replace("::", "_", StringComparison.Ordinal);
        foreach (var a in arguments)
        {
            text += "_" + a;
        }
        var name = new System.Text.StringBuilder();
        foreach (char c in text)
        {
            // Readable and a valid identifier everywhere: `float *` gives `floatp`, -1 gives m1.
            name.Append(c switch { '*' => "p", '-' => "m", '+' => "plus", _ when char.IsAsciiLetterOrDigit(c) || c == '_' => c.ToString(), _ => "" });
        }
        string candidate = name.ToString();
        for (int n = 2; !_names.Add(candidate); n++)
        {
            candidate = Build.Invariant($"{name}_{n}");
        }
        return candidate;
    }

    /// <summary>The place of a `__device__` or `__constant__` variable.</summary>
    public (CType Type, GlobalPlace Place) GlobalVariable(GlobalSymbol symbol)
    {
        if (!_globals.TryGetValue(symbol, out var global))
        {
            var scope = new Scope(null, symbol.Scope);
            symbol.Type = new FunctionLowerer(Model, scope).BindVariableType(symbol.Declarator, scope);
            var type = Model.Types.Lower(symbol.Type, symbol.Span);
            var bytes = new byte[type.Size];
            bool initialised = symbol.Declarator.Initializer is not null;
            if (symbol.Declarator.Initializer is { } init)
            {
                new FunctionLowerer(Model, scope).WriteConstant(init, symbol.Type, bytes, 0);
            }
            string name = UniqueGlobalName(symbol);
            var space = symbol.Specifiers.Has(Specifier.Constant) ? AddressSpace.Constant : AddressSpace.Global;
            global = new Global(name, type, space, initialised ? bytes.ToEquatable() : []) { From = symbol.Span };
            _globals[symbol] = global;
        }
        return (symbol.Type!, new GlobalPlace(global.Type, global.Name));
    }

    private string UniqueGlobalName(GlobalSymbol symbol)
    {
        string prefix = symbol.Scope.Qualified.Length == 0 ? "" : symbol.Scope.Qualified.Replace("::", "_", StringComparison.Ordinal) + "_";
        string candidate = prefix + symbol.Name;
        for (int n = 2; !_names.Add(candidate); n++)
        {
            candidate = Build.Invariant($"{prefix}{symbol.Name}_{n}");
        }
        return candidate;
    }

    public Module ToModule() => new(
        Model.Types.Structs.ToEquatable(),
        _globals.Values.ToEquatable(),
        _order.Where(i => i.Lowered is not null).Select(i => i.Lowered!).ToEquatable());
}
