using Antlr4.Runtime;
using KernelPort.Core;
using KernelPort.Grammar;
using static KernelPort.Grammar.CudaParser;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <content>Statements.</content>
internal sealed partial class SyntaxBuilder
{
    private CompoundStmt Compound(CompoundContext context)
    {
        CheckStack();
        var statements = new List<StmtSyntax>();
        foreach (var statement in context.statement())
        {
            Statement(statement, statements);
        }
        return new CompoundStmt(SpanOf(context), [.. statements]);
    }

    /// <summary>The body of a loop or branch: one statement, or a block where it declares several things.</summary>
    private StmtSyntax Body(StatementContext context)
    {
        var statements = new List<StmtSyntax>();
        Statement(context, statements);
        return statements.Count == 1 ? statements[0] : new CompoundStmt(SpanOf(context), [.. statements]);
    }

    private void Statement(StatementContext context, List<StmtSyntax> output)
    {
        CheckStack();
        var span = SpanOf(context);
        switch (context.GetChild(0))
        {
            case SimpleStatementContext simple:
                Simple(simple, output);
                break;
            case CompoundContext compound:
                output.Add(Compound(compound));
                break;
            case ParserToken:
                output.Add(new EmptyStmt(span));
                break;
            case IfStatementContext branch:
                output.Add(If(branch, span));
                break;
            case ForStatementContext loop:
                output.Add(For(loop, span));
                break;
            case WhileStatementContext loop:
                output.Add(new WhileStmt(span, Condition(loop.condition()), Body(loop.statement())));
                break;
            case DoStatementContext loop:
                output.Add(new DoStmt(span, Body(loop.statement()), Expression(loop.expression())));
                break;
            case SwitchStatementContext choice:
                output.Add(new SwitchStmt(span, choice.simpleStatement() is { } made ? InitStatement(made) : null, Condition(choice.condition()), Body(choice.statement())));
                break;
            case ReturnStatementContext result:
                output.Add(new ReturnStmt(span, result.expression() is { } value ? Expression(value) : result.bracedList() is { } list ? Braced(list) : null));
                break;
            case JumpStatementContext jump:
                output.Add(jump.Identifier() is { } to ? new GotoStmt(span, TextOf(to)) : jump.KwBreak() is null ? new ContinueStmt(span) : new BreakStmt(span));
                break;
            case CaseLabelContext label:
                var values = label.assignment();
                output.Add(new CaseLabel(span, Assignment(values[0]), values.Length > 1 ? Assignment(values[1]) : null));
                break;
            case DefaultLabelContext:
                output.Add(new CaseLabel(span, null, null));
                break;
            case NameLabelContext label:
                output.Add(new LabelStmt(span, TextOf(label.Identifier())));
                break;
            case TryStatementContext attempt:
                output.Add(new TryStmt(span, Compound(attempt.compound()), Handlers(attempt.handler())));
                break;
            case AsmStatementContext assembly:
                output.Add(Asm(assembly));
                break;
            case PragmaStatementContext pragma:
                Pragma(pragma, output);
                break;
            case AttributedStatementContext attributed:
                Statement(attributed.statement(), output);
                break;
            case StaticAssertContext check:
                output.Add(new DeclStmt(span, StaticAssert(check)));
                break;
            case UsingDeclarationContext use:
                var declarations = new List<DeclSyntax>();
                Using(use, declarations);
                output.AddRange(declarations.Select(d => new DeclStmt(span, d)));
                break;
            case AliasStatementContext alias:
                output.Add(new DeclStmt(span, new NamespaceAliasDecl(span, TextOf(alias.Identifier()), Name(alias.valueName()))));
                break;
        }
    }

    private void Simple(SimpleStatementContext context, List<StmtSyntax> output)
    {
        var span = SpanOf(context);
        switch (context.GetChild(0))
        {
            case ExpressionContext expression:
                output.Add(new ExprStmt(span, Expression(expression)));
                break;
            case StructuredBindingContext binding:
                var value = Initializer(context.initializer()).Value ?? new BraceExpr(span, []);
                output.Add(new DeclStmt(span, Binding(binding, value, span)));
                break;
            case DeclSpecifiersContext declared:
                var (specifiers, type) = Specifiers(declared);
                var declarations = new List<DeclSyntax>();
                var declarators = context.initDeclarator();
                if (declarators.Length == 0)
                {
                    declarations.Add(type is InlineType inline ? inline.Declaration : new EmptyDecl(span));
                }
                else
                {
                    Declarators(context, specifiers, type, [.. declarators.Select(d => (d.declarator(), d.initializer(), (BitFieldContext?)null, (ParserRuleContext)d))], declarations);
                }
                output.AddRange(declarations.Select(d => new DeclStmt(span, d)));
                break;
        }
    }

    private StructuredBindingDecl Binding(StructuredBindingContext context, ExprSyntax value, Span span)
    {
        bool reference = context.Amp() is not null || context.AndAnd() is not null;
        return new StructuredBindingDecl(span, Specifiers(context.declSpecifier()), reference, context.Identifier().Select(TextOf).ToEquatable(), value);
    }

    private StmtSyntax InitStatement(SimpleStatementContext simple)
    {
        var statements = new List<StmtSyntax>();
        Simple(simple, statements);
        return statements.Count == 1 ? statements[0] : new CompoundStmt(SpanOf(simple), [.. statements]);
    }

    private IfStmt If(IfStatementContext context, Span span)
    {
        var init = context.simpleStatement() is { } made ? InitStatement(made) : null;
        var branches = context.statement();
        return new IfStmt(span, context.KwConstexpr() is not null, init, Condition(context.condition()), Body(branches[0]), branches.Length > 1 ? Body(branches[1]) : null);
    }

