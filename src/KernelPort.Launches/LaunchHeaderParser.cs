using System.Globalization;
using System.Text.RegularExpressions;
using KernelPort.Core;

namespace KernelPort.Launches;

/// <summary>Reads launch headers: the grammar of the command line's page, and nothing beside it.</summary>
internal sealed partial class LaunchHeaderParser
{
    private readonly List<TestLaunch> _launches = [];
    private readonly List<HeaderError> _errors = [];
    private readonly IReadOnlyDictionary<string, ElementType> _structures;
    private int _line;

    private LaunchHeaderParser(string text) => _structures = StructLayout.Scan(text);

    public static LaunchHeader Parse(string text)
    {
        var parser = new LaunchHeaderParser(text);
        foreach (var (number, line) in LogicalLines(text))
        {
            parser._line = number;
            try
            {
                parser.ReadLine(line);
            }
            catch (FormatException problem)
            {
                parser._errors.Add(new HeaderError(number, problem.Message));
            }
        }
        return new LaunchHeader(parser._launches.ToEquatable(), parser._errors.ToEquatable());
    }

    // Comment lines at the top, a line that starts with three spaces joined to the one above.
    private static List<(int Number, string Text)> LogicalLines(string text)
    {
        var lines = new List<(int, string)>();
        int number = 0;
        foreach (string raw in text.Split('\n'))
        {
            number++;
            string line = raw.TrimEnd();
            if (line.Length == 0)
            {
                continue;
            }
            if (!line.StartsWith("//", StringComparison.Ordinal))
            {
                break;
            }
            string content = line[2..];
            if (content.StartsWith("   ", StringComparison.Ordinal) && lines.Count > 0)
            {
                lines[^1] = (lines[^1].Item1, lines[^1].Item2 + " " + content.Trim());
            }
            else
            {
                lines.Add((number, content.Trim()));
            }
        }
        return lines;
    }

    private void ReadLine(string line)
    {
        var match = Keyword().Match(line);
        if (!match.Success)
        {
            return;
        }
        string rest = line[match.Length..].Trim();
        string condition = match.Groups["condition"].Value.Trim();
        switch (match.Groups["word"].Value)
        {
            case "launch":
                _launches.Add(new TestLaunch(_line, [ReadLaunch(rest, true)]));
                break;
            case "then":
                Change(launch => launch with { Steps = [.. launch.Steps, ReadLaunch(rest, false)] });
                break;
            case "symbol":
                Change(launch => launch with { Symbols = [.. launch.Symbols, ReadSymbol(rest)] });
                break;
            case "tolerance":
                Change(launch => launch with { Tolerances = [.. launch.Tolerances, ReadTolerance(rest)] });
                break;
            case "expect":
                Change(launch => launch with { Expectations = [.. launch.Expectations, ReadExpectation(rest) with { Condition = condition }] });
                break;
            case "note":
                break;
            default:
                throw new FormatException($"'{match.Groups["word"].Value}:' is no word of a launch header");
        }
    }

    private void Change(Func<TestLaunch, TestLaunch> change)
    {
        if (_launches.Count == 0)
        {
            throw new FormatException("this line stands before any 'launch'");
        }
        _launches[^1] = change(_launches[^1]);
    }

    private KernelLaunch ReadLaunch(string text, bool first)
    {
        bool cooperative = text.StartsWith("cooperative ", StringComparison.Ordinal);
        if (cooperative)
        {
            text = text["cooperative ".Length..].TrimStart();
        }
        int open = text.IndexOf("<<<", StringComparison.Ordinal);
        int close = text.IndexOf(">>>", StringComparison.Ordinal);
        if (open <= 0 || close < open)
        {
            throw new FormatException("a launch is NAME<<<GRID, BLOCK>>>(...)");
        }
        string callee = text[..open].Trim();
        int angle = callee.IndexOf('<', StringComparison.Ordinal);
        string name = angle < 0 ? callee : callee[..angle].Trim();
        string templateArguments = angle < 0 ? "" : callee[(angle + 1)..].TrimEnd().TrimEnd('>').Trim();
        if (angle >= 0 && !callee.EndsWith('>') || !Identifier().IsMatch(name))
        {
            throw new FormatException($"'{callee}' is no kernel name");
        }
        var shape = Split(text[(open + 3)..close]);
        if (shape.Count is < 2 or > 3)
        {
            throw new FormatException("<<<GRID, BLOCK[, DYNSHARED]>>> takes two or three values");
        }
        long shared = shape.Count == 3 ? (long)Integer(shape[2]) : 0;
        string tail = text[(close + 3)..].Trim();
        if (!tail.StartsWith('(') || !tail.EndsWith(')'))
        {
            throw new FormatException("the arguments of a launch stand in parentheses at its end");
        }
        var arguments = Split(tail[1..^1]).Select(a => ReadArgument(a, first)).ToEquatable();
        return new KernelLaunch(_line, name, templateArguments, ReadExtent(shape[0]), ReadExtent(shape[1]), shared, cooperative, arguments);
    }

