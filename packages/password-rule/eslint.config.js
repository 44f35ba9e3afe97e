import { node } from '@gantry/eslint-config'

export default node(import.meta.dirname)