    private ConditionSyntax Condition(ConditionContext context)
    {
        var span = SpanOf(context);
        if (context.expression() is { } expression)
        {
            return new ConditionSyntax(span, Expression(expression), null);
        }
        var (specifiers, type) = Specifiers(context.declSpecifiers());
        var declared = Apply(context.declarator(), type);
        bool braces = context.bracedList() is not null;
        var value = braces ? Braced(context.bracedList()) : Clause(context.initializerClause());
        var variable = new DeclaratorSyntax(span, declared.Type, declared.Name!, braces ? "{" : "=", value, null);
        return new ConditionSyntax(span, null, new VariableDecl(span, specifiers, [variable]));
    }

    private StmtSyntax For(ForStatementContext context, Span span)
    {
        switch (context.forHeader())
        {
            case ForBindingContext binding:
                var items = Clause(binding.initializerClause());
                return new RangeForStmt(span, Binding(binding.structuredBinding(), items, SpanOf(binding)), items, Body(context.statement()));
            case ForDeclarationContext declaration:
                return ForDeclaration(declaration, context, span);
            default:
                var header = (ForExpressionContext)context.forHeader();
                var (init, step) = ForEnds(header);
                var start = init is null ? null : new ExprStmt(SpanOf(init), Expression(init));
                return new ForStmt(span, start, header.condition() is { } c ? Condition(c) : null, step is null ? null : Expression(step), Body(context.statement()));
        }
    }

    /// <summary>Which of the optional expressions of a for header are the first and the last one.</summary>
    private static (ExpressionContext? Init, ExpressionContext? Step) ForEnds(ForExpressionContext header)
    {
        var init = header.GetChild(0) as ExpressionContext;
        var step = header.GetChild(header.ChildCount - 1) as ExpressionContext;
        return (init, step);
    }

    private StmtSyntax ForDeclaration(ForDeclarationContext header, ForStatementContext context, Span span)
    {
        var (specifiers, type) = Specifiers(header.declSpecifiers());
        if (header.Colon() is not null)
        {
            var declared = Apply(header.declarator(), type);
            var variable = new DeclaratorSyntax(SpanOf(header.declarator()), declared.Type, declared.Name!, "", null, null);
            var declaration = new VariableDecl(SpanOf(header.declSpecifiers(), header.declarator()), specifiers, [variable]);
            return new RangeForStmt(span, declaration, Clause(header.initializerClause()), Body(context.statement()));
        }
        var first = (header.declarator(), header.initializer(), (BitFieldContext?)null, (ParserRuleContext)header.declarator());
        var others = header.initDeclarator().Select(d => (d.declarator(), d.initializer(), (BitFieldContext?)null, (ParserRuleContext)d));
        var declarations = new List<DeclSyntax>();
        Declarators(header, specifiers, type, [first, .. others], declarations);
        var init = new DeclStmt(SpanOf(header.declSpecifiers(), header.declarator()), declarations[0]);
        var condition = header.condition() is { } c ? Condition(c) : null;
        var step = header.expression() is { } s ? Expression(s) : null;
        return new ForStmt(span, init, condition, step, Body(context.statement()));
    }

    private EquatableArray<StmtSyntax> Handlers(HandlerContext[] handlers) => handlers.Select(h => (StmtSyntax)Compound(h.compound())).ToEquatable();

    /// <summary>A loop takes the pragma before it; before anything else it means nothing.</summary>
    private void Pragma(PragmaStatementContext context, List<StmtSyntax> output)
    {
        if (context.statement() is not { } statement)
        {
            return;
        }
        var inner = new List<StmtSyntax>();
        Statement(statement, inner);
        if (inner.Count > 0)
        {
            var pragma = Pragma(context.pragma());
            inner[0] = inner[0] switch
            {
                ForStmt loop => loop with { Pragma = loop.Pragma ?? pragma },
                WhileStmt loop => loop with { Pragma = loop.Pragma ?? pragma },
                DoStmt loop => loop with { Pragma = loop.Pragma ?? pragma },
                var other => other,
            };
        }
        output.AddRange(inner);
    }

    private PragmaSyntax Pragma(PragmaContext context)
    {
        var span = SpanOf(context);
        if (context.PragmaNoUnroll() is not null)
        {
            return new PragmaSyntax(span, new LiteralSyntax(span, LiteralKind.Integer, "1"));
        }
        return new PragmaSyntax(span, context.expression() is { } factor ? Expression(factor) : null);
    }

    private AsmStmt Asm(AsmStatementContext context)
    {
        var sections = new List<List<AsmOperandSyntax>>();
        foreach (var section in context.asmSection())
        {
            if (section.ColonColon() is not null)
            {
                sections.Add([]);
            }
            sections.Add([.. section.asmOperand().Select(Operand)]);
        }
        var text = context.asmString();
        string template = text.StringLiteral() is { Length: > 0 } parts ? string.Join(' ', parts.Select(TextOf)) : TextOf(text);
        EquatableArray<AsmOperandSyntax> Section(int i) => i < sections.Count ? [.. sections[i]] : [];
        var statement = new AsmStmt(SpanOf(context), context.KwVolatile().Length > 0, template, Section(0), Section(1));
        return statement with { Meaning = InlinePtx.Translate(statement) };
    }

    private AsmOperandSyntax Operand(AsmOperandContext context)
    {
        string constraint = string.Concat(context.StringLiteral().Select(s => TextOf(s).Trim('"')));
        return new AsmOperandSyntax(SpanOf(context), constraint, context.expression() is { } value ? Expression(value) : null);
    }
}
