using KernelPort.Core;

namespace KernelPort.Cuda;

/// <summary>What reading CUDA C++ text can report: KP10xx lexing and preprocessing, KP11xx the syntax.</summary>
public static class CudaSyntaxRules
{
    public static readonly Rule UnterminatedComment = Rule.Error("KP1001", "this comment is never closed");
    public static readonly Rule<string> UnterminatedLiteral = Rule.Error<string>("KP1002", "missing terminating {0}");
    public static readonly Rule<string> BadDirective = Rule.Error<string>("KP1003", "{0}");
    public static readonly Rule<string> UnterminatedConditional = Rule.Error<string>("KP1004", "this #{0} is never closed by an #endif");
    public static readonly Rule<string> StrayConditional = Rule.Error<string>("KP1005", "#{0} without #if");
    public static readonly Rule<string> BadCondition = Rule.Error<string>("KP1006", "in the condition: {0}");
    public static readonly Rule<string> MissingInclude = Rule.Warning<string>("KP1007", "include file '{0}' was not found and is skipped");
    public static readonly Rule<int> IncludeTooDeep = Rule.Error<int>("KP1008", "includes are nested deeper than {0}; is a file including itself?");
    public static readonly Rule<string> ErrorDirective = Rule.Error<string>("KP1009", "#error {0}");
    public static readonly Rule<string> WarningDirective = Rule.Warning<string>("KP1010", "#warning {0}");
    public static readonly Rule<string> UnterminatedMacroCall = Rule.Error<string>("KP1011", "the arguments of macro '{0}' are never closed");
    public static readonly Rule<string, int, int> MacroArgumentCount = Rule.Error<string, int, int>("KP1012", "macro '{0}' takes {1} argument(s), {2} given");
    public static readonly Rule<string, string> BadPaste = Rule.Error<string, string>("KP1013", "pasting '{0}' and '{1}' does not make one token");
    public static readonly Rule<string> MacroRedefined = Rule.Warning<string>("KP1014", "macro '{0}' is defined again, differently");
    public static readonly Rule<int> TooManyExpansions = Rule.Error<int>("KP1015", "more than {0} macro expansions; the rest of the file is not read");
    public static readonly Rule<int> TooManyTokens = Rule.Error<int>("KP1016", "more than {0} tokens; the rest of the file is not read");
    public static readonly Rule MacroTooDeep = Rule.Error("KP1017", "macro arguments are nested too deeply");

    public static readonly Rule<string> UnclosedBracket = Rule.Error<string>("KP1101", "this '{0}' is never closed");
    public static readonly Rule<string> UnopenedBracket = Rule.Error<string>("KP1102", "this '{0}' closes nothing");
    public static readonly Rule<string, string> MismatchedBracket = Rule.Error<string, string>("KP1103", "'{0}' where '{1}' was expected");
    public static readonly Rule<int> NestedTooDeep = Rule.Error<int>("KP1104", "brackets are nested deeper than {0}");
    public static readonly Rule<string> Expected = Rule.Error<string>("KP1105", "{0}");
    public static readonly Rule<string> UnexpectedToken = Rule.Error<string>("KP1106", "'{0}' is not understood here");
    public static readonly Rule<string> UnknownCharacter = Rule.Error<string>("KP1107", "stray character {0}");
    public static readonly Rule<string> UnknownType = Rule.Warning<string>("KP1108", "unknown type name '{0}'; it is taken for a type because of where it stands");
    public static readonly Rule<string> HostDeclarationSkipped = Rule.Warning<string>("KP1109", "this host declaration is skipped: {0}");
    public static readonly Rule<string> HostBodySkipped = Rule.Warning<string>("KP1110", "this host function's body is kept as text: {0}");
    public static readonly Rule TooComplex = Rule.Error("KP1111", "this is nested too deeply to be read");
}
