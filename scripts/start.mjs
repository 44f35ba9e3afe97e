// Runs on the machine's own Node (18 or newer) and needs nothing installed: it prepares the workspace, then hands over
// to the supervisor under the Node that the workspace brings along.
import { spawn } from 'node:child_process'
import { prepareWorkspace, root } from './workspace.mjs'

const known = ['--dev', '--reset', '--yes']
const options = process.argv.slice(2)
const unknown = options.filter((option) => !known.includes(option))
if (unknown.length > 0) {
  console.error(`Unknown option ${unknown[0]}. Known are: ${known.join(', ')}.`)
  process.exit(2)
}

const startedAt = Date.now()
const env = await prepareWorkspace(options.includes('--dev') ? '.data-dev' : '.data')
const supervisor = spawn('node', ['scripts/stack/main.mjs', ...options], {
  cwd: root,
  env: { ...env, GANTRY_STARTED_AT: String(startedAt) },
  stdio: 'inherit',
})
// A terminal sends Ctrl-C to the supervisor as well; a service manager's SIGTERM reaches only this process.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => supervisor.kill('SIGTERM'))
supervisor.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
