import { spawn } from 'node:child_process'

export interface ProgramResult {
  readonly code: number
  readonly out: string
  readonly err: string
}

/**
 * Runs a program to its end. `show` passes its output through to our stderr as it comes, so that our stdout keeps
 * the counting line last.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { cwd: string; show?: boolean; env?: NodeJS.ProcessEnv },
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk
      if (options.show) process.stderr.write(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk
      if (options.show) process.stderr.write(chunk)
    })
    child.on('error', (error) => resolve({ code: 127, out, err: `${err}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, out, err }))
  })
}
