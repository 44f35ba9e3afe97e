import assert from 'node:assert/strict'
import { test } from 'node:test'
import { run } from './production.mjs'

/** The services of production as Compose sees them, with Lago itself. */
async function services(overlay = '') {
  const config = ['scripts/docker', 'prod', 'compose', 'config', '--format', 'json']
  return JSON.parse(await run('env', `COMPOSE_OVERLAY=${overlay}`, ...config)).services
}

const megabytes = (services) =>
  Object.values(services)
    .filter(({ restart }) => restart !== 'no')
    .reduce((sum, { mem_limit }) => sum + Number(mem_limit) / 1024 ** 2, 0)

test('a server of 4 GB holds all limits of the small profile at once', async (context) => {
  const small = megabytes(await services('docker/small.yml'))
  context.diagnostic(`limits of the small profile ${small.toFixed(0)} MB`)
  context.diagnostic(`limits of everything ${megabytes(await services()).toFixed(0)} MB`)
  assert.ok(small < 3800, `${small} MB`)
})

test('Lago is whole: one pinned version, migrated before anything of it starts, with every setting it needs', async () => {
  const all = await services()
  const api = ['lago-migrate', 'lago', 'lago-worker', 'lago-clock'].map((name) => all[name])
  assert.equal(new Set(api.map(({ image }) => image)).size, 1)
  for (const { image } of [...api, all['lago-front'], all['lago-pdf']])
    assert.match(image, /:v?\d+\.\d+\.\d+$/)
  for (const { depends_on } of api.slice(1))
    assert.equal(depends_on['lago-migrate'].condition, 'service_completed_successfully')
  // https://getlago.com/docs/guide/lago-self-hosted/docker
  const needed = [
    ...['DATABASE_URL', 'REDIS_URL', 'LAGO_REDIS_CACHE_URL', 'SECRET_KEY_BASE', 'LAGO_RSA_PRIVATE_KEY'],
    ...['LAGO_ENCRYPTION_PRIMARY_KEY', 'LAGO_ENCRYPTION_DETERMINISTIC_KEY'],
    ...['LAGO_ENCRYPTION_KEY_DERIVATION_SALT', 'LAGO_API_URL', 'LAGO_FRONT_URL', 'LAGO_PDF_URL'],
  ]
  for (const { environment } of api)
    assert.deepEqual(
      needed.filter((name) => !environment[name]),
      [],
    )
  const seeded = ['LAGO_CREATE_ORG', 'LAGO_ORG_USER_EMAIL', 'LAGO_ORG_USER_PASSWORD', 'LAGO_ORG_NAME']
  assert.deepEqual(
    seeded.filter((name) => !all['lago-migrate'].environment[name]),
    [],
  )
  const published = ['lago', 'lago-front'].flatMap((name) => all[name].ports)
  assert.deepEqual([...new Set(published.map(({ host_ip }) => host_ip))], ['127.0.0.1'])
})

test('a setting that is missing keeps production from starting, with a sentence that names it', async () => {
  await assert.rejects(
    run('env', 'DOMAIN=', 'SKIP_DOCTOR=1', 'scripts/docker', 'prod', 'up'),
    ({ stderr }) => /✗ DOMAIN is missing\. .* \(in .*\)\./.test(stderr) || assert.fail(stderr),
  )
})
