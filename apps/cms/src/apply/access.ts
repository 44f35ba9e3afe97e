import { isDeepStrictEqual } from 'node:util'
import { access, permissions, policies, reader, roles, type Permission } from '../access.ts'
import { connect, type Client } from '../client.ts'
import type { Report } from './report.ts'

interface Entry {
  id: string
  [field: string]: unknown
}

/** Brings roles, policies, the reader and every permission to what `access.ts` says. */
export async function applyAccess(directus: Client, report: Report, allowDeletes: boolean) {
  await applyRecords(directus, report, 'roles', roles)
  await applyRecords(directus, report, 'policies', policies)
  await applyRecords(directus, report, 'access', access)
  await applyPermissions(directus, report, allowDeletes)
}

async function applyRecords(directus: Client, report: Report, path: string, wanted: Entry[]) {
  const query = new URLSearchParams({
    filter: JSON.stringify({ id: { _in: wanted.map(({ id }) => id) } }),
    fields: Object.keys(wanted[0] ?? {}).join(),
  })
  const present = await directus.get<Entry[]>(`/${path}?${query}`)
  for (const record of wanted) {
    const found = present.find(({ id }) => id === record.id)
    if (isDeepStrictEqual(found, record)) continue
    if (found) await directus.patch(`/${path}/${record.id}`, record)
    else await directus.post(`/${path}`, record)
    report.changed(`${found ? 'change' : 'add'} ${path} ${record.name ?? record.id}`)
  }
}

type Stored = Permission & { id: number }

async function applyPermissions(directus: Client, report: Report, allowDeletes: boolean) {
  const query = new URLSearchParams({
    filter: JSON.stringify({ policy: { _in: policies.map(({ id }) => id) } }),
    limit: '-1',
  })
  const present = await directus.get<Stored[]>(`/permissions?${query}`)
  const matches = (one: Permission) => (other: Permission) =>
    one.policy === other.policy && one.collection === other.collection && one.action === other.action

  const missing = permissions.filter((wanted) => !present.some(matches(wanted)))
  if (missing.length > 0) await directus.post('/permissions', missing)
  for (const { collection, action } of missing) report.changed(`add permission ${action} ${collection}`)

  const extra = present.filter((stored) => !permissions.some(matches(stored)))
  if (extra.length > 0 && allowDeletes)
    await directus.delete(
      '/permissions',
      extra.map(({ id }) => id),
    )
  for (const { collection, action } of extra) {
    const line = `delete permission ${action} ${collection}`
    if (allowDeletes) report.changed(line)
    else report.kept(line)
  }
}

/** The token cannot be read back, so the way to learn whether it is right is to use it. */
export async function applyReader(directus: Client, report: Report, url: string, token: string) {
  const current = await connect(url, token)
    .get<{ id: string }>('/users/me?fields=id')
    .catch(() => undefined)
  if (current?.id === reader.id) return
  const [found] = await directus.get<unknown[]>(`/users?filter[id][_eq]=${reader.id}&fields=id`)
  if (found) await directus.patch(`/users/${reader.id}`, { ...reader, token })
  else await directus.post('/users', { ...reader, token })
  report.changed(`${found ? 'change' : 'add'} user ${reader.first_name} ${reader.last_name}`)
}
