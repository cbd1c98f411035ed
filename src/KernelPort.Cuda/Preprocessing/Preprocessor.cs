using KernelPort.Core;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>One pass over a source file: directives obeyed, includes read, macros replaced. Every output token keeps its origin.</summary>
public sealed partial class Preprocessor
{
    private readonly SourceCache _cache;
    private readonly IncludeResolver _includes;
    private readonly DiagnosticBag _bag;
    private readonly Stack<OpenFile> _open = new();
    private readonly HashSet<LexedFile> _once = [];
    private readonly Dictionary<LexedFile, RawFile> _raw = [];
    private readonly List<RawFile> _rawInOrder = [];
    private readonly List<IncludeEdge> _edges = [];
    private readonly Queue<Token> _pending = new();
    private readonly List<Token> _output = [];
    private int _expansions;
    private int _substituted;
    private int _counter;

    public Preprocessor(SourceCache cache, IReadOnlyList<string> includeDirectories, DiagnosticBag bag)
    {
        _cache = cache;
        _bag = bag;
        _includes = new IncludeResolver(cache, includeDirectories);
        Words = new WellKnownNames(cache.Names);
    }

    /// <summary>How deep includes may nest.</summary>
    public int IncludeLimit { get; init; } = 200;

    /// <summary>How many macro uses may be replaced.</summary>
    public int ExpansionLimit { get; init; } = 2_000_000;

    /// <summary>How many tokens the output may have, and separately all arguments and replacements together.</summary>
    public int TokenLimit { get; init; } = 6_000_000;

    /// <summary>Every file read, in the order of first use.</summary>
    public IReadOnlyList<RawFile> Files => _rawInOrder;

    public IReadOnlyList<IncludeEdge> Includes => _edges;

    public NameTable Names => _cache.Names;

    internal MacroTable Macros { get; } = new();

    internal WellKnownNames Words { get; }

    /// <summary>A limit was hit; what is left is not read.</summary>
    internal bool Stopped { get; private set; }

    /// <summary>Defines an object-like macro, or with "NAME(a,b)" a function-like one, as a command line does.</summary>
    public void Define(string name, string body)
    {
        var file = Lexer.Lex(new SourceText("<command line>", name + " " + body), Names);
        DefineMacro(file.Tokens, 0, file.Tokens.Length, null);
    }

    /// <summary>Takes back what a file itself defined, not what it included.</summary>
    public void ForgetMacrosOf(SourceText source) => Macros.RemoveWhere(m => ReferenceEquals(m.Definition.Source, source));

    /// <summary>Reads files one after the other as one stream: the prelude first, the user's file last.</summary>
    public IReadOnlyList<Token> Run(IEnumerable<LexedFile> files)
    {
        var reader = new FileReader(this);
        var expander = new MacroExpander(this, reader);
        foreach (var file in files)
        {
            _output.EnsureCapacity(_output.Count + file.Tokens.Length);
            Open(file, -1);
            while (!Stopped && reader.Next() is { } token)
            {
                if (token.Name is null)
                {
                    _output.Add(token);
                }
                else
                {
                    int before = _output.Count;
                    expander.Expand(token, _output);
                    if (_packing > 0)
                    {
                        MarkPacking(before);
                    }
                }
                if (_output.Count > TokenLimit)
                {
                    Stop(CudaSyntaxRules.TooManyTokens.At(token.Root.Span, TokenLimit));
                }
            }
        }
        return _output;
    }

    /// <summary>Where tokens come from: the innermost open file, directives taken out.</summary>
    private sealed class FileReader(Preprocessor owner) : TokenReader
    {
        private int _floor;
        private bool _arguments;

        public override Token? Next() => owner.NextFromFiles(_floor, _arguments);

        public override Token? Peek()
        {
            if (owner._pending.TryPeek(out var pending))
            {
                return pending;
            }
            if (owner.Stopped || !owner._open.TryPeek(out var file) || file.At >= file.Tokens.Length)
            {
                return null;
            }
            var token = file.Tokens[file.At];
            return token.Kind == TokenKind.Hash && token.IsLineStart ? null : token;
        }

        public override void BeginArguments()
        {
            _floor = owner._open.Count;
            _arguments = true;
        }

        public override void EndArguments()
        {
            _floor = 0;
            _arguments = false;
        }
    }

