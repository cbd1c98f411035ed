using System.Text.RegularExpressions;
using KernelPort.Core;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>One device function: assembly, lanes counted as 32, ballots, precision, shared memory, waiting.</summary>
internal sealed partial class DeviceHazards(FunctionDecl function, Dictionary<string, long?> constants) : SyntaxWalker
{
    private static readonly HashSet<string> Ballots = new(StringComparer.Ordinal) { "__ballot_sync", "__activemask", "__ballot", "__match_any_sync" };
    private static readonly HashSet<string> Counters = new(StringComparer.Ordinal) { "__popc", "__ffs", "__clz", "__brev" };
    private static readonly string[] LaneWords = ["lane", "tid", "warp", "thread"];

    private readonly Dictionary<string, TypeSyntax> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private List<HazardSite> _sites = [];
    private Span _firstDouble = Span.None;
    private Span _firstLiteral = Span.None;
    private Span _firstLong = Span.None;
    private int _literals;
    private long? _sharedBytes = 0;

    public void Run(List<HazardSite> sites)
    {
        _sites = sites;
        foreach (var p in function.Parameters)
        {
            _types[p.Name] = p.Type;
            Walk(p.Type);
        }
        Walk(function.ReturnType);
        Walk(function.Body);
        new Waiting(function, _types, _shared, sites).Run();
        new UnorderedExchanges(function, sites).Run();
        string name = function.Name.Last;
        if (!_firstDouble.IsNone)
        {
            sites.Add(new HazardSite(HazardKind.DoublePrecision, _firstDouble, "double"));
        }
        if (!_firstLiteral.IsNone)
        {
            sites.Add(new HazardSite(HazardKind.DoublePrecision, _firstLiteral, _literals == 1 ? "a literal without f" : FormattableString.Invariant($"{_literals} literals without f"), _literals));
        }
        if (!_firstLong.IsNone)
        {
            sites.Add(new HazardSite(HazardKind.LongDouble, _firstLong, name));
        }
        if (_sharedBytes is > 0 and var bytes)
        {
            sites.Add(new HazardSite(HazardKind.SharedMemory, function.Name.Span, name, bytes));
        }
    }

    protected override void Enter(DeclaratorSyntax variable, DeclSpecifiers specifiers)
    {
        _types[variable.Name.Last] = variable.Type;
        if (specifiers.Has(Specifier.Shared))
        {
            _shared.Add(variable.Name.Last);
            if (!specifiers.Has(Specifier.Extern))
            {
                _sharedBytes += ConstantSize.BytesOf(variable.Type);
            }
        }
        if (specifiers.Has(Specifier.Constexpr) && MentionsWarpSize(variable.Initializer))
        {
            _sites.Add(new HazardSite(HazardKind.WarpSizeAsConstant, variable.Span, variable.Name.Last));
        }
        if (variable.Initializer is { } value && Is32Bits(variable.Type) && BallotIn(value) is { } ballot)
        {
            _sites.Add(new HazardSite(HazardKind.BallotIn32Bits, ballot.Span, $"{Name(ballot)} is kept in '{variable.Name.Last}'"));
        }
    }

    protected override void Enter(TypeSyntax type)
    {
        switch (type)
        {
            case BuiltinType { Name: "double" } when _firstDouble.IsNone:
                _firstDouble = type.Span;
                break;
            case BuiltinType { Name: "long double" } when _firstLong.IsNone:
                _firstLong = type.Span;
                break;
            case ArraySyntax array when MentionsWarpSize(array.Size):
                _sites.Add(new HazardSite(HazardKind.WarpSizeAsConstant, array.Size!.Span, "the size of an array"));
                break;
            case NamedType named when named.Name.Segments.Any(s => s.Arguments?.Any(a => MentionsWarpSize(a.Expression)) ?? false):
                _sites.Add(new HazardSite(HazardKind.WarpSizeAsConstant, named.Span, "a template argument"));
                break;
        }
    }

