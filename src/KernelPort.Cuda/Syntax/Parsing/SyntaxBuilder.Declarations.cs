using Antlr4.Runtime;
using Antlr4.Runtime.Tree;
using KernelPort.Core;
using KernelPort.Grammar;
using static KernelPort.Grammar.CudaParser;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <content>Declarations.</content>
internal sealed partial class SyntaxBuilder
{
    /// <summary>Adds what a declaration declares: usually one record, several where declarators of different kinds share specifiers.</summary>
    public void Declaration(DeclarationContext context, List<DeclSyntax> output)
    {
        CheckStack();
        var span = SpanOf(context);
        switch (context)
        {
            case EmptyDeclarationContext or PragmaDeclarationContext:
                output.Add(new EmptyDecl(span));
                break;
            case NamespaceDeclarationContext ns:
                output.Add(Namespace(ns, span));
                break;
            case NamespaceAliasContext alias:
                output.Add(new NamespaceAliasDecl(span, TextOf(alias.Identifier()), Name(alias.valueName())));
                break;
            case LinkageDeclarationContext linkage:
                output.Add(new LinkageDecl(span, TextOf(linkage.StringLiteral()).Trim('"'), Members(linkage.declaration())));
                break;
            case TemplateDeclarationContext template:
                Template(template, span, output);
                break;
            case ExplicitInstantiationContext instantiation:
                var instantiated = new List<DeclSyntax>();
                Declaration(instantiation.declaration(), instantiated);
                output.AddRange(instantiated.Select(d => new TemplateDecl(span, [], d, true)));
                break;
            case UsingDeclContext use:
                Using(use.usingDeclaration(), output);
                break;
            case StaticAssertDeclarationContext check:
                output.Add(StaticAssert(check.staticAssert()));
                break;
            case ConceptDeclarationContext:
                output.Add(new UnsupportedDecl(span, "a concept"));
                break;
            case AsmDeclarationContext:
                output.Add(new UnsupportedDecl(span, "assembly at file scope"));
                break;
            case SimpleDeclarationContext simple:
                Simple(simple, output);
                break;
            case SpecialFunctionContext special:
                output.Add(Special(special));
                break;
        }
    }

    private EquatableArray<DeclSyntax> Members(IEnumerable<DeclarationContext> contexts)
    {
        var members = new List<DeclSyntax>();
        foreach (var declaration in contexts)
        {
            Declaration(declaration, members);
        }
        return [.. members];
    }

    private NamespaceDecl Namespace(NamespaceDeclarationContext context, Span span)
    {
        var members = Members(context.declaration());
        var words = context.namespaceName()?.namespaceWord() ?? [];
        var result = new NamespaceDecl(span, words.Length > 0 ? TextOf(words[^1]) : "", context.KwInline() is not null, members);
        for (int i = words.Length - 2; i >= 0; i--)
        {
            result = new NamespaceDecl(span, TextOf(words[i]), false, [result]);
        }
        return result;
    }

    private void Template(TemplateDeclarationContext context, Span span, List<DeclSyntax> output)
    {
        var parameters = TemplateParameters(context.templateParameters());
        var inner = new List<DeclSyntax>();
        Declaration(context.declaration(), inner);
        output.AddRange(inner.Select(d => new TemplateDecl(span, parameters, d, false)));
    }

    private EquatableArray<TemplateParameterSyntax> TemplateParameters(TemplateParametersContext? context) =>
        context is null ? [] : context.templateParameter().Select(TemplateParameter).ToEquatable();

