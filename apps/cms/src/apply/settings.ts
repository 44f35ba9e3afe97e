import { isDeepStrictEqual } from 'node:util'
import type { Client } from '../client.ts'
import { settings } from '../settings.ts'
import type { Report } from './report.ts'

export async function applySettings(directus: Client, report: Report) {
  const current = await directus.get<object>(`/settings?fields=${Object.keys(settings).join()}`)
  if (isDeepStrictEqual(current, settings)) return
  await directus.patch('/settings', settings)
  report.changed('change project settings')
}
