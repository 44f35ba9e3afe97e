import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './workspace.mjs'

const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')

/** The first version of each package without the advisories published in 2025 and 2026. */
const floors = {
  '@adonisjs/bodyparser': '11.0.3',
  '@adonisjs/core': '7.4.0',
  '@adonisjs/http-server': '9.1.0',
  directus: '12.3.1',
  h3: '1.15.9',
  nitropack: '2.13.6',
  nuxt: '4.5.1',
}

const versionsOf = (name) =>
  [...lockfile.matchAll(new RegExp(`^ {2}'?${name}@(\\d+\\.\\d+\\.\\d+)[^:(]*'?:`, 'gm'))].map(
    ([, version]) => version,
  )

const compare = (a, b) => {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
}

test('no package is below the version that mended its known advisories', () => {
  for (const [name, floor] of Object.entries(floors)) {
    const versions = [...new Set(versionsOf(name))]
    assert.ok(versions.length > 0, `${name} is not in the lockfile`)
    const vulnerable = versions.filter(
      (version) => version.split('.')[0] === floor.split('.')[0] && compare(version, floor) < 0,
    )
    assert.deepEqual(vulnerable, [], `${name} is below ${floor}`)
  }
})

test('the lockfile names no address', () => {
  assert.equal(lockfile.includes('://'), false)
})

test('every package has an integrity hash', () => {
  const packages = lockfile.slice(lockfile.indexOf('\npackages:'), lockfile.indexOf('\nsnapshots:'))
  const resolutions = [...packages.matchAll(/resolution: \{([^}]*)\}/g)].map(([, text]) => text)
  assert.ok(resolutions.length > 1000)
  assert.deepEqual(
    resolutions.filter((text) => !text.startsWith('integrity: sha512-')),
    [],
  )
})