    private TemplateParameterSyntax TemplateParameter(TemplateParameterContext context)
    {
        var span = SpanOf(context);
        switch (context)
        {
            case TypeParameterContext type:
                string name = type.anyName() is { } n ? TextOf(n) : "";
                return new TemplateParameterSyntax(span, name, null, type.Ellipsis() is not null, false, type.typeId() is { } d ? TypeOf(d) : null, null);
            case TemplateTemplateParameterContext template:
                string templateName = template.anyName() is { } tn ? TextOf(tn) : "";
                var standard = template.typeName() is { } t ? new NamedType(SpanOf(t), Name(t)) : null;
                return new TemplateParameterSyntax(span, templateName, null, template.Ellipsis() is not null, true, standard, null);
            default:
                var parameter = Parameter(((ValueParameterContext)context).parameter());
                return new TemplateParameterSyntax(span, parameter.Name, parameter.Type, parameter.Pack, false, null, parameter.Default);
        }
    }

    private void Using(UsingDeclarationContext context, List<DeclSyntax> output)
    {
        var span = SpanOf(context);
        if (context.KwNamespace() is not null)
        {
            output.Add(new UsingDecl(span, Name(context.valueName()), true));
        }
        else if (context.anyName() is { } alias)
        {
            output.Add(new AliasDecl(span, TextOf(alias), TypeOf(context.typeId())));
        }
        else
        {
            output.AddRange(context.usedName().Select(u => new UsingDecl(span, Name((ParserRuleContext)u.GetChild(0)), false)));
        }
    }

    private StaticAssertDecl StaticAssert(StaticAssertContext context)
    {
        var items = context.expressionItem();
        string? message = items.Length > 1 && Item(items[1], out _) is LiteralSyntax literal ? literal.Text : null;
        return new StaticAssertDecl(SpanOf(context), Item(items[0], out _), message);
    }

    private void Simple(SimpleDeclarationContext context, List<DeclSyntax> output)
    {
        var (specifiers, type) = Specifiers(context.declSpecifiers());
        var declarators = context.memberDeclarator();
        if (declarators.Length == 0)
        {
            TypeAlone(context, specifiers, type, output);
            return;
        }
        if (context.plainBody() is { } body)
        {
            output.Add(Function(context, specifiers, Apply(declarators[0].declarator(), type)) is { } function ? WithBody(function, body) : new EmptyDecl(SpanOf(context)));
            return;
        }
        Declarators(context, specifiers, type, [.. declarators.Select(d => (d.declarator(), d.initializer(), d.bitField(), (ParserRuleContext)d))], output);
    }

    /// <summary>Sorts declarators into functions, aliases and variables.</summary>
    private void Declarators(
        ParserRuleContext context,
        DeclSpecifiers specifiers,
        TypeSyntax type,
        (DeclaratorContext? Declarator, InitializerContext? Initializer, BitFieldContext? Bits, ParserRuleContext Whole)[] declarators,
        List<DeclSyntax> output)
    {
        var variables = new List<DeclaratorSyntax>();
        var all = specifiers;
        if (type is InlineType { Declaration: ClassDecl { Members: not null } c } inline && specifiers.Attributes.Where(a => a.IsPacked).ToList() is { Count: > 0 } packed)
        {
            // Behind the closing brace they are the class's.
            type = inline with { Declaration = c with { Attributes = [.. c.Attributes, .. packed] } };
        }
        foreach (var (declarator, initializer, bits, whole) in declarators)
        {
            var declared = declarator is null ? new Declared(null, type, null, false, [], Specifier.None) : Apply(declarator, type);
            all = new DeclSpecifiers(all.Flags | declared.Flags, [.. all.Attributes, .. declared.Attributes]);
            if (specifiers.Has(Specifier.Typedef))
            {
                output.Add(new AliasDecl(SpanOf(context), declared.Name?.Last ?? "", declared.Type));
            }
            else if (declared.Function is not null && Function(context, specifiers, declared) is { } function)
            {
                output.Add(initializer is null ? function : function with { Special = SpecialOf(initializer) });
            }
            else
            {
                variables.Add(Variable(whole, declared, initializer, bits));
            }
        }
        if (variables.Count > 0)
        {
            output.Add(new VariableDecl(SpanOf(context), all, [.. variables]));
        }
    }

    private static string SpecialOf(InitializerContext initializer) =>
        initializer.KwDefault() is not null ? "= default" : initializer.KwDelete() is not null ? "= delete" : "= 0";

