import { readFile } from 'node:fs/promises'
import type { Client } from '../client.ts'
import { seedFiles, seedItems } from '../seed/index.ts'
import type { Report } from './report.ts'

/**
 * Creates what the seed has and was never created here. Whatever editors changed or deleted since stays as they left it.
 */
export async function applyContent(directus: Client, report: Report, reset: boolean) {
  if (reset) await removeContent(directus, report)
  const made = new Set(
    (await directus.get<{ key: string }[]>('/items/seeds?limit=-1&fields=key')).map(({ key }) => key),
  )
  for (const file of seedFiles.filter(({ key }) => !made.has(key))) {
    if (!(await exists(directus, '/files', file.id))) {
      const form = new FormData()
      form.set('id', file.id)
      form.set('title', file.title)
      form.set('description', file.description)
      form.set('file', new Blob([await readFile(file.path)], { type: 'image/webp' }), file.name)
      await directus.post('/files', form)
    }
    await remember(directus, report, file.key)
  }
  for (const item of seedItems.filter(({ key }) => !made.has(key))) {
    // Whose site has long been their own is not given a translation of what it was once.
    const isLate = item.translationOf !== undefined && made.has(item.translationOf)
    if (!isLate && !(await exists(directus, `/items/${item.collection}`, item.data.id)))
      await directus.post(`/items/${item.collection}`, item.data)
    await remember(directus, report, item.key)
  }
}

/** A crash between making an item and remembering it must not make it twice. */
async function exists(directus: Client, path: string, id: string): Promise<boolean> {
  const found = await directus.get<unknown[]>(`${path}?filter[id][_eq]=${id}&fields=id`)
  return found.length > 0
}

async function remember(directus: Client, report: Report, key: string) {
  await directus.post('/items/seeds', { key })
  report.changed(`add ${key}`)
}

/** Newest first, so that nothing still points at what goes. */
async function removeContent(directus: Client, report: Report) {
  for (const { collection, data, key } of seedItems.toReversed()) {
    if (!(await exists(directus, `/items/${collection}`, data.id))) continue
    await directus.delete(`/items/${collection}/${data.id}`)
    report.changed(`delete ${key}`)
  }
  for (const { id, key } of seedFiles) {
    if (!(await exists(directus, '/files', id))) continue
    await directus.delete(`/files/${id}`)
    report.changed(`delete ${key}`)
  }
  await directus.delete('/items/seeds', { query: { limit: -1 } })
}
