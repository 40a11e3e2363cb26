import CommandLineTool
import Text

CurrentProcess.failInsteadOfDying()
let exit = Tool.run(in: .current(arguments: CurrentProcess.arguments))
CurrentProcess.exit(exit.rawValue)
