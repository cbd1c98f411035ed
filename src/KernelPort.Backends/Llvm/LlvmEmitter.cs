using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

/// <summary>Prints a lowered module in LLVM's language, one thread's view: variables are on the stack and LLVM's optimiser takes them from there. It is handed
/// words, never a target's name.</summary>
internal sealed partial class LlvmEmitter
{
    private const string DynamicShared = "@kp_dynamic_shared";

    private readonly LlvmDialect _dialect;
    private readonly LlvmLayout _layout;
    private readonly Module _module;
    private readonly CodeWriter _w = new();
    private readonly List<(int, Span)> _lines = [];
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _declared = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int> _unrolls = [];

    // The function that is being printed.
    private readonly List<(string Text, Span From)> _body = [];
    private readonly List<string> _stack = [];
    private readonly Dictionary<LetId, string> _lets = [];
    private readonly Dictionary<int, string> _variables = [];
    private Function _function = null!;
    private Namer _names = new([]);
    private int _temporaries;
    private Span _at;

    private LlvmEmitter(Module module, LlvmDialect dialect)
    {
        _module = module;
        _dialect = dialect;
        _layout = new LlvmLayout(dialect);
    }

    /// <summary>Prints a module whose every operation the target has.</summary>
    public static EmittedFile Emit(Module module, LlvmDialect dialect, Target target, string sourceName)
    {
        var e = new LlvmEmitter(module, dialect);
        e._w.Line($"; {Path.GetFileName(sourceName)} for {target.Name}, translated by KernelPort.");
        e._w.Line($"target datalayout = \"{dialect.DataLayout}\"");
        e._w.Line($"target triple = \"{dialect.Triple}\"");
        e.Structs();
        e.Globals();
        foreach (var f in module.Functions)
        {
            e._w.Line();
            e.Function(f);
        }
        e.Texts();
        e.Library();
        e.Metadata();
        return new EmittedFile(target.Extension, e._w.ToString(), e._lines);
    }

    /// <summary>What a kernel needs that there is no form of; null where there is nothing.</summary>
    public static (string What, Span At)? Lacks(Module module, Function kernel, LlvmDialect dialect)
    {
        var e = new LlvmEmitter(module, dialect);
        try
        {
            foreach (var f in CapabilityCheck.Reachable(module, kernel))
            {
                e.Function(f);
            }
            return null;
        }
        catch (NotInLlvm lacking)
        {
            return (lacking.Message, e._at.IsNone ? kernel.From.Span : e._at);
        }
    }

    private void Structs()
    {
        if (_module.Structs.Count > 0)
        {
            _w.Line();
        }
        foreach (var s in _module.Structs.Where(s => s.IsComplete))
        {
            _w.Line(_layout.Definition(s));
        }
    }

    private void Globals()
    {
        if (_module.Globals.Count > 0)
        {
            _w.Line();
        }
        foreach (var g in _module.Globals)
        {
            string value = g.Initial.IsEmpty ? _layout.Constant(g.Type, new byte[g.Type.Size]) : _layout.Constant(g.Type, g.Initial.AsSpan());
            _w.Line(Build.Invariant($"@{LlvmText.Quoted(g.Name)} = addrspace({_dialect.Number(g.Space)}) externally_initialized global {_layout.Memory(g.Type)} {value}, align {g.Type.Alignment} ; {g.Type}"));
        }
        bool dynamic = false;
        foreach (var f in _module.Functions)
        {
            foreach (var v in f.Variables.Where(v => v.Space == AddressSpace.Shared))
            {
                dynamic |= v.IsDynamic;
                _w.Write(v.IsDynamic ? "" : Build.Invariant($"{SharedName(f, v)} = internal addrspace(3) global {_layout.Memory(v.Type)} undef, align {v.Alignment}\n"));
            }
        }
        if (dynamic)
        {
            _w.Line($"{DynamicShared} = external addrspace(3) global [0 x i8], align 16");
        }
    }

    private static string SharedName(Function f, Variable v)
    {
        int same = f.Variables.TakeWhile(o => !ReferenceEquals(o, v)).Count(o => o.Name == v.Name);
        return v.IsDynamic ? DynamicShared : "@" + LlvmText.Quoted(Build.Invariant($"{f.Name}.{v.Name}{(same == 0 ? "" : $".{same}")}"));
    }

    private void Function(Function f)
    {
        _function = f;
        _names = new Namer([]);
        _temporaries = 0;
        _body.Clear();
        _stack.Clear();
        _lets.Clear();
        _variables.Clear();
        _at = f.From.Span;
        _isOpen = true;
        string parameters = string.Join(", ", f.Parameters.Select(p => f.IsKernel ? KernelParameter(p) : $"{_layout.Value(f.TypeOf(p))} {Named(p)}"));
        for (int i = 0; i < f.Variables.Count; i++)
        {
            Declare(i, f.Variables[i]);
        }
        Block(f.Body);
        if (_isOpen)
        {
            Line(f.ReturnType is VoidType ? "ret void" : "unreachable");
        }
        Mark(f.From.Span);
        string head = f.IsKernel ? $"{_dialect.Kernel} void" : $"internal {_layout.Value(f.ReturnType)}";
        _w.Line($"define {head} @{LlvmText.Quoted(f.Name)}({parameters}) convergent nounwind{(f.IsKernel ? _dialect.Attributes(f) : "")} {{");
        foreach (string s in _stack)
        {
            _w.Line("  " + s);
        }
        foreach (var (text, from) in _body)
        {
            Mark(from);
            _w.Line(text);
        }
        _w.Line("}");
    }

