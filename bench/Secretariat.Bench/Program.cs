using Secretariat.Bench;

return args switch
{
    ["mail"] => await MailBench.RunAsync(folder: null),
    ["mail", var folder] when Directory.Exists(folder) && Directory.GetFiles(folder, "*.eml").Length > 0 =>
        await MailBench.RunAsync(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "bin/bench mail [FOLDER]: the speed of mail, of invented messages or of a folder that holds .eml files."
    );
    return 2;
}
