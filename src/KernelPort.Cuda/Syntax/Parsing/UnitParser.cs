using Antlr4.Runtime;
using Antlr4.Runtime.Atn;
using Antlr4.Runtime.Misc;
using KernelPort.Core;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>Parses a classified unit one declaration at a time, so that an error stays in its declaration and trees die young.</summary>
internal sealed class UnitParser
{
    private const int ReportLimit = 20;

    private readonly ClassifiedUnit _unit;
    private readonly DiagnosticBag _bag;
    private readonly WindowTokenStream _stream;
    private readonly CudaParser _parser;
    private readonly SyntaxBuilder _builder;
    private readonly Dictionary<Token, (string Reason, EquatableArray<ExprSyntax> Launches)> _islands = [];
    private readonly SourceText _main;
    private int _reported;

    public UnitParser(ClassifiedUnit unit, Token end, DiagnosticBag bag)
    {
        _unit = unit;
        _bag = bag;
        _main = end.Source;
        _stream = new WindowTokenStream(end);
        _parser = new CudaParser(_stream);
        _parser.RemoveErrorListeners();
        _parser.Interpreter.PredictionMode = PredictionMode.SLL;
        _builder = new SyntaxBuilder { IslandOf = token => _islands.GetValueOrDefault(token, ("", [])), TableOf = _stream.TokensOf };
    }

    public int Declarations { get; private set; }

    public int Failed { get; private set; }

    public int Islands { get; private set; }

    public IReadOnlyList<DeclSyntax> Run()
    {
        var blocks = new Stack<(OutlineItem Head, List<DeclSyntax> Around)>();
        var current = new List<DeclSyntax>();
        foreach (var item in _unit.Outline)
        {
            switch (item.Kind)
            {
                case OutlineKind.Declaration:
                    Declaration(item, current);
                    break;
                case OutlineKind.OpenBlock:
                    blocks.Push((item, current));
                    current = [];
                    break;
                case OutlineKind.CloseBlock when blocks.TryPop(out var block):
                    block.Around.Add(Block(block.Head, item.To, [.. current]));
                    current = block.Around;
                    break;
            }
        }
        while (blocks.TryPop(out var open))
        {
            open.Around.AddRange(current);
            current = open.Around;
        }
        return current;
    }

