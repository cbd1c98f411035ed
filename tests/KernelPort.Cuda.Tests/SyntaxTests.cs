using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Tests;

/// <summary>The records that texts become.</summary>
public class SyntaxTests
{
    private static string InKernel(string body)
    {
        string dump = Front.Dump("__global__ void k() { " + body + " }");
        const string Head = "(Function (DeclSpecifiers Global) void k (Compound [";
        dump.ShouldStartWith(Head);
        return dump[Head.Length..^3];
    }

    [Theory]
    [InlineData("a + b * c;", "(Expr (Binary + a (Binary * b c)))")]
    [InlineData("a - b - c;", "(Expr (Binary - (Binary - a b) c))")]
    [InlineData("a = b += c;", "(Expr (Assign = a (Assign += b c)))")]
    [InlineData("a < b && c > (d);", "(Expr (Binary && (Binary < a b) (Binary > c (Parenthesized d))))")]
    [InlineData("a ? b : c ? d : e;", "(Expr (Conditional a b (Conditional c d e)))")]
    [InlineData("a >> 2 << b;", "(Expr (Binary << (Binary >> a 2) b))")]
    [InlineData("a >>= 1;", "(Expr (Assign >>= a 1))")]
    [InlineData("-*p++;", "(Expr (Prefix - (Prefix * (Postfix ++ p))))")]
    [InlineData("(float)x;", "(Expr (Cast c float x))")]
    [InlineData("(x);", "(Expr (Parenthesized x))")]
    [InlineData("y = float(x);", "(Expr (Assign = y (Construct float [x])))")]
    [InlineData("float4{1, 2};", "(Expr (Construct float4 [1 2] braces))")]
    [InlineData("static_cast<unsigned>(x);", "(Expr (Cast static_cast unsigned_int x))")]
    [InlineData("sizeof(int) + sizeof x;", "(Expr (Binary + (Sizeof sizeof int) (Sizeof sizeof x)))")]
    [InlineData("a.b->c[1](2);", "(Expr (Call (Index (Member (Member a b) arrow c) 1) [2]))")]
    [InlineData("f<int, 3>(x);", "(Expr (Call f<int,3> [x]))")]
    [InlineData("a, b;", "(Expr (Binary , a b))")]
    [InlineData("\"a\" \"b\";", "(Expr \"a\" \"b\")")]
    [InlineData("not a and b;", "(Expr (Binary && (Prefix ! a) b))")]
    [InlineData("[=] __device__ (int i) mutable { return i; };", "(Expr (Lambda [(Capture =)] [(Parameter int i)] (DeclSpecifiers Device|Mutable) (Compound [(Return i)])))")]
    public void Expressions(string text, string expected) => InKernel(text).ShouldBe(expected);

    /// <summary>A parenthesis before a type is a cast's, but where the type makes a value.</summary>
    [Theory]
    [InlineData("(unsigned char)x + 1;", "(Expr (Binary + (Cast c unsigned_char x) 1))")]
    [InlineData("(int(x) + 1);", "(Expr (Parenthesized (Binary + (Construct int [x]) 1)))")]
    [InlineData("(int(float(x)));", "(Expr (Parenthesized (Construct int [(Construct float [x])])))")]
    [InlineData("(float(*p) * 2);", "(Expr (Parenthesized (Binary * (Construct float [(Prefix * p)]) 2)))")]
    [InlineData("(const float*)p;", "(Expr (Cast c (Pointer (Qualified float const)) p))")]
    [InlineData("(float4)v;", "(Expr (Cast c float4 v))")]
    [InlineData("(float4(v));", "(Expr (Parenthesized (Construct float4 [v])))")]
    [InlineData("(decltype(x))y;", "(Expr (Cast c (Decltype x) y))")]
    [InlineData("(decltype(x)(y));", "(Expr (Parenthesized (Construct (Decltype x) [y])))")]
    [InlineData("sizeof(int(x));", "(Expr (Sizeof sizeof (Parenthesized (Construct int [x]))))")]
    [InlineData("(float)(int)x;", "(Expr (Cast c float (Cast c int x)))")]
    [InlineData("f(int(x), (int)x);", "(Expr (Call f [(Construct int [x]) (Cast c int x)]))")]
    public void ParenthesesBeforeTypes(string text, string expected) => InKernel(text).ShouldBe(expected);

    [Theory]
    [InlineData("int (*)(float)")]
    [InlineData("int (&)[3]")]
    [InlineData("float (*(*)(int))(float)")]
    public void TypesOfFunctionsAndArraysInParenthesesAreTypes(string type)
    {
        string cast = InKernel($"({type})p;");
        cast.ShouldStartWith("(Expr (Cast c ");
        cast.ShouldBe(InKernel($"reinterpret_cast<{type}>(p);").Replace("reinterpret_cast", "c", StringComparison.Ordinal));
    }

