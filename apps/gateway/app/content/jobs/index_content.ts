import { indexContent } from '#content/search/index_content'

export default () => indexContent()
