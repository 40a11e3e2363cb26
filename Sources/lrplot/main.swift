import CommandLineTool
import Text

CurrentProcess.ignoreBrokenPipes()
let exit = Tool.run(in: .current(arguments: Array(CommandLine.arguments.dropFirst())))
CurrentProcess.exit(exit.rawValue)
