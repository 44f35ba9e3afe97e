import { execute, GraphQLError } from 'graphql'
import type { HttpContext } from '@adonisjs/core/http'
import { most } from '#config/collections'
import { documentOf } from '#content/collections/graphql/document'
import { schema } from '#content/collections/graphql/schema'
import { refuse } from '#content/collections/listed'

/** Answers a GraphQL document whole, or refuses it whole. */
export async function answerTo(ctx: HttpContext, source: string, variables: Record<string, unknown>) {
  if (JSON.stringify(variables).length > most.characters)
    refuse('variables', `The variables are longer than ${most.characters} characters.`)

  const document = documentOf(source)
  const { data, errors } = await execute({ schema, document, variableValues: variables, contextValue: ctx })
  const [error] = errors ?? []
  if (error) throw failed(error) ? error.originalError : refuse('variables', error.message)
  return data as Record<string, unknown>
}

/** Whether something was thrown while it was answered; else the question itself is wrong. */
const failed = ({ originalError }: GraphQLError) =>
  originalError !== undefined && !(originalError instanceof GraphQLError)
