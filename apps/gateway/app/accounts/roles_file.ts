import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { type Permission, permissions, resources, type Scope } from '#config/permissions'

/** What each role may do, by the scope it counts in. */
export type Roles = Record<Scope, Map<string, ReadonlySet<Permission>>>

/** Roles that the code itself gives. */
const indispensable: Record<Scope, string> = { organization: 'owner', platform: 'user' }
const isScope = (name: string): name is Scope => name in resources
const everything = '*'

/** Reads `config/roles.yaml`; what is wrong in it is told with the line it stands in. */
export class RolesFile {
  #lines = new LineCounter()

  constructor(
    private name: string,
    private text: string,
  ) {}

  /** @throws Error for the first mistake */
  read(): Roles {
    const document = parseDocument(this.text, { lineCounter: this.#lines, prettyErrors: false })
    const [mistake] = document.errors
    if (mistake) throw this.#error(mistake.pos[0], `This is not YAML: ${mistake.message}`)

    const scopes = this.#entries(document.contents, 'The file')
    for (const { key, at } of scopes) {
      if (!isScope(key)) throw this.#unknown(at, 'part', key, Object.keys(resources))
    }
    const roles = (scope: Scope) => {
      const part = scopes.find(({ key }) => key === scope)
      if (!part) throw this.#error(0, `The part "${scope}" is missing.`)
      return this.#rolesIn(scope, part.value, part.at)
    }
    return { organization: roles('organization'), platform: roles('platform') }
  }

  #rolesIn(scope: Scope, node: Node | null, at: number) {
    const entries = new Map(this.#entries(node, `"${scope}"`, at).map((entry) => [entry.key, entry]))
    if (!entries.has(indispensable[scope])) {
      throw this.#error(at, `"${scope}" needs a role "${indispensable[scope]}": the gateway itself gives it.`)
    }

    const resolve = (name: string, path: string[]): Set<Permission> => {
      const { value, at } = entries.get(name)!
      if (isScalar(value) && value.value === everything) return new Set(permissions[scope])
      return new Set(
        this.#entries(value, `The role "${name}"`, at).flatMap((line) =>
          line.key === 'inherits'
            ? this.#words(line).flatMap((word) => inherit(word, [...path, name]))
            : this.#permitted(scope, line),
        ),
      )
    }
    const inherit = ({ text, at }: Word, path: string[]) => {
      if (!entries.has(text)) throw this.#unknown(at, 'role', text, [...entries.keys()])
      if (path.includes(text)) {
        throw this.#error(at, `Roles inherit from each other in a circle: ${[...path, text].join(' → ')}.`)
      }
      return [...resolve(text, path)]
    }
    return new Map([...entries.keys()].map((name) => [name, resolve(name, [])]))
  }

  #permitted(scope: Scope, line: Line): Permission[] {
    const known: Record<string, readonly string[]> = resources[scope]
    const actions = known[line.key]
    if (!actions) throw this.#unknown(line.at, 'resource', line.key, [...Object.keys(known), 'inherits'])

    return this.#words(line).flatMap(({ text, at }) => {
      if (text === everything) return actions.map((action) => `${line.key}.${action}` as Permission)
      if (!actions.includes(text)) throw this.#unknown(at, `action of ${line.key}`, text, actions)
      return `${line.key}.${text}` as Permission
    })
  }

  #entries(node: Node | null, what: string, at = 0): Line[] {
    if (!isMap(node))
      throw this.#error(node?.range?.[0] ?? at, `${what} has to be a list of names with values.`)
    return (node as YAMLMap<Node, Node | null>).items.map(({ key, value }) => ({
      key: String(key),
      at: key.range?.[0] ?? at,
      value,
    }))
  }

  /** One word, or a list of them. */
  #words({ key, value, at }: Line): Word[] {
    const items = isSeq<Node>(value) ? value.items : [value]
    return items.map((item) => {
      const position = item?.range?.[0] ?? at
      if (isScalar(item) && typeof item.value === 'string') return { text: item.value, at: position }
      throw this.#error(position, `"${key}" needs one name, or several in brackets.`)
    })
  }

  #unknown(at: number, kind: string, name: string, known: readonly string[]) {
    return this.#error(at, `There is no ${kind} "${name}". Known: ${known.join(', ')}.`)
  }

  #error(at: number, sentence: string) {
    return new Error(`${this.name}:${this.#lines.linePos(at).line || 1}: ${sentence}`)
  }
}

interface Line {
  key: string
  value: Node | null
  at: number
}

interface Word {
  text: string
  at: number
}
