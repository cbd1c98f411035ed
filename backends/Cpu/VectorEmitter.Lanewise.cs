using System.Text;
using KernelPort.Backends.Llvm;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Functions of one lane: a vector's lanes call them one after the other, by a loop in a function of its own.</summary>
internal sealed partial class VectorEmitter
{
    private static readonly LlvmLibrary Functions = LlvmLibrary.Of(typeof(VectorEmitter).Assembly);

    /// <summary>What neither LLVM nor the C library has, by the functions that machines without a library of mathematics take.</summary>
    private static readonly HashSet<Intrinsic> OwnFunctions =
    [
        Intrinsics.Exp10, Intrinsics.FastExp10, Intrinsics.Rcbrt, Intrinsics.Sinpi, Intrinsics.Cospi, Intrinsics.Ldexp, Intrinsics.Mul24, .. Intrinsics.Directed,
    ];

    private Piece OwnFunction(Intrinsic i, IrType type, Piece[] a)
    {
        string function = LlvmLibrary.NameOf(i, type, a[0].Type);
        if (!Functions.Has(function))
        {
            throw new NotVectorised($"'{i.Name}' of {a[0].Type}");
        }
        var (definitions, declarations) = Functions.Take([function]);
        foreach (string text in definitions)
        {
            _helpers[text] = text;
        }
        foreach (string text in declarations)
        {
            Declare(text.TrimEnd());
        }
        string word = Word(type);
        string[] words = [.. a.Select(v => Word(v.Type))];
        if (a.All(v => v.Uniform))
        {
            return new Piece(type, Assign($"call {word} {function}({string.Join(", ", a.Select((v, k) => $"{words[k]} {v.Name}"))})"), true);
        }
        string lanes = PerLane(function + ".lanes", words, word, x => ("", $"call {word} {function}({string.Join(", ", x.Select((n, k) => $"{words[k]} {n}"))})"));
        return new Piece(type, Assign($"call {Vector(word)} {lanes}({string.Join(", ", a.Select((v, k) => $"{Vector(words[k])} {Varying(v)}"))})"), false);
    }

    /// <summary>A function of vectors that goes lane by lane.</summary>
    /// <param name="compute">Of the names of a lane's arguments: statements, and what the result is.</param>
    private string PerLane(string name, string[] words, string result, Func<string[], (string Before, string Value)> compute)
    {
        if (!_helpers.ContainsKey(name))
        {
            var text = new StringBuilder();
            string parameters = string.Join(", ", words.Select((w, i) => Build.Invariant($"{Vector(w)} %x{i}")));
            text.Append(Build.Invariant($"define internal {Vector(result)} {name}({parameters}) noinline {{\nentry:\n  br label %loop\nloop:\n"));
            text.Append(Build.Invariant($"  %i = phi i64 [ 0, %entry ], [ %n, %loop ]\n  %r = phi {Vector(result)} [ poison, %entry ], [ %s, %loop ]\n"));
            for (int i = 0; i < words.Length; i++)
            {
                text.Append(Build.Invariant($"  %e{i} = extractelement {Vector(words[i])} %x{i}, i64 %i\n"));
            }
            var (before, value) = compute([.. words.Select((_, i) => Build.Invariant($"%e{i}"))]);
            text.Append(Build.Invariant($"{before}  %z = {value}\n"));
            text.Append(Build.Invariant($"  %s = insertelement {Vector(result)} %r, {result} %z, i64 %i\n  %n = add i64 %i, 1\n  %c = icmp ult i64 %n, {_width}\n  br i1 %c, label %loop, label %done\ndone:\n  ret {Vector(result)} %s\n}}\n"));
            _helpers[name] = text.ToString();
        }
        return name;
    }

    /// <summary>A function of the C library, computed in double and rounded once.</summary>
    private Piece LibraryCall(string function, IrType type, bool uniform, string word, string[] names)
    {
        int arity = names.Length;
        Declare($"declare double @{function}({string.Join(", ", Enumerable.Repeat("double", arity))})");
        string Called(IEnumerable<string> wide) => $"call double @{function}({string.Join(", ", wide.Select(n => "double " + n))})";
        if (uniform)
        {
            string result = Assign(Called([.. names.Select(n => word == "double" ? n : Assign($"fpext {word} {n} to double"))]));
            return new Piece(type, word == "double" ? result : Assign($"fptrunc double {result} to {word}"), true);
        }
        string helper = PerLane($"@kp.{function}.{Mangle(word)}", [.. Enumerable.Repeat(word, arity)], word, x => word == "double"
            ? ("", Called(x))
            : (string.Concat(x.Select((n, i) => Build.Invariant($"  %d{i} = fpext {word} {n} to double\n"))) + $"  %y = {Called(x.Select((_, i) => Build.Invariant($"%d{i}")))}\n", $"fptrunc double %y to {word}"));
        return new Piece(type, Assign($"call {Vector(word)} {helper}({string.Join(", ", names.Select(n => $"{Vector(word)} {n}"))})"), false);
    }
}
