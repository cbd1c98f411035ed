using System.Text.Json;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>The -I and -D options of a compile_commands.json, those of all its entries together.</summary>
public sealed record CompileCommands(EquatableArray<string> Includes, EquatableArray<(string Name, string Value)> Defines)
{
    public static CompileCommands Read(string path)
    {
        if (Directory.Exists(path))
        {
            path = Path.Combine(path, "compile_commands.json");
        }
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var includes = new List<string>();
            var defines = new List<(string, string)>();
            foreach (var entry in document.RootElement.EnumerateArray())
            {
                string folder = entry.TryGetProperty("directory", out var d) ? d.GetString() ?? "" : "";
                Collect(Words(entry), folder, includes, defines);
            }
            return new CompileCommands(includes.Distinct(StringComparer.Ordinal).ToEquatable(), defines.DistinctBy(x => x.Item1).ToEquatable());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new CommandException(ExitCodes.BadInput, $"{path} cannot be read as a compilation database: {e.Message}");
        }
    }

    private static List<string> Words(JsonElement entry)
    {
        if (entry.TryGetProperty("arguments", out var arguments))
        {
            return [.. arguments.EnumerateArray().Select(a => a.GetString() ?? "")];
        }
        string command = entry.TryGetProperty("command", out var c) ? c.GetString() ?? "" : "";
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        bool any = false;
        char quote = '\0';
        for (int i = 0; i < command.Length; i++)
        {
            char ch = command[i];
            if (ch == '\\' && quote != '\'' && i + 1 < command.Length)
            {
                word.Append(command[++i]);
                any = true;
            }
            else if (quote == '\0' ? ch is '"' or '\'' : ch == quote)
            {
                quote = quote == '\0' ? ch : '\0';
                any = true;
            }
            else if (quote == '\0' && ch is ' ' or '\t')
            {
                if (any)
                {
                    words.Add(word.ToString());
                }
                word.Clear();
                any = false;
            }
            else
            {
                word.Append(ch);
                any = true;
            }
        }
        if (any)
        {
            words.Add(word.ToString());
        }
        return words;
    }

    private static void Collect(List<string> words, string folder, List<string> includes, List<(string, string)> defines)
    {
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            string option = word.StartsWith("-isystem", StringComparison.Ordinal) ? "-isystem" : word.Length >= 2 ? word[..2] : "";
            if (option is not ("-I" or "-D" or "-isystem"))
            {
                continue;
            }
            string value = word.Length > option.Length ? word[option.Length..] : i + 1 < words.Count ? words[++i] : "";
            if (option == "-D")
            {
                int equals = value.IndexOf('=', StringComparison.Ordinal);
                defines.Add(equals < 0 ? (value, "1") : (value[..equals], value[(equals + 1)..]));
            }
            else
            {
                includes.Add(Path.IsPathRooted(value) ? value : Path.Combine(folder, value));
            }
        }
    }
}
