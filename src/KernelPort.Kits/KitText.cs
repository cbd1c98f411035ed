using System.Security.Cryptography;
using System.Text;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Engines;
using KernelPort.Launches;
using KernelPort.Migration;

namespace KernelPort.Kits;

/// <summary>A file of a kit, by its path below the kit's folder.</summary>
public sealed record KitFile(string Path, byte[] Bytes)
{
    public static KitFile Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>The kernels as a target's compiler gets them.</summary>
/// <param name="Way">How the text was made: migrated, or emitted through the IR.</param>
/// <param name="Files">The file with the kernels first, then the headers it needs.</param>
/// <param name="Header">The launches, kernels under the names they have in this text.</param>
/// <param name="Inferred">The rows it uses whose names no text of the vendor's confirms.</param>
public sealed record KitText(string Way, IReadOnlyList<KitFile> Files, LaunchHeader Header, IReadOnlyList<ApiRow> Inferred)
{
    public const string Migrated = "migrated";
    public const string Emitted = "emitted";

    /// <summary>What its compiler must be told besides.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Of all files, one after the other: what <c>cat FILES | sha256sum</c> says.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData([.. Files.SelectMany(f => f.Bytes)]));

    /// <summary>The file's own text migrated; null after having said why there is none.</summary>
    public static KitText? Migrate(KernelFile file, Target target, ParseOptions options, IReadOnlyList<ApiRow> rules, DiagnosticBag bag)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(file.Source.Path)) ?? "/";
        var tree = SourceTree.Read(folder, [file.Source], options);
        var files = Migrator.Run(tree, target, rules);
        var diagnostics = tree.Diagnostics.Where(d => d.Code == MigrationRules.OutsideTree.Code).Concat(files.SelectMany(f => f.Diagnostics)).ToList();
        bag.AddRange(diagnostics);
        if (file.Compilation.Parse.Files.FirstOrDefault(f => !f.IsStub && !IsBelow(folder, f.Source.Path)) is { } outside)
        {
            bag.Add(KitRules.CannotCarry.At(new Span(file.Source, 0, 0), $"the migrated text, since '{outside.Source.Path}', which it includes, lies outside the file's folder").For(target.Name));
            return null;
        }
        var against = diagnostics.Where(d => MigrationRules.IsUnsupported(d) || d.Code == MigrationRules.OutsideTree.Code).ToList();
        if (against.Count > 0)
        {
            bag.Add(KitRules.CannotCarry.At(against[0].Span, $"the migrated text ({string.Join(", ", against.Select(d => d.Code).Distinct().Order(StringComparer.Ordinal))})").For(target.Name));
            return null;
        }
        var ordered = files.OrderBy(f => !ReferenceEquals(f.From.Source, file.Source)).ThenBy(f => f.Path, StringComparer.Ordinal);
        return new KitText(
            Migrated,
            [.. ordered.Select(f => new KitFile(f.Path, Encoding.Latin1.GetBytes(f.Text)))],
            file.Header,
            [.. files.SelectMany(f => f.Inferred)])
        {
            Flags =
            [
                .. options.IncludeDirectories.Select(Path.GetFullPath).Where(d => IsBelow(folder, d)).Select(d => $"-I{Path.GetRelativePath(folder, d)}"),
                .. options.Defines.Select(d => d.Value.Length > 0 ? $"-D{d.Name}={d.Value}" : $"-D{d.Name}="),
            ],
        };
    }

    private static bool IsBelow(string folder, string path) => Path.GetFullPath(path).StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>The kernels printed through the IR; null after having said why there is none.</summary>
    public static KitText? Emit(KernelFile file, IBackend backend, Target target, DiagnosticBag bag)
    {
        var emission = Compiler.Compiler.OnDeepStack(() => Emission.Run(file.Compilation.Module, backend, target, file.Source.Path, options: file.EmissionOptions()));
        var refusals = emission.Kernels.Where(k => !k.IsEmitted && file.Functions.Values.Contains(k.Kernel.Name)).SelectMany(k => k.Refusals).ToList();
        if (refusals.Count > 0 || emission.File is null)
        {
            bag.AddRange(refusals);
            bag.Add(KitRules.CannotCarry.At(new Span(file.Source, 0, 0), $"the text through the IR ({string.Join(", ", refusals.Select(d => d.Code).Distinct().Order(StringComparer.Ordinal))})").For(target.Name));
            return null;
        }
        string name = Path.GetFileNameWithoutExtension(file.Source.Path) + emission.File.Extension;
        return new KitText(Emitted, [KitFile.Text(name, emission.File.Text)], file.EmittedHeader(), []);
    }
}
