import { Resolver } from 'node:dns/promises'
import env from '#start/env'

const resolver = new Resolver({ timeout: 2_000, tries: 2 })
const servers = env.get('DNS_SERVERS')
if (servers.length > 0) resolver.setServers(servers)

/** What a domain's owner has written into its TXT records of that name; nothing where no name server tells. */
export async function textRecords(name: string) {
  const records = await resolver.resolveTxt(name).catch(() => [])
  return records.map((parts) => parts.join(''))
}