    private Token? NextFromFiles(int floor, bool arguments)
    {
        while (!Stopped)
        {
            if (_pending.TryDequeue(out var pending))
            {
                return pending;
            }
            if (!_open.TryPeek(out var file))
            {
                return null;
            }
            if (file.At >= file.Tokens.Length)
            {
                // a macro's arguments do not go on in the including file
                if (_open.Count == floor)
                {
                    return null;
                }
                Close();
                continue;
            }
            var token = file.Tokens[file.At];
            if (token.Kind == TokenKind.Hash && token.IsLineStart)
            {
                int end = EndOfLine(file.Tokens, file.At + 1);
                ReadDirective(file, file.At + 1, end);
                continue;
            }
            file.At++;
            if (!file.IsActive)
            {
                file.Raw.Uses[token.Index] |= RawTokenUse.Inactive;
                continue;
            }
            file.Raw.Uses[token.Index] |= arguments ? RawTokenUse.Active | RawTokenUse.MacroArgument : RawTokenUse.Active;
            return token;
        }
        return null;
    }

    private static int EndOfLine(Token[] tokens, int from)
    {
        int end = from;
        while (end < tokens.Length && !tokens[end].IsLineStart)
        {
            end++;
        }
        return end;
    }

    private void Open(LexedFile file, int directory)
    {
        if (!_raw.TryGetValue(file, out var raw))
        {
            bool stub = file.Source.Path.StartsWith(SourceCache.StubFolder, StringComparison.Ordinal);
            raw = new RawFile(file, new RawTokenUse[file.Tokens.Length], stub);
            _raw.Add(file, raw);
            _rawInOrder.Add(raw);
        }
        _open.Push(new OpenFile(raw, directory));
    }

    private void Close()
    {
        var file = _open.Pop();
        foreach (var conditional in file.Conditionals)
        {
            Report(CudaSyntaxRules.UnterminatedConditional.At(conditional.Directive.Span, conditional.Directive.Text), null);
        }
        foreach (var diagnostic in file.Raw.File.Diagnostics)
        {
            // an apostrophe in text that an #if takes out is nobody's mistake
            if (!IsInactive(file.Raw, diagnostic.Span))
            {
                _bag.Add(diagnostic);
            }
        }
    }

    private static bool IsInactive(RawFile raw, Span span)
    {
        int k = Array.FindIndex(raw.Tokens, t => t.Offset >= span.Start);
        return k >= 0 && raw.Tokens[k].Offset == span.Start && (raw.Uses[k] & (RawTokenUse.Inactive | RawTokenUse.Active | RawTokenUse.Directive)) is RawTokenUse.Inactive;
    }

    internal int NextCounter() => _counter++;

    internal void Mark(Token token, RawTokenUse use)
    {
        if (token.Index >= 0 && token.Expansion is null && _open.TryPeek(out var file) && ReferenceEquals(file.Raw.Source, token.Source))
        {
            file.Raw.Uses[token.Index] |= use;
        }
    }

    internal bool CountExpansion(Token token)
    {
        if (++_expansions > ExpansionLimit)
        {
            Stop(CudaSyntaxRules.TooManyExpansions.At(token.Root.Span, ExpansionLimit));
        }
        return !Stopped;
    }

    internal void CountTokens(int count, Token use)
    {
        _substituted += count;
        if (_substituted > TokenLimit)
        {
            Stop(CudaSyntaxRules.TooManyTokens.At(use.Root.Span, TokenLimit));
        }
    }

    internal void Stop(Diagnostic diagnostic)
    {
        if (!Stopped)
        {
            Stopped = true;
            _bag.Add(diagnostic);
        }
    }

    /// <summary>Adds what led to the place: the macros around a token and the includes around the file.</summary>
    internal void Report(Diagnostic diagnostic, Token? token)
    {
        for (var expansion = token?.Expansion; expansion is not null; expansion = expansion.Parent)
        {
            diagnostic = diagnostic.Note(expansion.Invocation.Span, $"expanded from macro '{expansion.Macro.Name.Text}'");
        }
        _bag.Add(diagnostic);
    }

    /// <summary>A file being read.</summary>
    private sealed class OpenFile(RawFile raw, int directory)
    {
        public RawFile Raw { get; } = raw;

        public Token[] Tokens => Raw.Tokens;

        /// <summary>Where on the search path it was found.</summary>
        public int Directory { get; } = directory;

        public Stack<Conditional> Conditionals { get; } = new();

        public int At { get; set; }

        public bool IsActive => !Conditionals.TryPeek(out var top) || top.Active;
    }

    /// <summary>An #if and its branches so far.</summary>
    private sealed class Conditional(Token directive, bool parentActive)
    {
        public Token Directive { get; } = directive;

        public bool ParentActive { get; } = parentActive;

        public bool Active { get; set; }

        public bool Taken { get; set; }

        public bool SawElse { get; set; }
    }
}
