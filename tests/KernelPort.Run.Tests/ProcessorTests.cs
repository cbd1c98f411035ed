using System.Text;
using KernelPort.Backends.Cpu;
using KernelPort.Backends.Cpu.Llvm;

namespace KernelPort.Run.Tests;

/// <summary>Code for processors that this machine need not be: what LLVM writes is read, not run.</summary>
public sealed class ProcessorTests
{
    /// <summary>Both orders of the operands, where one of them lies in memory: the same instruction for both is a wrong answer for one.</summary>
    [Theory]
    [InlineData("olt")]
    [InlineData("ogt")]
    [InlineData("ole")]
    public void Halves_compared_under_a_mask_keep_their_order_on_a_processor_with_arithmetic_on_halves(string predicate)
    {
        var processor = Processor.Of("with halves", "sapphirerapids", "+avx512f,+avx512bw,+avx512vl,+avx512fp16");
        processor.Level.ShouldBe(4);
        string one = Compare(processor, predicate, "%lhs, %rhs");
        string other = Compare(processor, predicate, "%rhs, %lhs");
        one.ShouldContain("call");
        one.ShouldNotBe(other);
    }

    private static string Compare(Processor processor, string predicate, string operands) => Encoding.UTF8.GetString(LlvmMachine.Of(processor).Emit($$"""
        declare <16 x half> @other()
        define <16 x i1> @compare(<16 x half> %rhs, <16 x i1> %mask) nounwind {
          %lhs = call <16 x half> @other()
          %order = fcmp {{predicate}} <16 x half> {{operands}}
          %result = and <16 x i1> %order, %mask
          ret <16 x i1> %result
        }
        """, OutputKind.Assembly));
}
