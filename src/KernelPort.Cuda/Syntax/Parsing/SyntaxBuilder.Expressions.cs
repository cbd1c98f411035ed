using Antlr4.Runtime;
using Antlr4.Runtime.Tree;
using KernelPort.Core;
using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Grammar;
using static KernelPort.Grammar.CudaParser;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <content>Expressions.</content>
internal sealed partial class SyntaxBuilder
{
    public ExprSyntax Expression(ExpressionContext context)
    {
        CheckStack();
        if (context.ChildCount == 1)
        {
            return Assignment((AssignmentContext)context.GetChild(0));
        }
        ExprSyntax? result = null;
        for (int i = 0; i < context.ChildCount; i++)
        {
            if (context.GetChild(i) is not AssignmentContext item)
            {
                continue;
            }
            var value = Expanded(item, context, i);
            result = result is null
                ? value
                : new BinaryExpr(SpanFrom(context, item), ",", result, value) { OperatorSpan = SpanOf((ITerminalNode)context.GetChild(i - 1)) };
        }
        return result!;
    }

    private ExprSyntax Item(ExpressionItemContext context, out bool expansion)
    {
        expansion = context.ChildCount > 1;
        return Assignment((AssignmentContext)context.GetChild(0));
    }

    private EquatableArray<ExprSyntax> List(ExpressionListContext? context)
    {
        if (context is null)
        {
            return [];
        }
        if (context.ChildCount == 1)
        {
            return [Clause(context.GetChild(0))];
        }
        var items = new List<ExprSyntax>();
        for (int i = 0; i < context.ChildCount; i++)
        {
            var child = context.GetChild(i);
            if (KindOf(child) is not (TokenKind.Comma or TokenKind.Ellipsis))
            {
                items.Add(Expanded(child, context, i));
            }
        }
        return [.. items];
    }

    /// <summary>The item at <paramref name="at"/>, with the "..." that may stand behind it.</summary>
    private ExprSyntax Expanded(IParseTree item, ParserRuleContext context, int at)
    {
        var value = Clause(item);
        return at + 1 < context.ChildCount && context.GetChild(at + 1) is ParserToken { Kind: TokenKind.Ellipsis } dots
            ? new PackExpansionExpr(SpanFrom((ParserRuleContext)item, dots), value)
            : value;
    }

    private ExprSyntax Clause(InitializerClauseContext context) => Clause(context.GetChild(0));

    private ExprSyntax Clause(IParseTree node) =>
        node switch
        {
            AssignmentContext value => Assignment(value),
            BracedListContext braces => Braced(braces),
            var leaf => Table((ParserToken)leaf),
        };

    private BraceExpr Braced(BracedListContext context)
    {
        CheckStack();
        return new BraceExpr(SpanOf(context), context.bracedElement().Select(Element).ToEquatable());
    }

    private ExprSyntax Element(BracedElementContext context)
    {
        if (context.ChildCount == 1)
        {
            return Clause(context.GetChild(0));
        }
        if (context.Assign() is null && KindOf(context.GetChild(1)) == TokenKind.Ellipsis)
        {
            return Expanded(context.GetChild(0), context, 0);
        }
        var value = context.bracedList() is { } list ? Braced(list) : Clause(context.initializerClause());
        return context.Dot().Length > 0
            ? new DesignatedExpr(SpanOf(context), context.Identifier().Select(TextOf).ToEquatable(), value)
            : new UnsupportedExpr(SpanOf(context), "an array designator");
    }

    private ExprSyntax Assignment(AssignmentContext context)
    {
        CheckStack();
        if (context.ChildCount == 1)
        {
            return context.GetChild(0) is UnaryContext only ? Unary(only) : Throw((ThrowExpressionContext)context.GetChild(0));
        }
        // operands and binary operators in turn; behind them may stand "? then : else", or an assignment
        int end = 1;
        while (end + 1 < context.ChildCount && context.GetChild(end + 1) is UnaryContext)
        {
            end += 2;
        }
        var left = Binary(context, end);
        if (end == context.ChildCount)
        {
            return left;
        }
        var span = SpanOf(context);
        var op = (ParserToken)context.GetChild(end);
        if (op.Kind == TokenKind.Question)
        {
            var then = context.GetChild(end + 1) is ExpressionContext middle ? Expression(middle) : left;
            return new ConditionalExpr(span, left, then, Assignment((AssignmentContext)context.GetChild(context.ChildCount - 1)));
        }
        return new AssignExpr(span, TextOf(op), left, Clause(context.GetChild(end + 1)));
    }

