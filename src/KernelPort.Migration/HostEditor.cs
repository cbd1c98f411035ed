using KernelPort.Backends;
using KernelPort.Backends.Vectors;
using KernelPort.Core;
using KernelPort.Cuda.HostSide;
using KernelPort.Cuda.Preprocessing;
using static System.FormattableString;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Migration;

/// <summary>Finds the edits that leave of a CUDA file what the host's compiler is to see.</summary>
internal sealed class HostEditor
{
    private readonly IReadOnlyList<HostHeader> _headers;
    private readonly string _text;
    private readonly Token[] _tokens;
    private readonly SortedDictionary<int, TextEdit> _edits = [];
    private readonly SortedDictionary<int, DeviceFunction> _functions = [];
    private readonly SortedDictionary<int, KernelBody> _kernels = [];
    private readonly SortedDictionary<int, DeviceVariable> _variables = [];
    private readonly SortedSet<int> _unsupported = [];
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private int _migrated;

    public HostEditor(TreeFile file, IReadOnlyList<HostHeader> headers)
    {
        File = file;
        _headers = headers;
        _text = file.Source.Text;
        _tokens = Lexer.Lex(file.Source, new NameTable()).Tokens;
        // "cudaError_t cudaStatus = ..." in a macro is declared in no unit's syntax.
        for (int i = 1; i + 1 < _tokens.Length; i++)
        {
            if (_tokens[i].Kind == Identifier && _tokens[i - 1].Kind is Identifier or Star && _tokens[i + 1].Kind is Assign or Semi)
            {
                _declared.Add(_tokens[i].Text);
            }
        }
        foreach (var device in file.DeviceTexts)
        {
            device.Kernels.ForEach(k => _kernels.TryAdd(k.Body.Start, k));
            device.Functions.ForEach(f => _functions.TryAdd(f.Span.Start, f));
            device.Variables.ForEach(v => _variables.TryAdd(v.Span.Start, v));
            device.TooDeep.ForEach(s => ToDo(s, "it nests too deeply to be looked at"));
        }
    }

    public TreeFile File { get; }

    public DiagnosticBag Bag { get; } = new();

    public List<TextEdit> Edits => [.. _edits.Values];

    public TokenCounts Counts => new(_tokens.Length, _migrated, _unsupported.Count, 0);

    /// <summary>The words that the host's text has: what the device alone has and the host speaks of stays declared.</summary>
    public IEnumerable<string> Spoken()
    {
        var gone = new Queue<Span>(_kernels.Values.Select(k => k.Body).Concat(_functions.Values.Select(f => f.Span)).OrderBy(g => g.Start));
        foreach (var t in _tokens.Where(t => t.Kind == Identifier))
        {
            while (gone.TryPeek(out var past) && past.End <= t.Offset)
            {
                gone.Dequeue();
            }
            if (!gone.TryPeek(out var next) || t.Offset < next.Start)
            {
                yield return t.Text;
            }
        }
    }

    /// <param name="spoken">Words of the host's text, of all files.</param>
    /// <param name="emitted">What was emitted of the file; null where it has none.</param>
    public void Run(IReadOnlySet<string> spoken, EmittedUnit? emitted)
    {
        foreach (var k in _kernels.Values)
        {
            Kernel(k);
        }
        foreach (var f in _functions.Values)
        {
            Function(f, spoken);
        }
        foreach (var v in _variables.Values)
        {
            Variable(v);
        }
        Tokens();
        if (emitted is not null)
        {
            Replace(_text.Length, _text.Length, (_text.EndsWith('\n') ? "" : "\n") + Known(emitted));
        }
    }

