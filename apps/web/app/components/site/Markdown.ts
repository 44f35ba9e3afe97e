import MarkdownIt from 'markdown-it'

/** Editors write Markdown; raw HTML in it stays text and only safe link targets become links. */
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: true })

const { fence } = markdown.renderer.rules
// Reachable by keyboard, because it may have to be scrolled sideways.
markdown.renderer.rules.fence = (...rendering) =>
  fence!(...rendering).replace('<pre>', '<pre tabindex="0" role="region" aria-label="Code">')

export default defineComponent({
  props: { source: { type: String, required: true } },
  setup: (props) => () => h('div', { class: 'prose', innerHTML: markdown.render(props.source) }),
})
