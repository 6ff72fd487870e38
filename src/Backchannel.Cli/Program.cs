using System.Text;
using Backchannel.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var command = CommandLine.Parse(args);
if (command.Mistakes is { Count: > 0 } mistakes)
    return CommandLine.Complain(mistakes, command.Name);
return await CommandLine.RunAsync(command);