    protected override void Enter(StmtSyntax statement)
    {
        switch (statement)
        {
            case AsmStmt asm when asm.Template.Trim(' ', '"').Length > 0:
                _sites.Add(new HazardSite(HazardKind.InlineAssembly, asm.Span, asm.Template.Trim(' ', '"')));
                break;
            case ForStmt loop when StartOf(loop) is 16 && HasWidthlessShuffle(loop.Body):
                _sites.Add(new HazardSite(HazardKind.FixedLanes, loop.Span, "an exchange over 32 lanes that begins at 16")
                {
                    Fix = loop.Init is DeclStmt { Declaration: VariableDecl { Variables: [{ Initializer: LiteralSyntax start }] } } && IsWritten(start) ? [(start.Span, "warpSize / 2")] : [],
                });
                break;
        }
    }

    protected override void Enter(ExprSyntax expression)
    {
        switch (expression)
        {
            case LiteralSyntax { Kind: LiteralKind.Floating } literal when !literal.Text.EndsWith('f') && !literal.Text.EndsWith('F'):
                _literals++;
                if (_firstLiteral.IsNone)
                {
                    _firstLiteral = literal.Span;
                }
                break;
            case CallExpr { Callee: NameExpr { Name.Last: "printf" }, Arguments: [LiteralSyntax { Text: var format }, ..] } call when FloatConversion().Match(format) is { Success: true } conversion:
                _sites.Add(new HazardSite(HazardKind.DoublePrecision, call.Span, $"printf's {conversion.Value} takes one"));
                break;
            case BinaryExpr b when IsLaneArithmetic(b):
                _sites.Add(new HazardSite(HazardKind.FixedLanes, b.Span, $"{b.Operator} {((LiteralSyntax)b.Right).Text}") { Fix = WarpSizeFor(b) });
                break;
            case AssignExpr { Operator: "=", Target: NameExpr target } a when _types.TryGetValue(target.Name.Last, out var type) && Is32Bits(type) && BallotIn(a.Value) is { } ballot:
                _sites.Add(new HazardSite(HazardKind.BallotIn32Bits, ballot.Span, $"{Name(ballot)} is kept in '{target.Name.Last}'"));
                break;
            case CallExpr { Callee: NameExpr callee } call when Counters.Contains(callee.Name.Last) && call.Arguments.Count == 1 && BallotIn(call.Arguments[0]) is { } counted:
                _sites.Add(new HazardSite(HazardKind.BallotIn32Bits, counted.Span, $"{Name(counted)} is counted by {callee.Name.Last}")
                {
                    // zero above bit 31, these say the same of 64 bits
                    Fix = callee.Name.Last is "__popc" or "__ffs" && TextAt(callee.Span) == callee.Name.Last ? [(callee.Span, callee.Name.Last + "ll")] : [],
                });
                break;
            case CallExpr { Callee: NameExpr { Name.Last: "atomicAdd" } } call when call.Arguments.Count == 2 && IsPairOfHalves(call.Arguments[0]):
                _sites.Add(new HazardSite(HazardKind.PackedHalfAtomic, call.Span, "atomicAdd"));
                break;
        }
    }

    // not what stands behind %%
    [GeneratedRegex(@"(?<=(?:^|[^%])(?:%%)*)%[-+ #0-9.*]*l?[fFeEgGaA]")]
    private static partial Regex FloatConversion();

    // A number of a thread, a lane or a warp, taken apart by 32.
    private bool IsLaneArithmetic(BinaryExpr b) =>
        b.Right is LiteralSyntax { Kind: LiteralKind.Integer }
        && (b.Operator, ConstantSize.Of(b.Right)) is ("&", 31) or ("%", 32) or ("/", 32) or (">>", 5)
        && Search.ForName(IsLaneName).In(b.Left);

