import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { compose, folder, run, settings, site, trustCertificate } from './production.mjs'
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
  const pictures = [me.avatar.large, `${posts.find(({ image }) => image).image.url}&key=card`]
  const sums = await Promise.all(
    pictures.map(async (path) => {
      const response = await visitor.ask(path)
      return `${response.status} ${sum(Buffer.from(await response.arrayBuffer()))}`
    }),
  )
  return { invoices, me, posts, sums }
}

/** Has somebody buy a plan, unless they did in the end-to-end tests, and waits until it is paid. */
async function buy(visitor) {
  const invoices = async () => (await (await visitor.ask('/api/billing/invoices')).json()).data
  if ((await invoices()).length > 0) return
  const answer = await visitor.ask('/api/billing/subscriptions', {
    method: 'POST',
    body: { planCode: 'scale_monthly' },
  })
  const { checkoutUrl } = (await answer.json()).data
  const card = { number: '4242 4242 4242 4242', expires: '12 / 34', cvc: '123', name: 'Charlie Chen' }
  await fetch(checkoutUrl, { method: 'POST', body: new URLSearchParams(card), redirect: 'manual' })
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await invoices())[0]?.paymentStatus === 'succeeded') return
    await delay(500)
  }
  throw new Error('The plan was not paid within 30 seconds.')
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
  await buy(visitor)
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
  await trustCertificate()
  assert.equal(readFileSync(settings, 'utf8'), readFileSync(`${settings}.lost`, 'utf8'))
  rmSync(`${settings}.lost`)

  assert.deepEqual(await seen(), before)
  assert.equal((await visitor.ask('/api/auth/me')).status, 401, 'sessions have ended')
  const after = await tables()
  assert.deepEqual(
    [...sums].filter(
      ([table, sum]) => !changesByItself.test(table) && !same(after.get(table), sum, readAgain.test(table)),
    ),
    [],
  )
})

/** Written to by a start and by the visit above. */
const changesByItself = /^(directus\.directus_(activity|sessions|settings)|gateway\.ledger_\w+)$/

/** As many rows, whose contents a start reads from Lago again; the sandbox, too, counts what it has done. */
const readAgain = /^(gateway\.(plans|billing_customers)|lago\.sandbox_state)$/

const same = (one, other, countsAlone) =>
  countsAlone ? one?.split(',')[0] === other.split(',')[0] : one === other