    /// <summary>A namespace or a linkage block around parsed members; its head is read by hand.</summary>
    private DeclSyntax Block(OutlineItem head, int end, EquatableArray<DeclSyntax> members)
    {
        var tokens = _unit.Tokens;
        var span = Origin.Place(tokens[head.From].Token, tokens[Math.Min(end, tokens.Length) - 1].Token);
        if (tokens[head.From].Kind == TokenKind.KwExtern)
        {
            return new LinkageDecl(span, tokens[head.From + 1].Token.Text.Trim('"'), members);
        }
        var names = new List<(string Name, bool Inline)>();
        bool inline = false;
        bool afterKeyword = false;
        for (int i = head.From; i < head.To; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.KwInline:
                    inline = true;
                    break;
                case TokenKind.KwNamespace:
                    afterKeyword = true;
                    break;
                case TokenKind.Identifier or TokenKind.TypeName or TokenKind.ValueQualifier or TokenKind.TypeQualifier when afterKeyword:
                    names.Add((tokens[i].Token.Text, inline));
                    inline = false;
                    break;
            }
        }
        if (names.Count == 0)
        {
            return new NamespaceDecl(span, "", inline, members);
        }
        var result = new NamespaceDecl(span, names[^1].Name, names[^1].Inline, members);
        for (int i = names.Count - 2; i >= 0; i--)
        {
            result = new NamespaceDecl(span, names[i].Name, names[i].Inline, [result]);
        }
        return result;
    }

    private void Declaration(OutlineItem item, List<DeclSyntax> output)
    {
        if (item.To <= item.From)
        {
            return;
        }
        Declarations++;
        var folded = new List<BodyRange>();
        var warnings = new List<Diagnostic>();
        while (true)
        {
            _stream.Load(_unit.Tokens, item.From, item.To, folded);
            if (TryParse(output, out var problem, out int at))
            {
                Islands += folded.Count;
                warnings.ForEach(Report);
                return;
            }
            if (FindBodyToFold(item, at, folded) is { } body)
            {
                warnings.Add(Fold(body, problem, folded));
                continue;
            }
            Fail(item, problem);
            return;
        }
    }

    /// <summary>Parses what the stream shows; on failure gives the problem and the unit's token index.</summary>
    private bool TryParse(List<DeclSyntax> output, out Diagnostic problem, out int at)
    {
        problem = null!;
        at = 0;
        _parser.Reset();
        int before = output.Count;
        try
        {
            _builder.Declaration(_parser.oneDeclaration().declaration(), output);
            return true;
        }
        catch (ParseCanceledException e)
        {
            var error = (RecognitionException)e.InnerException!;
            problem = SyntaxErrorText.Describe(_parser, error, _stream);
            at = _stream.UnitIndex((error.OffendingToken as ParserToken)?.TokenIndex ?? _stream.Index);
        }
        catch (Exception e) when (e is NestingTooDeepException or InsufficientExecutionStackException)
        {
            var token = _stream.TokenAt(Math.Min(_stream.Index, _stream.Count - 1));
            problem = CudaSyntaxRules.TooComplex.At(Origin.Place(token.Origin));
            at = _stream.UnitIndex(_stream.Index);
        }
        output.RemoveRange(before, output.Count - before);
        return false;
    }

    /// <summary>The outermost host function body around an error; device code is never folded away.</summary>
    private BodyRange? FindBodyToFold(OutlineItem item, int at, List<BodyRange> folded)
    {
        BodyRange? best = null;
        foreach (var body in _unit.Bodies)
        {
            bool inside = body.Open >= item.From && body.Close < item.To && body.Open < at && at <= body.Close;
            if (inside && !body.IsDevice && !folded.Contains(body) && (best is null || body.Open < best.Value.Open))
            {
                best = body;
            }
        }
        return best;
    }

    private Diagnostic Fold(BodyRange body, Diagnostic problem, List<BodyRange> folded)
    {
        folded.Add(body);
        folded.Sort((a, b) => a.Open.CompareTo(b.Open));
        _islands[_unit.Tokens[body.Open].Token] = (problem.Message, Launches(body));
        return CudaSyntaxRules.HostBodySkipped.At(problem.Span, problem.Message);
    }

    private void Fail(OutlineItem item, Diagnostic problem)
    {
        Failed++;
        bool device = false;
        for (int i = item.From; i < item.To && !device; i++)
        {
            device = _unit.Tokens[i].Kind is TokenKind.KwGlobal or TokenKind.KwDevice or TokenKind.KwShared or TokenKind.KwConstant;
        }
        // a host declaration of some header may be beyond us; one in the compiled file itself is the user's to know
        bool own = ReferenceEquals(_unit.Tokens[item.From].Token.Root.Source, _main);
        Report(device || own ? problem : CudaSyntaxRules.HostDeclarationSkipped.At(problem.Span, problem.Message));
    }

    private void Report(Diagnostic diagnostic)
    {
        if (_reported++ < ReportLimit)
        {
            _bag.Add(diagnostic);
        }
    }

    /// <summary>The launches in a body that was not parsed, each parsed alone.</summary>
    private EquatableArray<ExprSyntax> Launches(BodyRange body)
    {
        var tokens = _unit.Tokens;
        var launches = new List<ExprSyntax>();
        for (int i = body.Open; i < body.Close; i++)
        {
            if (tokens[i].Kind != TokenKind.LaunchOpen)
            {
                continue;
            }
            int start = StartOfCallee(i, body.Open);
            int end = EndOfLaunch(i, body.Close);
            if (start < 0 || end < 0)
            {
                continue;
            }
            _stream.Load(tokens, start, end + 1, []);
            _parser.Reset();
            try
            {
                launches.Add(_builder.Expression(_parser.oneExpression().expression()));
            }
            catch (Exception e) when (e is ParseCanceledException or NestingTooDeepException or InsufficientExecutionStackException)
            {
                // one launch that cannot be read does not hide the others; the body's problem is reported anyway
            }
        }
        return [.. launches];
    }

    private int StartOfCallee(int launch, int floor)
    {
        var tokens = _unit.Tokens;
        int at = launch - 1;
        while (at > floor)
        {
            if (tokens[at].Kind == TokenKind.TemplateClose)
            {
                at = Back(at, TokenKind.TemplateOpen, TokenKind.TemplateClose, floor) - 1;
            }
            else if (tokens[at].Kind == TokenKind.RParen)
            {
                return Back(at, TokenKind.LParen, TokenKind.RParen, floor);
            }
            if (at <= floor || tokens[at].Kind is not (TokenKind.Identifier or TokenKind.ValueQualifier or TokenKind.TypeName or TokenKind.TypeQualifier))
            {
                return -1;
            }
            if (tokens[at - 1].Kind != TokenKind.ColonColon)
            {
                return at;
            }
            bool more = tokens[at - 2].Kind is TokenKind.ValueQualifier or TokenKind.TypeQualifier or TokenKind.TemplateClose;
            if (!more)
            {
                return at - 1;
            }
            at -= 2;
        }
        return -1;
    }

    private int Back(int at, TokenKind open, TokenKind close, int floor)
    {
        int depth = 0;
        for (; at > floor; at--)
        {
            depth += _unit.Tokens[at].Kind == close ? 1 : _unit.Tokens[at].Kind == open ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }
        return floor;
    }

    private int EndOfLaunch(int at, int limit)
    {
        while (at < limit && _unit.Tokens[at].Kind != TokenKind.LaunchClose)
        {
            at++;
        }
        int depth = 0;
        for (at++; at < limit; at++)
        {
            depth += _unit.Tokens[at].Kind switch { TokenKind.LParen => 1, TokenKind.RParen => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }
        return -1;
    }
}
