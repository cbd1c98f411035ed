using Antlr4.Runtime;
using Antlr4.Runtime.Tree;
using KernelPort.Core;
using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Grammar;
using static KernelPort.Grammar.CudaParser;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <content>Specifiers, types and declarators.</content>
internal sealed partial class SyntaxBuilder
{
    /// <summary>A declarator applied to its type. <paramref name="Function"/>: the parameter list directly behind the name.</summary>
    private sealed record Declared(NameSyntax? Name, TypeSyntax Type, FunctionSuffixContext? Function, bool Pack, EquatableArray<AttributeSyntax> Attributes, Specifier Flags);

    /// <summary>Specifiers as they are gathered.</summary>
    private struct SpecifierState
    {
        public Specifier Flags;
        public bool Const;
        public bool Volatile;
        public List<AttributeSyntax> Attributes;
    }

    private (DeclSpecifiers Specifiers, TypeSyntax Type) Specifiers(DeclSpecifiersContext context)
    {
        var state = new SpecifierState { Attributes = [] };
        foreach (var specifier in context.declSpecifier())
        {
            AddSpecifier(ref state, specifier);
        }
        var type = SpecifiedType(context.typeSpecifier());
        if (state.Const || state.Volatile)
        {
            type = new QualifiedType(SpanOf(context), type, state.Const, state.Volatile);
        }
        return (new DeclSpecifiers(state.Flags, [.. state.Attributes]), type);
    }

    private DeclSpecifiers Specifiers(IEnumerable<DeclSpecifierContext> contexts)
    {
        var state = new SpecifierState { Attributes = [] };
        foreach (var specifier in contexts)
        {
            AddSpecifier(ref state, specifier);
        }
        return new DeclSpecifiers(state.Flags, [.. state.Attributes]);
    }

    private void AddSpecifier(ref SpecifierState state, DeclSpecifierContext context)
    {
        if (context.attribute() is { } attribute)
        {
            state.Attributes.AddRange(Attributes(attribute));
            return;
        }
        switch (KindOf(context.GetChild(0)))
        {
            case TokenKind.KwConst:
                state.Const = true;
                break;
            case TokenKind.KwVolatile:
                state.Volatile = true;
                break;
            case var kind:
                state.Flags |= FlagOf(kind);
                break;
        }
    }

    private static Specifier FlagOf(TokenKind kind) => kind switch
    {
        TokenKind.KwStatic => Specifier.Static,
        TokenKind.KwExtern => Specifier.Extern,
        TokenKind.KwInline => Specifier.Inline,
        TokenKind.KwConstexpr => Specifier.Constexpr,
        TokenKind.KwConstinit => Specifier.None,
        TokenKind.KwConsteval => Specifier.Consteval,
        TokenKind.KwGlobal => Specifier.Global,
        TokenKind.KwDevice => Specifier.Device,
        TokenKind.KwHost => Specifier.Host,
        TokenKind.KwShared => Specifier.Shared,
        TokenKind.KwConstant => Specifier.Constant,
        TokenKind.KwManaged => Specifier.Managed,
        TokenKind.KwForceInline => Specifier.ForceInline,
        TokenKind.KwNoInline => Specifier.NoInline,
        TokenKind.KwGridConstant => Specifier.GridConstant,
        TokenKind.KwVirtual => Specifier.Virtual,
        TokenKind.KwExplicit => Specifier.Explicit,
        TokenKind.KwFriend => Specifier.Friend,
        TokenKind.KwMutable => Specifier.Mutable,
        TokenKind.KwThreadLocal => Specifier.ThreadLocal,
        TokenKind.KwTypedef => Specifier.Typedef,
        _ => Specifier.None,
    };

    private IEnumerable<AttributeSyntax> Attributes(AttributeContext context)
    {
        var span = SpanOf(context);
        var first = (ITerminalNode)context.GetChild(0);
        switch (KindOf(first))
        {
            case TokenKind.KwLaunchBounds:
                return [new AttributeSyntax(span, TextOf(first), List(context.expressionList()))];
            case TokenKind.KwAlignCuda:
                return [new AttributeSyntax(span, "__align__", [Expression(context.expression())])];
            case TokenKind.KwAlignas when context.typeId() is { } type:
                return [new AttributeSyntax(span, "alignas", [new SizeofExpr(SpanOf(type), "alignof", TypeOf(type), null)])];
            case TokenKind.KwAlignas:
                return [new AttributeSyntax(span, "alignas", [Expression(context.expression())])];
            default:
                return context.attributeItems().attributeItem().Select(AttributeItem);
        }
    }

