import { parseArgs } from 'node:util'
import { applyAccess, applyReader } from './apply/access.ts'
import { applyContent } from './apply/content.ts'
import { Report } from './apply/report.ts'
import { applySchema } from './apply/schema.ts'
import { applySettings } from './apply/settings.ts'
import { applyUniqueness } from './apply/uniqueness.ts'
import { connect } from './client.ts'
import { readEnvironment } from './env.ts'

const { values: flags } = parseArgs({
  options: {
    'allow-deletes': { type: 'boolean', default: false },
    'reset-content': { type: 'boolean', default: false },
  },
})

const env = readEnvironment()
const url = `http://${env.HOST}:${env.PORT}`
const directus = connect(url, env.ADMIN_TOKEN)
const report = new Report((line) => process.stdout.write(`${line}\n`))

await applySchema(directus, report, flags['allow-deletes'])
await applyUniqueness(env, report)
await applyAccess(directus, report, flags['allow-deletes'])
await applyReader(directus, report, url, env.READER_TOKEN)
await applySettings(directus, report)
await applyContent(directus, report, flags['reset-content'])

process.stdout.write(report.changes === 0 ? 'nothing to change\n' : `${report.changes} changes\n`)
