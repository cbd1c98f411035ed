using KernelPort.Core;

namespace KernelPort.Cuda.Tests;

public class PreprocessorTests
{
    [Theory]
    [InlineData("a b", "a b")]
    [InlineData("#define A 1\nA A", "1 1")]
    [InlineData("#define A B\n#define B A\nA B", "A B")]
    [InlineData("#define f(x) x+x\nf(1)", "1 + 1")]
    [InlineData("#define f(x) x\nf", "f")]
    [InlineData("#define f(x) x\nf\n(\n3\n)", "3")]
    [InlineData("#define f() 7\nf() f( )", "7 7")]
    [InlineData("#define s(x) #x\ns(a  \"b\\n\"   c)", "\"a \\\"b\\\\n\\\" c\"")]
    [InlineData("#define c(a,b) a##b\nc(x,1) c(,y) c(z,)", "x1 y z")]
    [InlineData("#define v(...) f(__VA_ARGS__)\nv(1,2,3) v()", "f ( 1 , 2 , 3 ) f ( )")]
    [InlineData("#define v(a,...) f(a, ##__VA_ARGS__)\nv(1) v(1,2)", "f ( 1 ) f ( 1 , 2 )")]
    [InlineData("#define v(a,r...) f(a, ##r)\nv(1) v(1,2)", "f ( 1 ) f ( 1 , 2 )")]
    [InlineData("#define v(a,...) f(a __VA_OPT__(,) __VA_ARGS__)\nv(1) v(1,2)", "f ( 1 ) f ( 1 , 2 )")]
    [InlineData("#define E\n#define v(...) x __VA_OPT__(y)\nv(E) v(1)", "x x y")]
    [InlineData("#define f(a,b) a b\nf((1,2),3)", "( 1 , 2 ) 3")]
    [InlineData("#define EMPTY\n#define f(x) [x]\nf(EMPTY)", "[ ]")]
    [InlineData("#define f(a) a*g\n#define g(a) f(a)\nf(2)(9)", "2 * 9 * g")]
    [InlineData("#define A 1\n#undef A\nA", "A")]
    [InlineData("#define hash_hash # ## #\n#define mkstr(a) # a\n#define in_between(a) mkstr(a)\n#define join(c, d) in_between(c hash_hash d)\njoin(x, y)", "\"x ## y\"")]
    [InlineData("#define t(x,y,z) x ## y ## z\nt(1,2,3) t(,4,5) t(6,,7) t(8,9,) t(10,,) t(,11,) t(,,12) t(,,)", "123 45 67 89 10 11 12")]
    [InlineData("#define OBJ(x) x\n#define NIL(x)\nNIL(OBJ(1)) OBJ(NIL(2) 3)", "3")]
    [InlineData("__LINE__\n__LINE__", "1 2")]
    [InlineData("__FILE__", "\"main.cu\"")]
    [InlineData("__COUNTER__ __COUNTER__", "0 1")]
    [InlineData("#define A(x) x\nA(a\\\nb)", "ab")]
    [InlineData("a /* c */ b // d\nc", "a b c")]
    public void ReplacesMacros(string text, string expected) => Front.Expand(text).ShouldBe(expected);

    [Fact]
    public void StandardsRescanExample() => Front.Expand("""
        #define x 3
        #define f(a) f(x * (a))
        #undef x
        #define x 2
        #define g f
        #define z z[0]
        #define h g(~
        #define m(a) a(w)
        #define w 0,1
        #define t(a) a
        #define p() int
        #define q(x) x
        #define r(x,y) x ## y
        #define str(x) # x
        f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);
        g(x+(3,4)-w) | h 5) & m
        (f)^m(m);
        p() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };
        char c[2][6] = { str(hello), str() };
        """).ShouldBe(
        "f ( 2 * ( y + 1 ) ) + f ( 2 * ( f ( 2 * ( z [ 0 ] ) ) ) ) % f ( 2 * ( 0 ) ) + t ( 1 ) ; "
        + "f ( 2 * ( 2 + ( 3 , 4 ) - 0 , 1 ) ) | f ( 2 * ( ~ 5 ) ) & f ( 2 * ( 0 , 1 ) ) ^ m ( 0 , 1 ) ; "
        + "int i [ ] = { 1 , 23 , 4 , 5 , } ; char c [ 2 ] [ 6 ] = { \"hello\" , \"\" } ;");

