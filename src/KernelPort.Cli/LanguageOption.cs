using System.CommandLine;
using ParseResult = System.CommandLine.ParseResult;

namespace KernelPort.Cli;

/// <summary>The option that says the language of messages.</summary>
public sealed class LanguageOption
{
    private readonly Option<string?> _language = new("--lang") { Description = "the language of messages; the locale's if not said", HelpName = "en|zh-CN" };

    private LanguageOption()
    {
    }

    public static LanguageOption AddTo(Command command)
    {
        var option = new LanguageOption();
        option._language.AcceptOnlyFromAmong(MessageLanguage.English, MessageLanguage.Chinese);
        command.Options.Add(option._language);
        return option;
    }

    public string? Read(ParseResult parsed) => parsed.GetValue(_language);
}
