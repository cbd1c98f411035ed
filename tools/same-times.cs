#:property PublishAot=false
// Gives every entry of zip archives one time, so that the same contents are the same archive: same-times TIME ARCHIVE...
using System.Globalization;
using System.IO.Compression;

var time = DateTimeOffset.Parse(args[0], CultureInfo.InvariantCulture);
foreach (string path in args.Skip(1))
{
    string fresh = path + ".tmp";
    using (var from = ZipFile.OpenRead(path))
    using (var to = ZipFile.Open(fresh, ZipArchiveMode.Create))
    {
        foreach (var entry in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = time;
            copy.ExternalAttributes = entry.ExternalAttributes;
            using var source = entry.Open();
            using var target = copy.Open();
            source.CopyTo(target);
        }
    }
    File.Move(fresh, path, overwrite: true);
}
