// Runs on the machine's own Node: prepares the workspace, then runs every check under the workspace's Node.
// Names after the command choose stages, for example `npm test -- gateway e2e`.
import { spawnSync } from 'node:child_process'
import { prepareWorkspace, root } from './workspace.mjs'

const env = await prepareWorkspace('.data-test')
const { status } = spawnSync('node', ['scripts/checks/main.mjs', ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: 'inherit',
})
process.exit(status ?? 1)
