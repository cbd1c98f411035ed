using System.Globalization;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>The language of what is printed on a terminal or in a build's log. Reports and written files are English, whatever it is: the same input gives the same bytes.</summary>
public sealed class MessageLanguage
{
    public const string English = "en", Chinese = "zh-CN";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> ChineseTexts = new(Read);

    private readonly IReadOnlyDictionary<string, string>? _texts;

    public bool IsChinese => _texts is not null;

    private MessageLanguage(IReadOnlyDictionary<string, string>? texts) => _texts = texts;

    /// <param name="name">One of the two; where none is said, the locale's, as the C library reads it.</param>
    public static MessageLanguage Of(string? name)
    {
        name ??= new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v))?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Chinese : English;
        return new MessageLanguage(name == Chinese ? ChineseTexts.Value : null);
    }

    /// <summary>A diagnostic with its text in this language; as it is where nobody has translated it.</summary>
    public Diagnostic Of(Diagnostic d) =>
        _texts is not null && _texts.TryGetValue(d.Code, out string? text) ? d with { Message = string.Format(CultureInfo.InvariantCulture, text, [.. d.Arguments]) } : d;

    /// <summary>A diagnostic as build systems read it.</summary>
    public string Print(Diagnostic d, bool withSource) => DiagnosticPrinter.Print(Of(d), withSource);

    /// <summary>A rule's text with its holes.</summary>
    public string Of(Rule rule) => _texts?.GetValueOrDefault(rule.Code) ?? rule.Text;

    internal static IReadOnlyDictionary<string, string> Read() =>
        EmbeddedFile.Text("Messages.zh-CN.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(l => l[..6], l => l[7..], StringComparer.Ordinal);
}
