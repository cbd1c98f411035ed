using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

internal sealed partial class LlvmEmitter
{
    private readonly Stack<string> _breaks = [];
    private readonly Stack<string> _continues = [];
    private readonly HashSet<string> _targets = new(StringComparer.Ordinal);

    /// <summary>Whether control can be where the next line goes.</summary>
    private bool _isOpen = true;

    private void Block(EquatableArray<Stmt> body)
    {
        foreach (var s in body)
        {
            if (!_isOpen)
            {
                return;
            }
            _at = s.From.Span.IsNone ? _at : s.From.Span;
            Statement(s);
        }
    }

    private void Statement(Stmt s)
    {
        switch (s)
        {
            case Let x:
                Bind(x.Id, E(x.Value));
                break;
            case Load x:
                Bind(x.Id, Read(x.Source, x.Volatile));
                break;
            case Store x:
                Write(x.Target, E(x.Value), x.Volatile);
                break;
            case Atomic x:
                PrintAtomic(x);
                break;
            case Call x:
                PrintCall(x);
                break;
            case Invoke x:
                PrintInvoke(x);
                break;
            case If x:
                PrintIf(x);
                break;
            case Loop x:
                PrintLoop(x);
                break;
            case Switch x:
                PrintSwitch(x);
                break;
            case Break:
                Leave(_breaks.Peek());
                break;
            case Continue:
                Leave(_continues.Peek());
                break;
            case Return x:
                Line(x.Value is null || _function.IsKernel ? "ret void" : $"ret {_layout.Value(x.Value.Type)} {E(x.Value)}");
                _isOpen = false;
                break;
            default:
                throw new System.Diagnostics.UnreachableException(s.GetType().Name);
        }
    }

    /// <summary>Gives a value its name: the line that made it last takes it over.</summary>
    private void Bind(LetId? id, string value)
    {
        if (id is not { } let)
        {
            return;
        }
        string head = $"  {value} = ";
        if (_function.Lets[let.Index].Name != "t" && value.StartsWith("%t", StringComparison.Ordinal) && _body.Count > 0 && _body[^1].Text.StartsWith(head, StringComparison.Ordinal))
        {
            string name = Named(let);
            _body[^1] = ($"  {name} = {_body[^1].Text[head.Length..]}", _body[^1].From);
            foreach (var same in _lets.Where(l => l.Value == value).Select(l => l.Key).ToList())
            {
                _lets[same] = name;
            }
            return;
        }
        _lets[let] = value;
    }

    private string Label(string name) => _names.Name(name);

    private void Begin(string label)
    {
        _body.Add((label + ":", Span.None));
        _isOpen = true;
    }

    private void Leave(string label)
    {
        _targets.Add(label);
        Line($"br label %{label}");
        _isOpen = false;
    }

    /// <summary>A label at which control may go on, if anything came there or falls into it.</summary>
    private void Join(string label)
    {
        if (_isOpen)
        {
            Leave(label);
        }
        if (_targets.Remove(label))
        {
            Begin(label);
        }
    }

    private void PrintIf(If x)
    {
        string then = Label("then"), otherwise = x.Else.IsEmpty ? "" : Label("else"), end = Label("endif");
        string condition = E(x.Condition);
        if (x.Else.IsEmpty)
        {
            _targets.Add(end);
        }
        Line($"br i1 {condition}, label %{then}, label %{(x.Else.IsEmpty ? end : otherwise)}");
        Begin(then);
        Block(x.Then);
        if (!x.Else.IsEmpty)
        {
            if (_isOpen)
            {
                Leave(end);
            }
            Begin(otherwise);
            Block(x.Else);
        }
        Join(end);
    }

    private void PrintLoop(Loop x)
    {
        string head = Label("loop"), next = Label("next"), end = Label("endloop");
        Leave(head);
        _targets.Remove(head);
        Begin(head);
        _breaks.Push(end);
        _continues.Push(next);
        Block(x.Body);
        Join(next);
        if (_isOpen)
        {
            Block(x.Continuing);
        }
        if (_isOpen)
        {
            Line($"br label %{head}{Unroll(x)}");
            _isOpen = false;
        }
        _breaks.Pop();
        _continues.Pop();
        if (_targets.Contains(end))
        {
            Join(end);
        }
    }

    private string Unroll(Loop x)
    {
        if (x.Unroll is not { } factor)
        {
            return "";
        }
        int number = 1000 + _unrolls.Count; // behind what the backend numbers
        _unrolls[number] = factor;
        return Build.Invariant($", !llvm.loop !{number}");
    }

    private void PrintSwitch(Switch x)
    {
        string value = E(x.Value), type = _layout.Value(x.Value.Type), end = Label("endswitch");
        string[] labels = [.. x.Cases.Select(_ => Label("case"))];
        int otherwise = x.Cases.ToList().FindIndex(c => c.IsDefault);
        var cases = x.Cases.SelectMany((c, i) => c.Labels.Select(l => $"{type} {LlvmText.Literal(new Literal(x.Value.Type, l))}, label %{labels[i]}"));
        Line($"switch {type} {value}, label %{(otherwise < 0 ? end : labels[otherwise])} [ {string.Join(" ", cases)} ]");
        if (otherwise < 0)
        {
            _targets.Add(end);
        }
        _isOpen = false;
        _breaks.Push(end);
        for (int i = 0; i < labels.Length; i++)
        {
            if (_isOpen)
            {
                Leave(labels[i]);
                _targets.Remove(labels[i]);
            }
            Begin(labels[i]);
            Block(x.Cases[i].Body);
        }
        _breaks.Pop();
        Join(end);
    }

    private void PrintInvoke(Invoke x)
    {
        string arguments = string.Join(", ", x.Arguments.Select(a => $"{_layout.Value(a.Type)} {E(a)}").ToList());
        string type = _layout.Value(_module.Find(x.Function)!.ReturnType);
        string call = $"call {type} @{LlvmText.Quoted(x.Function)}({arguments})";
        if (type == "void")
        {
            Line(call);
            return;
        }
        Bind(x.Result, Assign(call));
    }
}
