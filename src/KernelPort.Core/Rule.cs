using System.Globalization;

namespace KernelPort.Core;

public enum Severity
{
    Note,
    Warning,
    Error,
}

/// <summary>A line of a diagnostic catalogue: a stable code, how bad it is, and the text with its holes.</summary>
public sealed record Rule(string Code, Severity Severity, string Text)
{
    public static Rule Error(string code, string text) => new(code, Severity.Error, text);

    public static Rule Warning(string code, string text) => new(code, Severity.Warning, text);

    public static Rule<T> Error<T>(string code, string text) => new(Error(code, text));

    public static Rule<T> Warning<T>(string code, string text) => new(Warning(code, text));

    public static Rule<T> Note<T>(string code, string text) => new(new Rule(code, Severity.Note, text));

    public static Rule<T1, T2> Error<T1, T2>(string code, string text) => new(Error(code, text));

    public static Rule<T1, T2> Warning<T1, T2>(string code, string text) => new(Warning(code, text));

    public static Rule<T1, T2> Note<T1, T2>(string code, string text) => new(new Rule(code, Severity.Note, text));

    public static Rule<T1, T2, T3> Error<T1, T2, T3>(string code, string text) => new(Error(code, text));

    public static Rule<T1, T2, T3> Warning<T1, T2, T3>(string code, string text) => new(Warning(code, text));

    public static Rule<T1, T2, T3> Note<T1, T2, T3>(string code, string text) => new(new Rule(code, Severity.Note, text));

    public Diagnostic At(Span span) => new(this, Text, span);

    internal Diagnostic Fill(Span span, params object?[] holes) => new(this, string.Format(CultureInfo.InvariantCulture, Text, holes), span)
    {
        Arguments = holes.Select(h => Convert.ToString(h, CultureInfo.InvariantCulture) ?? "").ToEquatable(),
    };
}

/// <summary>A rule whose text has holes of known types.</summary>
public interface IRuleWithHoles
{
    Rule Base { get; }
}

/// <summary>A rule with one hole.</summary>
public sealed record Rule<T>(Rule Base) : IRuleWithHoles
{
    public string Code => Base.Code;

    public Diagnostic At(Span span, T a) => Base.Fill(span, a);
}

/// <summary>A rule with two holes.</summary>
public sealed record Rule<T1, T2>(Rule Base) : IRuleWithHoles
{
    public string Code => Base.Code;

    public Diagnostic At(Span span, T1 a, T2 b) => Base.Fill(span, a, b);
}

/// <summary>A rule with three holes.</summary>
public sealed record Rule<T1, T2, T3>(Rule Base) : IRuleWithHoles
{
    public string Code => Base.Code;

    public Diagnostic At(Span span, T1 a, T2 b, T3 c) => Base.Fill(span, a, b, c);
}
