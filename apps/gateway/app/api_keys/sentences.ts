import { t } from '#core/language'
import type { Sentences } from '#ledger/sentences'

export const sentences = {
  'api_key.created': (parties, { name }) => t('events.api_key.created', { ...parties, name }),
  'api_key.revoked': (parties, { name }) => t('events.api_key.revoked', { ...parties, name }),
} satisfies Sentences
