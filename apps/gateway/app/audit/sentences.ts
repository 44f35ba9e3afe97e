import { type Sentences, told } from '#ledger/sentences'

declare module '#ledger/record' {
  interface Actions {
    'audit.exported': object
  }
}

export const sentences = {
  'audit.exported': told('events.audit.exported'),
} satisfies Sentences