    private DeclaratorSyntax Variable(ParserRuleContext whole, Declared declared, InitializerContext? initializer, BitFieldContext? bits)
    {
        var span = SpanOf(whole);
        var name = declared.Name ?? SimpleName(span, "");
        var (style, value) = Initializer(initializer);
        var width = bits is null ? null : Assignment(bits.assignment());
        if (width is AssignExpr { Operator: "=" } both)
        {
            (width, style, value) = (both.Target, "=", both.Value);
        }
        return new DeclaratorSyntax(span, declared.Type, name, style, value, width);
    }

    private (string Style, ExprSyntax? Value) Initializer(InitializerContext? context)
    {
        if (context is null)
        {
            return ("", null);
        }
        if (context.GetChild(0) is BracedListContext braces)
        {
            return ("{", Braced(braces));
        }
        if (context.LParen() is not null)
        {
            return ("(", new BraceExpr(SpanOf(context), List(context.expressionList())));
        }
        var first = context.GetChild(1);
        return ("=", KindOf(first) is TokenKind.KwDefault or TokenKind.KwDelete ? null : Clause(first));
    }

    /// <summary>Specifiers with no declarator: a class or an enum by itself.</summary>
    private static void TypeAlone(SimpleDeclarationContext context, DeclSpecifiers specifiers, TypeSyntax type, List<DeclSyntax> output)
    {
        if (type is QualifiedType { Inner: InlineType inner })
        {
            type = inner;
        }
        DeclSyntax declaration = type switch
        {
            InlineType { Declaration: ClassDecl c } when !specifiers.Has(Specifier.Friend) =>
                c with { Span = SpanOf(context), Attributes = [.. c.Attributes, .. specifiers.Attributes] },
            InlineType { Declaration: EnumDecl e } => e with { Span = SpanOf(context) },
            _ => new EmptyDecl(SpanOf(context)),
        };
        output.Add(declaration);
    }

    private FunctionDecl? Function(ParserRuleContext context, DeclSpecifiers specifiers, Declared declared)
    {
        if (declared is not { Function: { } suffix, Type: FunctionSyntax type, Name: { } name })
        {
            return null;
        }
        var all = new DeclSpecifiers(specifiers.Flags | declared.Flags, [.. specifiers.Attributes, .. declared.Attributes]);
        return new FunctionDecl(SpanOf(context), all, type.Return, name, type.Parameters, IsVariadic(suffix)) { IsConst = IsConst(suffix) };
    }

    private static bool IsVariadic(FunctionSuffixContext suffix) => suffix.parameters()?.Ellipsis() is not null;

    private static bool IsConst(FunctionSuffixContext suffix) => suffix.functionQualifier().Any(q => q.KwConst() is not null);

    private FunctionDecl WithBody(FunctionDecl function, PlainBodyContext body) =>
        body.HostBody() is { } island ? WithIsland(function, island)
        : body.KwTry() is not null ? function with { Body = Try(body, body.compound(), body.handler()) }
        : function with { Body = Compound(body.compound()) };

    private FunctionDecl WithIsland(FunctionDecl function, ITerminalNode body)
    {
        var (reason, launches) = IslandOf(((ParserToken)body.Symbol).Origin);
        return function with { Island = new IslandSyntax(SpanOf(body), reason), IslandLaunches = launches };
    }

    private CompoundStmt Try(ParserRuleContext context, CompoundContext body, HandlerContext[] handlers)
    {
        var span = SpanOf(context);
        return new CompoundStmt(span, [new TryStmt(span, Compound(body), Handlers(handlers))]);
    }

