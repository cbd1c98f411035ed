using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Compiler;

/// <summary>Units of one program: a device function that one calls and another defines is read behind the caller, as nvcc's linker would find it (-dc).</summary>
public static class SeparateUnits
{
    private const int MostRounds = 4;

    /// <summary>Compiles each source; those that lack bodies once more, with the sources that have them.</summary>
    public static Compilation[] Compile(IReadOnlyList<SourceText> sources, CompilerOptions options, int jobs)
    {
        var alone = new Compilation[sources.Count];
        Parallel.For(0, sources.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => alone[i] = Compiler.Compile(sources[i], options));
        if (sources.Count == 1 || !alone.Any(Lacks))
        {
            return alone;
        }
        var defined = alone.Select(c => Definitions.Of(c.Parse.Unit, c.Source)).ToArray();
        var result = new Compilation[sources.Count];
        Parallel.For(0, sources.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => result[i] = Lacks(alone[i]) ? WithOthers(i, alone, defined, options) : alone[i]);
        return result;
    }

    private static bool Lacks(Compilation c) => !c.Failed.IsEmpty && !c.Bodiless.IsEmpty;

    private static Compilation WithOthers(int unit, Compilation[] alone, Definitions[] defined, CompilerOptions options)
    {
        var (best, last) = (alone[unit], alone[unit]);
        var behind = new List<int>();
        for (int round = 0; round < MostRounds && Lacks(last); round++)
        {
            var missing = last.Bodiless;
            var found = Enumerable.Range(0, alone.Length).Where(j => j != unit && !behind.Contains(j) && defined[j].Functions.Overlaps(missing)).ToList();
            // One name of two meanings would be taken for the other's: such units stay apart.
            found.RemoveAll(j => behind.Append(unit).Concat(found.TakeWhile(k => k != j)).Any(k => defined[k].All.Overlaps(defined[j].All)));
            if (found.Count == 0)
            {
                break;
            }
            behind.AddRange(found);
            var made = Compiler.Compile(alone[unit].Source, options with { Kernels = KernelsOf(alone[unit], options), Behind = behind.Select(j => alone[j].Source).ToEquatable() });
            if (made.Module.Globals.Any(g => behind.Any(j => defined[j].Variables.Contains(g.Name) || defined[j].Variables.Any(v => g.Name.EndsWith("_" + v, StringComparison.Ordinal)))))
            {
                // Each unit would have a variable of its own where the program has one.
                break;
            }
            // What was found may lack something itself.
            last = made;
            best = made.Failed.Count < best.Failed.Count ? made : best;
        }
        return best;
    }

    /// <summary>The kernels of a unit and its headers: a header that only another unit includes brings none.</summary>
    private static EquatableArray<string> KernelsOf(Compilation c, CompilerOptions options) => options.Kernels.Count > 0
        ? options.Kernels
        : c.Module.Kernels.Select(k => k.SourceName).Concat(c.Failed).Concat(c.Unlaunched).Select(n => n.Split('<')[0]).Distinct(StringComparer.Ordinal).ToEquatable();

    /// <summary>What the text of a unit itself, without its headers, defines for the device, by name.</summary>
    private sealed record Definitions(HashSet<string> Functions, HashSet<string> Variables, HashSet<string> All)
    {
        public static Definitions Of(TranslationUnit unit, SourceText source)
        {
            var found = new Definitions(new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
            found.Add(unit.Declarations, source);
            return found;
        }

        private static bool IsConst(TypeSyntax type) => type is QualifiedType { Const: true } || (type is ArraySyntax a && IsConst(a.Element));

        private void Add(IEnumerable<DeclSyntax> declarations, SourceText source)
        {
            foreach (var d in declarations.Where(d => ReferenceEquals(d.Span.Source, source)))
            {
                switch (d is TemplateDecl t ? t.Declaration : d)
                {
                    case NamespaceDecl n:
                        Add(n.Members, source);
                        break;
                    case LinkageDecl l:
                        Add(l.Members, source);
                        break;
                    case FunctionDecl { Body: not null } f when f.Specifiers.Has(Specifier.Device) || f.Specifiers.Has(Specifier.Constexpr):
                        Functions.Add(f.Name.Last);
                        All.Add(f.Name.Last);
                        break;
                    case VariableDecl v when !v.Specifiers.Has(Specifier.Extern):
                        All.UnionWith(v.Variables.Select(x => x.Name.Last));
                        if ((v.Specifiers.Flags & (Specifier.Device | Specifier.Constant | Specifier.Managed)) != 0 && !v.Specifiers.Has(Specifier.Constexpr))
                        {
                            Variables.UnionWith(v.Variables.Where(x => !IsConst(x.Type)).Select(x => x.Name.Last));
                        }
                        break;
                    case ClassDecl { Members: not null, Name: { } name }:
                        All.Add(name.Last);
                        break;
                    case EnumDecl { Name: { } name }:
                        All.Add(name);
                        break;
                    case AliasDecl a:
                        All.Add(a.Name);
                        break;
                }
            }
        }
    }
}