    private ThrowExpr Throw(ThrowExpressionContext context) => new(SpanOf(context), context.assignment() is { } thrown ? Assignment(thrown) : null);

    private static int Precedence(TokenKind kind) => kind switch
    {
        TokenKind.OrOr => 1,
        TokenKind.AndAnd => 2,
        TokenKind.Pipe => 3,
        TokenKind.Caret => 4,
        TokenKind.Amp => 5,
        TokenKind.EqualEqual or TokenKind.NotEqual => 6,
        TokenKind.Less or TokenKind.Greater or TokenKind.LessEqual or TokenKind.GreaterEqual => 7,
        TokenKind.Spaceship => 8,
        TokenKind.ShiftLeft or TokenKind.ShiftRight => 9,
        TokenKind.Plus or TokenKind.Minus => 10,
        TokenKind.Star or TokenKind.Slash or TokenKind.Percent => 11,
        _ => 12,
    };

    /// <summary>The grammar gives operands and operators in a row, the first <paramref name="count"/> children; two stacks bring precedence in.</summary>
    private ExprSyntax Binary(AssignmentContext context, int count)
    {
        var first = Unary((UnaryContext)context.GetChild(0));
        if (count == 1)
        {
            return first;
        }
        if (count == 3)
        {
            return Binary(first, (ParserToken)context.GetChild(1), Unary((UnaryContext)context.GetChild(2)));
        }
        var values = new Stack<ExprSyntax>();
        var waiting = new Stack<ParserToken>();
        values.Push(first);
        for (int i = 1; i < count; i += 2)
        {
            var op = (ParserToken)context.GetChild(i);
            while (waiting.TryPeek(out var top) && Precedence(top.Kind) >= Precedence(op.Kind))
            {
                Reduce(values, waiting.Pop());
            }
            waiting.Push(op);
            values.Push(Unary((UnaryContext)context.GetChild(i + 1)));
        }
        while (waiting.TryPop(out var rest))
        {
            Reduce(values, rest);
        }
        return values.Pop();
    }

    private static void Reduce(Stack<ExprSyntax> values, ParserToken op)
    {
        var right = values.Pop();
        values.Push(Binary(values.Pop(), op, right));
    }

    private static BinaryExpr Binary(ExprSyntax left, ParserToken op, ExprSyntax right) =>
        new(left.Span.To(right.Span), OperatorText(op), left, right) { OperatorSpan = SpanOf(op) };

    /// <summary>Operators spelled as words mean the signs.</summary>
    private static string OperatorText(ParserToken op) => op.Kind switch
    {
        TokenKind.AndAnd => "&&",
        TokenKind.OrOr => "||",
        TokenKind.NotEqual => "!=",
        TokenKind.Amp => "&",
        TokenKind.Pipe => "|",
        TokenKind.Caret => "^",
        _ => TextOf(op),
    };

    private ExprSyntax Unary(UnaryContext context)
    {
        CheckStack();
        switch (context.GetChild(0))
        {
            case ParserToken prefix when context.ChildCount == 2 && context.GetChild(1) is UnaryContext operand:
                return Prefix(prefix, operand, SpanOf(context));
            case CastUnaryContext cast:
                var type = TypeOf(cast.typeId());
                return cast.bracedList() is { } braces
                    ? new ConstructExpr(SpanOf(context), type, Braced(braces).Elements, true)
                    : new CastExpr(SpanOf(context), "c", type, Unary(cast.unary()));
            case SizeofUnaryContext size when size.Ellipsis() is not null:
                var pack = size.anyName();
                return new SizeofExpr(SpanOf(context), "sizeof...", null, new NameExpr(SpanOf(pack), SimpleName(SpanOf(pack), TextOf(pack))));
            case SizeofUnaryContext size:
                return new SizeofExpr(SpanOf(context), "sizeof", size.typeId() is { } t ? TypeOf(t) : null, size.unary() is { } u ? Unary(u) : null);
            case AlignofUnaryContext align:
                return new SizeofExpr(SpanOf(context), "alignof", align.typeId() is { } at ? TypeOf(at) : null, align.unary() is { } au ? Unary(au) : null);
            case NoexceptUnaryContext:
                return new UnsupportedExpr(SpanOf(context), "noexcept");
            case NewUnaryContext create:
                return New(create, SpanOf(context));
            case DeleteUnaryContext delete:
                return new DeleteExpr(SpanOf(context), Unary(delete.unary()));
            case RootedUnaryContext rooted:
                return Rooted(rooted);
            case ParserToken { Kind: TokenKind.Ellipsis }:
                return new PackExpansionExpr(SpanOf(context), null);
            default:
                return Postfix(context, 0);
        }
    }

