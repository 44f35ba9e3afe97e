import { IdempotencyKey } from '#core/idempotency_key'

export default async function forgetIdempotencyKeys() {
  await IdempotencyKey.forgetOld()
}
