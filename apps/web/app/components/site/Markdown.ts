import MarkdownIt from 'markdown-it'

/** Editors write Markdown; raw HTML in it stays text and only safe link targets become links. */
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: true })

export default defineComponent({
  props: { source: { type: String, required: true } },
  setup: (props) => () => h('div', { class: 'prose', innerHTML: markdown.render(props.source) }),
})
