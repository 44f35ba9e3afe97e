import type { Client } from '../client.ts'
import { collections } from '../schema/index.ts'
import { snapshotOf, type Snapshot } from '../schema/snapshot.ts'
import type { Report } from './report.ts'

interface Difference {
  collection: string
  field?: string
  diff: { kind: 'N' | 'D' | 'E' | 'A' }[]
}

interface Diff {
  hash: string
  diff: Record<'collections' | 'fields' | 'systemFields' | 'relations', Difference[]>
}

const parts = ['collections', 'fields', 'relations'] as const
const verbs = { N: 'add', D: 'delete', E: 'change', A: 'change' }

/** Brings the tables to the declared schema. What is only in the database stays, unless deletes are allowed. */
export async function applySchema(directus: Client, report: Report, allowDeletes: boolean) {
  const current = await directus.get<Snapshot>('/schema/snapshot')
  const wanted = { ...snapshotOf(collections, current.directus), systemFields: current.systemFields }
  const answer = await directus.post<Diff | undefined>('/schema/diff?force=true', wanted)
  if (!answer) return
  const { hash, diff } = answer
  for (const part of parts) {
    for (const difference of diff[part]) {
      const line = `${verbOf(difference)} ${part.slice(0, -1)} ${nameOf(difference)}`
      if (isDelete(difference) && !allowDeletes) report.kept(line)
      else report.changed(line)
    }
    if (!allowDeletes) diff[part] = diff[part].filter((difference) => !isDelete(difference))
  }
  if (parts.some((part) => diff[part].length > 0)) await directus.post('/schema/apply', { hash, diff })
}

const isDelete = ({ diff }: Difference) => diff[0]?.kind === 'D'
const verbOf = ({ diff }: Difference) => verbs[diff[0]?.kind ?? 'E']
const nameOf = ({ collection, field }: Difference) => (field ? `${collection}.${field}` : collection)
