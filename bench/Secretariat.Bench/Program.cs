using Secretariat.Bench;

return args switch
{
    ["mail"] => await MailBench.RunAsync(folder: null),
    ["mail", var folder] when Directory.Exists(folder) && Directory.GetFiles(folder, "*.eml").Length > 0 =>
        await MailBench.RunAsync(folder),
    ["partners"] => await PartnersBench.RunAsync(),
    ["events"] => await EventsBench.RunAsync(),
    ["letters"] => await LettersBench.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        bin/bench mail [FOLDER]: the speed of mail, of invented messages or of a folder that holds .eml files.
        bin/bench partners: the office's pages over registers of 80, 8,000 and 80,000 partners.
        bin/bench events: people registered for an event, fifty at a time, and the lists of 50 and of 50,000 of them.
        bin/bench letters: Word templates filled and letters printed as PDF.
        """
    );
    return 2;
}
