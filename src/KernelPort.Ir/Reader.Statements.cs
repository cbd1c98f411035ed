using System.Globalization;
using KernelPort.Core;

namespace KernelPort.Ir;

public sealed partial class Reader
{
    /// <summary>Statements up to the closing brace, which is taken.</summary>
    private EquatableArray<Stmt> Statements()
    {
        Enter();
        var body = new List<Stmt>();
        while (!TryTake("}"))
        {
            body.Add(Statement());
        }
        Leave();
        return body.ToEquatable();
    }

    private EquatableArray<Stmt> Block()
    {
        Expect("{");
        return Statements();
    }

    private LetId Bound()
    {
        var id = Binder();
        Expect("=");
        return id;
    }

    private LetId? BoundIfAny() => Token.Kind == KirKind.Let ? Bound() : null;

    private Stmt Statement()
    {
        var token = Expect(KirKind.Word, "a statement");
        switch (token.Text)
        {
            case "let":
                // The binder stands before the value, but the value must not see it.
                var id = Bound();
                return new Let(id, Expression());
            case "load":
                id = Bound();
                return new Load(id, Place()) { Volatile = TryTake("volatile"), Merges = TryTake("merges") };
            case "store":
                var target = Place();
                Expect(",");
                return new Store(target, Expression()) { Volatile = TryTake("volatile") };
            case "atomic":
                return Atomic();
            case "call":
                var result = BoundIfAny();
                var intrinsic = Intrinsic();
                string? format = Token.Kind == KirKind.Text ? Expect(KirKind.Text, "a format").Text : null;
                return new Call(result, intrinsic, Arguments()) { Format = format };
            case "invoke":
                result = BoundIfAny();
                string function = Expect(KirKind.Global, "a function's name").Text;
                return new Invoke(result, function, Arguments());
            case "if":
                return If();
            case "loop":
                return Loop();
            case "switch":
                return Switch();
            case "break":
                return new Break { Values = Values() };
            case "continue":
                return new Continue { Values = Values() };
            case "yield":
                return new Yield(Values());
            case "return":
                return new Return(Token.Line == token.Line && !Is("}") ? Expression() : null);
            default:
                throw new KirFormatException(token.Line, $"a statement is expected, not '{token.Text}'");
        }
    }

    private Atomic Atomic()
    {
        var result = BoundIfAny();
        var word = Expect(KirKind.Word, "an atomic operation");
        var op = Member<AtomicOp>(word.Text, word.Line);
        word = Expect(KirKind.Word, "a scope");
        var scope = Member<AtomicScope>(word.Text, word.Line);
        var target = Place();
        Expect(",");
        var operand = Expression();
        return new Atomic(result, op, target, operand, TryTake(",") ? Expression() : null) { Scope = scope };
    }

    private Intrinsic Intrinsic()
    {
        var word = Expect(KirKind.Word, "an operation");
        return _find(word.Text) ?? throw new KirFormatException(word.Line, $"the operation '{word.Text}' is not known");
    }

    private EquatableArray<Expr> Arguments()
    {
        Expect("(");
        return List(")", Expression).ToEquatable();
    }

    private EquatableArray<Expr> Values() => Is("(") ? Arguments() : [];

    private EquatableArray<LetId> Results()
    {
        if (!TryTake("gives"))
        {
            return [];
        }
        Expect("(");
        return List(")", Binder).ToEquatable();
    }

    private If If()
    {
        var results = Results();
        var condition = Expression();
        var then = Block();
        return new If(condition, then, TryTake("else") ? Block() : []) { Results = results };
    }

    private Loop Loop()
    {
        var results = Results();
        EquatableArray<Carried> carried = [];
        if (TryTake("carry"))
        {
            Expect("(");
            carried = List(")", () =>
            {
                var id = Bound();
                return new Carried(id, Expression());
            }).ToEquatable();
        }
        int? unroll = TryTake("unroll") ? Integer() : null;
        var body = Block();
        return new Loop(body, TryTake("continuing") ? Block() : []) { Results = results, Carried = carried, Unroll = unroll };
    }

    private Switch Switch()
    {
        var value = Expression();
        Expect("{");
        var cases = new List<SwitchCase>();
        while (!TryTake("}"))
        {
            Expect("case");
            Expect("(");
            var labels = List(")", () =>
            {
                var token = Expect(KirKind.Number, "a label");
                return ulong.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong label) ? label : throw new KirFormatException(token.Line, $"'{token.Text}' is no label");
            });
            bool isDefault = TryTake("default");
            cases.Add(new SwitchCase(labels.ToEquatable(), isDefault, Block()));
        }
        return new Switch(value, cases.ToEquatable());
    }
}
