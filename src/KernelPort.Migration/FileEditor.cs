using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Cuda.Hazards;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Grammar;
using KernelPort.Ir;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Migration;

/// <summary>Finds a file's edits for one target, token by token, directives by their own rules.</summary>
internal sealed partial class FileEditor
{
    private readonly TreeFile _file;
    private readonly Target _target;
    private readonly MigrationProfile _profile;
    private readonly HostApi _api;
    private readonly Token[] _tokens;
    private readonly Bucket[] _buckets;
    private readonly HashSet<string> _ownNames = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ApiRow> _inferred = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ApiRow> _measured = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _needed = new(StringComparer.Ordinal);
    private readonly bool _wide;
    private readonly string? _meansThirtyTwo;
    private bool _saysWidth;

    public FileEditor(TreeFile file, Target target, MigrationProfile profile, HostApi api, RowsOfThirtyTwo rows)
    {
        _file = file;
        _target = target;
        _profile = profile;
        _api = api;
        _tokens = Lexer.Lex(file.Source, new NameTable()).Tokens;
        _buckets = new Bucket[_tokens.Length];
        // who asks for the machine's width does not want CUDA's 32 lanes back
        bool readsWidth = FindsWarpSize();
        _meansThirtyTwo = readsWidth && target.WarpWidth > 32 ? rows.Reason(file) : null;
        AsksForWidth = readsWidth && _meansThirtyTwo is null;
        _wide = target.WarpWidth > 32 && !AsksForWidth;
    }

    private enum Bucket : byte
    {
        Kept,
        Migrated,
        Unsupported,
        Unknown,
    }

    /// <summary>The file reads <c>warpSize</c>, and wants the machine's.</summary>
    public bool AsksForWidth { get; }

    public List<TextEdit> Edits { get; } = [];

    /// <summary>Our headers that the new text includes, as paths below the output folder.</summary>
    public SortedSet<string> Supplied { get; } = new(StringComparer.Ordinal);

    /// <summary>The rows it used whose names were concluded, seen in no text of the vendor's.</summary>
    public IEnumerable<ApiRow> Inferred => _inferred.Values;

    public DiagnosticBag Bag { get; } = new();

    /// <summary>What only an edit can change, said for those who want none.</summary>
    public DiagnosticBag BeyondShim { get; } = new();

    public TokenCounts Counts => new(
        _tokens.Length,
        _buckets.Count(b => b == Bucket.Migrated),
        _buckets.Count(b => b == Bucket.Unsupported),
        _buckets.Count(b => b == Bucket.Unknown));

    public void Run()
    {
        for (int i = 0; i < _tokens.Length;)
        {
            if (_tokens[i].Kind == Hash && _tokens[i].IsLineStart)
            {
                int end = EndOfLine(i);
                Directive(i, end);
                i = end;
                continue;
            }
            Look(i, _tokens.Length);
            LookForDouble(i);
            BoundCollective(i);
            BoundKernel(i);
            ReadRegister(i);
            NameBraces(i);
            i++;
        }
        Permute();
        AddHeaders();
        var start = new Span(_file.Source, 0, 0);
        if (_inferred.Count > 0)
        {
            Bag.Add(MigrationRules.Inferred.At(start, _inferred.Count, Some(_inferred.Keys)));
        }
        if (_measured.Count > 0)
        {
            string devices = string.Join(", ", _measured.Values.SelectMany(r => r.MeasuredOn.Split(", ")).Distinct().Order(StringComparer.Ordinal));
            Bag.Add(MigrationRules.Measured.At(start, _measured.Count, devices, Some(_measured.Keys)));
        }
    }

    private static string Some(ICollection<string> names) => string.Join(", ", names.Take(8)) + (names.Count > 8 ? ", ..." : "");

    /// <summary>A machine without double takes no kernel that has one.</summary>
    private void LookForDouble(int i)
    {
        var token = _tokens[i];
        bool isDouble = token.Kind == KwDouble || (token.Kind == Identifier && token.Text is "double1" or "double2" or "double3" or "double4");
        if (isDouble && _target.Scalars.GetValueOrDefault(Scalar.F64) is Support.Missing
            && (_file.DeviceCode.Exists(d => token.Offset >= d.Start && token.Offset < d.End) || _file.IsHazard(HazardKind.DoublePrecision, token.Offset)))
        {
            _buckets[i] = Bucket.Unsupported;
            Bag.Add(MigrationRules.NoCounterpart.At(token.Span, token.Text));
        }
    }

