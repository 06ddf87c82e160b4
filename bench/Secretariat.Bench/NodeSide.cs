using System.Diagnostics;
using System.Globalization;
using Secretariat.Tests.Servers;

namespace Secretariat.Bench;

/// <summary>docxtemplater in a process of its own, which fills as many documents as it is asked.</summary>
internal sealed class NodeSide : IDisposable
{
    private static readonly string[] Packages = ["docxtemplater@3.71.0", "pizzip@3.3.0"];

    private readonly Process _node;

    private NodeSide(Process node) => _node = node;

    public static string? WhyMissing =>
        Command.Exists("npm") && Command.Exists("node")
            ? null
            : "node or npm is missing, and with it docxtemplater: install the packages “nodejs” and “npm”.";

    public static async Task<NodeSide> StartAsync(string folder)
    {
        using var install = Process.Start(
            new ProcessStartInfo("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, .. Packages])
            {
                UseShellExecute = false,
            }
        )!;
        await install.WaitForExitAsync();
        if (install.ExitCode is not 0)
            throw new InvalidOperationException("npm could not fetch docxtemplater: check the network, then run it again.");
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "merge.mjs"),
            folder,
            Path.Combine(folder, "template.docx"),
            Path.Combine(folder, "values.json"),
        ];
        return new(
            Process.Start(
                new ProcessStartInfo("node", arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )!
        );
    }

    /// <summary>Documents a second.</summary>
    public async Task<double> FillAsync(int count)
    {
        await _node.StandardInput.WriteLineAsync(count.ToString(CultureInfo.InvariantCulture));
        await _node.StandardInput.FlushAsync();
        var said = await _node.StandardOutput.ReadLineAsync();
        return said?.Split(' ') is [_, _, var seconds]
            ? count / double.Parse(seconds, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"docxtemplater ended: {said}");
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}
