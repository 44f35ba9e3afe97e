/** A field as the collection files declare it; `snapshot.ts` spells out what Directus compares. */
export interface Field {
  type: 'uuid' | 'string' | 'text' | 'json' | 'boolean' | 'integer' | 'timestamp' | 'alias'
  interface: string
  special?: string[]
  options?: Record<string, unknown>
  note?: string
  hidden?: boolean
  readonly?: boolean
  required?: boolean
  unique?: boolean
  primary?: boolean
  default?: string | number | boolean
  half?: boolean
  relation?: Relation
}

export interface Relation {
  /** The collection pointed at; null when `allowed` lists several. */
  to: string | null
  allowed?: string[]
  /** The list on the other side that shows the items pointing at it. */
  list?: string
  sort?: string
  junction?: string
  onDelete?: 'CASCADE' | 'SET NULL'
}

/** What content is written in. An item stands for one language; its translation is an item of its own. */
export const languages = ['en', 'de'] as const

type Extra = Pick<Field, 'note' | 'required' | 'unique' | 'half' | 'hidden' | 'options'>

export const id = (): Field => ({
  type: 'uuid',
  interface: 'input',
  special: ['uuid'],
  primary: true,
  hidden: true,
  readonly: true,
})

export const line = (extra: Extra = {}): Field => ({ type: 'string', interface: 'input', ...extra })

export const paragraph = (extra: Extra = {}): Field => ({
  type: 'text',
  interface: 'input-multiline',
  ...extra,
})

export const markdown = (extra: Extra = {}): Field => ({
  type: 'text',
  interface: 'input-rich-text-md',
  ...extra,
})

export const slug = (extra: Extra = {}): Field =>
  line({ required: true, unique: true, options: { slug: true, trim: true }, ...extra })

export const choice = (values: string[], extra: Extra & { default?: string } = {}): Field => ({
  type: 'string',
  interface: 'select-dropdown',
  options: { choices: values.map((value) => ({ text: value, value })) },
  ...extra,
})

export const language = (extra: Extra = {}): Field => ({
  ...choice([...languages]),
  default: languages[0],
  required: true,
  half: true,
  ...extra,
})

export const integer = (value: number, extra: Extra = {}): Field => ({
  type: 'integer',
  interface: 'input',
  default: value,
  required: true,
  ...extra,
})

export const flag = (value: boolean, extra: Extra = {}): Field => ({
  type: 'boolean',
  interface: 'boolean',
  special: ['cast-boolean'],
  default: value,
  required: true,
  half: true,
  ...extra,
})

export const moment = (extra: Extra = {}): Field => ({ type: 'timestamp', interface: 'datetime', ...extra })

export const tags = (extra: Extra = {}): Field => ({
  type: 'json',
  interface: 'tags',
  special: ['cast-json'],
  ...extra,
})

export const json = (extra: Extra = {}): Field => ({
  type: 'json',
  interface: 'input-code',
  special: ['cast-json'],
  options: { language: 'json' },
  ...extra,
})

type Column = 'input' | 'input-multiline' | 'boolean' | string[]

/** A list of small objects, edited as rows of a form. */
export const rows = (columns: Record<string, Column>, extra: Extra = {}): Field => ({
  type: 'json',
  interface: 'list',
  special: ['cast-json'],
  options: { fields: Object.entries(columns).map(columnOf) },
  ...extra,
})

function columnOf([field, column]: [string, Column]) {
  if (Array.isArray(column)) {
    const { interface: dropdown, options } = choice(column)
    return { field, name: field, type: 'string', meta: { field, interface: dropdown, options } }
  }
  const type = column === 'boolean' ? 'boolean' : 'string'
  return { field, name: field, type, meta: { field, interface: column } }
}

export const image = (extra: Extra = {}): Field => ({
  type: 'uuid',
  interface: 'file-image',
  special: ['file'],
  relation: { to: 'directus_files', onDelete: 'SET NULL' },
  ...extra,
})

export const sort = (): Field => ({ type: 'integer', interface: 'input', hidden: true })

export const created = (): Field => ({
  type: 'timestamp',
  interface: 'datetime',
  special: ['date-created'],
  hidden: true,
  readonly: true,
})

export const updated = (): Field => ({
  type: 'timestamp',
  interface: 'datetime',
  special: ['date-updated'],
  hidden: true,
  readonly: true,
})

export const one = (
  relation: Relation & { to: string },
  extra: Extra & { template?: string } = {},
): Field => {
  const { template, ...rest } = extra
  return {
    type: 'uuid',
    interface: 'select-dropdown-m2o',
    special: ['m2o'],
    relation: { onDelete: 'SET NULL', ...relation },
    ...(template ? { options: { template } } : {}),
    ...rest,
  }
}

/** The side of a relation that has no column: the items that point here. */
export const many = (extra: Extra & { template?: string } = {}): Field => {
  const { template, ...rest } = extra
  return {
    type: 'alias',
    interface: 'list-o2m',
    special: ['o2m'],
    ...(template ? { options: { template } } : {}),
    ...rest,
  }
}

/** Files in order, through a junction collection. */
export const files = (extra: Extra = {}): Field => ({
  type: 'alias',
  interface: 'files',
  special: ['files'],
  ...extra,
})

/** A sequence of items of several collections, through a junction collection. */
export const blocks = (extra: Extra = {}): Field => ({
  type: 'alias',
  interface: 'list-m2a',
  special: ['m2a'],
  ...extra,
})
