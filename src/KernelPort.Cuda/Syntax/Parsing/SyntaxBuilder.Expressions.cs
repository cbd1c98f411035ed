using Antlr4.Runtime;
using Antlr4.Runtime.Tree;
using KernelPort.Core;
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
            return Wrapped((ExpressionItemContext)context.GetChild(0));
        }
        var items = context.expressionItem();
        var commas = context.Comma();
        var result = Wrapped(items[0]);
        for (int i = 1; i < items.Length; i++)
        {
            result = new BinaryExpr(SpanOf(items[0], items[i]), ",", result, Wrapped(items[i])) { OperatorSpan = SpanOf(commas[i - 1]) };
        }
        return result;
    }

    private ExprSyntax Item(ExpressionItemContext context, out bool expansion)
    {
        expansion = context.ChildCount > 1;
        return Assignment((AssignmentContext)context.GetChild(0));
    }

    private ExprSyntax Wrapped(ExpressionItemContext context)
    {
        var expression = Item(context, out bool expansion);
        return expansion ? new PackExpansionExpr(SpanOf(context), expression) : expression;
    }

    private EquatableArray<ExprSyntax> List(ExpressionListContext? context) => context is null ? [] : context.listItem().Select(ListItem).ToEquatable();

    private ExprSyntax ListItem(ListItemContext context)
    {
        var value = Clause((InitializerClauseContext)context.GetChild(0));
        return context.ChildCount == 1 ? value : new PackExpansionExpr(SpanOf(context), value);
    }

    private ExprSyntax Clause(InitializerClauseContext context) =>
        context.GetChild(0) switch
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
            return Clause((InitializerClauseContext)context.GetChild(0));
        }
        var value = context.bracedList() is { } list ? Braced(list) : Clause(context.initializerClause());
        if (context.Dot().Length > 0)
        {
            return new DesignatedExpr(SpanOf(context), context.Identifier().Select(TextOf).ToEquatable(), value);
        }
        if (context.LBrack().Length > 0)
        {
            return new UnsupportedExpr(SpanOf(context), "an array designator");
        }
        return context.Ellipsis() is null ? value : new PackExpansionExpr(SpanOf(context), value);
    }

    private ExprSyntax Assignment(AssignmentContext context)
    {
        CheckStack();
        if (context.ChildCount == 1 && context.GetChild(0) is BinaryContext only)
        {
            return Binary(only);
        }
        var span = SpanOf(context);
        if (context.KwThrow() is not null)
        {
            return new ThrowExpr(span, context.assignment() is { } thrown ? Assignment(thrown) : null);
        }
        var left = Binary(context.binary());
        if (context.Question() is not null)
        {
            var then = context.expression() is { } middle ? Expression(middle) : left;
            return new ConditionalExpr(span, left, then, Assignment(context.assignment()));
        }
        if (context.assignmentOperator() is { } op)
        {
            return new AssignExpr(span, TextOf(op), left, Clause(context.initializerClause()));
        }
        return left;
    }

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

    /// <summary>The grammar gives operands and operators in a row; two stacks bring precedence in.</summary>
    private ExprSyntax Binary(BinaryContext context)
    {
        if (context.ChildCount == 1)
        {
            return Unary((UnaryContext)context.GetChild(0));
        }
        var operands = context.unary();
        var operators = context.binaryOperator();
        var values = new Stack<ExprSyntax>();
        var waiting = new Stack<(TokenKind Kind, BinaryOperatorContext Context)>();
        values.Push(Unary(operands[0]));
        for (int i = 0; i < operators.Length; i++)
        {
            var kind = KindOf(operators[i].GetChild(0));
            while (waiting.TryPeek(out var top) && Precedence(top.Kind) >= Precedence(kind))
            {
                Reduce(values, waiting.Pop().Context);
            }
            waiting.Push((kind, operators[i]));
            values.Push(Unary(operands[i + 1]));
        }
        while (waiting.TryPop(out var rest))
        {
            Reduce(values, rest.Context);
        }
        return values.Pop();
    }

    private static void Reduce(Stack<ExprSyntax> values, BinaryOperatorContext op)
    {
        var right = values.Pop();
        var left = values.Pop();
        values.Push(new BinaryExpr(left.Span.To(right.Span), OperatorText(op), left, right) { OperatorSpan = SpanOf(op) });
    }

    /// <summary>Operators spelled as words mean the signs.</summary>
    private static string OperatorText(BinaryOperatorContext op) => KindOf(op.GetChild(0)) switch
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
        var inner = context.GetChild(0);
        if (inner is PostfixContext postfix)
        {
            return Postfix(postfix);
        }
        var span = SpanOf(context);
        switch (inner)
        {
            case PrefixUnaryContext prefix:
                var operand = Unary(prefix.unary());
                string op = KindOf(prefix.prefixOperator().GetChild(0)) switch
                {
                    TokenKind.KwExtension => "",
                    TokenKind.Not => "!",
                    TokenKind.Tilde => "~",
                    TokenKind.Amp => "&",
                    _ => TextOf(prefix.prefixOperator()),
                };
                return op.Length == 0 ? operand : op == "&&" ? new UnsupportedExpr(span, "the address of a label") : new PrefixExpr(span, op, operand);
            case SizeofUnaryContext size when size.Ellipsis() is not null:
                var pack = size.anyName();
                return new SizeofExpr(span, "sizeof...", null, new NameExpr(SpanOf(pack), SimpleName(SpanOf(pack), TextOf(pack))));
            case SizeofUnaryContext size:
                return new SizeofExpr(span, "sizeof", size.typeId() is { } t ? TypeOf(t) : null, size.unary() is { } u ? Unary(u) : null);
            case AlignofUnaryContext align:
                return new SizeofExpr(span, "alignof", align.typeId() is { } at ? TypeOf(at) : null, align.unary() is { } au ? Unary(au) : null);
            case NoexceptUnaryContext:
                return new UnsupportedExpr(span, "noexcept");
            case NewUnaryContext create:
                return New(create, span);
            case DeleteUnaryContext delete:
                return new DeleteExpr(span, Unary(delete.unary()));
            case CastUnaryContext cast:
                var type = TypeOf(cast.typeId());
                return cast.bracedList() is { } braces
                    ? new ConstructExpr(span, type, Braced(braces).Elements, true)
                    : new CastExpr(span, "c", type, Unary(cast.unary()));
            default:
                return new PackExpansionExpr(span, null);
        }
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

    private ExprSyntax Postfix(PostfixContext context)
    {
        var primary = (PrimaryContext)context.GetChild(0);
        var result = Primary(primary);
        for (int i = 1; i < context.ChildCount; i++)
        {
            var op = (PostfixOperatorContext)context.GetChild(i);
            result = Postfix(result, op, SpanOf(primary, op));
        }
        return result;
    }

    private ExprSyntax Postfix(ExprSyntax target, PostfixOperatorContext context, Span span)
    {
        switch (context)
        {
            case IndexPostfixContext index:
                ExprSyntax position = index.bracedList() is { } braces ? Braced(braces) : index.expression() is { } e ? Expression(e) : new UnsupportedExpr(span, "an empty index");
                return new IndexExpr(span, target, position);
            case CallPostfixContext call:
                return new CallExpr(span, target, List(call.expressionList()));
            case LaunchPostfixContext launch:
                var lists = launch.expressionList();
                return new LaunchExpr(span, target, List(lists[0]), lists.Length > 1 ? List(lists[1]) : []);
            case MemberPostfixContext member:
                return new MemberExpr(span, target, member.Arrow() is not null, Name(member.memberName()));
            default:
                return new PostfixExpr(span, TextOf(context), target);
        }
    }

    private ExprSyntax Primary(PrimaryContext context)
    {
        CheckStack();
        var span = SpanOf(context);
        switch (context.GetChild(0))
        {
            case ParserToken { Kind: TokenKind.KwThis }:
                return new ThisExpr(span);
            case ParserToken literal:
                return new LiteralSyntax(span, LiteralKindOf(literal.Kind), literal.Text);
            case ValueNameContext name:
                return new NameExpr(span, Name(name));
            case StringPrimaryContext text:
                return new LiteralSyntax(span, LiteralKind.String, TextOf(text, " "));
            case ParenthesizedPrimaryContext inner:
                return new ParenthesizedExpr(span, Expression(inner.expression()));
            case StatementPrimaryContext statement:
                return new StatementExpr(span, Compound(statement.compound()));
            case NamedCastPrimaryContext cast:
                return new CastExpr(span, TextOf((ITerminalNode)cast.GetChild(0)), TypeOf(cast.typeId()), Expression(cast.expression()));
            case TypeidPrimaryContext:
                return new UnsupportedExpr(span, "typeid");
            case BuiltinConstructPrimaryContext construct:
                return Construct(span, ConstructedType(construct), construct.expressionList(), construct.bracedList());
            case ConstructPrimaryContext construct:
                var named = new NamedType(SpanOf(construct.constructName()), Name(construct.constructName()));
                return Construct(span, named, construct.expressionList(), construct.bracedList());
            case LambdaContext lambda:
                return Lambda(lambda);
            default:
                return new UnsupportedExpr(span, "a requires-expression");
        }
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
        if (context.builtinWord() is { Length: > 0 } words)
        {
            return Builtin(SpanOf(words[0], words[^1]), words);
        }
        var span = SpanOf((ITerminalNode)context.GetChild(0));
        return context.expression() is { } expression ? new DecltypeType(span, Expression(expression)) : new AutoType(span);
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
