import { glob } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { sentences } from '#core/exceptions/handler'
import { outages } from '#core/exceptions/service_unavailable_exception'

interface Refusal {
  code?: unknown
  message?: unknown
}

/** What the gateway says to people by the code of an error, where it says the same each time. */
export async function readProblems() {
  const files = await Array.fromAsync(glob('app/*/exceptions/*_exception{,s}.ts', { cwd: app.makePath() }))
  const modules = await Promise.all(
    files.map(async (file) => (await import(app.makeURL(file).href)) as Record<string, Refusal>),
  )
  const said = [...modules.flatMap((module) => Object.values(module)), ...outages]
    .flatMap(({ code, message }) => (isText(code) && isText(message) ? [[code, message] as const] : []))
    .concat(Object.entries(sentences))
  return Object.fromEntries(said.sort(([one], [other]) => (one < other ? -1 : 1)))
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
