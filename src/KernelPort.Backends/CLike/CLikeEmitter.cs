using System.Globalization;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>Prints a module in a C-like language. It is handed words, never a target's name.</summary>
public sealed partial class CLikeEmitter
{
    private readonly CLikeDialect _dialect;
    private readonly Target _target;
    private readonly Module _module;
    private readonly CodeWriter _w = new();
    private readonly List<(int, Span)> _lines = [];
    private readonly Dictionary<string, string> _globalNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _structNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _functionNames = new(StringComparer.Ordinal);
    private readonly Namer _fileNames;

    private Function _function = null!;
    private Inlining _inlining = null!;
    private Placement _placement = null!;
    private Dictionary<LetId, string> _letNames = [];
    private Dictionary<LetId, Text> _inlined = [];
    private Dictionary<int, string> _variableNames = [];
    private HashSet<int> _declared = [];
    private Namer _names = null!;

    private CLikeEmitter(CLikeDialect dialect, Target target, Module module)
    {
        _dialect = dialect;
        _target = target;
        _module = module;
        _fileNames = new Namer(dialect.Reserved);
    }

    /// <summary>Prints a module whose every operation the target has.</summary>
    public static EmittedFile Emit(Module module, CLikeDialect dialect, Target target, string sourceName)
    {
        var e = new CLikeEmitter(dialect, target, module);
        e._w.Line($"// {Path.GetFileName(sourceName)} for {target.Name}, translated by KernelPort.");
        e._w.Write(dialect.Prelude);
        e.Structs();
        e.Globals();
        e._w.Write(dialect.FunctionsHead);
        foreach (var f in module.Functions)
        {
            // a free operator ^ comes as a function "xor"
            bool reserved = dialect.ReservedFunctions.Contains(f.Name) || (!f.IsKernel && dialect.Reserved.Contains(f.Name));
            e._functionNames[f.Name] = reserved ? e._fileNames.Name(f.Name + "_1") : f.Name;
            e._fileNames.Name(f.Name);
        }
        foreach (var f in module.Functions)
        {
            e._w.Line();
            e.PrintFunction(f);
        }
        e._w.Write(dialect.Postlude);
        if (dialect.Entry is { } entry)
        {
            foreach (var kernel in module.Kernels)
            {
                e._w.Write(entry(kernel, (type, name) => e.Declare(type, name)));
            }
        }
        return new EmittedFile(target.Extension, e._w.ToString(), e._lines);
    }

    /// <summary>The names that a module's global variables get, by their own.</summary>
    public static IReadOnlyDictionary<string, string> GlobalNames(Module module, CLikeDialect dialect, Target target)
    {
        var e = new CLikeEmitter(dialect, target, module);
        e.Structs();
        e.Globals();
        return e._globalNames;
    }

    private void Structs()
    {
        var used = UsedStructs.Of(_module);
        foreach (var s in _module.Structs.Where(s => used.Contains(s.Name)))
        {
            if (s.IsBuiltin && _dialect.HasVector(s.Name))
            {
                continue;
            }
            string name = _fileNames.Name(s.IsBuiltin ? "kp_" + s.Name : s.Name);
            _structNames[s.Name] = name;
            int natural = s.Fields.Count == 0 || s.IsPacked ? 1 : s.Fields.Max(f => f.Type.Alignment);
            string align = s.Alignment != natural && _dialect.Align.Length > 0 ? " " + string.Format(CultureInfo.InvariantCulture, _dialect.Align, s.Alignment) : "";
            align += s.IsPacked && _dialect.Packed.Length > 0 ? " " + _dialect.Packed : "";
            _w.Line();
            bool offsets = _dialect.HasOffsets(s);
            _w.Line($"{(offsets ? string.Format(CultureInfo.InvariantCulture, _dialect.StructHeadWithOffsets, s.Size) : _dialect.StructHead)}{(s.IsUnion ? _dialect.UnionWord : "struct")}{align} {name} {{");
            _w.Indent++;
            for (int i = 0; i < s.Fields.Count; i++)
            {
                string head = offsets ? string.Format(CultureInfo.InvariantCulture, _dialect.FieldHeadWithOffset, s.Fields[i].Offset) : _dialect.FieldHead;
                _w.Line(head + (s.Fields[i].Type is ArrayType first && _dialect.FieldOfFirst(first.Element) ? Declare(Innermost(first), MemberName(s, i)) + ";"
                    : s.Fields[i].Type is ArrayType { Element: ScalarType } a && _dialect.FieldArray.Length > 0
                    ? string.Format(CultureInfo.InvariantCulture, _dialect.FieldArray, TypeText(a.Element), MemberName(s, i), a.Length)
                    : Declare(s.Fields[i].Type, MemberName(s, i)) + ";"));
            }
            _w.Indent--;
            _w.Line("};");
        }
    }

