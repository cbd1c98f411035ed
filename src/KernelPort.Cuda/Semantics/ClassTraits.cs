using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Semantics;

/// <summary>What C++ asks about a class whose members are known: may its bytes be copied, does it lie as a C struct does, what of it may be shared.</summary>
internal static class ClassTraits
{
    /// <summary>No copy, move or destruction that somebody wrote, in it or in its parts.</summary>
    public static bool IsTriviallyCopyable(SemanticModel model, CType type) => type switch
    {
        ReferenceCType or VoidCType => false,
        ArrayCType a => IsTriviallyCopyable(model, a.Element),
        ClassCType { Symbol.IsBuiltin: true } => true,
        ClassCType { Symbol: var c } => HasTrivialCopies(model, c) && Parts(model, c).All(p => p is ReferenceCType || IsTriviallyCopyable(model, p)),
        _ => true,
    };

    public static bool IsStandardLayout(SemanticModel model, CType type) => type switch
    {
        ReferenceCType or VoidCType => false,
        ArrayCType a => IsStandardLayout(model, a.Element),
        ClassCType { Symbol.IsBuiltin: true } => true,
        ClassCType { Symbol: var c } => IsStandardLayout(model, c),
        _ => true,
    };

    /// <summary>Surely plain old data for the Itanium ABI, whichever C++ standard and compiler release lays it out; others are refused where it matters.</summary>
    public static bool IsPlain(SemanticModel model, ClassSymbol c)
    {
        if (c.IsBuiltin)
        {
            return true;
        }
        model.Types.Struct(c, c.Span);
        var members = model.MembersOf(c);
        return members.Bases.Count == 0 && members.Constructors.Count == 0 && members.Destructor is null && !Assignments(members).Any()
            && AccessOfFields(c).All(a => a == "public")
            && c.Fields.All(f => f is { Declarator: null, Type: not ReferenceCType } && (ElementOf(f.Type) is not ClassCType x || IsPlain(model, x.Symbol)));
    }

    /// <summary>Where the bytes of a base class end that a derived class must not use, and those it might use as well.</summary>
    public static long DataEnd(SemanticModel model, ClassSymbol c)
    {
        var layout = model.Types.Struct(c, c.Span);
        if (IsPlain(model, c))
        {
            return layout.Size;
        }
        long end = 0;
        for (int i = 0; i < layout.Fields.Count; i++)
        {
            var field = layout.Fields[i];
            if (c.Fields.Exists(f => f.Bits is { } bits && bits.Pieces.Any(p => p.FieldIndex == i)))
            {
                // The integer may be longer than what lies in it.
                end = Math.Max(end, field.Offset + (c.Fields.SelectMany(f => f.Bits?.Pieces ?? []).Where(p => p.FieldIndex == i).Max(p => p.Shift + p.Width) + 7) / 8);
                continue;
            }
            var inner = c.Bases.FirstOrDefault(b => b.Index == i);
            end = Math.Max(end, field.Offset + (inner is null ? field.Type.Size : DataEnd(model, inner.Class)));
        }
        return end;
    }

    /// <summary>The classes without data that lie at the first byte: no two of one class may have the same address.</summary>
    public static IEnumerable<ClassSymbol> EmptyAtStart(SemanticModel model, ClassSymbol c)
    {
        var layout = model.Types.Struct(c, c.Span);
        if (layout.Fields.IsEmpty)
        {
            yield return c;
        }
        var inner = c.Bases.Where(b => b.Index < 0 || layout.Fields[b.Index].Offset == 0).Select(b => b.Class)
            .Concat(c.Fields.Where(f => layout.Fields[f.Index].Offset == 0).Select(f => ElementOf(f.Type)).OfType<ClassCType>().Select(f => f.Symbol));
        foreach (var found in inner.SelectMany(i => EmptyAtStart(model, i)))
        {
            yield return found;
        }
    }

    public static CType ElementOf(CType type) => type is ArrayCType a ? ElementOf(a.Element) : type;

    private static bool IsStandardLayout(SemanticModel model, ClassSymbol c)
    {
        var parts = Parts(model, c).ToList();
        if (parts.Exists(p => !IsStandardLayout(model, p)) || AccessOfFields(c).Distinct().Count() > 1)
        {
            return false;
        }
        // All data in one class of the hierarchy, and no base at the address of a first member of the same class.
        int withData = c.Bases.Count(b => b.Index >= 0) + (c.Fields.Count > 0 ? 1 : 0);
        var atStart = EmptyAtStart(model, c).ToList();
        return withData <= 1 && atStart.Distinct().Count() == atStart.Count;
    }

    private static IEnumerable<CType> Parts(SemanticModel model, ClassSymbol c)
    {
        model.Types.Struct(c, c.Span);
        return c.Bases.Select(b => (CType)new ClassCType(b.Class)).Concat(c.Fields.Select(f => f.Type));
    }

    private static bool HasTrivialCopies(SemanticModel model, ClassSymbol c)
    {
        var members = model.MembersOf(c);
        if (members.Destructor is { IsDefaulted: false })
        {
            return false;
        }
        var copies = members.Constructors.Where(f => IsCopy(model, members, c, f)).Concat(Assignments(members).Where(f => IsCopy(model, members, c, f))).ToList();
        return copies.TrueForAll(f => f.IsDefaulted || f.IsDeleted) && (copies.Count == 0 || copies.Exists(f => !f.IsDeleted) || copies.Count < 2);
    }

    private static IEnumerable<FunctionSymbol> Assignments(ClassMembers members) => members.Find("operator=") switch
    {
        MemberGroup g => g.Members.OfType<FunctionSymbol>(),
        FunctionSymbol f => [f],
        _ => [],
    };

    /// <summary>Whether a constructor or assignment takes an object of its own class (a template never is a copy).</summary>
    private static bool IsCopy(SemanticModel model, ClassMembers members, ClassSymbol c, FunctionSymbol f)
    {
        if (f.IsTemplate || f.Owner != c || f.Declaration.Parameters.Count == 0 || f.Declaration.Parameters.Skip(1).Any(p => p.Default is null))
        {
            return false;
        }
        return model.Types.Bind(f.Declaration.Parameters[0].Type, members.Scope).Referred.Unqualified is ClassCType own && own.Symbol == c;
    }

    private static IEnumerable<string> AccessOfFields(ClassSymbol c)
    {
        string access = c.Definition?.Keyword == "class" ? "private" : "public";
        foreach (var m in c.Definition?.Members ?? [])
        {
            switch (m)
            {
                case AccessDecl a:
                    access = a.Access;
                    break;
                case VariableDecl v when !v.Specifiers.Has(Specifier.Static):
                case ClassDecl { Name: null, Members: not null }:
                    yield return access;
                    break;
            }
        }
    }
}
