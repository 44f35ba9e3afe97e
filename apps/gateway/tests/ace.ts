import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import app from '@adonisjs/core/services/app'

interface Outcome {
  code: number
  /** Everything it printed. */
  output: string
}

/** Runs a command in a process of its own, with settings of its own beside those of the tests. */
export async function ace(command: string[], settings: Record<string, string> = {}): Promise<Outcome> {
  const own = Object.entries({ FORCE_COLOR: '0', ...settings }).map(([name, value]) => `${name}=${value}`)
  const program = [...own, process.execPath, 'ace.js', ...command]
  return promisify(execFile)('env', program, { cwd: app.makePath() }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      output: stdout + stderr,
    }),
  )
}
