import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'

type Value = string | number | boolean | null

/** A spreadsheet runs a cell that begins like this: https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^\s*[=+\-@＝＋－＠\t\r\n]/

function cell(value: Value) {
  const text = value === null ? '' : String(value)
  const inert = typeof value === 'string' && formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

const line = (values: Value[]) => `${values.map(cell).join(',')}\r\n`

/**
 * Answers with a CSV file (RFC 4180) that is made while it is sent: memory holds one batch, and a slow reader slows the
 * queries down. The mark at its beginning tells spreadsheets that it is UTF-8.
 */
export function sendCsv<Row>(
  { response }: Pick<HttpContext, 'response'>,
  name: string,
  columns: Record<string, (row: Row) => Value>,
  batches: AsyncIterable<Row[]>,
) {
  async function* lines() {
    yield `\uFEFF${line(Object.keys(columns))}`
    for await (const rows of batches) {
      yield rows.map((row) => line(Object.values(columns).map((valueOf) => valueOf(row)))).join('')
    }
  }
  const day = new Date().toISOString().slice(0, 10)
  response.header('Content-Type', 'text/csv; charset=utf-8')
  response.header('Content-Disposition', `attachment; filename="${name}-${day}.csv"`)
  response.header('Cache-Control', 'private, no-store')
  response.stream(Readable.from(lines()))
}

const batchSize = 1_000

/** Walks through the rows of a query by their ids, a batch at a time, however many there are. */
export async function* batchesOf<Model extends LucidModel & { new (): { id: string } }>(
  query: () => ModelQueryBuilderContract<Model>,
) {
  let rows: InstanceType<Model>[] = []
  do {
    const after = rows.at(-1)?.id
    rows = await query()
      .if(after, (rest) => rest.where('id', '>', after!))
      .orderBy('id')
      .limit(batchSize)
    if (rows.length > 0) yield rows
  } while (rows.length === batchSize)
}