    private static IrType Innermost(IrType type) => type is ArrayType a ? Innermost(a.Element) : type;

    private void Globals()
    {
        foreach (var g in _module.Globals)
        {
            string name = _fileNames.Name(g.Name);
            _globalNames[g.Name] = name;
            string head = g.Space == AddressSpace.Constant ? _dialect.Constant : _dialect.DeviceGlobal;
            _w.Line();
            if (_dialect.GlobalMemory.Length > 0)
            {
                var (element, count) = g.Type is ArrayType a ? (a.Element, a.Length) : (g.Type, 1);
                string values = g.Initial.IsEmpty ? "" : $", new {TypeText(element)}[] {(g.Type is ArrayType ? Initializer(g.Type, g.Initial.AsSpan()) : $"{{{Initializer(g.Type, g.Initial.AsSpan())}}}")}";
                _w.Line(string.Format(CultureInfo.InvariantCulture, element is PointerType ? _dialect.GlobalPointers : _dialect.GlobalMemory, TypeText(element), name, count, values));
                continue;
            }
            string initial = g.Initial.IsEmpty ? "" : " = " + Initializer(g.Type, g.Initial.AsSpan());
            _w.Line($"{head} {Declare(g.Type, name)}{initial};");
        }
    }

    private string Initializer(IrType type, ReadOnlySpan<byte> bytes)
    {
        switch (type)
        {
            case ArrayType a:
                var parts = new List<string>();
                for (int i = 0; i < a.Length; i++)
                {
                    parts.Add(Initializer(a.Element, bytes.Slice(i * (int)a.Element.Size, (int)a.Element.Size)));
                }
                return "{" + string.Join(", ", parts) + "}";
            case StructType s:
                parts = [];
                for (int i = 0; i < (s.IsUnion ? 1 : s.Fields.Count); i++)
                {
                    var f = s.Fields[i];
                    parts.Add((_dialect.NamesFields ? MemberName(s, i) + " = " : "") + Initializer(f.Type, bytes.Slice((int)f.Offset, (int)f.Type.Size)));
                }
                string fields = string.Join(", ", parts);
                return _dialect.NamesFields ? string.Format(CultureInfo.InvariantCulture, _dialect.MakeStruct, TypeText(s), fields) : "{" + fields + "}";
            default:
                ulong bits = 0;
                for (int i = 0; i < type.Size; i++)
                {
                    bits |= (ulong)bytes[i] << (8 * i);
                }
                return LiteralText(new Literal(type, bits)).Value;
        }
    }

    private void PrintFunction(Function f)
    {
        _function = f;
        _inlining = Inlining.Of(f, _dialect.ReadsInPlace);
        _placement = Placement.Of(f);
        _textureObjects = TextureObjects.Of(f);
        _letNames = [];
        _inlined = [];
        _variableNames = [];
        _declared = [];
        _names = new Namer(_dialect.ReadsInPlace, _dialect.Reserved.Concat(FunctionWords.Of(f, _target)).Concat(_globalNames.Values).Concat(_structNames.Values).Concat(_module.Functions.Select(x => x.Name)));
        foreach (var p in f.Parameters)
        {
            _letNames[p] = _names.Name(f.Lets[p.Index].Name);
        }
        string parameters = string.Join(", ", f.Parameters.Select(Parameter).Concat(DynamicSharedParameter(f)));
        string head = f.IsKernel ? _dialect.KernelHead : _dialect.DeviceHead;
        string bounds = f.IsKernel ? BoundsText(f) : "";
        Mark(f.From.Span);
        _w.Line($"{head}{bounds} {(f.IsKernel ? "void" : TypeText(f.ReturnType))} {_functionNames[f.Name]}({parameters})".Replace("  ", " ", StringComparison.Ordinal));
        _w.Line(_dialect.Body.Head);
        _w.Indent++;
        for (int i = 0; i < f.Variables.Count; i++)
        {
            if (f.Variables[i].Space == AddressSpace.Shared && _placement.Used.Contains(i) && !_declared.Contains(i))
            {
                DeclareShared(i);
            }
            // what is taken from the stack stays taken until the function returns: not in a loop
            else if (_dialect.LocalArray.Length > 0 && f.Variables[i].Type is ArrayType && _placement.Used.Contains(i) && _declared.Add(i))
            {
                Mark(f.Variables[i].From.Span);
                _w.Line(DeclareLocal(i));
            }
        }
        Block(f.Body);
        _w.Indent--;
        _w.Line(_dialect.Body.Tail);
    }

