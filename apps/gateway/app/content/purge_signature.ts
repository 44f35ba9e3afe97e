import { createHmac, timingSafeEqual } from 'node:crypto'
import type { HttpRequest } from '@adonisjs/core/http'
import { BadSignatureException } from '#content/exceptions/bad_signature_exception'
import env from '#start/env'

/** How far the sender's clock may be off, in seconds; an old signature is worth nothing after that. */
const tolerance = 300

/** Lets pass what the CMS signed: HMAC-SHA256 over timestamp and body, as `sha256=<hex>`. */
export function verifySignature(request: HttpRequest) {
  const timestamp = request.header('x-gantry-timestamp') ?? ''
  const age = Math.abs(Date.now() / 1000 - Number(timestamp || Number.NaN))
  if (!(age <= tolerance)) throw new BadSignatureException()

  const hmac = createHmac('sha256', env.get('CMS_PURGE_SECRET').release())
  const expected = Buffer.from(`sha256=${hmac.update(`${timestamp}.${request.raw() ?? ''}`).digest('hex')}`)
  const given = Buffer.from(request.header('x-gantry-signature') ?? '')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new BadSignatureException()
}
