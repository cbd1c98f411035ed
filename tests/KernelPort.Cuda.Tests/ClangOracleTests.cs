using System.Collections;
using System.Globalization;
using System.Reflection;
using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Cuda.Tests.Oracle;
using KernelPort.Ir;

namespace KernelPort.Cuda.Tests;

/// <summary>Our front end against clang 19 on the same text with the same headers: what is declared, of which type, and what literals and enumerators are worth.</summary>
public class ClangOracleTests
{
    public static TheoryData<string> Files() => [.. ClangUnit.KernelFiles()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Declarations_types_and_values_are_clangs(string file)
    {
        if (!ClangUnit.IsInstalled)
        {
            Console.WriteLine($"not run, because clang-19 is missing: {file}");
            return;
        }
        string text = ClangUnit.TextOf(file);
        var unit = ClangUnit.Of(text);
        unit.Errors.ShouldBeEmpty();
        var found = Compare(new ClangFacts(unit.Tree), text);
        found.Differences.ShouldBeEmpty();
        found.Compared.ShouldBeGreaterThan(0);
        Console.WriteLine($"{file}: {found.Compared} compared, {found.Left} left out");
    }

    [Theory]
    [InlineData("int x = 3; *p = x;", "unsigned int x = 3; *p = x;", "k: x")]
    [InlineData("float x[4]; x[0] = p[0]; *p = x[0];", "float x[5]; x[0] = p[0]; *p = x[0];", "k: x")]
    [InlineData("*p = 12;", "*p = 13;", "literal")]
    [InlineData("*p = 12;", "*p = 1u;", "literal")]
    [InlineData("} enum E { first }; __device__ void f() {", "} enum E { zeroth, first }; __device__ void f() {", "first")]
    [InlineData("} struct S { short a; }; __global__ void f(S *s) { s->a = 0;", "} struct S { char a; }; __global__ void f(S *s) { s->a = 0;", "S: a")]
    public void A_difference_is_found(string clangs, string ours, string named)
    {
        if (!ClangUnit.IsInstalled)
        {
            Console.WriteLine("not run, because clang-19 is missing");
            return;
        }
        const string Before = "__global__ void k(int *p) { ";
        var differences = Compare(new ClangFacts(ClangUnit.Of(Before + clangs + " }").Tree), Before + ours + " }").Differences;
        differences.ShouldContain(d => d.Contains(named, StringComparison.Ordinal));
    }

    private static (List<string> Differences, int Compared, int Left) Compare(ClangFacts clang, string text)
    {
        var differences = new List<string>();
        int compared = 0, left = 0;
        var bag = new DiagnosticBag();
        var unit = Front.Parse(text, bag).Unit;
        var module = CudaFrontEnd.Lower(unit, LoweringOptions.Everything, bag).Module;
        var lowered = module.Functions.ToLookup(f => f.SourceName, StringComparer.Ordinal);
        foreach (var (function, name, type) in clang.Variables)
        {
            var ours = lowered[function].SelectMany(f => f.Lets.Where(l => l.Name == name).Select(l => l.Type).Concat(f.Variables.Where(v => v.Name == name).Select(v => v.Type))).Select(ClangType.Of).ToList();
            Count(ours.Count > 0, ours.Exists(o => ClangType.Same(type, o)), $"{function}: {name} is {type} to clang, {string.Join(" or ", ours.Distinct())} to us");
        }
        foreach (var (record, name, type) in clang.Fields)
        {
            var ours = module.Structs.Where(s => s.Name == record).SelectMany(s => s.Fields).Where(f => f.Name == name).Select(f => ClangType.Of(f.Type)).ToList();
            Count(ours.Count > 0, ours.Exists(o => ClangType.Same(type, o)), $"{record}: {name} is {type} to clang, {string.Join(" or ", ours)} to us");
        }
        var enumerators = Enumerators(new SemanticModel(unit, new DiagnosticBag()).Global).ToLookup(e => e.Name, e => e.Value, StringComparer.Ordinal);
        foreach (var (name, value) in clang.Enumerators)
        {
            Count(enumerators[name].Any(), enumerators[name].Contains(value), $"{name} is {value} to clang, {string.Join(" or ", enumerators[name])} to us");
        }
        var literals = LiteralsOf(unit);
        foreach (var (offset, literal) in clang.Literals)
        {
            bool known = literals.TryGetValue(offset, out var ours);
            Count(true, known && Same(literal, ours!), $"literal at {offset} is {literal} to clang, {(known ? ours!.Text : "none")} to us");
        }
        return (differences, compared, left);

        void Count(bool both, bool same, string difference)
        {
            compared += both ? 1 : 0;
            left += both ? 0 : 1;
            if (both && !same)
            {
                differences.Add(difference);
            }
        }
    }

    private static bool Same((string Kind, string Value, string Type) clang, LiteralSyntax ours)
    {
        var (type, value) = Literals.Parse(ours);
        bool same = clang.Kind switch
        {
            "FloatingLiteral" => value.Type.IsFloat && Build.Float(value.Type, double.Parse(clang.Value, CultureInfo.InvariantCulture)).Bits == value.Bits,
            "CXXBoolLiteralExpr" => clang.Value == (value.Bits != 0).ToString(CultureInfo.InvariantCulture),
            _ => clang.Value == (value.Type.IsSigned ? Build.AsInt(value).ToString(CultureInfo.InvariantCulture) : value.Bits.ToString(CultureInfo.InvariantCulture)),
        };
        return same && type.ToString() == clang.Type;
    }

    private static IEnumerable<(string Name, long Value)> Enumerators(NamespaceSymbol scope) => scope.Members.Values.SelectMany(list => list).SelectMany(symbol => symbol switch
    {
        EnumSymbol e => e.Members.Values.Select(m => (m.Name, m.Value)),
        NamespaceSymbol inner => Enumerators(inner),
        _ => [],
    });

    /// <summary>Every literal of the user's text, by its place, whatever record holds it.</summary>
    private static Dictionary<int, LiteralSyntax> LiteralsOf(TranslationUnit unit)
    {
        var found = new Dictionary<int, LiteralSyntax>();
        foreach (var d in unit.Declarations.Where(d => d.Span.Source is { IsEmbedded: false }))
        {
            Visit(d);
        }
        return found;

        void Visit(object? value)
        {
            if (value is LiteralSyntax { Kind: not (LiteralKind.String or LiteralKind.NullPointer) } literal)
            {
                found.TryAdd(literal.Span.Start, literal);
            }
            else if (value is IEnumerable list and not string)
            {
                foreach (object? item in list)
                {
                    Visit(item);
                }
            }
            else if (value?.GetType() is { IsClass: true, Namespace: "KernelPort.Cuda.Syntax" } type)
            {
                foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.Name != nameof(AsmStmt.Meaning)))
                {
                    Visit(property.GetValue(value));
                }
            }
        }
    }
}
