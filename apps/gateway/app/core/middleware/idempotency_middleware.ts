import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { BadRequestException } from '#core/exceptions/bad_request_exception'
import { IdempotencyRunningException } from '#core/exceptions/idempotency_exception'
import { IdempotencyKey } from '#core/idempotency_key'

const patience = 8_000

/** A key and its creator share the name they ask under; what one was answered is no answer for the other. */
const fingerprintOf = ({ apiKey, request }: HttpContext) =>
  createHash('sha256')
    .update(
      [
        request.method(),
        request.url(true),
        request.header('x-organization-id', ''),
        request.raw() ?? '',
        ...(apiKey ? [apiKey.id] : []),
      ].join('\n'),
    )
    .digest('base64url')

/** Carries out a request that comes with an `Idempotency-Key` once, and gives its repetitions the same answer. */
export default class IdempotencyMiddleware {
  /** @param kind `'resumable'` where the handlers know again what they did not finish, and go on with it */
  async handle(ctx: HttpContext, next: NextFn, kind?: 'resumable') {
    const given = ctx.request.header('idempotency-key')
    if (given === undefined) return next()
    if (!/^[\x21-\x7e]{1,128}$/.test(given)) {
      throw new BadRequestException({ key: 'errors.bad_idempotency_key' })
    }

    const key = new IdempotencyKey(
      ctx.auth.getUserOrFail().id,
      given,
      fingerprintOf(ctx),
      ctx.request.id()!,
      kind === 'resumable',
    )
    const givesUpAt = performance.now() + patience
    while (!(await key.claim())) {
      const answer = await key.answer()
      if (answer) return replay(ctx, answer)
      if (performance.now() > givesUpAt) throw new IdempotencyRunningException()
      await sleep(100)
    }
    return this.#first(ctx, next, key)
  }

  /** What was refused has changed nothing, so the same key may bring the corrected request. */
  async #first({ response }: HttpContext, next: NextFn, key: IdempotencyKey) {
    const renewal = setInterval(() => void key.renew().catch(() => {}), 10_000)
    try {
      await next()
    } finally {
      clearInterval(renewal)
    }
    const status = response.getStatus()
    if (status >= 500) return key.release()
    if (status >= 400) return key.forget()

    const body: unknown = response.getBody()
    await key.keep({ status, body: body === undefined ? null : JSON.stringify(body) })
  }
}

function replay({ response }: HttpContext, { status, body }: { status: number; body: string | null }) {
  response.header('Idempotency-Replayed', 'true')
  response.header('Content-Type', 'application/json; charset=utf-8')
  response.status(status).send(body)
}