    private static Extent ReadExtent(string text)
    {
        string[] parts = text.Trim().Trim('(', ')').Split(',', StringSplitOptions.TrimEntries);
        uint[] sizes = [1, 1, 1];
        for (int i = 0; i < parts.Length && i < 3; i++)
        {
            sizes[i] = (uint)Integer(parts[i]);
        }
        return new Extent(sizes[0], sizes[1], sizes[2]);
    }

    private LaunchArgument ReadArgument(string text, bool first)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            string name = text.Trim();
            bool known = _launches.Count > 0 && _launches[^1].FindBuffer(name) is not null;
            if (first || !known)
            {
                throw new FormatException($"'{name}' names no buffer of this launch");
            }
            return new BufferReference(name);
        }
        string argument = text[..colon].Trim();
        string value = text[(colon + 1)..].Trim();
        if (TextureSpec.Match(value) is { Success: true } texture)
        {
            var element = ElementOf(texture.Groups["type"].Value.Trim());
            var spec = TextureSpec.Read(texture, element);
            return new BufferArgument(argument, new BufferSpec(element, spec.Texels, ReadFill(texture.Groups["fill"].Value.Trim(), element, spec.Texels))) { Texture = spec };
        }
        var buffer = Buffer().Match(value);
        if (buffer.Success)
        {
            return new BufferArgument(argument, ReadBuffer(buffer.Groups["type"].Value.Trim(), buffer.Groups["count"].Value, buffer.Groups["fill"].Value.Trim()))
            {
                Start = buffer.Groups["start"].Success ? (int)Integer(buffer.Groups["start"].Value) : 0,
            };
        }
        if (value.StartsWith('{') && value.EndsWith('}'))
        {
            string flat = value.Replace('{', ' ').Replace('}', ' ');
            return new StructArgument(argument, flat.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToEquatable());
        }
        if (value.Length == 0 || !(value == "nullptr" || Scalars.TryParseFloat(value, out _) || Scalars.TryParseInteger(value, out _)))
        {
            throw new FormatException($"'{value}' is no value for '{argument}'");
        }
        return new ScalarArgument(argument, value);
    }

    private BufferSpec ReadBuffer(string typeName, string countText, string fill)
    {
        var type = ElementOf(typeName);
        int count = (int)Integer(countText);
        return new BufferSpec(type, count, ReadFill(fill, type, count));
    }

    private ElementType ElementOf(string name) => ElementType.Find(name, _structures) ?? throw new FormatException($"'{name}' is no type a buffer can hold");

    private static BufferFill ReadFill(string text, ElementType type, int count)
    {
        if (text.Length == 0)
        {
            return new BufferFill.Zero();
        }
        if (text == "poison")
        {
            return new BufferFill.Poison();
        }
        var call = Call().Match(text);
        if (call.Success)
        {
            var parts = Split(call.Groups["list"].Value);
            switch (call.Groups["name"].Value)
            {
                case "seq" when parts.Count == 2:
                    return new BufferFill.Sequence(Number(parts[0]), Number(parts[1]));
                case "rand" when parts.Count == 3:
                    return new BufferFill.Random((ulong)Integer(parts[0]), Number(parts[1]), Number(parts[2]));
                default:
                    throw new FormatException($"'{text}' is no filling: seq(start, step) or rand(seed, low, high)");
            }
        }
        string[] values = Words(text);
        CheckValues(values, type, count);
        return new BufferFill.Values(values.ToEquatable());
    }

    private static void CheckValues(string[] values, ElementType type, int count)
    {
        int wanted = count * type.Scalars.Count;
        if (values.Length != wanted && values.Length != 1)
        {
            throw new FormatException($"{values.Length} values where {wanted} are wanted");
        }
        foreach (string value in values)
        {
            Number(value);
        }
    }

    private static SymbolFill ReadSymbolAt(int line, string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            throw new FormatException("a symbol line is NAME = VALUES");
        }
        string[] values = Words(text[(equals + 1)..]);
        foreach (string value in values)
        {
            Number(value);
        }
        return new SymbolFill(line, text[..equals].Trim(), values.ToEquatable());
    }

    private SymbolFill ReadSymbol(string text) => ReadSymbolAt(_line, text);

    private static Tolerance ReadTolerance(string text)
    {
        string[] words = Words(text);
        double absolute = 0, relative = 0, ulp = 0;
        int i = 1;
        for (; i + 1 < words.Length; i += 2)
        {
            if (words[i] is not ("abs" or "rel" or "ulp") || !Scalars.TryParseFloat(words[i + 1], out double value))
            {
                break;
            }
            (absolute, relative, ulp) = words[i] switch
            {
                "abs" => (value, relative, ulp),
                "rel" => (absolute, value, ulp),
                _ => (absolute, relative, value),
            };
        }
        if (i == 1)
        {
            throw new FormatException("a tolerance line is BUFFER [abs X] [rel X] [ulp N] and which operation needs it");
        }
        return new Tolerance(words[0], absolute, relative, ulp, string.Join(' ', words[i..]));
    }

    private Expectation ReadExpectation(string text)
    {
        bool twin = text.EndsWith("(twin)", StringComparison.Ordinal);
        if (twin)
        {
            text = text[..^6].TrimEnd();
        }
        string[] words = Words(text);
        switch (words.Length > 0 ? words[0] : "")
        {
            case "finding":
                int? line = words.Length == 4 && words[2] == "line" ? (int)Integer(words[3]) : null;
                return new Expectation(_line, ExpectationKind.Finding) { Values = [words[1]], AtLine = line, FromTwin = twin };
            case "refused" when words.Length >= 3:
                return new Expectation(_line, ExpectationKind.Refused) { Subject = words[1], Values = [words[2]] };
        }
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            throw new FormatException("an expect line is SUBJECT = VALUES, a finding or a refusal");
        }
        string subject = text[..equals].Trim();
        string[] values = Words(text[(equals + 1)..]);
        bool symbol = subject.StartsWith("symbol ", StringComparison.Ordinal);
        subject = symbol ? subject["symbol ".Length..].Trim() : subject;
        var kind = ExpectationKind.Values;
        var call = Call().Match(subject);
        if (call.Success)
        {
            kind = call.Groups["name"].Value switch
            {
                "sum" => ExpectationKind.Sum,
                "hash" => ExpectationKind.Hash,
                "set" => ExpectationKind.Set,
                _ => throw new FormatException($"'{subject}' is no expectation: sum, hash or set"),
            };
            subject = call.Groups["list"].Value.Trim();
        }
        (int, int)? slice = null;
        var range = Range().Match(subject);
        if (range.Success)
        {
            subject = range.Groups["name"].Value;
            slice = ((int)Integer(range.Groups["from"].Value), (int)Integer(range.Groups["to"].Value));
        }
        if (values.Length == 0 || kind is ExpectationKind.Sum or ExpectationKind.Hash && values.Length != 1)
        {
            throw new FormatException($"wrong number of values for '{subject}'");
        }
        if (kind == ExpectationKind.Hash && values[0] != "?" && !Hash().IsMatch(values[0]))
        {
            throw new FormatException("a hash is 16 hexadecimal digits");
        }
        if (!symbol && _launches[^1].FindBuffer(subject) is null)
        {
            throw new FormatException($"'{subject}' is no buffer of this launch");
        }
        return new Expectation(_line, kind) { Subject = subject, IsSymbol = symbol, Slice = slice, Values = values.ToEquatable(), FromTwin = twin };
    }

    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        int depth = 0, start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '{' or '[' ? 1 : text[i] is ')' or '}' or ']' ? -1 : 0;
            if (text[i] == ',' && depth == 0)
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }
        if (text.Trim().Length > 0)
        {
            parts.Add(text[start..].Trim());
        }
        return parts;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static Int128 Integer(string text) =>
        Scalars.TryParseInteger(text.Trim(), out var value) ? value : throw new FormatException($"'{text}' is no whole number");

    private static double Number(string text) =>
        Scalars.TryParseFloat(text.Trim(), out double value) ? value : throw new FormatException($"'{text}' is no number");

    [GeneratedRegex(@"^(?<word>[a-z]+)(?:\((?<condition>[^)]*)\))?\s*:(?=\s|$)")]
    private static partial Regex Keyword();

    [GeneratedRegex(@"^[A-Za-z_]\w*(::\w+)*$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^(?<type>[A-Za-z_][\w ]*?)\s*\[(?<count>[^\]]+)\]\s*(?:from\s+(?<start>\d+)\s*)?(?:=\s*(?<fill>.*))?$")]
    private static partial Regex Buffer();

    [GeneratedRegex(@"^(?<name>[a-z]+)\s*\((?<list>.*)\)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^(?<name>\w+)\s*\[\s*(?<from>\d+)\s*\.\.\s*(?<to>\d+)\s*\]$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^[0-9a-f]{16}$")]
    private static partial Regex Hash();
}
