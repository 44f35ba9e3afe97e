import { BaseTransformer } from '@adonisjs/core/transformers'

/** What is said of a new key, once: its secret. All else is in the list. */
export default class IssuedApiKeyTransformer extends BaseTransformer<{
  key: { id: string; name: string; prefix: string }
  secret: string
}> {
  toObject() {
    const { key, secret } = this.resource
    return { id: key.id, name: key.name, prefix: key.prefix, secret }
  }
}
