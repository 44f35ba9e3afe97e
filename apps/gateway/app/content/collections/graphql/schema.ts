import {
  GraphQLBoolean,
  type GraphQLFieldConfigMap,
  GraphQLFloat,
  GraphQLID,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql'
import type { HttpContext } from '@adonisjs/core/http'
import { collections, type Kind } from '#config/collections'
import { operatorsOf } from '#content/collections/filter'
import { namesWith } from '#content/collections/listed'
import { itemFor, listFor } from '#content/collections/graphql/resolve'

const list = (type: GraphQLOutputType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))
const strings = new GraphQLList(new GraphQLNonNull(GraphQLString))

const DateTime = new GraphQLScalarType({ name: 'DateTime', description: 'As in 2026-01-31T12:00:00.000Z.' })

const Json = new GraphQLScalarType({ name: 'JSON' })

const Focus = new GraphQLObjectType({
  name: 'Focus',
  description: 'What of a picture stays in sight where it is cut, in percent from the left and from the top.',
  fields: { x: { type: new GraphQLNonNull(GraphQLFloat) }, y: { type: new GraphQLNonNull(GraphQLFloat) } },
})

const Image = new GraphQLObjectType({
  name: 'Image',
  fields: {
    id: { type: new GraphQLNonNull(GraphQLID) },
    url: { type: new GraphQLNonNull(GraphQLString), description: 'Takes the size as `&key=card`.' },
    width: { type: GraphQLInt },
    height: { type: GraphQLInt },
    alt: { type: new GraphQLNonNull(GraphQLString) },
    focus: { type: Focus },
  },
})

const Seo = new GraphQLObjectType({
  name: 'Seo',
  fields: {
    title: { type: GraphQLString },
    description: { type: GraphQLString },
    image: { type: GraphQLString },
    noIndex: { type: new GraphQLNonNull(GraphQLBoolean) },
  },
})

const outputs: Record<Kind, GraphQLOutputType> = {
  id: new GraphQLNonNull(GraphQLID),
  text: GraphQLString,
  markdown: new GraphQLNonNull(GraphQLString),
  moment: DateTime,
  list: list(GraphQLString),
  image: Image,
  seo: new GraphQLNonNull(Seo),
  blocks: Json,
}

const typeNames: Partial<Record<Kind, string>> = { id: 'IdFilter', text: 'TextFilter', moment: 'TimeFilter' }

const tests = Object.fromEntries(
  Object.entries(typeNames).map(([kind, name]) => {
    const fields = operatorsOf[kind as Kind]!.map((operator) => [
      operator,
      { type: { in: strings, nin: strings, null: GraphQLBoolean }[operator as string] ?? GraphQLString },
    ])
    return [kind, new GraphQLInputObjectType({ name, fields: Object.fromEntries(fields) })]
  }),
)

const types: Record<string, GraphQLObjectType> = Object.fromEntries(
  Object.entries(collections).map(([name, { type }]) => [
    name,
    new GraphQLObjectType({ name: type, fields: () => outputFields(name) }),
  ]),
)

function outputFields(collection: string): GraphQLFieldConfigMap<unknown, unknown> {
  const { fields, relations = {} } = collections[collection]!
  return {
    ...Object.fromEntries(Object.entries(fields).map(([name, { kind }]) => [name, { type: outputs[kind] }])),
    ...Object.fromEntries(
      Object.entries(relations).map(([name, { to, many }]) => [
        name,
        { type: many ? list(types[to]!) : types[to]! },
      ]),
    ),
  }
}

const asked = Object.entries(collections).filter(([, { inner }]) => !inner)

const filters: Record<string, GraphQLInputObjectType> = Object.fromEntries(
  asked.map(([name, { type }]) => [
    name,
    new GraphQLInputObjectType({ name: `${type}Filter`, fields: () => filterFields(name) }),
  ]),
)

function filterFields(collection: string): GraphQLInputFieldConfigMap {
  const { fields, relations = {} } = collections[collection]!
  const followed = Object.entries(relations).filter(([, { many }]) => !many)
  return {
    ...Object.fromEntries(
      namesWith(fields, 'filter').map((name) => [name, { type: tests[fields[name]!.kind]! }]),
    ),
    ...Object.fromEntries(followed.map(([name, { to }]) => [name, { type: filters[to]! }])),
  }
}

const questions: GraphQLFieldConfigMap<unknown, HttpContext> = Object.fromEntries(
  asked.flatMap(([name, { type }]) => [
    [
      name,
      {
        type: new GraphQLNonNull(
          new GraphQLObjectType({
            name: `${type}List`,
            fields: { total: { type: new GraphQLNonNull(GraphQLInt) }, items: { type: list(types[name]!) } },
          }),
        ),
        args: {
          filter: { type: filters[name]! },
          search: { type: GraphQLString },
          sort: { type: strings },
          limit: { type: GraphQLInt },
          page: { type: GraphQLInt },
        },
        resolve: listFor(name),
      },
    ],
    [
      `${name}ById`,
      {
        type: types[name]!,
        args: { id: { type: new GraphQLNonNull(GraphQLID) } },
        resolve: itemFor(name),
      },
    ],
  ]),
)

/** What `config/collections.ts` lists, in GraphQL. */
export const schema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: 'Query', fields: questions }),
})
