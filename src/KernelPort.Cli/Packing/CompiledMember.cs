using System.Globalization;
using System.Text;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Ir;
using KernelPort.Migration;

namespace KernelPort.Cli.Packing;

/// <summary>A member for a machine whose kernels only its vendor's compiler makes: sources and a build script for a library that the pack looks for beside itself. Its host half is
/// written once, as CUDA, and migrated as a user's program would be.</summary>
internal static class CompiledMember
{
    public static bool IsPossible(TargetChoice choice) => choice.Target is { Migration: not null, OpenVendorBuild: not null };

    /// <summary>The member's files below the pack's folder.</summary>
    /// <param name="emitted">The kernels as the vendor's compiler gets them.</param>
    /// <returns>Null, with the reason, where the host half cannot be migrated.</returns>
    public static IReadOnlyDictionary<string, string>? Files(TargetChoice choice, EmittedFile emitted, IReadOnlyList<Function> kernels, SourceText source, out string reason)
    {
        string name = choice.Backend.Name, stem = Path.GetFileNameWithoutExtension(source.Path);
        string library = $"lib{stem}_{name}.so", kernelFile = stem + emitted.Extension;
        if (HostHalf(choice.Target, kernels, source, out reason) is not { } host)
        {
            return null;
        }
        string member = Path.GetFileName(host.Path);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [$"member_{name}.cpp"] = EmbeddedFile.Text("compiled_member.cpp").Replace("{name}", name, StringComparison.Ordinal).Replace("{library}", library, StringComparison.Ordinal),
            [$"{name}/{kernelFile}"] = emitted.Text,
            [$"{name}/{member}"] = $"// The kernels of {Path.GetFileName(source.Path)} as a member of its pack, for {choice.Target.Name}. Made by KernelPort.\n#include \"{kernelFile}\"\n{host.Text}",
            [$"build_{name}.sh"] = BuildScript(choice.Target, library, name, member),
        };
    }

    private static MigratedFile? HostHalf(Target target, IReadOnlyList<Function> kernels, SourceText source, out string reason)
    {
        var launches = new StringBuilder();
        for (int i = 0; i < kernels.Count; i++)
        {
            string kernel = kernels[i].Name;
            string arguments = string.Join(", ", kernels[i].Parameters.Select((_, p) => string.Create(CultureInfo.InvariantCulture, $"kp_argument<{p}>({kernel}, kp_arguments)")));
            launches.Append(CultureInfo.InvariantCulture, $"    case {i}:\n        {kernel}<<<kp_blocks, kp_threads, kp_shared>>>({arguments});\n        break;\n");
        }
        string folder = Path.GetDirectoryName(Path.GetFullPath(source.Path)) ?? "/";
        var cuda = new SourceText(Path.Combine(folder, Path.GetFileNameWithoutExtension(source.Path) + "_member.cu"), EmbeddedFile.Text("compiled_member.cu").Replace("{launches}", launches.ToString(), StringComparison.Ordinal));
        var host = Migrator.Run(SourceTree.Read(folder, [cuda], new ParseOptions()), target).First(f => ReferenceEquals(f.From.Source, cuda));
        reason = host.Diagnostics.Where(d => MigrationRules.IsUnsupported(d) && !HazardRules.IsHazard(d.Code)).Select(d => d.Message).FirstOrDefault() ?? "";
        return reason.Length == 0 ? host : null;
    }

    private static string BuildScript(Target target, string library, string folder, string member) =>
        $"#!/bin/sh\n# Makes {library}, the pack's member for {target.Name}, where the vendor's SDK is; it belongs beside the pack.\nset -eu\ncd \"$(dirname \"$0\")/{folder}\"\n"
        + VendorBuild.Lines(target, $"{member} -shared -fPIC -o ../{library}");
}
