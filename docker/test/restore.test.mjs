import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { compose, folder, run, settings, site } from './production.mjs'
import { Visitor } from './visitor.mjs'

/** Every table of every database: how many rows, and a sum over what is in them. */
async function tables() {
  const query = `for database in gateway directus lago; do
    psql -U postgres -d $database -Atc "select tablename from pg_tables where schemaname = 'public' order by 1" |
      while read -r table; do
        psql -U postgres -d $database -At -F ' ' -c "select '$database.$table', count(*), md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from \\"$table\\" t" </dev/null
      done
  done`
  const lines = (await compose('exec', '-T', 'postgres', 'bash', '-euc', query)).trim().split('\n')
  return new Map(
    lines.map((line) => {
      const [name, rows, sum] = line.split(' ')
      return [name, `${rows} rows, ${sum}`]
    }),
  )
}

/** Has bought something in the end-to-end tests. */
const someone = 'charlie@globex.test'

const sum = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** What one person gets to see, with a picture of the CMS and one of their own: the same before and after. */
async function seen() {
  const visitor = new Visitor(site)
  await visitor.signIn(someone)
  const data = async (path) => (await (await visitor.ask(path)).json()).data
  const [invoices, me, posts] = await Promise.all(
    ['/api/billing/invoices', '/api/user/me', '/api/cms/posts'].map(data),
  )
  const pictures = [me.avatar.large, posts.find(({ image }) => image).image.url]
  const sums = await Promise.all(
    pictures.map(async (path) => {
      const response = await visitor.ask(path)
      return `${response.status} ${sum(Buffer.from(await response.arrayBuffer()))}`
    }),
  )
  return { invoices, me, posts, sums }
}

/** Gives somebody a picture of the CMS as their own. */
async function showYourself(visitor) {
  const { data } = await (await visitor.ask('/api/cms/posts')).json()
  const picture = await visitor.ask(`${data.find(({ image }) => image).image.url}&key=card`)
  const form = new FormData()
  form.append('picture', new Blob([await picture.arrayBuffer()]), 'picture.webp')
  const { status } = await visitor.ask('/api/user/avatar', { method: 'POST', form })
  assert.equal(status, 200)
}

test('everything is destroyed, and a backup brings it back as it was', async (context) => {
  const visitor = new Visitor(site)
  await visitor.signIn(someone)
  await showYourself(visitor)
  const before = await seen()
  assert.match(before.sums.join(), /^200 .*,200 /)
  assert.ok(before.invoices.length > 0, 'there is an invoice to compare')

  // Whoever writes stands still between the sums and the backup.
  await compose('stop', 'nginx', 'web', 'gateway', 'worker', 'cms', 'lago')
  const sums = await tables()
  let begun = performance.now()
  await run('scripts/backup', join(folder, 'backups'))
  context.diagnostic(`backup ${((performance.now() - begun) / 1000).toFixed(0)} s`)

  const [name] = readdirSync(join(folder, 'backups'))
  const passphrase = /^BACKUP_PASSPHRASE=(.*)$/m.exec(readFileSync(settings, 'utf8'))[1]
  await compose('down', '--volumes', '--timeout', '10')
  renameSync(settings, `${settings}.lost`)

  begun = performance.now()
  await run(
    'env',
    `BACKUP_PASSPHRASE=${passphrase}`,
    'scripts/restore',
    join(folder, 'backups', name),
    '--yes',
  )
  context.diagnostic(`restore ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  assert.equal(readFileSync(settings, 'utf8'), readFileSync(`${settings}.lost`, 'utf8'))
  rmSync(`${settings}.lost`)

  assert.deepEqual(await seen(), before)
  assert.equal((await visitor.ask('/api/auth/me')).status, 401, 'sessions have ended')
  const after = await tables()
  assert.deepEqual(
    [...sums].filter(([table, sum]) => after.get(table) !== sum && !changesByItself.test(table)),
    [],
  )
})

/** Written to by a start and by the visit above. */
const changesByItself = /^(directus\.directus_(activity|sessions|settings)|gateway\.ledger_\w+)$/
