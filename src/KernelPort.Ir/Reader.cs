using System.Globalization;
using KernelPort.Core;

namespace KernelPort.Ir;

/// <summary>Reads what <see cref="Printer"/> writes: printing the result gives the text again.</summary>
public sealed partial class Reader
{
    // Recursive visitors handle what is read here: deeper text is refused instead of overflowing their stack.
    private const int MaxDepth = 400;

    private readonly List<KirToken> _tokens;
    private readonly Func<string, Intrinsic?> _find;
    private readonly Dictionary<string, StructType> _structs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _structUses = new(StringComparer.Ordinal);
    private int _next;
    private int _depth;
    private Dictionary<int, NamedValue> _lets = [];
    private List<Variable> _variables = [];

    private Reader(string text, Func<string, Intrinsic?> find)
    {
        _tokens = KirLexer.Lex(text);
        _find = find;
    }

    /// <summary>Reads a module. It is well-formed as text; whether it keeps the rules is for <see cref="Verifier"/> to say.</summary>
    /// <param name="find">Finds operations that a backend declared besides the core's.</param>
    /// <exception cref="KirFormatException">The text is no `.kir`; nothing else is thrown.</exception>
    public static Module Read(string text, Func<string, Intrinsic?>? find = null) =>
        new Reader(text, name => Intrinsics.Find(name) ?? find?.Invoke(name)).ReadModule();

    private KirToken Token => _tokens[_next];

    private KirToken Take()
    {
        var token = _tokens[_next];
        if (token.Kind != KirKind.End)
        {
            _next++;
        }
        return token;
    }

    private KirFormatException Error(string problem) => new(Token.Line, problem);

    private bool Is(string word) => Token.Kind is KirKind.Word or KirKind.Sign && Token.Text == word;

    private bool TryTake(string word)
    {
        if (!Is(word))
        {
            return false;
        }
        _next++;
        return true;
    }

    private void Expect(string word)
    {
        if (!TryTake(word))
        {
            throw Error($"'{word}' is expected, not '{Token.Text}'");
        }
    }

    private KirToken Expect(KirKind kind, string what) => Token.Kind == kind ? Take() : throw Error($"{what} is expected, not '{Token.Text}'");

    private int Integer()
    {
        var token = Expect(KirKind.Number, "a number");
        return int.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : throw new KirFormatException(token.Line, $"'{token.Text}' is no number here");
    }

    private long Long()
    {
        var token = Expect(KirKind.Number, "a number");
        return long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : throw new KirFormatException(token.Line, $"'{token.Text}' is no number here");
    }

