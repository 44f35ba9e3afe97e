import type { Sentences } from '#ledger/sentences'

export const sentences: Sentences = {
  'organization.created': ({ who }, { name }) => `${who} opened the organization “${name}”.`,
}
