using System.Text;
using KernelPort.Execution;
using KernelPort.Launches;

namespace KernelPort.Testing;

/// <summary>What an engine or target gave beside what the reference executor gave.</summary>
/// <param name="Engine">The engine or target that was compared.</param>
/// <param name="Buffers">A result an array argument, in their order.</param>
/// <param name="Findings">What the reference executor found: with one of these the kernel's answer is not defined, whatever the buffers say.</param>
public sealed record KernelAgreement(string Engine, IReadOnlyList<ComparisonResult> Buffers, IReadOnlyList<Finding> Findings)
{
    public bool Agrees => Findings.Count == 0 && Buffers.All(b => b.Passed);

    /// <exception cref="KernelMismatchException">They differ, or the reference found something.</exception>
    public void ShouldHold()
    {
        if (!Agrees)
        {
            throw new KernelMismatchException(ToString());
        }
    }

    /// <summary>A line a buffer and finding.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Engine).Append(Agrees ? " agrees with the reference" : " does not agree with the reference");
        foreach (var buffer in Buffers)
        {
            text.Append("\n  ").Append(buffer);
        }
        foreach (var finding in Findings)
        {
            text.Append("\n  ").Append(finding.Code).Append(": ").Append(finding.Diagnostic.Message).Append(FormattableString.Invariant($", line {finding.Diagnostic.Span.Line}"));
        }
        return text.ToString();
    }
}
