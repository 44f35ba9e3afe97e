import {
  type DocumentNode,
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  specifiedRules,
  validate,
  visit,
} from 'graphql'
import { mostOfDocument as most } from '#config/collections'
import { schema } from '#content/collections/graphql/schema'
import { refuse } from '#content/collections/listed'

/** @throws E_VALIDATION_ERROR for a document that is not a query of what is listed, or asks for too much of it */
export function documentOf(source: string) {
  const document = parsed(source)
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  const isQuery = operations.length === 1 && operations[0]!.operation === OperationTypeNode.QUERY
  if (!isQuery) refuse('query', 'Send one query. Nothing can be changed or subscribed to here.')

  limitMarks(document)
  const [problem] = validate(schema, document, [...specifiedRules, NoSchemaIntrospectionCustomRule], {
    maxErrors: 1,
  })
  if (problem) refuse('query', problem.message)
  limitSize(document, operations[0]!.selectionSet)
  return document
}

function parsed(source: string) {
  try {
    return parse(source, { maxTokens: most.tokens })
  } catch (error) {
    if (error instanceof GraphQLError) return refuse('query', error.message)
    throw error
  }
}

function limitMarks(document: DocumentNode) {
  let [aliases, directives] = [0, 0]
  visit(document, {
    Field: ({ alias }) => void (aliases += alias ? 1 : 0),
    Directive: () => void (directives += 1),
  })
  if (aliases > most.aliases) refuse('query', `At most ${most.aliases} aliases in a query.`)
  if (directives > most.directives) refuse('query', `At most ${most.directives} directives in a query.`)
}

/** Of the query with its fragments written out; that they are in no circle is known by now. */
function limitSize(document: DocumentNode, root: SelectionSetNode) {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [],
    ),
  )
  let fields = 0
  let roots = 0
  const walk = (set: SelectionSetNode, depth: number) => {
    if (depth > most.depth) refuse('query', `At most ${most.depth} levels in a query.`)
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        fields += 1
        roots += depth === 1 ? 1 : 0
        if (node.selectionSet) walk(node.selectionSet, depth + 1)
      } else {
        walk(node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)!, depth)
      }
      if (fields > most.fields) refuse('query', `At most ${most.fields} fields in a query.`)
      if (roots > most.roots) refuse('query', `At most ${most.roots} questions in a query.`)
    }
  }
  walk(root, 1)
}
