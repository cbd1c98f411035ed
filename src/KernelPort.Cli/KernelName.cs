using System.Text.RegularExpressions;

namespace KernelPort.Cli;

/// <summary>The names of kernels as a C++ compiler demangles them and as our front end writes them, brought to one form.</summary>
internal static partial class KernelName
{
    /// <summary>Types that are templates in the twin and have a name in CUDA.</summary>
    private static readonly (string Twin, string Cuda)[] Types =
    [
        ("pair<number<half_format>>", "__half2"), ("pair<number<bf16_format>>", "__nv_bfloat162"), ("number<half_format>", "__half"), ("number<bf16_format>", "__nv_bfloat16"),
        ("number<format<2,15,123,true>>", "__nv_fp8_e5m2"), ("number<format<3,7,126,false>>", "__nv_fp8_e4m3"),
    ];

    /// <summary>The kernel whose body is a closure of this demangled type: <c>ns::k&lt;float, 128u&gt;(float*)::{lambda()#1}</c>.</summary>
    public static string Of(string closure)
    {
        int lambda = closure.LastIndexOf("::{lambda(", StringComparison.Ordinal);
        string function = lambda > 0 ? closure[..lambda] : closure;
        // Its parameters are the last pair of brackets.
        int depth = 0;
        for (int i = function.Length - 1; i > 0; i--)
        {
            depth += function[i] switch { ')' => 1, '(' => -1, _ => 0 };
            if (function[i] == '(' && depth == 0)
            {
                return Normal(function[..i]);
            }
        }
        return Normal(function);
    }

    /// <summary>Without blanks, suffixes of numbers, casts of enumerators and unnamed namespaces; const in front.</summary>
    public static string Normal(string name)
    {
        // Our front end writes the arguments of templates without the namespaces they are from.
        name = name.Replace("(anonymous namespace)::", "", StringComparison.Ordinal);
        int arguments = name.IndexOf('<', StringComparison.Ordinal);
        name = arguments < 0 ? name : name[..arguments] + Qualifier().Replace(name[arguments..], "");
        name = Suffix().Replace(Cast().Replace(name, ""), "$1");
        name = Blank().Replace(ConstBehind().Replace(name, "const $1"), "");
        return Types.Aggregate(name, (n, t) => n.Replace(t.Twin, t.Cuda, StringComparison.Ordinal));
    }

    /// <summary>A normal name as C++ text again: blanks between the words of a type.</summary>
    public static string AsWritten(string name) => Words().Replace(name, "$1 ");

    [GeneratedRegex(@"\([\w: ]+\)(?=-?\d)")]
    private static partial Regex Cast();

    [GeneratedRegex(@"\b(\d+)[uUlL]+\b")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"\b((?:(?:unsigned|signed|long|short) )*[A-Za-z_]\w*(?:<[^<>]*>)?) const\b")]
    private static partial Regex ConstBehind();

    [GeneratedRegex(@"\b[A-Za-z_]\w*::")]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\b(const|unsigned|signed|long|short)(?=(unsigned|signed|long|short|int|char|double))")]
    private static partial Regex Words();
}