    private ExprSyntax Prefix(ParserToken prefix, UnaryContext context, Span span)
    {
        var operand = Unary(context);
        string op = prefix.Kind switch
        {
            TokenKind.KwExtension => "",
            TokenKind.Not => "!",
            TokenKind.Tilde => "~",
            TokenKind.Amp => "&",
            _ => TextOf(prefix),
        };
        return op.Length == 0 ? operand : op == "&&" ? new UnsupportedExpr(span, "the address of a label") : new PrefixExpr(span, op, operand);
    }

    /// <summary>What begins with "::".</summary>
    private ExprSyntax Rooted(RootedUnaryContext context)
    {
        return context.GetChild(1) switch
        {
            NewUnaryContext create => New(create, SpanOf(context)),
            DeleteUnaryContext delete => new DeleteExpr(SpanOf(context), Unary(delete.unary())),
            _ => Postfix(context, 1),
        };
    }

    private NewExpr New(NewUnaryContext context, Span span)
    {
        // placement arguments come before the type, constructor arguments after it
        var lists = context.expressionList();
        int typeAt = context.newType().Start.TokenIndex;
        var constructor = lists.FirstOrDefault(l => l.Start.TokenIndex > typeAt);
        var arguments = context.bracedList() is { } braces ? Braced(braces).Elements : List(constructor);
        return new NewExpr(span, TypeOf(context.newType()), arguments);
    }

    /// <summary>What stands at <paramref name="at"/> of the context's children, and the operators behind it; a "::" may stand before it.</summary>
    private ExprSyntax Postfix(ParserRuleContext context, int at)
    {
        var result = Primary(context, ref at);
        for (; at < context.ChildCount; at++)
        {
            var op = context.GetChild(at);
            var span = SpanFrom(context, op);
            result = op switch
            {
                CallPostfixContext call => new CallExpr(span, result, List(call.expressionList())),
                IndexPostfixContext index => new IndexExpr(span, result, Position(index, span)),
                MemberPostfixContext member => new MemberExpr(span, result, member.Arrow() is not null, Name(member)),
                LaunchPostfixContext launch => Launch(launch, result, span),
                var step => new PostfixExpr(span, TextOf((ParserToken)step), result),
            };
        }
        return result;
    }

    private ExprSyntax Position(IndexPostfixContext index, Span span) =>
        index.expression() is { } value ? Expression(value) : index.bracedList() is { } braces ? Braced(braces) : new UnsupportedExpr(span, "an empty index");

    private LaunchExpr Launch(LaunchPostfixContext context, ExprSyntax target, Span span)
    {
        var lists = context.expressionList();
        return new LaunchExpr(span, target, List(lists[0]), lists.Length > 1 ? List(lists[1]) : []);
    }