    private T Member<T>(string word, int line) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString().ToLowerInvariant(), word, StringComparison.Ordinal))
            {
                return value;
            }
        }
        throw new KirFormatException(line, $"'{word}' is not known here");
    }

    private void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw Error(Build.Invariant($"nested more than {MaxDepth} deep"));
        }
    }

    private void Leave() => _depth--;

    private List<T> List<T>(string close, Func<T> item)
    {
        var items = new List<T>();
        if (!Is(close))
        {
            do
            {
                items.Add(item());
            }
            while (TryTake(","));
        }
        Expect(close);
        return items;
    }

    private Module ReadModule()
    {
        var structs = new List<StructType>();
        var globals = new List<Global>();
        var functions = new List<Function>();
        while (Token.Kind != KirKind.End)
        {
            if (TryTake("struct"))
            {
                structs.Add(Struct());
            }
            else if (TryTake("global"))
            {
                globals.Add(Global());
            }
            else if (Is("kernel") || Is("function"))
            {
                functions.Add(Function());
            }
            else
            {
                throw Error($"'struct', 'global', 'kernel' or 'function' is expected, not '{Token.Text}'");
            }
        }
        foreach (var (name, line) in _structUses)
        {
            if (!_structs[name].IsComplete)
            {
                throw new KirFormatException(line, $"the struct %{name} is not declared");
            }
        }
        return new Module(structs.ToEquatable(), globals.ToEquatable(), functions.ToEquatable());
    }

    private StructType StructNamed(KirToken token, bool isBuiltin = false, bool isUnion = false)
    {
        if (!_structs.TryGetValue(token.Text, out var type))
        {
            type = new StructType(token.Text) { IsBuiltin = isBuiltin, IsUnion = isUnion };
            _structs.Add(token.Text, type);
            _structUses[token.Text] = token.Line;
        }
        return type;
    }

    private StructType Struct()
    {
        var name = Expect(KirKind.Struct, "a struct's name");
        Expect("size");
        long size = Long();
        Expect("align");
        int align = Integer();
        if (size < 0 || align < 1)
        {
            throw Error("a struct has a size and an alignment");
        }
        bool builtin = TryTake("builtin");
        bool union = TryTake("union");
        bool packed = TryTake("packed");
        var type = StructNamed(name, builtin, union);
        if (type.IsComplete || type.IsBuiltin != builtin || type.IsUnion != union)
        {
            throw new KirFormatException(name.Line, type.IsComplete ? $"the struct %{name.Text} is declared twice" : $"the struct %{name.Text} is used before it is declared");
        }
        Expect("{");
        var fields = new List<StructField>();
        while (!TryTake("}"))
        {
            string field = Token.Kind == KirKind.Text ? Take().Text : Expect(KirKind.Word, "a field's name").Text;
            Expect(":");
            var fieldType = Type();
            Expect("at");
            fields.Add(new StructField(field, fieldType, Long()) { IsPadding = TryTake("padding") });
        }
        type.Complete(fields.ToEquatable(), size, align, packed);
        return type;
    }

    private Global Global()
    {
        string name = Expect(KirKind.Global, "a global's name").Text;
        Expect(":");
        var type = Type();
        Expect("in");
        var space = Space();
        bool isElsewhere = TryTake("elsewhere");
        byte[] initial = [];
        if (TryTake("="))
        {
            var hex = Expect(KirKind.Text, "bytes");
            if (hex.Text.Length % 2 != 0 || !hex.Text.All(char.IsAsciiHexDigit))
            {
                throw new KirFormatException(hex.Line, "bytes are written as pairs of hexadecimal digits");
            }
            initial = Convert.FromHexString(hex.Text);
        }
        return new Global(name, type, space, initial.ToEquatable()) { IsElsewhere = isElsewhere };
    }

    private AddressSpace Space()
    {
        var token = Expect(KirKind.Word, "an address space");
        return Member<AddressSpace>(token.Text, token.Line);
    }

    private IrType Type()
    {
        Enter();
        try
        {
            var token = Take();
            switch (token.Kind)
            {
                case KirKind.Struct:
                    return StructNamed(token);
                case KirKind.Sign when token.Text == "[":
                    long length = Long();
                    Expect("x");
                    var element = Type();
                    Expect("]");
                    return length >= 0 ? new ArrayType(element, length) : throw Error("an array has no negative length");
                case KirKind.Word when token.Text == "ptr":
                    Expect("<");
                    var pointee = Type();
                    Expect(",");
                    var space = Space();
                    Expect(">");
                    return new PointerType(pointee, space);
                case KirKind.Word when token.Text == "void":
                    return IrType.Void;
                case KirKind.Word:
                    return new ScalarType(Member<Scalar>(token.Text, token.Line));
                default:
                    throw new KirFormatException(token.Line, $"a type is expected, not '{token.Text}'");
            }
        }
        finally
        {
            Leave();
        }
    }

    private Function Function()
    {
        _lets = [];
        _variables = [];
        bool kernel = Take().Text == "kernel";
        string name = Expect(KirKind.Global, "a function's name").Text;
        Expect("(");
        var parameters = List(")", Binder);
        Expect(":");
        var returns = Type();
        LaunchBounds? bounds = TryTake("bounds") ? new LaunchBounds(Integer(), Integer()) : null;
        string source = TryTake("from") ? Expect(KirKind.Text, "a name in the source").Text : name;
        Expect("{");
        while (TryTake("var"))
        {
            Variable();
        }
        var body = Statements();
        int count = _lets.Count == 0 ? 0 : _lets.Keys.Max() + 1;
        // A number that nothing binds any more keeps its place in the table.
        var table = Enumerable.Range(0, count).Select(i => _lets.GetValueOrDefault(i) ?? new NamedValue("unused", IrType.I32)).ToEquatable();
        return new Function(name, parameters.ToEquatable(), returns, table, _variables.ToEquatable(), body) { IsKernel = kernel, Bounds = bounds, SourceName = source };
    }

    private void Variable()
    {
        var token = Expect(KirKind.Variable, "a variable");
        if (token.Index != _variables.Count)
        {
            throw new KirFormatException(token.Line, "variables are numbered in order");
        }
        Expect(":");
        var type = Type();
        Expect("in");
        var space = Space();
        bool dynamic = TryTake("dynamic");
        var variable = new Variable(token.Text, type, space) { IsDynamic = dynamic };
        _variables.Add(TryTake("align") ? variable with { Alignment = Integer() } : variable);
    }

    /// <summary>`%3.name: type const restrict`.</summary>
    private LetId Binder()
    {
        var token = Expect(KirKind.Let, "a value's name");
        Expect(":");
        var value = new NamedValue(token.Text, Type()) { PointsToConst = TryTake("const"), IsRestrict = TryTake("restrict") };
        if (_lets.TryGetValue(token.Index, out var known) && known != value)
        {
            throw new KirFormatException(token.Line, Build.Invariant($"%{token.Index} is another value already"));
        }
        _lets[token.Index] = value;
        return new LetId(token.Index);
    }
}