    [Fact]
    public void StandardsStringAndPasteExample() => Front.Expand("""
        #define str(s) # s
        #define xstr(s) str(s)
        #define debug(s, t) printf("x" # s "= %d, x" # t "= %s", \
        x ## s, x ## t)
        #define INCFILE(n) vers ## n
        #define glue(a, b) a ## b
        #define xglue(a, b) glue(a, b)
        #define HIGHLOW "hello"
        #define LOW LOW ", world"
        debug(1, 2);
        fputs(str(strncmp("abc\0d", "abc", '\4') // this goes away
        == 0) str(: @\n), s);
        xstr(INCFILE(2).h)
        glue(HIGH, LOW);
        xglue(HIGH, LOW)
        """).ShouldBe(
        "printf ( \"x\" \"1\" \"= %d, x\" \"2\" \"= %s\" , x1 , x2 ) ; "
        + "fputs ( \"strncmp(\\\"abc\\\\0d\\\", \\\"abc\\\", '\\\\4') == 0\" \": @\\n\" , s ) ; "
        + "\"vers2.h\" \"hello\" ; \"hello\" \", world\"");

    [Fact]
    public void StandardsVariadicExample() => Front.Expand("""
        #define debug(...) fprintf(stderr, __VA_ARGS__)
        #define showlist(...) puts(#__VA_ARGS__)
        #define report(test, ...) ((test)?puts(#test): printf(__VA_ARGS__))
        debug("Flag");
        debug("X = %d\n", x);
        showlist(The first, second, and third items.);
        report(x>y, "x is %d but y is %d", x, y);
        """).ShouldBe(
        "fprintf ( stderr , \"Flag\" ) ; fprintf ( stderr , \"X = %d\\n\" , x ) ; puts ( \"The first, second, and third items.\" ) ; "
        + "( ( x > y ) ? puts ( \"x>y\" ) : printf ( \"x is %d but y is %d\" , x , y ) ) ;");

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("defined(A) && !defined B", true)]
    [InlineData("A == 2", true)]
    [InlineData("NOT_THERE", false)]
    [InlineData("1 ? 2 : 0", true)]
    [InlineData("0 ? 1/0 : 3", true)]
    [InlineData("0 && 1/0", false)]
    [InlineData("-1 > 0u", true)]
    [InlineData("(-1 >> 1) == -1", true)]
    [InlineData("'a' == 97 && '\\n' == 10", true)]
    [InlineData("0x10 + 010 + 0b11 == 27", true)]
    [InlineData("2 + 3 * 4 == 14", true)]
    [InlineData("1 << 4 >> 2 == 4", true)]
    [InlineData("10'000 == 10000", true)]
    [InlineData("18446744073709551615u > 1", true)]
    [InlineData("~0u == 0xffffffffffffffff", true)]
    [InlineData("__has_include(\"there.h\") && !__has_include(<nowhere.h>)", true)]
    [InlineData("FUN(3) == 3", true)]
    [InlineData("!true", false)]
    [InlineData("__has_builtin(x) || 1", true)]
    public void EvaluatesConditions(string condition, bool expected)
    {
        var bag = new DiagnosticBag();
        string text = $"#define A 2\n#define FUN(x) x\n#if {condition}\nyes\n#else\nno\n#endif";
        Front.Expand(text, bag, ("there.h", "")).ShouldBe(expected ? "yes" : "no");
        bag.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("#if 0\na\n#elif 1\nb\n#elif 1\nc\n#else\nd\n#endif", "b")]
    [InlineData("#define X\n#if 0\n#elifdef X\na\n#else\nb\n#endif", "a")]
    [InlineData("#ifdef X\na\n#elifndef X\nb\n#endif", "b")]
    [InlineData("#if 0\n#if 1\na\n#else\nb\n#endif\n#error no\n'\n#endif\nc", "c")]
    [InlineData("#ifndef X\n#define X\nx\n#endif", "x")]
    [InlineData("#\n# if 1\na\n#endif", "a")]
    public void FollowsBranches(string text, string expected) => Front.Expand(text).ShouldBe(expected);

    [Fact]
    public void IncludesBesideThenOnThePath()
    {
        Front.Expand("#include \"a.h\"\n#include <b.h>", ("a.h", "A"), ("inc/a.h", "wrong"), ("inc2/b.h", "B")).ShouldBe("A B");
        Front.Expand("#include \"d/a.h\"", ("d/a.h", "#include \"b.h\"\n#include \"../c.h\""), ("d/b.h", "B"), ("c.h", "C")).ShouldBe("B C");
    }

    [Fact]
    public void IncludeNextGoesOn() =>
        Front.Expand("#include <a.h>", ("inc/a.h", "one\n#include_next <a.h>"), ("inc2/a.h", "two")).ShouldBe("one two");

    [Fact]
    public void IncludesComputedNames() =>
        Front.Expand("#define S(x) #x\n#define N(x) S(x.h)\n#include N(a)\n#define B <b.h>\n#include B", ("a.h", "A"), ("inc/b.h", "B_")).ShouldBe("A B_");

    [Fact]
    public void PragmaOnceReadsOnce() => Front.Expand("#include \"a.h\"\n#include \"a.h\"", ("a.h", "#pragma once\nA")).ShouldBe("A");

    [Fact]
    public void PragmaUnrollIsInTheStream()
    {
        var cache = new Preprocessing.SourceCache(_ => null);
        var preprocessor = new Preprocessing.Preprocessor(cache, [], new DiagnosticBag());
        var kinds = preprocessor.Run([cache.Add(new SourceText("m.cu", "#define N 4\n#pragma unroll N\nfor\n_Pragma(\"unroll\") for\n#pragma nounroll\n#pragma omp parallel\n"))]).Select(t => t.Kind.ToString());
        string.Join(' ', kinds).ShouldBe("PragmaUnroll IntegerLiteral PragmaEnd KwFor PragmaUnroll PragmaEnd KwFor PragmaNoUnroll PragmaEnd");
    }

    [Fact]
    public void DirectivesWorkInsideArguments() => Front.Expand("#define f(x) [x]\nf(a\n#if 0\nb\n#else\nc\n#endif\n)").ShouldBe("[ a c ]");

    [Theory]
    [InlineData("#error no good", "KP1009")]
    [InlineData("#warning hm", "KP1010")]
    [InlineData("#if 1\n", "KP1004")]
    [InlineData("#endif", "KP1005")]
    [InlineData("#if 1 +\n#endif", "KP1006")]
    [InlineData("#if 1/0\n#endif", "KP1006")]
    [InlineData("#include <nowhere.h>", "KP1007")]
    [InlineData("#define f(x) x\nf(1", "KP1011")]
    [InlineData("#define f(x) x\nf(1,2)", "KP1012")]
    [InlineData("#define f(a,b) a##b\nf(+,x)", "KP1013")]
    [InlineData("#define A 1\n#define A 2", "KP1014")]
    [InlineData("/* open", "KP1001")]
    [InlineData("\"open", "KP1002")]
    [InlineData("#nonsense", "KP1003")]
    [InlineData("#else", "KP1005")]
    public void Reports(string text, string code)
    {
        var bag = new DiagnosticBag();
        Front.Expand(text, bag);
        bag.Ordered().Select(d => d.Code).ShouldBe([code]);
    }

    [Fact]
    public void TokensKnowWhereTheyCameFrom()
    {
        var cache = new Preprocessing.SourceCache(_ => null);
        var preprocessor = new Preprocessing.Preprocessor(cache, [], new DiagnosticBag());
        var tokens = preprocessor.Run([cache.Add(new SourceText("m.cu", "#define IN(x) x+1\n#define OUT IN(a)\nOUT"))]);
        var plus = tokens[1];
        plus.Text.ShouldBe("+");
        plus.Span.Line.ShouldBe(1);
        plus.Expansion!.Macro.Name.Text.ShouldBe("IN");
        plus.Expansion.Parent!.Macro.Name.Text.ShouldBe("OUT");
        plus.Root.Span.Line.ShouldBe(3);
    }

    [Fact]
    public void RawTokensKnowWhatBecameOfThem()
    {
        var cache = new Preprocessing.SourceCache(_ => null);
        var preprocessor = new Preprocessing.Preprocessor(cache, [], new DiagnosticBag());
        preprocessor.Run([cache.Add(new SourceText("m.cu", "#define M(x) body x\n#if 0\ndead\n#endif\nM(arg) plain"))]);
        var raw = preprocessor.Files.Single();
        string Use(string text) => raw.Uses[Array.FindIndex(raw.Tokens, t => t.Text == text)].ToString();
        Use("body").ShouldBe("Active, Directive, MacroBody");
        Use("dead").ShouldBe("Inactive");
        Use("arg").ShouldBe("Active, MacroArgument");
        Use("plain").ShouldBe("Active");
    }
}
