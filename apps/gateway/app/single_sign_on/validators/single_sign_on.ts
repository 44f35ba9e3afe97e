import { isIP } from 'node:net'
import vine from '@vinejs/vine'

const domainName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

const domainRule = vine.createRule((value, _options, field) => {
  if (typeof value !== 'string' || (domainName.test(value) && isIP(value) === 0)) return
  field.report('domain', 'domain', field)
})

export const domainValidator = vine.create({
  name: vine.string().trim().toLowerCase().maxLength(253).use(domainRule()),
})

export const ownDomainValidator = vine.create({ params: vine.object({ id: vine.string().uuid() }) })

export const providerValidator = vine.create({
  issuer: vine
    .string()
    .trim()
    .maxLength(500)
    .url({ require_protocol: true, require_tld: false, protocols: ['http', 'https'] }),
  clientId: vine.string().trim().minLength(1).maxLength(500),
  clientSecret: vine.string().minLength(1).maxLength(1000).optional(),
  role: vine.string().maxLength(60),
  isRequired: vine.boolean({ strict: true }),
})

export const visitValidator = vine.create({
  email: vine.string().trim().toLowerCase().maxLength(254).email(),
  next: vine.string().maxLength(2000).optional(),
})

export const callbackValidator = vine.create({
  params: vine.object({ organization: vine.string().uuid() }),
})
