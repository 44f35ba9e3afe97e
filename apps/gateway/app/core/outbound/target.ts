import { lookup, Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { OutboundRefusedException } from '#core/exceptions/outbound_exception'
import { isPublicAddress } from '#core/outbound/public_address'

export interface Address {
  address: string
  family: number
}

export type Resolve = (host: string) => Promise<Address[]>

const ports = new Set(['', '443', '8443'])

/** A URL parser drops or turns what these do to a request line, so they are looked for before it reads the text. */
// eslint-disable-next-line no-control-regex
const untidy = /[\u0000-\u0020\u007f\\]/

const resolver = new Resolver({ timeout: 2_000, tries: 2 })

/** Asks name servers alone, not the hosts file; and a slow one keeps no thread busy that hashes passwords. */
const resolveByDns: Resolve = async (host) => {
  const records = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  return records.flatMap((found, index) =>
    found.status === 'rejected'
      ? []
      : found.value.map((address) => ({ address, family: index === 0 ? 4 : 6 })),
  )
}

const resolveBySystem: Resolve = (host) => lookup(host, { all: true })

/**
 * Where a request to somebody else's address may go: its URL and the very addresses that were judged, so that a name
 * which answers differently a moment later leads nowhere else.
 */
export class Target {
  private constructor(
    readonly url: URL,
    readonly addresses: Address[],
  ) {}

  /**
   * @param trusted hosts, with their port if it is not the usual one, that may be anywhere and speak plain http
   * @throws OutboundRefusedException
   */
  static async of(address: string, trusted: ReadonlySet<string>, resolve?: Resolve) {
    if (untidy.test(address) || !URL.canParse(address)) throw new OutboundRefusedException('malformed')
    const url = new URL(address)
    if (url.username || url.password) throw new OutboundRefusedException('credentials')

    const isTrusted = trusted.has(url.host)
    const plain = isTrusted && url.protocol === 'http:'
    if (url.protocol !== 'https:' && !plain) throw new OutboundRefusedException('protocol')
    if (!isTrusted && !ports.has(url.port)) throw new OutboundRefusedException('port')

    const host = url.hostname.replace(/^\[|\]$/g, '')
    const addresses = await addressesOf(host, resolve ?? (isTrusted ? resolveBySystem : resolveByDns))
    if (!isTrusted && !addresses.every(({ address }) => isPublicAddress(address))) {
      throw new OutboundRefusedException('private')
    }
    return new Target(url, addresses)
  }
}

async function addressesOf(host: string, resolve: Resolve) {
  const family = isIP(host)
  if (family) return [{ address: host, family }]
  const addresses = await resolve(host).catch(() => [])
  if (addresses.length === 0) throw new OutboundRefusedException('unknown')
  return addresses
}
