import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { type Schema, schemaOf } from './schema.ts'

export interface ContractRoute {
  name: string
  method: string
  path: string
  params: string[]
  query: Schema
  body: Schema
  /** What it answers when all is well, by status; no schema where the body is not JSON or there is none. */
  answers: { status: number; schema: Schema | null }[]
  /** Where its validator lives, for the finer rules that a type cannot say. */
  validator: { module: string; export: string } | null
}

const root = fileURLToPath(new URL('../', import.meta.url))
const registryFile = `${root}.adonisjs/client/registry/schema.d.ts`
const probeFile = `${root}.adonisjs/client/contract_probe.ts`

const entry =
  /^ {2}'(?<name>[^']+)': \{\n.*methods: (?<methods>\[.*\])\n.*pattern: '(?<pattern>[^']+)'\n(?<types>[\s\S]*?)\n {2}\}$/gm

/** Reads the generated registry and lets the compiler work out what each route takes and gives. */
export function readRoutes(): ContractRoute[] {
  const found = [...readFileSync(registryFile, 'utf8').matchAll(entry)].map(({ groups = {} }) => ({
    name: groups.name ?? '',
    method: (JSON.parse(groups.methods ?? '[]') as string[])[0] ?? 'GET',
    path: groups.pattern ?? '',
    action:
      groups.types?.match(/response: ExtractResponse<Awaited<(ReturnType<.*?\['\w+'\]>)>>/)?.[1] ?? 'unknown',
    validator: groups.types?.match(/typeof import\('(?<module>[^']+)'\)\.(?<export>\w+)/)?.groups,
  }))
  const open = found.filter(({ name, path }) => path.startsWith('/api/') && !name.startsWith('docs.'))
  const { checker, typeOf } = compile(open)

  return open.map(({ name, method, path, validator }) => ({
    name,
    method,
    path,
    params: [...path.matchAll(/:(\w+)|\*/g)].map(([match, param]) =>
      match === '*' ? 'path' : (param ?? ''),
    ),
    query: schemaOf(typeOf(name, 'query'), checker),
    body: schemaOf(typeOf(name, 'body'), checker),
    answers: answersOf(typeOf(name, 'answer'), checker),
    validator: validator ? { module: validator.module ?? '', export: validator.export ?? '' } : null,
  }))
}

function compile(routes: { name: string; action: string }[]) {
  const probe = [
    "import type { Registry } from './registry/schema.d.ts'",
    'export interface Probe {',
    ...routes.map(
      ({ name, action }) =>
        `'${name}': { body: Registry['${name}']['types']['body']; query: Registry['${name}']['types']['query']; answer: Awaited<${action}> }`,
    ),
    '}',
  ].join('\n')

  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (file) => file === probeFile || fileExists(file)
  host.getSourceFile = (file, ...rest) =>
    file === probeFile
      ? ts.createSourceFile(file, probe, ts.ScriptTarget.ESNext, true)
      : getSourceFile(file, ...rest)

  const program = ts.createProgram(
    [...fileNames.filter((file) => !file.includes('/tests/')), probeFile],
    options,
    host,
  )
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(probeFile)
  const declaration = source?.statements.find(ts.isInterfaceDeclaration)
  if (!declaration) throw new Error('The compiler did not read the probe.')
  const probed = checker.getTypeAtLocation(declaration)

  const typeOf = (name: string, part: 'body' | 'query' | 'answer') => {
    const route = probed.getProperty(name)
    const member = route && checker.getTypeOfSymbol(route).getProperty(part)
    if (!member) throw new Error(`The compiler knows nothing of ${name}.`)
    return checker.getTypeOfSymbol(member)
  }
  return { checker, typeOf }
}

/** `response.created(body)` carries its status in its type; anything else an action returns is a 200. */
function answersOf(type: ts.Type, checker: ts.TypeChecker): ContractRoute['answers'] {
  const members = type.isUnion() ? type.types : [type]
  const byStatus = Map.groupBy(members, (member) => statusOf(member, checker))
  return [...byStatus]
    .filter(([status]) => status < 400)
    .map(([status, types]) => {
      const schemas = types.map((member) => schemaOf(bodyOf(member, checker), checker))
      const isJson = schemas.every(
        ({ properties }) => properties && ('success' in properties || 'keys' in properties),
      )
      const schema = schemas.length === 1 ? schemas[0] : { anyOf: schemas }
      return { status, schema: isJson && schema ? schema : null }
    })
}

function statusOf(type: ts.Type, checker: ts.TypeChecker) {
  const status = type.getProperty('__status')
  const value = status && checker.getTypeOfSymbol(status)
  return value?.isNumberLiteral() ? value.value : 200
}

function bodyOf(type: ts.Type, checker: ts.TypeChecker) {
  const body = type.getProperty('__response')
  return body ? checker.getTypeOfSymbol(body) : type
}