    /// <summary>The same in terms of <c>warpSize</c>: for a thread's own number only, since a constant may be needed of others.</summary>
    private EquatableArray<(Span, string)> WarpSizeFor(BinaryExpr b)
    {
        var literal = (LiteralSyntax)b.Right;
        bool varies = Search.ForName(n => n == "threadIdx" || (IsLaneName(n) && _types.ContainsKey(n) && !constants.ContainsKey(n))).In(b.Left);
        if (!varies || !IsWritten(literal) || TextAt(b.OperatorSpan) != b.Operator)
        {
            return [];
        }
        return b.Operator switch
        {
            "&" => [(literal.Span, "(warpSize - 1)")],
            // division binds tighter than a shift
            ">>" => b.Left is BinaryExpr ? [] : [(b.OperatorSpan, "/"), (literal.Span, "warpSize")],
            _ => [(literal.Span, "warpSize")],
        };
    }

    /// <summary>It stands in the text itself, not in a macro that the text uses.</summary>
    private static bool IsWritten(LiteralSyntax literal) => TextAt(literal.Span) == literal.Text;

    private static string? TextAt(Span span) => span.Source?.Text.Substring(span.Start, span.Length);

    private static bool IsLaneName(string name) => LaneWords.Any(w => name.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static bool MentionsWarpSize(ExprSyntax? expression) => expression is not null && Search.ForName(n => n == "warpSize").In(expression);

    private static bool Is32Bits(TypeSyntax type) => type switch
    {
        BuiltinType b => b.Name is "int" or "unsigned int",
        QualifiedType q => Is32Bits(q.Inner),
        NamedType n => n.Name.Last is "uint32_t" or "int32_t" or "uint",
        _ => false,
    };

    /// <summary>A ballot whose bits are what the expression gives: itself, or with bits taken away.</summary>
    private static CallExpr? BallotIn(ExprSyntax expression) => expression switch
    {
        CallExpr { Callee: NameExpr name } call when Ballots.Contains(name.Name.Last) => call,
        ParenthesizedExpr p => BallotIn(p.Inner),
        CastExpr { Style: "c" or "static_cast" } c => BallotIn(c.Operand),
        BinaryExpr { Operator: "&" or "|" or "^" } b => BallotIn(b.Left) ?? BallotIn(b.Right),
        PrefixExpr { Operator: "~" } p => BallotIn(p.Operand),
        _ => null,
    };

    private static string Name(CallExpr call) => ((NameExpr)call.Callee).Name.Last;

    private long? StartOf(ForStmt loop) => loop.Init is DeclStmt { Declaration: VariableDecl { Variables: [var only] } }
        ? only.Initializer is NameExpr n ? constants.GetValueOrDefault(n.Name.Last) : ConstantSize.Of(only.Initializer)
        : null;

    private static bool HasWidthlessShuffle(StmtSyntax body)
    {
        var finder = Search.ForCall(c => c.Callee is NameExpr n && n.Name.Last.StartsWith("__shfl", StringComparison.Ordinal)
            && c.Arguments.Count < (n.Name.Last.EndsWith("_sync", StringComparison.Ordinal) ? 4 : 3));
        return finder.In(body);
    }

    private bool IsPairOfHalves(ExprSyntax pointer) => pointer switch
    {
        CastExpr c => IsPairOfHalves(c.Type),
        NameExpr n => _types.TryGetValue(n.Name.Last, out var type) && IsPairOfHalves(type),
        PrefixExpr { Operator: "&", Operand: IndexExpr { Base: NameExpr b } } => _types.TryGetValue(b.Name.Last, out var type) && IsPairOfHalves(type),
        BinaryExpr b => IsPairOfHalves(b.Left),
        ParenthesizedExpr p => IsPairOfHalves(p.Inner),
        _ => false,
    };

    private static bool IsPairOfHalves(TypeSyntax type) => type switch
    {
        PointerSyntax p => IsPairOfHalves(p.Pointee),
        ArraySyntax a => IsPairOfHalves(a.Element),
        QualifiedType q => IsPairOfHalves(q.Inner),
        NamedType n => n.Name.Last is "half2" or "__half2" or "__nv_bfloat162" or "nv_bfloat162",
        _ => false,
    };
}
