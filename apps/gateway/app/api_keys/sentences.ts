import type { Sentences } from '#ledger/sentences'

export const sentences = {
  'api_key.created': ({ who }, { name }) => `${who} created the API key ${name}.`,
  'api_key.revoked': ({ who }, { name }) => `${who} revoked the API key ${name}.`,
} satisfies Sentences
