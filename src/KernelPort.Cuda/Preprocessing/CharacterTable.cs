namespace KernelPort.Cuda.Preprocessing;

/// <summary>Which characters make names. Bytes above 127 count as letters: they are parts of some encoding's letters.</summary>
internal static class CharacterTable
{
    private static readonly bool[] Starts = Build(digits: false);
    private static readonly bool[] Parts = Build(digits: true);

    public static bool IsNameStart(char c) => c >= 128 || Starts[c];

    public static bool IsNamePart(char c) => c >= 128 || Parts[c];

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool[] Build(bool digits)
    {
        var table = new bool[128];
        for (char c = 'a'; c <= 'z'; c++)
        {
            table[c] = true;
            table[char.ToUpperInvariant(c)] = true;
        }
        table['_'] = true;
        table['$'] = true;
        for (char c = '0'; c <= '9'; c++)
        {
            table[c] = digits;
        }
        return table;
    }
}
