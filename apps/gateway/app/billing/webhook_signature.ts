import type { HttpRequest } from '@adonisjs/core/http'
import { type CryptoKey, importSPKI, jwtVerify } from 'jose'
import { BadWebhookException } from '#billing/exceptions/bad_webhook_exception'
import { lago } from '#billing/lago'

/** How soon a signature that does not fit makes us ask for the key again, in milliseconds. */
const refetchAfter = 10_000

interface Signer {
  key: CryptoKey
  organizationId: string
  fetchedAt: number
}

let known: Signer | undefined

async function fetchSigner(): Promise<Signer> {
  const [pem, { lago_id: organizationId }] = await Promise.all([lago.publicKey(), lago.organization()])
  return (known = { key: await importSPKI(pem, 'RS256'), organizationId, fetchedAt: performance.now() })
}

/** The signed text is the whole body, byte for byte. The key signs for every organization of a Lago, and only one is ours. */
async function isSigned(body: string, token: string, { key, organizationId }: Signer) {
  const verified = await jwtVerify(token, key, { algorithms: ['RS256'] }).catch(() => null)
  if (verified?.payload.data !== body) return false
  const { organization_id: sender = organizationId } = JSON.parse(body) as { organization_id?: string }
  return sender === organizationId
}

/**
 * Lets pass what Lago signed, and returns the key under which it counts once.
 *
 * @throws BadWebhookException for anything else; without Lago's public key nothing is believed
 */
export async function verifyWebhook(request: HttpRequest) {
  const token = request.header('x-lago-signature', '')!
  const uniqueKey = request.header('x-lago-unique-key', '')!
  if (request.header('x-lago-signature-algorithm') !== 'jwt' || !/^[\w-]{1,64}$/.test(uniqueKey)) {
    throw new BadWebhookException()
  }

  const body = request.raw() ?? ''
  const signer = known ?? (await fetchSigner())
  if (await isSigned(body, token, signer)) return uniqueKey

  const isOld = performance.now() - signer.fetchedAt > refetchAfter
  if (isOld && (await isSigned(body, token, await fetchSigner()))) return uniqueKey
  throw new BadWebhookException()
}
