import { runCli } from './frame.ts'
import { verbs } from './verbs.ts'

// A reader that goes away early (`| head`) is not a bug of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 70))

process.exitCode = await runCli(process.argv.slice(2), verbs, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
