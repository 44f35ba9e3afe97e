export default defineAppConfig({
  ui: { colors: { primary: 'signal', neutral: 'steel' } },
})