    /// <summary>A kernel without bounds of its own gets what the target would not take for granted.</summary>
    private void BoundKernel(int i)
    {
        if (_profile.KernelBounds.Length == 0 || _tokens[i].Text != "__global__")
        {
            return;
        }
        for (int k = i - 1; k >= 0 && _tokens[k].Kind is not (Semi or RBrace or LBrace or Greater); k--)
        {
            if (_tokens[k].Text == "__launch_bounds__")
            {
                return;
            }
        }
        for (int k = i + 1; k < _tokens.Length && _tokens[k].Kind is not (Semi or LBrace); k++)
        {
            if (_tokens[k].Text == "__launch_bounds__")
            {
                return;
            }
            // a macro of the program's may bring the bounds along
            if (_tokens[k].Kind == LParen && _tokens[k - 1].Kind is Identifier or Greater)
            {
                Edits.Add(new TextEdit(_tokens[i].Offset + _tokens[i].Length, 0, " " + _profile.KernelBounds));
                _buckets[i] = Bucket.Migrated;
                return;
            }
        }
    }

    private int EndOfLine(int hash)
    {
        int end = hash + 1;
        while (end < _tokens.Length && !_tokens[end].IsLineStart)
        {
            end++;
        }
        return end;
    }

    private void Directive(int hash, int end)
    {
        if (hash + 1 >= end)
        {
            return;
        }
        switch (_tokens[hash + 1].Text)
        {
            case "include" or "include_next" or "import":
                Include(hash, end);
                break;
            case "if" or "elif" or "ifdef" or "ifndef" or "elifdef" or "elifndef" or "undef":
                for (int i = hash + 2; i < end; i++)
                {
                    Look(i, end);
                    AsksForHeader(i, end);
                    WarnOfValues(i);
                }
                break;
            case "define":
                for (int i = hash + 3; i < end; i++)
                {
                    Look(i, end);
                }
                break;
        }
    }

    /// <summary>A version number compared with a constant keeps CUDA's constant.</summary>
    private void WarnOfValues(int i)
    {
        if (_tokens[i].Text is "CUDA_VERSION" or "CUDART_VERSION" or "__CUDACC_VER_MAJOR__" && IsCompared(i) && _api.Find(_tokens[i].Text, false) is { IsMapped: true } row && row.Target != row.Cuda)
        {
            Bag.Add(MigrationRules.OtherValues.At(_tokens[i].Span, row.Cuda));
        }
    }

    private bool IsCompared(int i) => IsComparison(KindAt(i + 1)) || IsComparison(KindAt(i - 1));

    /// <summary>A comparison of <c>__CUDA_ARCH__</c> asks what the machine can do, in CUDA's numbers: the target answers in them. On the host, where its macro is not defined, with 0.</summary>
    private bool AnswersInLevels(int i, ApiRow row)
    {
        if (row.Cuda != "__CUDA_ARCH__" || row.Target == row.Cuda || _target.Traits.Architecture is not { } level || !IsCompared(i))
        {
            return false;
        }
        Edits.Add(new TextEdit(_tokens[i].Offset, _tokens[i].Length, $"({row.Target} ? {level} : 0)"));
        _buckets[i] = Bucket.Migrated;
        Bag.Add(MigrationRules.Level.At(_tokens[i].Span, row.Cuda, level));
        return true;
    }

    private static bool IsComparison(TokenKind kind) => kind is Less or Greater or LessEqual or GreaterEqual or EqualEqual or NotEqual;

    /// <summary>Decides about one token; calls are looked at up to a limit, the end of the directive or file.</summary>
    private void Look(int i, int limit)
    {
        var token = _tokens[i];
        if (token.Kind != Identifier || _buckets[i] != Bucket.Kept)
        {
            return;
        }
        string name = token.Text;
        if (_meansThirtyTwo is { } reason && name == "warpSize")
        {
            WriteWidth(i, reason);
            return;
        }
        var row = _api.Find(name, _wide);
        bool looks = row is null && (CudaLook.IsCudaName(name) || (name is "cuda" or "nvcuda" && KindAt(i + 1) == ColonColon));
        if ((row is null && !looks) || (row is not null && row.Target == name && row.Kind != ApiKind.Call))
        {
            return;
        }
        if (IsMember(i))
        {
            if (row is { Kind: ApiKind.Member, IsMapped: true })
            {
                Rename(i, row);
            }
            return;
        }
        // an alias of CUDA's namespace looks like somebody else's; a name without counterpart is listed all the same, unless the program declares it
        bool listed = row is { IsMapped: false, Kind: not ApiKind.Member } && KindAt(i - 2) == Identifier && _tokens[i - 2].Text != "std";
        if (row?.Kind == ApiKind.Member || (IsForeignlyQualified(i) && !listed))
        {
            return;
        }
        if (row?.Kind == ApiKind.Namespace && !IsNamespaceUse(i))
        {
            return;
        }
        if (_file.IsOwnName(name, token.Source, token.Offset))
        {
            if (row is not null && _ownNames.Add(name))
            {
                Bag.Add(MigrationRules.OwnName.At(token.Span, name));
            }
            return;
        }
        Decide(i, limit, name, row);
    }

