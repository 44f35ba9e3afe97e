import { collection } from './collection.ts'
import {
  created,
  flag,
  id,
  image,
  json,
  language,
  line,
  many,
  one,
  paragraph,
  rows,
  slug,
  sort,
  updated,
} from './fields.ts'

const globals = collection(
  'globals',
  {
    icon: 'public',
    displayTemplate: '{{name}} ({{language}})',
    note: 'What every page of the site shares, once for each language',
  },
  {
    id: id(),
    name: line({ required: true, half: true }),
    language: language({ unique: true }),
    tagline: line({ half: true }),
    description: paragraph({ note: 'For search engines, where a page has no description' }),
    image: image({ note: 'For previews of shared links, where a page has no image' }),
    footer_text: paragraph(),
    contact_email: line({ half: true }),
    social: rows({ label: 'input', icon: 'input', href: 'input' }),
    date_updated: updated(),
  },
)

const navigation = collection(
  'navigation',
  { icon: 'menu', displayTemplate: '{{title}} ({{language}})', unique: ['key', 'language'] },
  {
    id: id(),
    key: slug({
      half: true,
      unique: false,
      note: 'Where the site shows it: header, or footer-1, footer-2 and so on for the columns of the footer',
    }),
    language: language(),
    title: line({ required: true, half: true }),
    items: many({ template: '{{label}}' }),
  },
)

const navigationItems = collection(
  'navigation_items',
  { icon: 'link', hidden: true, sortField: 'sort', displayTemplate: '{{label}}' },
  {
    id: id(),
    navigation: one({ to: 'navigation', list: 'items', sort: 'sort', onDelete: 'CASCADE' }, { hidden: true }),
    parent: one(
      { to: 'navigation_items', list: 'children', sort: 'sort', onDelete: 'CASCADE' },
      { hidden: true },
    ),
    label: line({ required: true, half: true }),
    page: one({ to: 'pages' }, { template: '{{title}}', half: true }),
    href: line({ note: 'Instead of a page: /blog or https://…' }),
    description: line(),
    children: many({ template: '{{label}}' }),
    sort: sort(),
  },
)

const redirects = collection(
  'redirects',
  { icon: 'alt_route', displayTemplate: '{{from}} → {{to}}' },
  {
    id: id(),
    from: line({ required: true, unique: true, half: true, note: 'Path on this site: /old' }),
    to: line({ required: true, half: true, note: 'Path on this site, or https://…' }),
    permanent: flag(true),
    note: line({ half: true }),
  },
)

const forms = collection(
  'forms',
  { icon: 'contact_mail', displayTemplate: '{{name}}' },
  {
    id: id(),
    key: slug({ half: true }),
    name: line({ required: true, half: true }),
    fields: rows(
      {
        name: 'input',
        label: 'input',
        type: ['text', 'email', 'textarea', 'select', 'checkbox'],
        required: 'boolean',
        help: 'input',
        options: 'input',
        autocomplete: 'input',
      },
      { note: 'The options of a select are separated by commas' },
    ),
    submit_label: line({ required: true }),
    success_message: paragraph({ required: true }),
  },
)

const formSubmissions = collection(
  'form_submissions',
  { icon: 'inbox', note: 'Personal data: never readable by the public' },
  {
    id: id(),
    form: one({ to: 'forms' }, { template: '{{name}}' }),
    data: json({ required: true }),
    date_created: created(),
  },
)

/** Remembers which parts of the seed were made once, so that what an editor deleted stays deleted. */
const seeds = collection(
  'seeds',
  { icon: 'eco', hidden: true },
  { key: { ...line(), primary: true }, date_created: created() },
)

export const siteCollections = [
  globals,
  navigation,
  navigationItems,
  redirects,
  forms,
  formSubmissions,
  seeds,
]
