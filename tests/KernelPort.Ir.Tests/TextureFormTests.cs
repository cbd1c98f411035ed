namespace KernelPort.Ir.Tests;

/// <summary>The words of texture accesses.</summary>
public class TextureFormTests
{
    [Fact]
    public void Every_form_that_exists_is_read_back()
    {
        int existing = 0;
        foreach (var shape in Enum.GetValues<TextureShape>())
        {
            foreach (var mode in Enum.GetValues<TextureMode>())
            {
                var form = new TextureForm(shape, mode);
                TextureForm.Parse(form.ToString()).ShouldBe(form.Exists ? form : null);
                existing += form.Exists ? 1 : 0;
            }
        }
        // Seven shapes sampled three ways, a fetch, a gather, and five shapes of surfaces with three edges.
        existing.ShouldBe((7 * 3) + 2 + (5 * 3));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4d")]
    [InlineData("2d sample")]
    [InlineData("2d  lod")]
    [InlineData("2d Lod")]
    [InlineData("2d lod grad")]
    [InlineData("2d 1")]
    public void Other_words_are_none(string text) => TextureForm.Parse(text).ShouldBeNull();
}
