using Antlr4.Runtime;
using Antlr4.Runtime.Tree;
using KernelPort.Core;
using KernelPort.Grammar;
using static KernelPort.Grammar.CudaParser;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <content>Names and template arguments.</content>
internal sealed partial class SyntaxBuilder
{
    /// <summary>Reads any of the name rules: identifiers, template arguments and "::" in a flat row, perhaps behind "typename" or "::".</summary>
    private NameSyntax Name(ParserRuleContext context)
    {
        if (context.ChildCount == 1 && context.GetChild(0) is ParserToken { Kind: TokenKind.Identifier or TokenKind.TypeName } only)
        {
            var span = SpanOf(only);
            return new NameSyntax(span, false, false, [new NameSegment(span, only.Text, null)]);
        }
        var segments = new List<NameSegment>();
        bool rooted = false;
        bool typename = false;
        CollectSegments(context, segments, ref rooted, ref typename);
        return new NameSyntax(SpanOf(context), rooted, typename, [.. segments]);
    }

    private NameSyntax Name(ParserToken identifier, TemplateArgumentsContext? arguments)
    {
        var span = SpanOf(identifier);
        if (arguments is null)
        {
            return new NameSyntax(span, false, false, [new NameSegment(span, identifier.Text, null)]);
        }
        span = Origin.Place(identifier.Origin, ((ParserToken)arguments.Stop).Last);
        return new NameSyntax(span, false, false, [new NameSegment(span, identifier.Text, Arguments(arguments))]);
    }

    /// <summary>The name of a member, behind its "." or "->".</summary>
    private NameSyntax Name(MemberPostfixContext context)
    {
        int at = context.KwTemplate() is null ? 1 : 2;
        return context.GetChild(at) is ParserToken identifier ? Name(identifier, context.templateArguments()) : Name((ParserRuleContext)context.GetChild(at));
    }

    private void CollectSegments(ParserRuleContext context, List<NameSegment> segments, ref bool rooted, ref bool typename)
    {
        CheckStack();
        for (int i = 0; i < context.ChildCount; i++)
        {
            var child = context.GetChild(i);
            switch (child)
            {
                case TemplateArgumentsContext arguments:
                    if (segments.Count > 0)
                    {
                        var last = segments[^1];
                        segments[^1] = last with { Span = last.Span.To(SpanOf(arguments)), Arguments = Arguments(arguments) };
                    }
                    break;
                case QualifierContext or AnyNameContext or NamespaceWordContext or QualifiedNameContext or OperatorFunctionContext or MemberNameContext or MemberWordContext:
                    CollectSegments((ParserRuleContext)child, segments, ref rooted, ref typename);
                    break;
                case OperatorNameContext op:
                    segments.Add(new NameSegment(SpanOf(op), OperatorText(op), null));
                    break;
                case ConversionTypeContext conversion:
                    segments.Add(new NameSegment(SpanOf(conversion), "operator " + TextOf(conversion, " "), null));
                    break;
                case AttributeContext:
                    break;
                case ITerminalNode leaf:
                    ReadNameToken(leaf, context, i, segments, ref rooted, ref typename);
                    break;
            }
        }
    }

    private static void ReadNameToken(ITerminalNode leaf, ParserRuleContext context, int index, List<NameSegment> segments, ref bool rooted, ref bool typename)
    {
        switch (KindOf(leaf))
        {
            case TokenKind.ColonColon:
                rooted |= segments.Count == 0;
                break;
            case TokenKind.KwTypename:
                typename = true;
                break;
            case TokenKind.Identifier or TokenKind.TypeName or TokenKind.TypeQualifier or TokenKind.ValueQualifier or TokenKind.ConstructorName
                or TokenKind.FunctionalCast:
                bool destructor = index > 0 && KindOf(context.GetChild(index - 1)) == TokenKind.Tilde;
                segments.Add(new NameSegment(SpanOf(leaf), (destructor ? "~" : "") + TextOf(leaf), null));
                break;
        }
    }

    private static string OperatorText(OperatorNameContext op)
    {
        bool word = op.KwNew() is not null || op.KwDelete() is not null;
        string rest = TextOf(op)["operator".Length..];
        return word ? "operator " + rest : "operator" + rest;
    }

    private static NameSyntax SimpleName(Span span, string text) => new(span, false, false, [new NameSegment(span, text, null)]);

    private EquatableArray<TemplateArgumentSyntax> Arguments(TemplateArgumentsContext context) =>
        context.templateArgument().Select(Argument).ToEquatable();

    private TemplateArgumentSyntax Argument(TemplateArgumentContext context)
    {
        var span = SpanOf(context);
        if (context.typeId() is { } type)
        {
            return new TemplateArgumentSyntax(span, TypeOf(type), null, context.Ellipsis() is not null);
        }
        var expression = Item(context.expressionItem(), out bool expansion);
        // a name nobody knows may be a type
        var asType = expression is NameExpr { Name: var name } ? new NamedType(name.Span, name) : null;
        return new TemplateArgumentSyntax(span, asType, expression, expansion);
    }
}
