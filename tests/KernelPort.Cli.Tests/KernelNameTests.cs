namespace KernelPort.Cli.Tests;

/// <summary>A kernel's name is the same whether a C++ compiler says it or our front end.</summary>
public class KernelNameTests
{
    [Theory]
    [InlineData("s(unsigned char*)::{lambda()#1}", "s")]
    [InlineData("ns::k<float, 128u, true, (ns::Mode)1>(float*, ns::Op<float>)::{lambda()#1}", "ns::k<float, 128, true, 1>")]
    [InlineData("(anonymous namespace)::apply<Twice>(Twice, int*)::{lambda()#1}", "apply<Twice>")]
    [InlineData("k<ns::Op<unsigned int>, -3l>(void (*)(int))::{lambda()#1}", "k<Op<unsigned int>, -3>")]
    [InlineData("k<char const*>(char const**)::{lambda()#1}", "k<const char *>")]
    [InlineData("k<unsigned int const>(unsigned int const*)::{lambda()#1}", "k<const unsigned int>")]
    [InlineData("k<kp::half::number<kp::half_format> >(int)::{lambda()#1}", "k<__half>")]
    [InlineData("back<kp::fp8::number<kp::fp8::format<2, 15, (unsigned char)123, true> > >(int*)::{lambda()#1}", "back<__nv_fp8_e5m2>")]
    public void Both_names_come_to_one(string demangled, string ours) => KernelName.Of(demangled).ShouldBe(KernelName.Normal(ours));

    [Theory]
    [InlineData("k<int>(int*)::{lambda()#1}", "k<unsigned int>")]
    [InlineData("k<4>(int*)::{lambda()#1}", "k<40>")]
    [InlineData("a::k(int*)::{lambda()#1}", "b::k")]
    [InlineData("k<char const*>(int)::{lambda()#1}", "k<char *>")]
    public void Others_stay_apart(string demangled, string ours) => KernelName.Of(demangled).ShouldNotBe(KernelName.Normal(ours));

    [Theory]
    [InlineData("k<unsigned long long, 3>")]
    [InlineData("k<const unsigned char*>")]
    public void A_normal_name_can_be_read_again(string name) => KernelName.Normal(KernelName.AsWritten(KernelName.Normal(name))).ShouldBe(KernelName.Normal(name));
}
