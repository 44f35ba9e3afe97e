/** Text of editors, which the gateway has turned from Markdown into safe HTML. */
export default defineComponent({
  props: { html: { type: String, required: true } },
  setup: (props) => () =>
    h('div', {
      class: 'prose',
      // Code may have to be scrolled sideways, so it has to be reachable by keyboard.
      innerHTML: props.html.replaceAll('<pre>', '<pre tabindex="0">'),
    }),
})
