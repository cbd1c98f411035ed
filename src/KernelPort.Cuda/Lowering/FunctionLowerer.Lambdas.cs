using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Lambdas: an unnamed class with the captures as members and a call operator.</content>
internal sealed partial class FunctionLowerer
{
    private const string CapturedThis = "captured_this";

    private Operand LowerLambda(LambdaExpr e)
    {
        var owner = _scope.Owner;
        if (!owner.Closures.TryGetValue(e, out var closure))
        {
            owner.Closures[e] = closure = MakeClosure(e);
        }
        var type = new ClassCType(closure);
        var layout = closure.Layout!;
        if (layout.Fields.IsEmpty)
        {
            return Operand.Of(type, EmptyValue(type, e.Span));
        }
        var values = new List<Expr>();
        foreach (var f in closure.Fields)
        {
            values.Add(Generic(CaptureValue(e, f)));
        }
        return Operand.Of(type, new Aggregate(layout, values.ToEquatable()) { From = e.Span });
    }

    private Expr CaptureValue(LambdaExpr e, FieldSymbol f)
    {
        if (f.Name == CapturedThis)
        {
            return Read(LowerThis(e.Span), e.Span);
        }
        var written = e.Captures.FirstOrDefault(c => c.Name == f.Name && c.Initializer is not null)?.Initializer;
        var operand = written is not null ? Lower(written is BraceExpr { Elements.Count: 1 } b ? b.Elements[0] : written)
            : LowerName(new NameExpr(e.Span, new NameSyntax(e.Span, false, false, [new NameSegment(e.Span, f.Name, null)])));
        if (f.Type is ReferenceCType reference)
        {
            if (operand.Place is null && operand.Local is { } local)
            {
                operand = operand with { Place = AddressNeeded(local, e.Span) };
            }
            return AddressFor(operand, reference, e.Span);
        }
        return ConvertOperand(operand, f.Type, e.Span);
    }

    private ClassSymbol MakeClosure(LambdaExpr e)
    {
        string name = Build.Invariant($"lambda_{++_model.LambdaCount}");
        var closure = new ClassSymbol(name, e.Span, _scope.Namespace) { Definition = new ClassDecl(e.Span, "class", null, [], [], []), Outer = _scope };
        var body = new ClosureBody(closure);
        var captures = CapturesOf(e, body);
        var layout = new StructType(name);
        var fields = new List<StructField>();
        long offset = 0;
        int alignment = 1;
        foreach (var (captured, type) in captures)
        {
            if (IsEmpty(type, e.Span))
            {
                body.Names[captured] = new LocalSymbol(captured, e.Span, type.Referred) { Value = EmptyValue(type.Referred, e.Span) };
                continue;
            }
            var lowered = _model.Types.Lower(type, e.Span);
            offset = (offset + lowered.Alignment - 1) / lowered.Alignment * lowered.Alignment;
            closure.Fields.Add(new FieldSymbol(captured, type, fields.Count));
            fields.Add(new StructField(captured, lowered, offset));
            offset += lowered.Size;
            alignment = Math.Max(alignment, lowered.Alignment);
        }
        layout.Complete(fields.ToEquatable(), (Math.Max(offset, 1) + alignment - 1) / alignment * alignment, alignment);
        closure.Layout = layout;
        _model.Types.Structs.Add(layout);
        bool mutable = e.Specifiers.Has(Specifier.Mutable);
        var syntax = new NameSyntax(e.Span, false, false, [new NameSegment(e.Span, "operator()", null)]);
        var (parameters, template) = Abbreviated(e.Parameters, e.Span);
        var declaration = new FunctionDecl(e.Span, e.Specifiers with { Flags = Specifier.Device }, e.ReturnType ?? new AutoType(e.Span), syntax, parameters, false) { Body = e.Body, IsConst = !mutable };
        var function = new FunctionSymbol(declaration, _scope.Namespace, template) { Outer = _scope, Owner = closure, Closure = body };
        _model.MembersOf(closure).AddFunction(function);
        return closure;
    }

    /// <summary>`auto` parameters are template parameters nobody named.</summary>
    private static (EquatableArray<ParameterSyntax> Parameters, TemplateDecl? Template) Abbreviated(EquatableArray<ParameterSyntax> parameters, Span at)
    {
        var invented = new List<TemplateParameterSyntax>();
        var result = new List<ParameterSyntax>();
        foreach (var p in parameters)
        {
            if (!Contains<AutoType>(p.Type))
            {
                result.Add(p);
                continue;
            }
            string name = Build.Invariant($"auto_{invented.Count + 1}");
            invented.Add(new TemplateParameterSyntax(p.Span, name, null, p.Pack, false, null, null));
            result.Add(p with { Type = Replace(p.Type, name) });
        }
        return invented.Count == 0 ? (parameters, null) : ([.. result], new TemplateDecl(at, [.. invented], new EmptyDecl(at), false));
    }