    /// <summary>Reads what has no operator and sets <paramref name="at"/> behind it.</summary>
    private ExprSyntax Primary(ParserRuleContext context, ref int at)
    {
        var node = context.GetChild(at++);
        var span = SpanFrom(context, node);
        switch (node)
        {
            case ParserToken { Kind: TokenKind.Identifier } identifier:
                var arguments = at < context.ChildCount ? context.GetChild(at) as TemplateArgumentsContext : null;
                at += arguments is null ? 0 : 1;
                span = SpanFrom(context, arguments ?? node);
                return new NameExpr(span, WithRoot(Name(identifier, arguments), context, span));
            case ParserToken { Kind: TokenKind.KwThis }:
                return new ThisExpr(span);
            case ParserToken literal:
                return new LiteralSyntax(span, LiteralKindOf(literal.Kind), literal.Text);
            case QualifiedNameContext or OperatorFunctionContext:
                return new NameExpr(span, WithRoot(Name((ParserRuleContext)node), context, span));
            case StringPrimaryContext text:
                return new LiteralSyntax(span, LiteralKind.String, TextOf(text, " "));
            case ParenthesizedPrimaryContext inner:
                return inner.compound() is { } block ? new StatementExpr(span, Compound(block)) : new ParenthesizedExpr(span, Expression(inner.expression()));
            case NamedCastPrimaryContext cast:
                return new CastExpr(span, TextOf((ITerminalNode)cast.GetChild(0)), TypeOf(cast.typeId()), Expression(cast.expression()));
            case TypeidPrimaryContext:
                return new UnsupportedExpr(span, "typeid");
            case BuiltinConstructPrimaryContext construct:
                return Construct(span, ConstructedType(construct), construct.expressionList(), construct.bracedList());
            case ConstructPrimaryContext construct:
                var word = construct.constructName();
                var name = WithRoot(Name(word), context, SpanFrom(context, word));
                return Construct(span, new NamedType(name.Span, name), construct.expressionList(), construct.bracedList());
            case LambdaContext lambda:
                return Lambda(lambda);
            default:
                return new UnsupportedExpr(span, "a requires-expression");
        }
    }

    /// <summary>The name as it stands behind the context's "::", if there is one.</summary>
    private static NameSyntax WithRoot(NameSyntax name, ParserRuleContext context, Span whole) =>
        context is RootedUnaryContext ? name with { Span = whole, Rooted = true } : name;

    /// <summary>From the context's beginning to the end of one of its nodes.</summary>
    private static Span SpanFrom(ParserRuleContext context, IParseTree to)
    {
        var last = to is ParserRuleContext rule ? (ParserToken)(rule.Stop ?? rule.Start) : (ParserToken)to;
        return Origin.Place(((ParserToken)context.Start).Origin, last.Last);
    }

    private static LiteralKind LiteralKindOf(TokenKind kind) => kind switch
    {
        TokenKind.IntegerLiteral => LiteralKind.Integer,
        TokenKind.FloatingLiteral => LiteralKind.Floating,
        TokenKind.CharacterLiteral => LiteralKind.Character,
        TokenKind.KwNullptr => LiteralKind.NullPointer,
        _ => LiteralKind.Boolean,
    };

    private TypeSyntax ConstructedType(BuiltinConstructPrimaryContext context)
    {
        var first = (ParserToken)context.GetChild(0);
        if (TokenClasses.IsBuiltin(first.Kind))
        {
            return Builtin(context);
        }
        return context.expression() is { } expression ? new DecltypeType(SpanOf(first), Expression(expression)) : new AutoType(SpanOf(first));
    }

    private ConstructExpr Construct(Span span, TypeSyntax type, ExpressionListContext? arguments, BracedListContext? braces) =>
        new(span, type, braces is null ? List(arguments) : Braced(braces).Elements, braces is not null);

    private LambdaExpr Lambda(LambdaContext context)
    {
        var specifiers = Specifiers(context.declSpecifier());
        var flags = specifiers.Flags;
        var attributes = new List<AttributeSyntax>(specifiers.Attributes);
        TypeSyntax? result = null;
        foreach (var qualifier in context.lambdaQualifier())
        {
            if (qualifier.typeId() is { } type)
            {
                result = TypeOf(type);
            }
            else if (qualifier.attribute() is { } attribute)
            {
                attributes.AddRange(Attributes(attribute));
            }
            else
            {
                flags |= FlagOf(KindOf(qualifier.GetChild(0)));
            }
        }
        var captures = context.capture().Select(Capture).ToEquatable();
        return new LambdaExpr(SpanOf(context), captures, Parameters(context.parameters()), new DeclSpecifiers(flags, [.. attributes]), result, Compound(context.compound()));
    }

    private CaptureSyntax Capture(CaptureContext context)
    {
        var span = SpanOf(context);
        string? name = context.Identifier() is { } identifier ? TextOf(identifier) : null;
        bool reference = context.Amp() is not null;
        if (name is null)
        {
            return context.KwThis() is not null ? new CaptureSyntax(span, "this", context.Star() is null, null) : new CaptureSyntax(span, reference ? "&" : "=", reference, null);
        }
        ExprSyntax? value = context.initializerClause() is { } clause ? Clause(clause) : context.bracedList() is { } braces ? Braced(braces) : null;
        return new CaptureSyntax(span, name, reference, value);
    }
}
