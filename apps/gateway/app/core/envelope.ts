import type { HttpContext } from '@adonisjs/core/http'
import { BaseSerializer } from '@adonisjs/core/transformers'
import type {
  CollectionContract,
  ItemContract,
  UnpackAsTopLevelCollection,
  UnpackAsTopLevelItem,
  UnpackTopLevelValues,
} from '@adonisjs/core/types/transformers'

class PlainSerializer extends BaseSerializer {
  wrap = undefined

  definePaginationMetaData(): never {
    throw new Error('Lists carry their total in the envelope; serialize the rows and pass { total }.')
  }
}

const serializer = new PlainSerializer()

type Serialized<T> =
  T extends ItemContract<infer _Transformer, infer _Depth, infer _Variant>
    ? UnpackAsTopLevelItem<T, undefined>
    : T extends CollectionContract<infer _Transformer, infer _Depth, infer _Variant>
      ? UnpackAsTopLevelCollection<T, undefined>
      : T extends readonly unknown[] | string | number | boolean | null
        ? T
        : UnpackTopLevelValues<T>

interface Extras {
  /** A sentence for the person who asked. */
  message?: string
  /** How many rows there are in all, for lists that page. */
  total?: number
  meta?: Record<string, string | number | boolean | string[] | null>
}

export type Envelope<T, E extends Extras = Extras> = { success: true; data: T } & E

type Serialize = <T, E extends Extras = object>(data: T, extras?: E) => Promise<Envelope<Serialized<T>, E>>

async function envelop(this: HttpContext, data: unknown, extras?: Extras) {
  const plain = await serializer.serializeWithoutWrapping(data, this.containerResolver)
  return { success: true, data: plain, ...extras }
}

/**
 * Wraps a transformed resource (`UserTransformer.transform(user)`), or plain JSON, into the success envelope:
 * `return serialize(PostTransformer.transform(posts), { total })`.
 */
export const serialize = envelop as Serialize

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    serialize: Serialize
  }
}