    /// <summary>What makes the file's kernels and variables known to the launches.</summary>
    private string Known(EmittedUnit emitted)
    {
        var text = new System.Text.StringBuilder();
        text.Append($"\n// What of this file is on the device. Made by KernelPort.\n#include \"{emitted.Stem}.host.h\"\n");
        text.Append($"static const kp_known_kernels kp_kernels_of_this_unit(&kp_this_unit, {LaunchFunctions.TableOf(emitted.Stem)}());\n");
        foreach (var (global, number) in emitted.Variables.Select((g, i) => (g, i)))
        {
            // Those of headers too: each unit has its own.
            if (File.VariablesOfUnit.FirstOrDefault(v => v.At.Source?.Path == global.From.Span.Source?.Path && v.At.Start == global.From.Span.Start) is { } variable)
            {
                text.Append(Invariant($"static const kp_known_variable kp_variable{number}((const void*)&{variable.Name}, {LaunchFunctions.AddressOf(global)});\n"));
            }
        }
        return text.ToString();
    }

    private void Kernel(KernelBody k)
    {
        if (!IsBraced(k.Body) || k.Body.Start < k.Span.Start)
        {
            ToDo(k.Span, "its text comes from a macro");
        }
        else if (k.Parameters is null)
        {
            ToDo(k.Span, "a parameter has no name");
        }
        else
        {
            Replace(k.Body.Start, k.Body.End, $"{{ struct kp_here {{}}; kp_launch_kernel(&kp_this_unit, typeid(kp_here){string.Concat(k.Parameters.Select(p => ", " + p))}); }}");
        }
    }

    private void Function(DeviceFunction f, IReadOnlySet<string> spoken)
    {
        bool isDeclared = f.IsMember || spoken.Contains(f.Name);
        if (f.Body.IsNone && isDeclared)
        {
            return;
        }
        if (!f.Body.IsNone && (_text[f.Body.End - 1] != '}' || f.Body.Start < f.Span.Start))
        {
            ToDo(f.Span, "its text comes from a macro");
        }
        else if (isDeclared)
        {
            Replace(f.Body.Start, f.Body.End, ";");
        }
        else
        {
            Remove(f.Span.Start, f.Span.End);
        }
    }

    private void Variable(DeviceVariable v)
    {
        if (v.IsManaged)
        {
            ToDo(v.Span, "the target has no memory that host and device share");
        }
        else if (v.IsShared)
        {
            Remove(v.Span.Start, v.Span.End);
        }
    }

    /// <summary>With a declaration goes the semicolon behind it, and with all of a line the line.</summary>
    private void Remove(int start, int end)
    {
        int semicolon = end;
        while (semicolon < _text.Length && char.IsWhiteSpace(_text[semicolon]))
        {
            semicolon++;
        }
        if (_text[end - 1] is not ('}' or ';') && semicolon < _text.Length && _text[semicolon] == ';')
        {
            end = semicolon + 1;
        }
        int lineStart = start, lineEnd = end;
        while (lineStart > 0 && _text[lineStart - 1] is ' ' or '\t')
        {
            lineStart--;
        }
        while (lineEnd < _text.Length && _text[lineEnd] is ' ' or '\t' or '\r')
        {
            lineEnd++;
        }
        bool isWhole = (lineStart == 0 || _text[lineStart - 1] == '\n') && (lineEnd == _text.Length || _text[lineEnd] == '\n');
        Replace(isWhole ? lineStart : start, isWhole ? Math.Min(lineEnd + 1, _text.Length) : end, "");
    }

    /// <summary>On the tokens, so that macros with launches in them come along.</summary>
    private void Launch(int open)
    {
        int first = Callee(open - 1);
        int close = open + 1;
        for (int depth = 0; close < _tokens.Length && !(depth == 0 && _text.AsSpan(_tokens[close].Offset).StartsWith(">>>")); close++)
        {
            depth += _tokens[close].Kind switch { LParen or LBrack or LBrace => 1, RParen or RBrack or RBrace => -1, _ => 0 };
            close = depth < 0 || _tokens[close].Kind == Semi ? _tokens.Length : close;
        }
        int list = close;
        while (list < _tokens.Length && _tokens[list].Offset < _tokens[close].Offset + 3)
        {
            list++;
        }
        int end = list < _tokens.Length && _tokens[list].Kind == LParen ? CloseOf(list) : _tokens.Length;
        if (first < 0 || end >= _tokens.Length)
        {
            ToDo(_tokens[open].Span, "what this launches cannot be told from its text");
            return;
        }
        Replace(_tokens[first].Offset, _tokens[first].Offset, $"(kp_configure({_text[_tokens[open].End.._tokens[close].Offset].Trim()}), ");
        Replace(_tokens[open - 1].End, _tokens[close].Offset + 3, "");
        Replace(_tokens[end].End, _tokens[end].End, ")");
        _migrated += list - open;
    }