    private string BoundsText(Function f)
    {
        string text = f.Bounds is { } b
            ? b.MinBlocks > 0 && _dialect.LaunchBoundsWithBlocks.Length > 0
                ? string.Format(CultureInfo.InvariantCulture, _dialect.LaunchBoundsWithBlocks, b.MaxThreads, b.MinBlocks)
                : string.Format(CultureInfo.InvariantCulture, _dialect.LaunchBounds, b.MaxThreads)
            : _dialect.DefaultBounds;
        return text.Length == 0 ? "" : " " + text;
    }

    private string Parameter(LetId id)
    {
        var value = _function.Lets[id.Index];
        string name = _letNames[id];
        if (_textureObjects.TryGetValue(id, out bool isSurface))
        {
            return $"{_dialect.Textures.ObjectType(isSurface)} {name}";
        }
        if (value.Type is not PointerType p)
        {
            return Declare(value.Type, name);
        }
        string restrict = value.IsRestrict ? _dialect.Restrict : "";
        return Declare(p, restrict.Length > 0 ? restrict.TrimStart() + " " + name : name, value.PointsToConst && IsOnlyRead(id));
    }

    /// <summary>The parameter that dynamically sized shared memory comes in, where the dialect wants one.</summary>
    private IEnumerable<string> DynamicSharedParameter(Function f)
    {
        int[] dynamic = [.. Enumerable.Range(0, f.Variables.Count).Where(i => f.Variables[i].IsDynamic && _placement.Used.Contains(i))];
        if (_dialect.DynamicSharedParameter.Length == 0 || dynamic.Length == 0)
        {
            yield break;
        }
        var first = f.Variables[dynamic[0]];
        _dynamicShared = _names.Name(first.Name);
        _variableNames[dynamic[0]] = _dynamicShared;
        _declared.Add(dynamic[0]);
        yield return string.Format(CultureInfo.InvariantCulture, _dialect.DynamicSharedParameter, DeclarePointer(((ArrayType)first.Type).Element, _dynamicShared));
    }

    private string _dynamicShared = "";

    private void DeclareShared(int i)
    {
        var v = _function.Variables[i];
        // one of an inlined function has that function's name before its own
        string name = _names.Name(v.Name.Replace('.', '_'));
        _variableNames[i] = name;
        _declared.Add(i);
        Mark(v.From.Span);
        if (_dialect.SharedView.Length > 0)
        {
            _w.Line(SharedViewText(v, name, SharedLayout.Of(_function).Offsets[i]));
            return;
        }
        if (v.IsDynamic)
        {
            var element = ((ArrayType)v.Type).Element;
            // where it comes as a parameter, this is a pointer
            string text = string.Format(CultureInfo.InvariantCulture, _dialect.DynamicShared, Declare(element, name + "[]"), DeclarePointer(element, name), DeclarePointer(element, ""), _dynamicShared);
            _w.Line((_dynamicShared.Length > 0 ? "" : AlignText(v)) + text);
            return;
        }
        _w.Line($"{AlignText(v)}{_dialect.Shared} {Declare(v.Type, name)};");
    }

    private string SharedViewText(Variable v, string name, long offset)
    {
        // a dynamic array's length is the launch's: its first element stands for it
        var type = v.IsDynamic ? ((ArrayType)v.Type).Element : v.Type;
        var element = type;
        while (element is ArrayType a)
        {
            element = a.Element;
        }
        // what lies in shared memory is the element: the word stands behind the star where that is a pointer
        string Of(string of) => element is PointerType ? Declare(type, $"{_dialect.Shared} {of}") : $"{_dialect.Shared} {Declare(type, of)}";
        string view = v.IsDynamic ? "*" + name : type is ArrayType ? $"(&{name})" : "&" + name;
        return string.Format(CultureInfo.InvariantCulture, _dialect.SharedView, Of(view), Of(type is ArrayType ? "(*)" : "*"), offset, v.IsDynamic ? "" : "*");
    }

    /// <summary>What stands before a variable of which more is asked than of its type.</summary>
    private string AlignText(Variable v) =>
        v.Alignment > v.Type.Alignment && _dialect.Align.Length > 0 ? string.Format(CultureInfo.InvariantCulture, _dialect.Align, v.Alignment) + " " : "";