    /// <summary>A constructor, destructor or conversion function.</summary>
    private FunctionDecl Special(SpecialFunctionContext context)
    {
        var specifiers = Specifiers(context.declSpecifier());
        var name = Name(context.specialName());
        var state = new SpecifierState { Attributes = [] };
        var suffix = context.functionSuffix(0);
        var parameters = suffix is null ? [] : Function(suffix, new AutoType(SpanOf(context)), ref state).Parameters;
        var converted = context.specialName().conversionType() is { } conversion ? TypeOf(conversion) : null;
        var function = new FunctionDecl(SpanOf(context), specifiers, converted, name, parameters, suffix is not null && IsVariadic(suffix))
        {
            IsConst = suffix is not null && IsConst(suffix),
            Special = context.Assign() is null ? "" : context.KwDefault() is not null ? "= default" : context.KwDelete() is not null ? "= delete" : "= 0",
        };
        if (context.functionBody() is not { } body)
        {
            return function;
        }
        var initializers = context.constructorInitializers() ?? body.constructorInitializers();
        function = function with { Initializers = initializers is null ? [] : initializers.memberInitializer().Select(MemberInitializer).ToEquatable() };
        return body.HostBody() is { } island ? WithIsland(function, island)
            : body.KwTry() is not null ? function with { Body = Try(body, body.compound(), body.handler()) }
            : function with { Body = Compound(body.compound()) };
    }

    private MemberInitializerSyntax MemberInitializer(MemberInitializerContext context)
    {
        ParserRuleContext? named = (ParserRuleContext?)context.typeName() ?? context.valueName();
        var name = named is not null ? Name(named) : CastName(context);
        bool braces = context.bracedList() is not null;
        var arguments = braces ? Braced(context.bracedList()).Elements : List(context.expressionList());
        return new MemberInitializerSyntax(SpanOf(context), name, arguments, braces);
    }

    private NameSyntax CastName(MemberInitializerContext context)
    {
        var word = context.FunctionalCast();
        EquatableArray<TemplateArgumentSyntax>? arguments = context.templateArguments() is { } a ? Arguments(a) : null;
        return new NameSyntax(SpanOf(word), false, false, [new NameSegment(SpanOf(word), TextOf(word), arguments)]);
    }

    private ClassDecl Class(ClassSpecifierContext context)
    {
        EquatableArray<DeclSyntax>? members = null;
        if (context.ClassBrace() is not null)
        {
            var list = new List<DeclSyntax>();
            foreach (var member in context.classMember())
            {
                if (member.declaration() is { } declaration)
                {
                    Declaration(declaration, list);
                }
                else
                {
                    list.Add(new AccessDecl(SpanOf(member), TextOf((ITerminalNode)member.GetChild(0))));
                }
            }
            members = [.. list];
        }
        var bases = context.baseClause()?.baseSpecifier().Select(Base).ToEquatable() ?? [];
        var name = context.className() is { } n ? Name(n) : null;
        return new ClassDecl(SpanOf(context), TextOf(context.classKey()), name, bases, members, context.attribute().SelectMany(Attributes).ToEquatable())
        {
            Packing = ((ParserToken)((ITerminalNode)context.classKey().GetChild(0)).Symbol).Origin.Packing,
        };
    }

    private BaseSyntax Base(BaseSpecifierContext context)
    {
        var type = context.typeName();
        return new BaseSyntax(SpanOf(context), new NamedType(SpanOf(type), Name(type)), context.KwVirtual().Length > 0);
    }

    private EnumDecl Enum(EnumSpecifierContext context)
    {
        var underlying = context.declSpecifiers() is { } u ? Specifiers(u).Type : null;
        EquatableArray<EnumeratorSyntax>? enumerators = context.ClassBrace() is null ? null : context.enumerator().Select(Enumerator).ToEquatable();
        bool scoped = context.KwClass() is not null || context.KwStruct() is not null;
        return new EnumDecl(SpanOf(context), context.className() is { } n ? Name(n).Joined : null, scoped, underlying, enumerators);
    }

    private EnumeratorSyntax Enumerator(EnumeratorContext context) =>
        new(SpanOf(context), TextOf(context.anyName()), context.expressionItem() is { } value ? Item(value, out _) : null);
}