    /// <summary>A long table of literals comes without a parse tree; a name in it brings the tree back.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("{1, 2}, {}, {{-3, + 4.5f,}, 'c', true, nullptr}, -0x10u, ")]
    public void TablesOfLiteralsReadAsOtherListsDo(string start)
    {
        string table = "int x[] = {" + start + string.Concat(Enumerable.Repeat("1, -2, {3}, ", 40));
        var folded = Elements(table + "7};");
        folded.ShouldBe(Elements(table + "n};")[..^1].Append((folded[^1].Dump, folded[^1].Start, 1)));
        folded.Count.ShouldBeGreaterThan(120);
    }

    private static List<(string Dump, int Start, int Length)> Elements(string text)
    {
        var table = (BraceExpr)((VariableDecl)Front.Parse(text).Unit.Declarations[^1]).Variables[0].Initializer!;
        return [(table.GetType().Name, table.Span.Start, table.Span.Length), .. table.Elements.Select(e => (SyntaxDump.Of(e), e.Span.Start, e.Span.Length))];
    }

    [Fact]
    public void DeclaratorsHaveFullTypes() => InKernel("int x = 1, *p, a[2][3];")
        .ShouldBe("(Decl (Variable [(Declarator int x = 1) (Declarator (Pointer int) p) (Declarator (Array (Array int 3) 2) a)]))");

    [Theory]
    [InlineData("__shared__ float s[32];", "(Decl (Variable (DeclSpecifiers Shared) [(Declarator (Array float 32) s)]))")]
    [InlineData("extern __shared__ char raw[];", "(Decl (Variable (DeclSpecifiers Extern|Shared) [(Declarator (Array char) raw)]))")]
    [InlineData("const float *const p = 0;", "(Decl (Variable [(Declarator (Qualified (Pointer (Qualified float const)) const) p = 0)]))")]
    [InlineData("unsigned long long int v;", "(Decl (Variable [(Declarator unsigned_long_long v)]))")]
    [InlineData("dim3 g(4, 2);", "(Decl (Variable [(Declarator dim3 g ( (Brace [4 2]))]))")]
    [InlineData("int (*fp)(int, float);", "(Decl (Variable [(Declarator (Pointer (Function int [(Parameter int) (Parameter float)])) fp)]))")]
    [InlineData("auto [a, b] = p;", "(Decl (StructuredBinding [a b] p))")]
    [InlineData("typedef int T; T v;", "(Decl (Alias T int)) (Decl (Variable [(Declarator T v)]))")]
    [InlineData("for (int i = 0; i < 4; ++i) ;", "(For (Decl (Variable [(Declarator int i = 0)])) (Condition (Binary < i 4)) (Prefix ++ i) (Empty))")]
    [InlineData("for (;;) break;", "(For (Break))")]
    [InlineData("for (auto &v : a) v = 1;", "(RangeFor (Variable [(Declarator (Reference (Auto)) v)]) a (Expr (Assign = v 1)))")]
    [InlineData("if (x) y(); else { }", "(If (Condition x) (Expr (Call y)) (Compound))")]
    [InlineData("if constexpr (N > 2) return;", "(If constexpr (Condition (Binary > N 2)) (Return))")]
    [InlineData("while (x) continue;", "(While (Condition x) (Continue))")]
    [InlineData("do x(); while (y);", "(Do (Expr (Call x)) y)")]
    [InlineData("switch (x) { case 1: case 2: y(); break; default: ; }", "(Switch (Condition x) (Compound [(CaseLabel 1) (CaseLabel 2) (Expr (Call y)) (Break) (CaseLabel) (Empty)]))")]
    [InlineData("p = new (buffer) V<int>(1, d);", "(Expr (Assign = p (New V<int> [1 d])))")]
    [InlineData("again: goto again;", "(Label again) (Goto again)")]
    [InlineData("asm volatile(\"mov %0, %1;\" : \"=r\"(a) : \"r\"(b));", "(Asm volatile \"mov %0, %1;\" [(AsmOperand =r a)] [(AsmOperand r b)])")]
    [InlineData("\n#pragma unroll 4\nfor (;;) ;", "(For (Empty) (Pragma 4))")]
    [InlineData("\n#pragma unroll\nwhile (x) ;", "(While (Condition x) (Empty) (Pragma))")]
    public void Statements(string text, string expected) => InKernel(text).ShouldBe(expected);