    private void Mark(Span span)
    {
        if (!span.IsNone)
        {
            _lines.Add((_w.CurrentLine, span));
        }
    }

    private string TypeText(IrType type) => Declare(type, "").TrimEnd();

    private string DeclarePointer(IrType target, string name) => _dialect.StarsByType ? $"{TypeText(Innermost(target))}* {name}".TrimEnd() : Declare(target, target is ArrayType ? $"(*{name})" : "*" + name);

    /// <summary>A declaration of a name, C's inside-out syntax included.</summary>
    private string Declare(IrType type, string name, bool pointsToConst = false)
    {
        switch (type)
        {
            case VoidType:
                return $"void {name}";
            case ScalarType s:
                return $"{_dialect.Scalars[s.Kind]} {name}";
            case StructType s:
                string word = _structNames.GetValueOrDefault(s.Name, _dialect.VectorNames.GetValueOrDefault(s.Name, s.Name));
                return $"{(_dialect.StructTags && _structNames.ContainsKey(s.Name) ? (s.IsUnion ? "union " : "struct ") : "")}{word} {name}";
            case PointerType p:
                string space = _dialect.Spaces.GetValueOrDefault(p.Space, "");
                string prefix = (space.Length > 0 ? space + " " : "") + (pointsToConst ? _dialect.Const : "");
                return prefix + DeclarePointer(p.Pointee, name);
            case ArrayType a:
                return Declare(a.Element, Build.Invariant($"{name}[{a.Length}]"));
            default:
                throw new System.Diagnostics.UnreachableException(type.GetType().Name);
        }
    }

    /// <summary>Whether nothing is stored through a pointer or what is derived from it, as far as lets carry it.</summary>
    private bool IsOnlyRead(LetId id)
    {
        var finder = new WriteThrough(_function, id);
        finder.Walk(_function);
        return !finder.Found;
    }

    /// <summary>Finds a store, an escape into a variable, or a call through a pointer that C++ says points to const.</summary>
    private sealed class WriteThrough(Function function, LetId root) : Walker
    {
        private readonly HashSet<LetId> _derived = [root];

        public bool Found { get; private set; }

        protected override void Enter(Stmt statement)
        {
            switch (statement)
            {
                case Let x when x.Value.Type is PointerType && IsDerived(x.Value):
                    // A named pointer would need const too.
                    _derived.Add(x.Id);
                    Found |= !function.Lets[x.Id.Index].PointsToConst && function.Lets[x.Id.Index].Name != "t";
                    break;
                case Store x:
                    Found |= (x.Value.Type is PointerType && IsDerived(x.Value)) || Through(x.Target);
                    break;
                case Atomic x:
                    Found |= Through(x.Target);
                    break;
                case Invoke x:
                    Found |= x.Arguments.Any(a => a.Type is PointerType && IsDerived(a));
                    break;
                case Return { Value: { Type: PointerType } v }:
                    Found |= IsDerived(v);
                    break;
            }
        }

        protected override void Enter(Expr expression)
        {
            switch (expression)
            {
                case Cast { Type: PointerType to, Operand: { Type: PointerType from } operand } when to.Pointee != from.Pointee && IsDerived(operand):
                case Aggregate a when a.Elements.Any(e => e.Type is PointerType && IsDerived(e)):
                case Select { Type: PointerType } s when IsDerived(s.Then) || IsDerived(s.Else):
                    Found = true;
                    break;
            }
        }

        private bool Through(Place place) => place switch
        {
            Deref d => IsDerived(d.Pointer),
            Element e => Through(e.Base),
            Member m => Through(m.Base),
            _ => false,
        };

        private bool IsDerived(Expr e) => e switch
        {
            LetRef r => _derived.Contains(r.Id),
            PointerOffset o => IsDerived(o.Pointer),
            Cast c => c.Operand.Type is PointerType && IsDerived(c.Operand),
            Select s => IsDerived(s.Then) || IsDerived(s.Else),
            AddressOf a => Through(a.Place),
            _ => false,
        };
    }

    /// <summary>A member's name; where the language has it for itself, with as many underscores as no other member has.</summary>
    private string MemberName(StructType type, int index)
    {
        string name = type.Fields[index].Name;
        while (_dialect.ReservedMembers.Contains(name) || (name != type.Fields[index].Name && type.Fields.Any(f => f.Name == name)))
        {
            name += "_";
        }
        return name;
    }
}