    /// <summary>As the host passes it: a truth value is a byte, a structure stands in memory.</summary>
    private string KernelParameter(LetId p)
    {
        var value = _function.Lets[p.Index];
        string type = _layout.Value(value.Type);
        switch (value.Type)
        {
            case StructType s:
                var (attribute, space) = _dialect.StructParameter;
                string pointer = $"%{_names.Name(value.Name + ".in")}";
                _lets[p] = Named(p);
                Line(Build.Invariant($"{_lets[p]} = load {type}, {LlvmLayout.Pointer(space)} {pointer}, align {s.Alignment}"));
                return Build.Invariant($"{LlvmLayout.Pointer(space)} {attribute}({type}) align {s.Alignment} {pointer}");
            case ScalarType { Kind: Scalar.Bool }:
                string number = $"%{_names.Name(value.Name + ".in")}";
                Line($"{Named(p)} = icmp ne i8 {number}, 0");
                return $"i8 {number}";
            default:
                return $"{type}{(value.Type is PointerType && value.IsRestrict ? " noalias" : "")} {Named(p)}";
        }
    }

    private string Named(LetId id) => _lets.TryGetValue(id, out string? name) ? name : _lets[id] = "%" + LlvmText.Quoted(_names.Name(_function.Lets[id.Index].Name));

    private void Declare(int i, Variable v)
    {
        if (v.Space == AddressSpace.Shared)
        {
            _variables[i] = SharedName(_function, v);
            return;
        }
        _variables[i] = OnStack(v.Name, _layout.Memory(v.Type), v.Alignment);
    }

    private string OnStack(string name, string type, int alignment)
    {
        string variable = "%" + LlvmText.Quoted(_names.Name(name + ".var"));
        _stack.Add(Build.Invariant($"{variable} = alloca {type}, align {alignment}{(_dialect.Local == 0 ? "" : $", addrspace({_dialect.Local})")}"));
        return variable;
    }

    /// <summary>The functions that were called, and what they and the text declare.</summary>
    private void Library()
    {
        var (definitions, declarations) = _dialect.Device.Take(_called);
        foreach (string d in definitions)
        {
            _w.Line();
            _w.Write(d);
        }
        var all = _declared.Select(d => d + "\n").Concat(declarations).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
        {
            _w.Line();
            _w.Write(string.Concat(all));
        }
    }

    private void Metadata()
    {
        string[] lines = [.. _dialect.Metadata(_module)];
        if (lines.Length + _unrolls.Count > 0)
        {
            _w.Line();
        }
        foreach (string line in lines)
        {
            _w.Line(line);
        }
        foreach (var (number, factor) in _unrolls)
        {
            _w.Line(Build.Invariant($"!{number} = distinct !{{!{number}, !{{!\"llvm.loop.unroll.{(factor == 0 ? "full\"" : factor == 1 ? "disable\"" : $"count\", i32 {factor}")}}}}}"));
        }
    }

    private void Mark(Span span)
    {
        if (!span.IsNone)
        {
            _lines.Add((_w.CurrentLine, span));
        }
    }

    private void Line(string text) => _body.Add(("  " + text, _at));

    private string Assign(string instruction)
    {
        string name = Build.Invariant($"%t{++_temporaries}");
        name = "%" + _names.Name(name[1..]);
        Line($"{name} = {instruction}");
        return name;
    }

    /// <summary>Calls one of LLVM's own functions, which is declared with the types of its call.</summary>
    private string Intrinsic(string name, string result, params (string Type, string Value)[] arguments)
    {
        _declared.Add($"declare {result} @{name}({string.Join(", ", arguments.Select(a => a.Type))})");
        string call = $"call {result} @{name}({string.Join(", ", arguments.Select(a => $"{a.Type} {a.Value}"))})";
        if (result == "void")
        {
            Line(call);
            return "";
        }
        return Assign(call);
    }

    /// <summary>Calls a function of the library.</summary>
    private string Helper(string name, params (string Type, string Value)[] arguments)
    {
        if (!_dialect.Device.Has(name))
        {
            throw new NotInLlvm($"there is no form of {name[4..]} for this type");
        }
        _called.Add(name);
        string result = _dialect.Device.ReturnType(name);
        string call = $"call {result} {name}({string.Join(", ", arguments.Select(a => $"{a.Type} {a.Value}"))})";
        if (result == "void")
        {
            Line(call);
            return "";
        }
        return Assign(call);
    }
}
