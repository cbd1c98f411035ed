using System.Text;

namespace KernelPort.Core;

/// <summary>Builds output text: four-space indentation, '\n' line ends, nothing that depends on culture.</summary>
public sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private bool _atLineStart = true;

    public int Indent { get; set; }

    /// <summary>The line being written, counted from 1.</summary>
    public int CurrentLine { get; private set; } = 1;

    public CodeWriter Write(string text)
    {
        foreach (char c in text)
        {
            if (c == '\n')
            {
                _text.Append('\n');
                _atLineStart = true;
                CurrentLine++;
                continue;
            }
            if (_atLineStart)
            {
                _text.Append(' ', Indent * 4);
                _atLineStart = false;
            }
            _text.Append(c);
        }
        return this;
    }

    public CodeWriter Line(string text = "") => Write(text).Write("\n");

    public override string ToString() => _text.ToString();
}
