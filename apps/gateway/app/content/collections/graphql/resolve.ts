import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'
import type { HttpContext } from '@adonisjs/core/http'
import { collections } from '#config/collections'
import { copyOf } from '#content/cache'
import { readOf } from '#content/collections/read'
import type { Row } from '#content/collections/show'
import { itemOf, keyOf, listView } from '#content/collections/view'
import { collectionListValidator } from '#content/validators/collection'

interface ListArguments {
  sort?: string[]
}

/** Answers as REST does: by the same check of the same names, from the same copy. */
export const listFor =
  (collection: string) =>
  async (_: unknown, { sort, ...wanted }: ListArguments, ctx: HttpContext, info: GraphQLResolveInfo) => {
    const items = fieldsOf(info).filter(({ name }) => name.value === 'items')
    const read = readOf(
      collection,
      await collectionListValidator.validate({
        ...wanted,
        sort: sort?.join(','),
        fields: pathsOf(collection, items, info),
      }),
    )
    const copy = await copyOf(keyOf(read), listView(read, ctx))
    const { data, total } = JSON.parse(copy!.body) as { data: Row[]; total: number }
    return { items: data, total }
  }

export const itemFor =
  (collection: string) =>
  async (_: unknown, { id }: { id: string }, ctx: HttpContext, info: GraphQLResolveInfo) => {
    const read = itemOf(collection, id, pathsOf(collection, info.fieldNodes, info))
    const copy = await copyOf(keyOf(read), listView(read, ctx))
    const { data } = JSON.parse(copy!.body) as { data: Row[] }
    return data[0] ?? null
  }

const fieldsOf = (info: GraphQLResolveInfo) =>
  info.fieldNodes.flatMap(({ selectionSet }) => [...fieldsIn(selectionSet, info)])

/** Fragments written out; what a directive leaves out is asked for all the same. */
function* fieldsIn(set: SelectionSetNode | undefined, info: GraphQLResolveInfo): Generator<FieldNode> {
  for (const node of set?.selections ?? []) {
    if (node.kind === Kind.FIELD) yield node
    else if (node.kind === Kind.INLINE_FRAGMENT) yield* fieldsIn(node.selectionSet, info)
    else yield* fieldsIn(info.fragments[node.name.value]!.selectionSet, info)
  }
}

/** `title,author.name`, as REST is asked. */
function pathsOf(collection: string, nodes: readonly FieldNode[], info: GraphQLResolveInfo) {
  const paths = nodes.flatMap(({ selectionSet }) => [...pathsIn(collection, selectionSet, info)])
  return paths.length > 0 ? [...new Set(paths)].join(',') : 'id'
}

function* pathsIn(
  collection: string,
  set: SelectionSetNode | undefined,
  info: GraphQLResolveInfo,
  before = '',
): Generator<string> {
  for (const field of fieldsIn(set, info)) {
    const name = field.name.value
    const relation = collections[collection]!.relations?.[name]
    if (relation) yield* pathsIn(relation.to, field.selectionSet, info, `${before}${name}.`)
    else yield `${before}${name === '__typename' ? 'id' : name}`
  }
}