    [Theory]
    [InlineData("__global__ void k(const float *__restrict__ x, int n);", "(Function (DeclSpecifiers Global) void k [(Parameter (Pointer (Qualified float const) restrict) x) (Parameter int n)])")]
    [InlineData("template <typename T, int N = 4> __device__ T f(T x);", "(Template [(TemplateParameter T) (TemplateParameter N int 4)] (Function (DeclSpecifiers Device) T f [(Parameter T x)]))")]
    [InlineData("template <> __device__ int f<int>(int x);", "(Template (Function (DeclSpecifiers Device) int f<int> [(Parameter int x)]))")]
    [InlineData("struct S { int a : 3; float b[2]; };", "(Class struct S [(Variable [(Declarator int a 3)]) (Variable [(Declarator (Array float 2) b)])])")]
    [InlineData("struct __align__(16) V { float x, y; };", "(Class struct V [(Variable [(Declarator float x) (Declarator float y)])] [(Attribute __align__ [16])])")]
    [InlineData("struct P { P() : a(1), b{2} {} ~P(); int a, b; };", "(Class struct P [(Function P (Compound) [(MemberInitializer a [1]) (MemberInitializer b [2] braces)]) (Function ~P) (Variable [(Declarator int a) (Declarator int b)])])")]
    [InlineData("struct O { __device__ O operator+(const O &o) const; };", "(Class struct O [(Function (DeclSpecifiers Device) O operator+ [(Parameter (Reference (Qualified O const)) o)] isconst)])")]
    [InlineData("struct D : public B<int> { };", "(Class struct D [(Base B<int>)])")]
    [InlineData("enum class E : int { A, B = 2 };", "(Enum E scoped int [(Enumerator A) (Enumerator B 2)])")]
    [InlineData("typedef struct { int x; } T;", "(Alias T (Inline (Class struct [(Variable [(Declarator int x)])])))")]
    [InlineData("using F = float;", "(Alias F float)")]
    [InlineData("using namespace std;", "(Using std isnamespace)")]
    [InlineData("namespace a { namespace b { int x; } }", "(Namespace a [(Namespace b [(Variable [(Declarator int x)])])])")]
    [InlineData("namespace a::b { int x; }", "(Namespace a [(Namespace b [(Variable [(Declarator int x)])])])")]
    [InlineData("namespace a { } namespace c = a;", "(Namespace a)\n(NamespaceAlias c a)")]
    [InlineData("extern \"C\" { void f(); }", "(Linkage C [(Function void f)])")]
    [InlineData("extern \"C\" void f();", "(Linkage C [(Function void f)])")]
    [InlineData("__constant__ float c[4] = {1, 2};", "(Variable (DeclSpecifiers Constant) [(Declarator (Array float 4) c = (Brace [1 2]))])")]
    [InlineData("static_assert(sizeof(int) == 4, \"four\");", "(StaticAssert (Binary == (Sizeof sizeof int) 4) \"four\")")]
    [InlineData("auto f() -> int;", "(Function int f)")]
    [InlineData("void f(...);", "(Function void f variadic)")]
    [InlineData("template <class T> struct A; template struct A<int>;", "(Template [(TemplateParameter T)] (Class struct A))\n(Template (Class struct A<int>) explicitinstantiation)")]
    [InlineData("template <class... Ts> void f(Ts... ts);", "(Template [(TemplateParameter Ts pack)] (Function void f [(Parameter Ts ts pack)]))")]
    [InlineData("void g() { k<<<1, 2>>>(3); }", "(Function void g (Compound [(Expr (Launch k [1 2] [3]))]))")]
    [InlineData("void g() { k<float><<<dim3(1), 2, 0, s>>>(x); }", "(Function void g (Compound [(Expr (Launch k<float> [(Construct dim3 [1]) 2 0 s] [x]))]))")]
    [InlineData("struct S { int v; int operator()(int i) const { return v; } operator float() const; };", "(Class struct S [(Variable [(Declarator int v)]) (Function int operator() [(Parameter int i)] (Compound [(Return v)]) isconst) (Function float operator float isconst)])")]
    [InlineData("template <class T> struct X { typename T::type v; };", "(Template [(TemplateParameter T)] (Class struct X [(Variable [(Declarator typename:T::type v)])]))")]
    public void Declarations(string text, string expected) => Front.Dump(text).ShouldBe(expected);

    [Fact]
    public void SpansCoverWhatTheyName()
    {
        var unit = Front.Parse("int a;\nint f(int x) { return x + 1; }").Unit;
        var function = unit.Declarations[^1];
        function.Span.Source!.Text.Substring(function.Span.Start, function.Span.Length).ShouldBe("int f(int x) { return x + 1; }");
    }

    [Fact]
    public void StubTypesComeBeforeTheUsersDeclarations()
    {
        var unit = Front.Parse("float4 v;").Unit;
        unit.Declarations.OfType<Syntax.ClassDecl>().Select(c => c.Name!.Last).ShouldContain("float4");
        unit.Declarations[^1].ShouldBeOfType<Syntax.VariableDecl>();
        unit.Counts.FailedDeclarations.ShouldBe(0);
    }

    [Fact]
    public void AHostBodyThatFailsKeepsItsLaunches()
    {
        var unit = Front.Parse("void g() { k<<<1, 2>>>(3); @@ ; ns::f<int><<<a, b>>>(); int = 4; }").Unit;
        var function = unit.Declarations[^1].ShouldBeOfType<Syntax.FunctionDecl>();
        function.Island.ShouldNotBeNull();
        function.IslandLaunches.Select(SyntaxDump.Of).ShouldBe(["(Launch k [1 2] [3])", "(Launch ns::f<int> [a b])"]);
        unit.Counts.Islands.ShouldBe(1);
    }
}
