namespace KernelPort.Ir.Tests;

/// <summary>Each rule of the IR, broken once.</summary>
public class VerifierTests
{
    private const string Types = "global @g: f32 in global\nfunction @twice(%0.x: i32): i32 {\n    return %0.x\n}\n";

    [Theory]
    [InlineData("store $0.a, 1:u32", "a store of u32 into i32")]
    [InlineData("let %1.x: i32 = add(1:i32, 2:u32)", "Add of i32 and u32")]
    [InlineData("let %1.x: i32 = shl(1:i32, 2:i32)", "Shl of i32 and i32")]
    [InlineData("let %1.x: f32 = add(1:i32, 2:i32)", "%1 is f32 but is given i32")]
    [InlineData("let %1.x: i32 = select(1:i32, 2:i32, 3:i32)", "a select on i32")]
    [InlineData("let %1.x: i32 = select(1:bool, 2:i32, %0.n)\n let %1.x: i32 = 3:i32", "%1 is bound twice")]
    [InlineData("let %1.x: i64 = bits:i64(1:i32)", "a bit cast from i32 to i64")]
    [InlineData("let %1.x: f32 = math.fma:f32(1:f32)", "fma takes 3 arguments, not 1")]
    [InlineData("let %1.x: u64 = math.ballot:u64(1:u64, 1:bool)", "ballot has an effect and stands in an expression")]
    [InlineData("call fma(1:f32, 1:f32, 1:f32)", "fma has no effect and stands in a call")]
    [InlineData("call %1.x: f32 = texture_read \"2d\"(0:u64, 0:f32)", "a texture_read whose form and operands do not fit")]
    [InlineData("call %1.x: f32 = texture_read \"1d fetch\"(0:u64, 0:f32)", "a texture_read whose form and operands do not fit")]
    [InlineData("call %1.x: f32 = texture_read \"2d fetch\"(0:u64, 0:i32, 0:i32)", "a texture_read whose form and operands do not fit")]
    [InlineData("call %1.x: f64 = texture_read \"1d\"(0:u64, 0:f32)", "a texture_read whose form and operands do not fit")]
    [InlineData("call %1.x: f32 = texture_read \"1d trap\"(0:u64, 0:i32)", "a texture_read whose form and operands do not fit")]
    [InlineData("call %1.x: f32 = texture_read(0:u64, 0:f32)", "a texture_read whose form and operands do not fit")]
    [InlineData("call surface_write \"1d trap\"(0:u64, 0:i32)", "a surface_write whose form and operands do not fit")]
    [InlineData("call %1.x: f32 = surface_read \"1d\"(0:u64, 0:i32)", "a surface_read whose form and operands do not fit")]
    [InlineData("if 1:i32 {}", "a condition of type i32")]
    [InlineData("if 1:bool { let %1.x: i32 = 1:i32 }\n store $0.a, %1.x", "%1 is used where it is not bound")]
    [InlineData("break", "a break outside of a loop")]
    [InlineData("continue", "a continue outside of a loop")]
    [InlineData("return 1:i32", "a return of i32 from a function of void")]
    [InlineData("invoke @nobody()", "a call of nobody, which is not in the module")]
    [InlineData("invoke @twice(1:f32)", "argument 0 of twice is f32, not i32")]
    [InlineData("invoke @twice()", "twice takes 1 arguments, not 0")]
    [InlineData("store @g:i32, 1:i32", "@g is not a global of type i32")]
    [InlineData("switch 1:f32 {}", "a switch over f32")]
    [InlineData("atomic add device $0.a, 1:i32, 2:i32", "atomic Add with a wrong number of operands")]
    [InlineData("let %1.p: ptr<i32, local> = offset(address:ptr<i32, local>($0.a), 1:i32)", "an offset of ptr<i32, local> by i32")]
    [InlineData("if gives(%1.r: i32) 1:bool { yield(1:i32) } else {}", "a part of an if gives no values")]
    [InlineData("if gives(%1.r: i32) 1:bool { yield(1:i32) } else { yield(1:f32) }", "the yield of an if has a f32 for %1, a i32")]
    [InlineData("if 1:bool { yield(1:i32) }", "the yield of an if has 1 values where 0 are given")]
    [InlineData("loop gives(%1.r: i32) { break }", "a break has 0 values where 1 are given")]
    [InlineData("loop carry(%1.i: i32 = 0:i32) { break }\n loop carry(%2.i: i32 = 0:i32) { if 1:bool { break } }", "a part of a loop gives no values")]
    [InlineData("loop carry(%1.i: i32 = 0:i32) { continue }", "a continue has 0 values where 1 are given")]
    [InlineData("loop carry(%1.i: i32 = 0:i32) { yield(1:i32) } continuing { store $0.a, 1:i32 }", "a loop in value form has no continuing part")]
    public void It_is_found(string body, string fault)
    {
        var module = Reader.Read(Types + "kernel @k(%0.n: i32): void {\n    var $0.a: i32 in local\n " + body + "\n}");
        Verifier.Check(module).ShouldContain("k: " + fault);
    }
}
