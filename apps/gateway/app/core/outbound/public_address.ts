import ipaddr from 'ipaddr.js'

/** All that is routed of IPv6. What else passes for unicast embeds an address of IPv4 or is used for nothing. */
const routed = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether an address lies on the open internet: no loopback, private, link-local, translated or reserved one does. */
export function isPublicAddress(address: string) {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(routed)
}
