using Secretariat;
using Secretariat.Platform.Cli;

return await CommandLine.RunAsync(args, Verbs.All);