    private static TypeSyntax Replace(TypeSyntax type, string name) => type switch
    {
        AutoType => new NamedType(type.Span, new NameSyntax(type.Span, false, false, [new NameSegment(type.Span, name, null)])),
        QualifiedType q => q with { Inner = Replace(q.Inner, name) },
        PointerSyntax p => p with { Pointee = Replace(p.Pointee, name) },
        ReferenceType r => r with { Target = Replace(r.Target, name) },
        _ => type,
    };

    /// <summary>What a lambda captures, with the types of its members, in a fixed order: as written, then by name.</summary>
    private List<(string Name, CType Type)> CapturesOf(LambdaExpr e, ClosureBody body)
    {
        var captures = new List<(string, CType)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        CaptureSyntax? byDefault = null;
        foreach (var c in e.Captures)
        {
            if (c.Name is "=" or "&" && c.Initializer is null)
            {
                byDefault = c;
            }
            else if (c.Name == "this")
            {
                body.CapturesThis = true;
            }
            else if (c.Initializer is { } init)
            {
                seen.Add(c.Name);
                var type = TypeOfOperand(init is BraceExpr { Elements.Count: 1 } b ? b.Elements[0] : init);
                captures.Add((c.Name, c.ByReference ? new ReferenceCType(type, false) : DecayedType(type)));
            }
            else if (seen.Add(c.Name) && _scope.Find(c.Name) is LocalSymbol local)
            {
                captures.Add((c.Name, MemberType(local, c.ByReference)));
            }
        }
        var (names, usesThis) = SyntaxNames.In(e.Body);
        body.CapturesThis |= usesThis && byDefault is not null;
        foreach (string name in names.Concat(e.Parameters.SelectMany(p => SyntaxNames.In(p.Type))).Where(n => !seen.Contains(n)).Distinct().Order(StringComparer.Ordinal))
        {
            switch (_scope.Find(name))
            {
                case LocalSymbol { Constant: { } constant } local:
                    body.Names[name] = new LocalSymbol(name, local.Span, local.Type) { Constant = constant, Value = constant };
                    break;
                case LocalSymbol { Type: var type } when IsEmpty(type, e.Span):
                    body.Names[name] = new LocalSymbol(name, e.Span, type) { Value = EmptyValue(type, e.Span) };
                    break;
                case LocalSymbol local when byDefault is not null || local.Place is VariablePlace v && _variables[v.Id.Index].Space == AddressSpace.Shared:
                    captures.Add((name, MemberType(local, byDefault?.ByReference ?? true)));
                    break;
                case LocalSymbol local:
                    body.Names[name] = new LoweringException(SemanticRules.NotCaptured.At(e.Span, name).Note(local.Span, "declared here"));
                    break;
                case PackSymbol:
                    body.Names[name] = Unsupported(e.Span, $"the capture of the pack '{name}'");
                    break;
                case MemberName when byDefault is not null:
                case MemberGroup { Members: [FunctionSymbol { IsMethod: true }, ..] } when byDefault is not null:
                    body.CapturesThis = true;
                    break;
            }
        }
        if (body.CapturesThis && _self is { } self && !IsEmpty(self.Type, e.Span))
        {
            captures.Add((CapturedThis, new PointerCType(self.Type)));
        }
        return captures;
    }

    // A shared variable is captured as the one place it is; an array by value would be copied, which only explicit captures ask for.
    private CType MemberType(LocalSymbol local, bool byReference)
    {
        bool shared = local.Place is VariablePlace v && _variables[v.Id.Index].Space == AddressSpace.Shared;
        return byReference || shared ? new ReferenceCType(local.Type, false) : local.Type.Unqualified is ArrayCType ? throw Unsupported(local.Span, "the capture of an array by value") : local.Type;
    }

    /// <summary>Inside the body: captured names are members of the closure.</summary>
    private void DeclareCaptures(ClosureBody body)
    {
        foreach (var (name, meaning) in body.Names)
        {
            _scope.Add(name, meaning);
        }
        var closure = _self!.Value;
        _self = null;
        foreach (var f in body.Closure.Fields)
        {
            var part = MemberOf(closure, f.Name, body.Closure.Span);
            if (f.Name == CapturedThis)
            {
                _self = Dereference(part, body.Closure.Span);
            }
            else
            {
                Declare(new LocalSymbol(f.Name, body.Closure.Span, part.Type) { Place = part.Place, Value = part.Value });
            }
        }
        if (body.CapturesThis && _self is null && _scope.EnclosingClass is { } around)
        {
            var type = new ClassCType(around);
            _self = EmptyObject(type, body.Closure.Span);
        }
    }
}