    /// <summary>CUDA's number of lanes in place of the machine's.</summary>
    private void WriteWidth(int i, string reason)
    {
        if (!_saysWidth)
        {
            Bag.Add(MigrationRules.Width.At(_tokens[i].Span, reason));
            _saysWidth = true;
        }
        Edits.Add(new TextEdit(_tokens[i].Offset, _tokens[i].Length, "32"));
        _buckets[i] = Bucket.Migrated;
        BeyondShim.Add(MigrationRules.ToDo.At(_tokens[i].Span, "warpSize", $"it is wider here, and {reason}"));
    }

    private void Decide(int i, int limit, string name, ApiRow? row)
    {
        var token = _tokens[i];
        if (row is null)
        {
            if (!_file.IsDeclared(name))
            {
                _buckets[i] = Bucket.Unknown;
                Bag.Add(MigrationRules.UnknownName.At(token.Span, name));
            }
            return;
        }
        if (!row.IsMapped)
        {
            if (!_file.IsDeclared(name) || CudaLook.IsCudaName(name))
            {
                _buckets[i] = Bucket.Unsupported;
                Bag.Add(MigrationRules.NoCounterpart.At(token.Span, name));
            }
            return;
        }
        if (IsPasted(i))
        {
            ToDo(i, "it is part of a pasted name");
        }
        else if (row.Target != name && _file.IsOwnName(row.Target, token.Source, token.Offset))
        {
            ToDo(i, $"the program has a '{row.Target}' of its own here");
        }
        else if ((token.Flags & TokenFlags.Spliced) != 0)
        {
            ToDo(i, "a line continuation goes through it");
        }
        else if (row.Kind is ApiKind.Call or ApiKind.Wide)
        {
            EditCall(i, limit, row);
        }
        else if (!AnswersInLevels(i, row))
        {
            Rename(i, row);
        }
    }

    private void Rename(int i, ApiRow row)
    {
        if (row.Target != row.Cuda)
        {
            Edits.Add(new TextEdit(_tokens[i].Offset, _tokens[i].Length, row.Target));
            _buckets[i] = Bucket.Migrated;
        }
        if (row.DeclaredIn.Length > 0)
        {
            _needed.Add(row.DeclaredIn);
            Supplied.Add(row.DeclaredIn);
        }
        NoteMark(row);
    }

    private void NoteMark(ApiRow row)
    {
        if (row.Inferred || row.MeasuredOn.Length > 0)
        {
            (row.Inferred ? _inferred : _measured)[row.Kind is ApiKind.Call or ApiKind.Wide ? row.Cuda : row.Target] = row;
        }
    }

    private void ToDo(int i, string why)
    {
        _buckets[i] = Bucket.Unsupported;
        Bag.Add(MigrationRules.ToDo.At(_tokens[i].Span, _tokens[i].Text, why));
    }

    private TokenKind KindAt(int i) => i >= 0 && i < _tokens.Length ? _tokens[i].Kind : EndOfFile;

    private bool IsMember(int i) => KindAt(i - 1) is Dot or Arrow;

    private bool IsPasted(int i) => KindAt(i - 1) == HashHash || KindAt(i + 1) == HashHash;

    private bool IsNamespaceUse(int i) => KindAt(i + 1) == ColonColon || KindAt(i - 1) == KwNamespace || (KindAt(i - 1) == Assign && KindAt(i - 3) == KwNamespace);

    /// <summary>Qualified by something that is no name of CUDA's: then it is somebody else's.</summary>
    private bool IsForeignlyQualified(int i)
    {
        if (KindAt(i - 1) != ColonColon)
        {
            return false;
        }
        return KindAt(i - 2) switch
        {
            Identifier => _api.Find(_tokens[i - 2].Text, false) is null or { Kind: ApiKind.Namespace },
            Greater => true,
            _ => false,
        };
    }

    private bool FindsWarpSize()
    {
        for (int i = 0; i < _tokens.Length; i++)
        {
            if (_tokens[i].Kind == Identifier && _tokens[i].Text == "warpSize" && !IsMember(i))
            {
                return true;
            }
        }
        return false;
    }
}
