using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Cuda.Tests.Oracle;
using KernelPort.Ir;

namespace KernelPort.Cuda.Tests;

/// <summary>Where members and bit-fields lie, packed or not, against clang's record layouts: generated structs of every integer type, and the rules of C++ that refuse.</summary>
public partial class RecordLayoutTests
{
    private static readonly (string Name, int Bits)[] Types =
    [
        ("char", 8), ("unsigned char", 8), ("short", 16), ("unsigned short", 16), ("int", 32), ("unsigned", 32), ("long long", 64), ("unsigned long", 64), ("bool", 1),
    ];

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "")]
    [InlineData(3, "")]
    [InlineData(4, "__attribute__((packed)) ")]
    [InlineData(5, "1")]
    [InlineData(6, "2")]
    [InlineData(7, "4")]
    public void Offsets_sizes_and_alignments_are_clangs(int seed, string packing)
    {
        if (!ClangUnit.IsInstalled)
        {
            Console.WriteLine("not run, because clang-19 is missing");
            return;
        }
        const int Count = 200;
        string text = Generate(seed, Count, packing.Length > 1 ? packing : "");
        text = packing.Length == 1 ? $"#pragma pack(push, {packing})\n{text}#pragma pack(pop)\n" : text;
        var clang = Layouts().Matches(ClangUnit.RecordLayouts(text)).ToDictionary(m => m.Groups["name"].Value, m => Line(m.Groups["size"].Value, m.Groups["align"].Value, Named(m.Groups["offsets"].Value, Body(text, m.Groups["name"].Value))));
        clang.Count.ShouldBe(Count);
        var ours = OurLayouts(text);
        foreach (var (name, layout) in clang)
        {
            ours[name].ShouldBe(layout, $"{name} of seed {seed}: {Body(text, name)}");
        }
    }

    [Theory]
    [InlineData("unsigned* p = &s.a;", "bit-field")]
    [InlineData("unsigned& r = s.a; r = 1;", "bit-field")]
    [InlineData("change(s.a);", "change")]
    [InlineData("atomicAdd(&s.a, 1u);", "bit-field")]
    public void A_bit_field_has_no_address(string statement, string named)
    {
        var bag = new DiagnosticBag();
        string text = $"struct S {{ unsigned a : 3; unsigned b; }}; __device__ void change(unsigned& x) {{ x = 1; }} __global__ void k(S s) {{ {statement} }}";
        CudaFrontEnd.Lower(Front.Parse(text, bag).Unit, LoweringOptions.Everything, bag);
        bag.Ordered().Where(d => d.Severity == Severity.Error).ShouldContain(d => d.Message.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("unsigned a : 33;")]
    [InlineData("bool a : 2;")]
    [InlineData("float a : 4;")]
    [InlineData("unsigned a : 0;")]
    public void What_is_no_bit_field_of_ours_is_refused(string member)
    {
        var bag = new DiagnosticBag();
        CudaFrontEnd.Lower(Front.Parse($"struct S {{ {member} int b; }}; __global__ void k(S s, int* p) {{ *p = s.b; }}", bag).Unit, LoweringOptions.Everything, bag);
        bag.Ordered().ShouldContain(d => d.Severity == Severity.Error && d.Message.Contains("bit-field", StringComparison.Ordinal));
    }

    [Fact]
    public void Free_bytes_behind_the_bits_of_a_base_are_refused_where_a_compiler_reuses_them()
    {
        var bag = new DiagnosticBag();
        CudaFrontEnd.Lower(Front.Parse("struct B { __device__ B() {} unsigned a : 8; }; struct D : B { char c; }; __global__ void k(int* p) { *p = sizeof(D); }", bag).Unit, LoweringOptions.Everything, bag);
        bag.Ordered().ShouldContain(d => d.Code == SemanticRules.ReusedPadding.Code);
    }

    private static string Generate(int seed, int count, string attribute)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int s = 0; s < count; s++)
        {
            text.Append(CultureInfo.InvariantCulture, $"struct {attribute}S{s} {{\n");
            int members = random.Next(1, 9);
            for (int m = 0; m < members; m++)
            {
                var (type, bits) = Types[random.Next(Types.Length)];
                text.Append(random.Next(6) switch
                {
                    0 => FormattableString.Invariant($"  {type} m{m};\n"),
                    1 when bits > 1 => FormattableString.Invariant($"  {type} : {random.Next(0, bits + 1)};\n"),
                    2 => FormattableString.Invariant($"  {type} m{m}[{random.Next(1, 4)}];\n"),
                    _ => FormattableString.Invariant($"  {type} m{m} : {random.Next(1, bits + 1)};\n"),
                });
            }
            text.Append(CultureInfo.InvariantCulture, $"  char last;\n}};\n__device__ int f{s}(S{s} x) {{ return sizeof(x); }}\n");
        }
        return text.ToString();
    }

    private static string Body(string text, string name) => text[text.IndexOf($"S{name[1..]} {{", StringComparison.Ordinal)..].Split('}')[0];

    /// <summary>The offsets of named members: clang's list has the unnamed ones too.</summary>
    private static string Named(string offsets, string body) =>
        string.Join(", ", offsets.Split(", ").Zip(body.Split('\n').Skip(1), (offset, member) => (offset, member)).Where(m => !m.member.Contains(" :", StringComparison.Ordinal) || m.member.Contains(" m", StringComparison.Ordinal)).Select(m => m.offset));

    /// <summary>Of each struct its size, its alignment and the first bit of each named member.</summary>
    private static Dictionary<string, string> OurLayouts(string text)
    {
        var bag = new DiagnosticBag();
        var model = new SemanticModel(Front.Parse(text, bag).Unit, bag);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var symbol in model.Global.Members.Values.SelectMany(m => m).OfType<ClassSymbol>().Where(c => c.Name.StartsWith('S') && char.IsDigit(c.Name[^1])))
        {
            var layout = model.Types.Struct(symbol, symbol.Span);
            // No integer reaches over another, none leaves the struct.
            layout.Fields.Zip(layout.Fields.Skip(1)).ShouldAllBe(pair => pair.First.Offset + pair.First.Type.Size <= pair.Second.Offset);
            layout.Fields.ShouldAllBe(f => (layout.IsPacked || (f.Offset % f.Type.Alignment == 0 && f.Type.Alignment <= layout.Alignment)) && f.Offset + f.Type.Size <= layout.Size);
            NaturalOffsets(layout).ShouldBe(layout.Fields.Select(f => f.Offset));
            var offsets = symbol.Fields.Select(f => f.Bits is { } bits ? layout.Fields[bits.Pieces[0].FieldIndex].Offset * 8 + bits.Pieces[0].Shift : layout.Fields[f.Index].Offset * 8);
            found[symbol.Name] = Line(layout.Size * 8, layout.Alignment * 8, string.Join(", ", offsets));
        }
        return found;
    }

    /// <summary>Where a C compiler puts the fields as they are printed.</summary>
    private static IEnumerable<long> NaturalOffsets(StructType layout)
    {
        long offset = 0;
        foreach (var f in layout.Fields)
        {
            long alignment = layout.IsPacked ? 1 : f.Type.Alignment;
            offset = (offset + alignment - 1) / alignment * alignment;
            yield return offset;
            offset += f.Type.Size;
        }
    }

    private static string Line(object size, object align, string offsets) => $"{size} bits, aligned to {align}: {offsets}";

    [GeneratedRegex(@"Type: struct (?<name>S\d+)\s+Layout: <ASTRecordLayout\s+Size:(?<size>\d+)\s+DataSize:\d+\s+Alignment:(?<align>\d+)\s+BaseOffsets: \[\]>\s+VBaseOffsets: \[\]>\s+FieldOffsets: \[(?<offsets>[^\]]*)\]")]
    private static partial Regex Layouts();
}
