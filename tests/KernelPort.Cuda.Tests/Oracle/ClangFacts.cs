using System.Text.Json;

namespace KernelPort.Cuda.Tests.Oracle;

/// <summary>What clang says of a user's own text: variables of functions, data members, enumerators, literals by their place.</summary>
internal sealed class ClangFacts
{
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _records = new(StringComparer.Ordinal);
    private readonly HashSet<string> _enums = new(StringComparer.Ordinal);

    public ClangFacts(JsonElement tree)
    {
        Names(tree);
        foreach (var declaration in Inner(tree).Where(IsUsers))
        {
            Declaration(declaration, "");
        }
    }

    /// <summary>Parameters and variables: the function's qualified name, the variable's, its type.</summary>
    public List<(string Function, string Name, string Type)> Variables { get; } = [];

    public List<(string Record, string Name, string Type)> Fields { get; } = [];

    public List<(string Name, long Value)> Enumerators { get; } = [];

    /// <summary>Literals that stand in the text itself, by offset.</summary>
    public Dictionary<int, (string Kind, string Value, string Type)> Literals { get; } = [];

    private static IEnumerable<JsonElement> Inner(JsonElement node) => node.TryGetProperty("inner", out var inner) ? inner.EnumerateArray() : [];

    private static string Text(JsonElement node, string property) => node.TryGetProperty(property, out var value) ? value.ToString() : "";

    private static bool IsUsers(JsonElement node)
    {
        if (!node.TryGetProperty("loc", out var place))
        {
            return false;
        }
        place = place.TryGetProperty("expansionLoc", out var expanded) ? expanded : place;
        return place.TryGetProperty("offset", out _) && !place.TryGetProperty("includedFrom", out _);
    }

    // All names of types, our headers' too.
    private void Names(JsonElement node)
    {
        foreach (var inner in Inner(node))
        {
            string name = Text(inner, "name");
            switch (Text(inner, "kind"))
            {
                case "TypedefDecl" or "TypeAliasDecl" when inner.TryGetProperty("type", out var type):
                    _aliases.TryAdd(name, Text(type, "qualType"));
                    break;
                case "CXXRecordDecl" when name.Length > 0:
                    _records.Add(name);
                    Names(inner);
                    break;
                case "EnumDecl" when name.Length > 0:
                    _enums.Add(name);
                    break;
                case "NamespaceDecl" or "LinkageSpecDecl":
                    Names(inner);
                    break;
            }
        }
    }

    private void Declaration(JsonElement node, string scope)
    {
        string name = Text(node, "name");
        string qualified = scope.Length == 0 ? name : $"{scope}::{name}";
        switch (Text(node, "kind"))
        {
            case "NamespaceDecl":
                foreach (var inner in Inner(node))
                {
                    Declaration(inner, qualified);
                }
                break;
            case "CXXRecordDecl" when node.TryGetProperty("completeDefinition", out _):
                foreach (var inner in Inner(node))
                {
                    if (Text(inner, "kind") == "FieldDecl" && Text(inner, "name") is { Length: > 0 } field)
                    {
                        Fields.Add((qualified, field, TypeOf(inner)));
                    }
                    Declaration(inner, qualified);
                }
                break;
            case "FunctionDecl" or "CXXMethodDecl" or "CXXConstructorDecl" when !node.TryGetProperty("isImplicit", out _):
                Body(node, qualified);
                break;
            case "EnumDecl":
                Enumeration(node);
                break;
            default:
                // Templates and the like: their literals stand where ours do, their types are not known yet.
                Body(node, null);
                break;
        }
    }

    private void Enumeration(JsonElement node)
    {
        long next = 0;
        foreach (var e in Inner(node).Where(e => Text(e, "kind") == "EnumConstantDecl"))
        {
            if (Inner(e).Select(i => Text(i, "kind") == "ImplicitCastExpr" ? Inner(i).First() : i).FirstOrDefault(i => Text(i, "kind") == "ConstantExpr") is { ValueKind: JsonValueKind.Object } value)
            {
                next = long.Parse(Text(value, "value"), System.Globalization.CultureInfo.InvariantCulture);
            }
            Enumerators.Add((Text(e, "name"), next++));
        }
        Body(node, null);
    }

    private void Body(JsonElement node, string? function)
    {
        string kind = Text(node, "kind");
        switch (kind)
        {
            case "CXXDefaultArgExpr" or "CXXDefaultInitExpr" or "SubstNonTypeTemplateParmExpr" or "BindingDecl":
            case "VarDecl" when node.TryGetProperty("isImplicit", out _):
                // Values that are not written here.
                return;
            case "LambdaExpr" or "CXXRecordDecl":
                // Another function's.
                function = null;
                break;
            case "VarDecl" or "ParmVarDecl" when function is not null && Text(node, "name") is { Length: > 0 } name && !(kind == "VarDecl" && IsReference(node)):
                Variables.Add((function, name, TypeOf(node)));
                break;
            case "IntegerLiteral" or "FloatingLiteral" or "CharacterLiteral" or "CXXBoolLiteralExpr":
                if (node.TryGetProperty("range", out var range) && range.GetProperty("begin") is var begin && begin.TryGetProperty("offset", out var offset) && !begin.TryGetProperty("includedFrom", out _))
                {
                    Literals[offset.GetInt32()] = (kind, Text(node, "value"), Text(node.GetProperty("type"), "qualType"));
                }
                break;
        }
        foreach (var inner in Inner(node))
        {
            Body(inner, function);
        }
    }

    // A local reference is no variable of ours.
    private static bool IsReference(JsonElement node) => Text(node.GetProperty("type"), "qualType").EndsWith('&');

    private string TypeOf(JsonElement node)
    {
        var type = node.GetProperty("type");
        return ClangType.Of(type.TryGetProperty("desugaredQualType", out var plain) ? plain.GetString()! : Text(type, "qualType"), _aliases, _records, _enums);
    }
}
