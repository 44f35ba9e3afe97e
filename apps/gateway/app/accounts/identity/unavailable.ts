import { OutboundFailedException, OutboundRefusedException } from '#core/exceptions/outbound_exception'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'

/** To somebody who signs in, a provider that cannot be asked is away, whatever the reason. */
export function unavailable(cause: unknown): never {
  const isOutbound = cause instanceof OutboundFailedException || cause instanceof OutboundRefusedException
  throw isOutbound ? new ServiceUnavailableException('provider', { cause }) : cause
}
