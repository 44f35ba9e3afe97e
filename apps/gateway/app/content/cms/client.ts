import { createDirectus, rest, staticToken } from '@directus/sdk'
import { Upstream } from '#core/outbound/upstream'
import type { CmsSchema } from '#content/cms/schema'
import type { RequestInit } from 'undici'
import env from '#start/env'

const timeout = env.get('CMS_TIMEOUT_MS')

/** Shorter than for writes: whoever waits for a page is better served by a stale one or a quick sentence. */
const readTimeout = Math.min(timeout, 4_000)

export const cms = new Upstream('cms', { timeout, maxBytes: 20 * 1024 * 1024 })

/** The Studio, passed on as it is: files of any size that Directus takes, and exports that take their time. */
export const studio = new Upstream('cms', { timeout: 30_000, maxBytes: -1 })

/** Files on their way to the library. How long a sender takes says nothing about Directus, so it counts for itself. */
export const uploads = new Upstream('cms', { timeout: 60_000, maxBytes: 1024 * 1024 })

const connect = (deadline: number) =>
  createDirectus<CmsSchema>(env.get('CMS_URL'), {
    globals: { fetch: (input: string, init: RequestInit) => cms.fetch(input, init, deadline) },
  }).with(rest())

/** Sees what is public and nothing else. */
export const reader = connect(readTimeout).with(staticToken(env.get('CMS_READER_TOKEN').release()))

/** May do everything; for what no person does: provisioning editors, storing what visitors sent. */
export const admin = connect(timeout).with(staticToken(env.get('CMS_ADMIN_TOKEN').release()))

/** Carries no credential of its own: each request brings an editor's. */
export const anonymous = connect(timeout)

export const cmsUrl = (...segments: string[]) =>
  new URL([env.get('CMS_URL'), ...segments.map(encodeURIComponent)].join('/'))
