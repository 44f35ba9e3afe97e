import type { Action, Actions } from '#ledger/record'

/** Who took part, as the reader knows them: `who` begins a sentence, `whom` and `whose` are what it happened to. */
export interface Parties {
  who: string
  whom: string
  whose: string
}

/** What happened, in a sentence for people. A domain says it of its own actions; `config/sentences.ts` gathers them. */
export type Sentences = { [A in Action]?: (parties: Parties, metadata: Actions[A]) => string }