    private AttributeSyntax AttributeItem(AttributeItemContext context)
    {
        string name = string.Join("::", context.attributeWord().Select(w => TextOf(w)));
        // __aligned__ means aligned
        bool decorated = name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal)
            && context.attributeWord().Length == 1;
        return new AttributeSyntax(SpanOf(context), decorated ? name[2..^2] : name, List(context.expressionList()));
    }

    private TypeSyntax SpecifiedType(TypeSpecifierContext context)
    {
        CheckStack();
        var span = SpanOf(context);
        return context.GetChild(0) switch
        {
            TypeNameContext named => new NamedType(span, Name(named)),
            ParserToken { Kind: TokenKind.KwAuto } => new AutoType(span),
            ParserToken => Builtin(context),
            DecltypeSpecifierContext decl when decl.expression() is { } e => new DecltypeType(span, Expression(e)),
            DecltypeSpecifierContext decl => TypeOf(decl.typeId()),
            ClassSpecifierContext c => new InlineType(span, Class(c)),
            EnumSpecifierContext e => new InlineType(span, Enum(e)),
            _ => throw new InvalidOperationException("unknown type specifier"),
        };
    }

    /// <summary>The canonical words of a builtin type, whatever order they were written in, from the words that the context begins with.</summary>
    private static BuiltinType Builtin(ParserRuleContext context)
    {
        int longs = 0;
        bool isShort = false;
        bool isSigned = false;
        bool isUnsigned = false;
        string main = "";
        int count = 0;
        for (; count < context.ChildCount && TokenClasses.IsBuiltin(KindOf(context.GetChild(count))); count++)
        {
            var word = (ParserToken)context.GetChild(count);
            switch (word.Kind)
            {
                case TokenKind.KwLong:
                    longs++;
                    break;
                case TokenKind.KwShort:
                    isShort = true;
                    break;
                case TokenKind.KwSigned:
                    isSigned = true;
                    break;
                case TokenKind.KwUnsigned:
                    isUnsigned = true;
                    break;
                case TokenKind.KwBool:
                    main = "bool";
                    break;
                default:
                    main = TextOf(word);
                    break;
            }
        }
        string prefix = isUnsigned ? "unsigned " : "";
        string name = main switch
        {
            "char" when isSigned => "signed char",
            "char" => prefix + "char",
            "double" when longs > 0 => "long double",
            "" or "int" when isShort => prefix + "short",
            "" or "int" when longs == 1 => prefix + "long",
            "" or "int" when longs > 1 => prefix + "long long",
            "" or "int" => prefix + "int",
            _ => main,
        };
        return new BuiltinType(SpanFrom(context, context.GetChild(count - 1)), name);
    }

    private TypeSyntax TypeOf(TypeIdContext context)
    {
        var (_, type) = Specifiers(context.declSpecifiers());
        return Apply(context.parameterDeclarator(), type).Type;
    }

    private TypeSyntax TypeOf(ConversionTypeContext context)
    {
        var state = new SpecifierState { Attributes = [] };
        foreach (var specifier in context.declSpecifier())
        {
            AddSpecifier(ref state, specifier);
        }
        var type = SpecifiedType(context.typeSpecifier());
        if (state.Const || state.Volatile)
        {
            type = new QualifiedType(SpanOf(context), type, state.Const, state.Volatile);
        }
        return Pointers(context.pointerOperator(), type, ref state);
    }

    private TypeSyntax TypeOf(NewTypeContext context)
    {
        if (context.typeId() is { } type)
        {
            return TypeOf(type);
        }
        var (_, result) = Specifiers(context.declSpecifiers());
        var state = new SpecifierState { Attributes = [] };
        result = Pointers(context.pointerOperator(), result, ref state);
        int bounds = context.LBrack().Length;
        var sizes = context.expression();
        for (int i = bounds - 1; i >= 0; i--)
        {
            result = new ArraySyntax(SpanOf(context), result, i < sizes.Length ? Expression(sizes[i]) : null);
        }
        return result;
    }

    private TypeSyntax Pointers(PointerOperatorContext[] operators, TypeSyntax type, ref SpecifierState state)
    {
        foreach (var op in operators)
        {
            bool isConst = false;
            bool isVolatile = false;
            bool isRestrict = false;
            foreach (var qualifier in op.pointerQualifier())
            {
                if (qualifier.attribute() is { } attribute)
                {
                    state.Attributes.AddRange(Attributes(attribute));
                    continue;
                }
                var kind = KindOf(qualifier.GetChild(0));
                isConst |= kind == TokenKind.KwConst;
                isVolatile |= kind == TokenKind.KwVolatile;
                isRestrict |= kind == TokenKind.KwRestrict;
                state.Flags |= FlagOf(kind);
            }
            var span = type.Span.To(SpanOf(op));
            type = KindOf(op.GetChild(0)) switch
            {
                TokenKind.Star => new PointerSyntax(span, type, isRestrict),
                TokenKind.Amp => new ReferenceType(span, type, false),
                TokenKind.AndAnd => new ReferenceType(span, type, true),
                _ => new MemberPointerType(span, type, Name(op.qualifier())),
            };
            if (isConst || isVolatile)
            {
                type = new QualifiedType(span, type, isConst, isVolatile);
            }
        }
        return type;
    }

    private Declared Apply(DeclaratorContext context, TypeSyntax type)
    {
        CheckStack();
        var state = new SpecifierState { Attributes = [] };
        type = Pointers(context.pointerOperator(), type, ref state);
        type = Suffixes(context, type, ref state);
        bool pack = context.Ellipsis() is not null;
        return context.declarator() is { } inner
            ? Merge(Apply(inner, type), pack, state)
            : Finish(context.declaratorName(), type, FirstSuffix(context), pack, state);
    }

    private Declared Apply(ParameterDeclaratorContext context, TypeSyntax type)
    {
        CheckStack();
        var state = new SpecifierState { Attributes = [] };
        type = Pointers(context.pointerOperator(), type, ref state);
        type = Suffixes(context, type, ref state);
        bool pack = context.Ellipsis() is not null;
        return context.parameterDeclarator() is { } inner
            ? Merge(Apply(inner, type), pack, state)
            : Finish(context.declaratorName(), type, FirstSuffix(context), pack, state);
    }

    private static Declared Merge(Declared inner, bool pack, SpecifierState state) =>
        inner with { Pack = inner.Pack || pack, Flags = inner.Flags | state.Flags, Attributes = [.. state.Attributes, .. inner.Attributes] };

    private Declared Finish(DeclaratorNameContext? name, TypeSyntax type, FunctionSuffixContext? function, bool pack, SpecifierState state)
    {
        if (name is not null)
        {
            foreach (var attribute in name.attribute())
            {
                state.Attributes.AddRange(Attributes(attribute));
            }
        }
        return new Declared(name is null ? null : Name(name), type, function, pack, [.. state.Attributes], state.Flags);
    }

    /// <summary>The first suffix is the outermost type: <c>a[2][3]</c> is two of three.</summary>
    private TypeSyntax Suffixes(ParserRuleContext declarator, TypeSyntax type, ref SpecifierState state)
    {
        for (int i = declarator.ChildCount - 1; i >= 0; i--)
        {
            switch (declarator.GetChild(i))
            {
                case ArraySuffixContext array:
                    type = new ArraySyntax(type.Span.To(SpanOf(array)), type, array.expression() is { } size ? Expression(size) : null);
                    foreach (var attribute in array.attribute())
                    {
                        state.Attributes.AddRange(Attributes(attribute));
                    }
                    break;
                case FunctionSuffixContext function:
                    type = Function(function, type, ref state);
                    break;
            }
        }
        return type;
    }

    /// <summary>The parameter list directly behind the declarator's name, if it has one.</summary>
    private static FunctionSuffixContext? FirstSuffix(ParserRuleContext declarator)
    {
        for (int i = 0; i < declarator.ChildCount; i++)
        {
            if (declarator.GetChild(i) is FunctionSuffixContext or ArraySuffixContext)
            {
                return declarator.GetChild(i) as FunctionSuffixContext;
            }
        }
        return null;
    }

    private FunctionSyntax Function(FunctionSuffixContext context, TypeSyntax result, ref SpecifierState state)
    {
        foreach (var qualifier in context.functionQualifier())
        {
            if (qualifier.Arrow() is not null)
            {
                result = TypeOf(qualifier.typeId(0));
            }
            else if (qualifier.attribute() is { } attribute)
            {
                state.Attributes.AddRange(Attributes(attribute));
            }
            else if (qualifier.requiresClause() is { } clause)
            {
                state.Attributes.Add(new AttributeSyntax(SpanOf(clause), "requires", []));
            }
        }
        return new FunctionSyntax(result.Span.To(SpanOf(context)), result, Parameters(context.parameters()));
    }

    private EquatableArray<ParameterSyntax> Parameters(ParametersContext? context)
    {
        if (context is null)
        {
            return [];
        }
        var parameters = context.parameter().Select(Parameter).ToList();
        // f(void)
        bool nothing = parameters is [{ Name: "", Type: BuiltinType { Name: "void" } }];
        return nothing ? [] : [.. parameters];
    }

    private ParameterSyntax Parameter(ParameterContext context)
    {
        var (_, type) = Specifiers(context.declSpecifiers());
        var declared = Apply(context.parameterDeclarator(), type);
        var value = context.initializerClause() is { } clause ? Clause(clause) : null;
        return new ParameterSyntax(SpanOf(context), declared.Type, declared.Name?.Last ?? "", value, declared.Pack);
    }
}
