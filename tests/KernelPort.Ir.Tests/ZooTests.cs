using KernelPort.Core;

namespace KernelPort.Ir.Tests;

/// <summary>No node is forgotten by what handles all of them.</summary>
public class ZooTests
{
    private sealed class Collector : Walker
    {
        public HashSet<Type> Seen { get; } = [];

        public List<object> Nodes { get; } = [];

        protected override void Enter(Stmt statement) => Add(statement);

        protected override void Enter(Expr expression) => Add(expression);

        protected override void Enter(Place place) => Add(place);

        private void Add(object node)
        {
            Seen.Add(node.GetType());
            Nodes.Add(node);
        }
    }

    private sealed class Nothing : Rewriter;

    /// <summary>Rebuilds every literal and reference, so that every node above one is made anew.</summary>
    private sealed class Copy : Rewriter
    {
        protected override Expr Leave(Expr expression) => expression is Literal l ? new Literal(l.Type, l.Bits) : expression is LetRef r ? new LetRef(r.Type, r.Id) : expression;

        protected override Place Leave(Place place) => place is VariablePlace v ? new VariablePlace(v.Type, v.Id) : place;
    }

    private static IEnumerable<Type> NodeTypes() => typeof(Expr).Assembly.GetTypes().Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(Expr)) || t.IsSubclassOf(typeof(Stmt)) || t.IsSubclassOf(typeof(Place))));

    [Fact]
    public void It_is_complete_and_valid()
    {
        var collector = new Collector();
        collector.Walk(Zoo.Module.Functions[0]);
        NodeTypes().Except(collector.Seen).Select(t => t.Name).ShouldBeEmpty();
        Verifier.Check(Zoo.Module).ShouldBeEmpty();
    }

    [Fact]
    public void A_rewriter_that_changes_nothing_keeps_everything()
    {
        var f = Zoo.Module.Functions[0];
        new Nothing().Rewrite(f).Body.ShouldBe(f.Body);
        new Copy().Rewrite(f).Body.ShouldBe(f.Body);
        Printer.Print(new Copy().Rewrite(Zoo.Module)).ShouldBe(Printer.Print(Zoo.Module));
    }
}
