// Runs on the machine's own Node: prepares the workspace, then measures under the workspace's Node.
import { spawnSync } from 'node:child_process'
import { prepareWorkspace, root } from './workspace.mjs'

const env = await prepareWorkspace('.data-bench')
const { status } = spawnSync('node', ['bench/main.mjs', ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: 'inherit',
})
process.exit(status ?? 1)
