using System.Collections;
using System.Reflection;
using KernelPort.Core;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Tests;

/// <summary>Prints records as compact s-expressions: places, defaults and empty lists are left out.</summary>
internal static class SyntaxDump
{
    public static string Of(object? value) => value switch
    {
        null => "nil",
        string s => s,
        LiteralSyntax literal => literal.Text,
        NameExpr { Name: var name } => Of(name),
        NamedType { Name: var name } => Of(name),
        BuiltinType { Name: var name } => name.Replace(' ', '_'),
        NameSyntax name => (name.Typename ? "typename:" : "") + (name.Rooted ? "::" : "") + string.Join("::", name.Segments.Select(Of)),
        NameSegment segment => segment.Identifier + (segment.Arguments is { } a ? "<" + string.Join(",", a.Select(Of)) + ">" : ""),
        TemplateArgumentSyntax argument => (argument.Type is { } t && argument.Expression is null ? Of(t) : Of(argument.Expression)) + (argument.Expansion ? "..." : ""),
        Enum e => e.ToString().Replace(", ", "|"),
        IEnumerable list => "[" + string.Join(' ', list.Cast<object>().Select(Of)) + "]",
        _ => Record(value),
    };

    private static string Record(object value)
    {
        string name = value.GetType().Name;
        foreach (string suffix in new[] { "Syntax", "Expr", "Stmt", "Decl", "Type" })
        {
            name = name.EndsWith(suffix, StringComparison.Ordinal) && name.Length > suffix.Length ? name[..^suffix.Length] : name;
        }
        var parts = new List<string> { name };
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.Name != nameof(AsmStmt.Meaning)))
        {
            object? item = property.GetValue(value);
            bool skip = item is null or Span or false or 0 or "" || (item is IEnumerable and not string && !((IEnumerable)item).Cast<object>().Any())
                || (item is Enum e && Convert.ToInt64(e) == 0) || (item is DeclSpecifiers { Flags: Specifier.None, Attributes.Count: 0 });
            if (!skip)
            {
                parts.Add(item is true ? property.Name.ToLowerInvariant() : Of(item));
            }
        }
        return parts.Count == 1 ? "(" + name + ")" : "(" + string.Join(' ', parts) + ")";
    }
}
