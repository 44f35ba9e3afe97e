import type { Sentences } from '#ledger/sentences'

declare module '#ledger/record' {
  interface Actions {
    'audit.exported': object
  }
}

export const sentences = {
  'audit.exported': ({ who }) => `${who} downloaded the audit log.`,
} satisfies Sentences