    /// <summary>A kernel given by its address: <c>(void *)</c> before it takes the types of its parameters away.</summary>
    private void KeepType(int open)
    {
        int i = open + 1;
        if (open < _tokens.Length && _tokens[open].Kind == LParen && i < _tokens.Length && _tokens[i].Kind == LParen && CloseOf(i) is var close && close < _tokens.Length
            && _tokens[(i + 1)..close].All(t => t.Kind is KwConst or KwVoid or Star) && _tokens[close - 1].Kind == Star)
        {
            Replace(_tokens[i].Offset, _tokens[close].End, "");
        }
    }

    private int CloseOf(int open)
    {
        int depth = 0;
        for (int i = open; i < _tokens.Length; i++)
        {
            depth += _tokens[i].Kind switch { LParen => 1, RParen => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }
        return _tokens.Length;
    }

    /// <summary>The first token of the name, or the expression in brackets, that ends at a token; -1 where there is none.</summary>
    private int Callee(int at)
    {
        if (at >= 0 && _tokens[at].Kind == RParen)
        {
            return OpenOf(at, LParen, RParen);
        }
        int i = at;
        for (;;)
        {
            i = i >= 0 && _tokens[i].Kind is Greater or ShiftRight ? OpenOf(i, Less, Greater) - 1 : i;
            if (i < 0 || _tokens[i].Kind != Identifier)
            {
                return -1;
            }
            if (i == 0 || _tokens[i - 1].Kind != ColonColon)
            {
                return i;
            }
            if (i == 1 || _tokens[i - 2].Kind is not (Identifier or Greater or ShiftRight))
            {
                return i - 1;
            }
            i -= 2;
        }
    }

    private int OpenOf(int close, Grammar.TokenKind opening, Grammar.TokenKind closing)
    {
        int depth = 0;
        for (int i = close; i >= 0; i--)
        {
            depth += _tokens[i].Kind == closing ? 1 : _tokens[i].Kind == opening ? -1 : closing == Greater && _tokens[i].Kind == ShiftRight ? 2 : 0;
            if (depth <= 0)
            {
                return i;
            }
        }
        return -1;
    }

    private void Tokens()
    {
        // CUDA's compiler includes its runtime before all else.
        bool isCuda = File.IsUnit && File.Source.Path.EndsWith(".cu", StringComparison.OrdinalIgnoreCase), hasMain = isCuda;
        var needed = new SortedSet<int>();
        var gone = new Queue<TextEdit>(_edits.Values.Where(e => e.Length > 0));
        for (int i = 0; i < _tokens.Length; i++)
        {
            var t = _tokens[i];
            while (gone.TryPeek(out var past) && past.End <= t.Offset)
            {
                gone.Dequeue();
            }
            bool isGone = gone.TryPeek(out var edit) && edit.Start <= t.Offset && t.End <= edit.End;
            if (t.Kind == Hash && t.IsLineStart && i + 2 < _tokens.Length && _tokens[i + 1].Text == "include")
            {
                Include(i, ref hasMain);
            }
            else if (i > 1 && _tokens[i - 1].Text is "ifdef" or "ifndef" && _tokens[i - 2].Kind == Hash)
            {
                continue; // asks whether a header of CUDA's is there, which it is not
            }
            else if (isGone)
            {
                _migrated++;
            }
            else if (i < File.Uses.Length && (File.Uses[i] & RawTokenUse.Active) == 0 && !IsInMacro(i))
            {
                continue;
            }
            else if (t.Kind == LaunchOpen)
            {
                Launch(i);
            }
            else if (t.Text == "cudaLaunchKernel")
            {
                KeepType(i + 1);
            }
            else if (t.Kind == Identifier && CudaLook.IsCudaName(t.Text) && !_declared.Contains(t.Text) && !File.IsOwnName(t.Text, File.Source, t.Offset) && !File.IsDeclared(t.Text))
            {
                int header = Enumerable.Range(0, _headers.Count).FirstOrDefault(h => _headers[h].Names.Contains(t.Text), -1);
                if (header > 0)
                {
                    needed.Add(header);
                }
                else if (header < 0)
                {
                    _unsupported.Add(i);
                    Bag.Add(MigrationRules.NoCounterpart.At(t.Span, t.Text));
                }
            }
        }
        var added = needed.Select(h => _headers[h].Name).ToList();
        if (isCuda || (!hasMain && added.Count > 0))
        {
            added.Insert(0, _headers[0].Name);
        }
        if (added.Count > 0)
        {
            InsertIncludes(added);
        }
    }

    /// <summary>Ours stand before all else, or, in a header, behind the one that took the place of CUDA's.</summary>
    private void InsertIncludes(List<string> names)
    {
        string text = string.Concat(names.Select(n => $"#include \"{n}\"\n"));
        if (names[0] != _headers[0].Name && _edits.Values.FirstOrDefault(e => e.Text.StartsWith("#include \"", StringComparison.Ordinal) && e.Length > 0) is { } main)
        {
            _edits[main.Start] = main with { Text = main.Text + "\n" + text.TrimEnd('\n') };
            return;
        }
        int first = _tokens.Length > 0 ? _tokens[0].Offset : 0;
        int at = first == 0 ? 0 : _text.LastIndexOf('\n', first - 1) + 1;
        Replace(at, at, text);
    }

    private void Include(int hash, ref bool hasMain)
    {
        if (IncludedName.At(_text, _tokens[hash + 2].Offset) is not var (name, _, start))
        {
            return;
        }
        int end = start + name.Length + 1;
        if (File.TreeIncludes.ContainsKey(_tokens[hash].Offset) || File.TreeIncludes.ContainsKey(_tokens[hash + 1].Offset))
        {
            if (HostHalf.PathOf(name) is var path && path != name)
            {
                Replace(start, start + name.Length, path);
            }
        }
        else if (IsCudaHeader(name))
        {
            var theirs = new[] { hasMain ? null : _headers[0], _headers.FirstOrDefault(h => h.InPlaceOf.Contains(name)) }.Where(h => h is not null).ToList();
            hasMain = true;
            if (theirs.Count == 0)
            {
                Remove(_tokens[hash].Offset, end);
            }
            else
            {
                Replace(_tokens[hash].Offset, end, string.Join('\n', theirs.Select(h => $"#include \"{h!.Name}\"")));
            }
        }
    }

    private static bool IsCudaHeader(string name) => CudaLook.IsCudaHeader(name)
        || name is "cuda.h" or "device_launch_parameters.h" or "device_functions.h" or "driver_types.h" or "vector_types.h" or "vector_functions.h" or "host_defines.h" or "builtin_types.h"
            or "math_functions.h" or "math_constants.h" or "texture_fetch_functions.h" or "channel_descriptor.h" or "cooperative_groups.h" or "cublas.h" or "mma.h" or "crt/mma.h";

    /// <summary>A macro's text counts as used: who uses it is not looked at.</summary>
    private bool IsInMacro(int i)
    {
        while (i > 0 && !_tokens[i].IsLineStart)
        {
            i--;
        }
        return _tokens[i].Kind == Hash && i + 1 < _tokens.Length && _tokens[i + 1].Text == "define";
    }

    private bool IsBraced(Span body) => _text[body.Start] == '{' && _text[body.End - 1] == '}';

    private void ToDo(Span at, string why)
    {
        var word = _tokens.FirstOrDefault(t => t.Offset >= at.Start);
        Bag.Add(MigrationRules.ToDo.At(at, word?.Text ?? "", why));
    }

    private void Replace(int start, int end, string text)
    {
        if (_edits.TryGetValue(start, out var before))
        {
            // What stands before a place and what takes the place of text there.
            text = before.Length == 0 ? before.Text + text : text + before.Text;
            end = Math.Max(end, before.End);
        }
        _edits[start] = new TextEdit(start, end - start, text);
    }
}
