import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startSite } from './site.mjs'

let site
// The second upstream plays a replica of web that still has the version before.
before(async () => {
  site = await startSite(({ gateway, web }) => ({
    NGINX_WEB: `127.0.0.1:${web.port}; server 127.0.0.1:${gateway.port}`,
  }))
  site.gateway.serve('not here', { 'content-type': 'text/plain' }, 404)
})
after(() => site.stop())

test('during an update a file of the new version is found, whichever replica is asked first', async () => {
  for (const name of ['one', 'two', 'three', 'four']) {
    const { status } = await site.get(`/_nuxt/${name}.js`)
    assert.equal(status, 200, name)
  }
})

test('a file that no replica has is not there', async () => {
  site.web.serve('not here', { 'content-type': 'text/plain' }, 404)
  assert.equal((await site.get('/_nuxt/nothing.js')).status, 404)
  site.web.reset()
})
