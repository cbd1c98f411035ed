using System.Globalization;
using System.Text.RegularExpressions;
using KernelPort.Launches;

namespace KernelPort.Twin.Tests;

/// <summary>Defects in code for cores without threads, each of which the target's twin must report.</summary>
/// <param name="target">The target whose twin runs them.</param>
/// <param name="handWritten">The folder of hand-written kernels.</param>
/// <param name="approved">The folder of texts that we emitted.</param>
/// <param name="extension">Of both.</param>
public abstract class PlantedDefects(string target, string handWritten, string approved, string extension)
{
    private string HandWritten(string name) => File.ReadAllText(Path.Combine(Places.Root, handWritten, name + extension));

    private string Emitted(string kernel) => File.ReadAllText(Path.Combine(Places.Root, approved, kernel + extension));

    private static string HeaderOf(string kernel) => File.ReadAllText(Path.Combine(Places.Root, "tests", "kernels", kernel + ".cu"));

    /// <summary>What the twin says of a text: nothing where it passes.</summary>
    private string Verdict(string text, string headerText)
    {
        var header = LaunchHeader.Parse(headerText);
        header.Errors.ShouldBeEmpty();
        var said = new List<string>();
        for (int i = 0; i < header.Launches.Count; i++)
        {
            var run = Places.Runner.Run(text, "planted" + extension, header, i, Places.Targets[target]);
            if (run.Status == TwinStatus.CompileFailed)
            {
                return "does not compile: " + run.Errors;
            }
            var verdict = TwinCheck.Judge(header.Launches[i], run, target, 32);
            if (!verdict.Passed)
            {
                said.Add(run.Status == TwinStatus.Violation ? run.Errors : "wrong answer: " + verdict.Message + string.Join("; ", verdict.Results.Where(r => !r.Passed)));
            }
        }
        return string.Join('\n', said);
    }

    /// <summary>The right form of a hand-written kernel has no finding.</summary>
    protected void HandWrittenPasses(string name)
    {
        if (Places.CanRun(target))
        {
            Verdict(HandWritten(name), HandWritten(name)).ShouldBe("");
        }
    }

    /// <summary>A change of a hand-written kernel is reported as it must be.</summary>
    protected void PlantedByHand(string name, string from, string to, string expected)
    {
        if (!Places.CanRun(target))
        {
            return;
        }
        string text = HandWritten(name);
        text.Contains(from, StringComparison.Ordinal).ShouldBeTrue(from);
        Verdict(text.Replace(from, to, StringComparison.Ordinal), text).ShouldContain(expected);
    }

    /// <summary>A mechanical change of one place of an emitted text is reported: the middle place, or where that is in a branch that this launch does not take, the first or the last.</summary>
    protected void PlantedByRule(string kernel, string rule, Regex where, Func<Match, string> becomes)
    {
        if (!Places.CanRun(target))
        {
            return;
        }
        string text = Emitted(kernel);
        var places = where.Matches(text);
        if (places.Count == 0)
        {
            return;
        }
        var tried = new List<string>();
        foreach (int place in (int[])[places.Count / 2, 0, places.Count - 1])
        {
            var m = places[place];
            string mutant = text[..m.Index] + becomes(m) + text[(m.Index + m.Length)..];
            mutant.ShouldNotBe(text);
            if (Verdict(mutant, HeaderOf(kernel)).Length > 0)
            {
                return;
            }
            tried.Add(m.Value);
        }
        tried.ShouldBeEmpty($"not reported: {rule}");
    }

    /// <summary>Every rule on every kernel.</summary>
    protected static TheoryData<string, string> Mutations(IReadOnlyList<string> kernels, IEnumerable<string> rules)
    {
        var data = new TheoryData<string, string>();
        foreach (string rule in rules)
        {
            foreach (string kernel in kernels)
            {
                data.Add(kernel, rule);
            }
        }
        return data;
    }

    /// <summary>Text that is the same in every culture.</summary>
    protected static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
