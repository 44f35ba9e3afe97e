type Level = 'info' | 'warn' | 'error'

/** One JSON object per line on stdout, the shape that log collectors expect. */
export function log(level: Level, message: string, fields: Record<string, unknown> = {}) {
  const { error, ...rest } = fields
  const details = error instanceof Error ? { error: error.message, stack: error.stack } : {}
  process.stdout.write(
    `${JSON.stringify({ level, time: new Date().toISOString(), name: 'lago-sandbox', msg: message, ...rest, ...details })}\n`,
  )
}
