using KernelPort.Tests;

namespace KernelPort.Ir.Tests;

/// <summary>What the printer writes, the reader reads.</summary>
public class RoundTripTests
{
    public static TheoryData<string> Files() => [.. KernelFiles.All()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_kernel_file_is_read_back(string file)
    {
        var module = KernelFiles.Compile(file).Module;
        string text = Printer.Print(module);
        var read = Reader.Read(text);
        Printer.Print(read).ShouldBe(text);
        Verifier.Check(read).ShouldBeEmpty();
        read.Functions.Select(f => f.Body).ShouldBe(module.Functions.Select(f => f.Body));
    }

    [Fact]
    public void The_zoo_is_read_back()
    {
        string text = Printer.Print(Zoo.Module);
        var read = Reader.Read(text);
        Printer.Print(read).ShouldBe(text);
        read.Functions[0].Body.ShouldBe(Zoo.Module.Functions[0].Body);
        read.Functions[0].Lets.ShouldBe(Zoo.Module.Functions[0].Lets);
        read.Functions[0].Variables.ShouldBe(Zoo.Module.Functions[0].Variables);
        read.Globals.ShouldBe(Zoo.Module.Globals);
    }

    [Fact]
    public void Every_literal_is_read_back()
    {
        ulong[] bits = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0x3f800000, 0x80000000, 0x7fc00001, 0xff800000, 0x7f7fffff, 1UL << 63, 0x7ff0000000000000, 0x3ff0000000000001, ulong.MaxValue];
        foreach (var kind in Enum.GetValues<Scalar>().Where(k => k != Scalar.Bool))
        {
            foreach (ulong b in bits)
            {
                var literal = new Literal(new ScalarType(kind), Build.Truncate(new ScalarType(kind), b));
                var f = Zoo.FunctionOf([new Let(new LetId(0), literal)], literal.Type);
                var read = Reader.Read(Printer.Print(f)).Functions[0];
                ((Let)read.Body[0]).Value.ShouldBe(literal, Printer.Print(f));
            }
        }
    }

    [Theory]
    [InlineData("nonsense", 1)]
    [InlineData("kernel @k(): void {\n    let %0.x: i32 = add(1:i32, %1.y)\n}", 2)]
    [InlineData("kernel @k(): void {\n    store $0.x, 1:i32\n}", 2)]
    [InlineData("kernel @k(): void {\n\n    let %0.x: i32 = 300000000000000000000:i32\n}", 3)]
    [InlineData("kernel @k(): void {", 1)]
    [InlineData("struct %S size 4 align 4 {\n  x: %T at 0\n}", 2)]
    [InlineData("kernel @k(%9999999999.x: i32): void {}", 1)]
    [InlineData("kernel @k(): void { call nothing_known() }", 1)]
    [InlineData("global @g: f32 in nowhere", 1)]
    [InlineData("global @g: f32 in constant = \"0", 1)]
    [InlineData("kernel @k(): void { \u00e9 }", 1)]
    public void What_cannot_be_read_is_said_with_its_line(string text, int line) =>
        Should.Throw<KirFormatException>(() => Reader.Read(text)).Line.ShouldBe(line);

    [Fact]
    public void Deep_nesting_is_refused()
    {
        const int Deep = 200_000;
        Should.Throw<KirFormatException>(() => Reader.Read("kernel @k(): void { let %0.x: i32 = " + string.Concat(Enumerable.Repeat("negate(", Deep))));
        Should.Throw<KirFormatException>(() => Reader.Read("kernel @k(): void { " + string.Concat(Enumerable.Repeat("loop {", Deep))));
        Should.Throw<KirFormatException>(() => Reader.Read("global @g: " + string.Concat(Enumerable.Repeat("[1 x ", Deep))));
    }

    [Fact]
    public void Damaged_text_never_breaks_the_reader()
    {
        string text = Printer.Print(Zoo.Module);
        var random = new Random(7);
        for (int i = 0; i < 3000; i++)
        {
            int at = random.Next(text.Length);
            int length = random.Next(1, 12);
            string damaged = random.Next(3) switch
            {
                0 => text.Remove(at, Math.Min(length, text.Length - at)),
                1 => text.Insert(at, text.Substring(random.Next(text.Length - 12), length)),
                _ => text[..at] + (char)random.Next(32, 127) + text[(at + 1)..],
            };
            try
            {
                var module = Reader.Read(damaged);
                Verifier.Check(module);
            }
            catch (KirFormatException)
            {
                // Said, as it should be.
            }
        }
    }
}
