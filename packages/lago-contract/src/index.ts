export { differences } from './match.ts'
export {
  FormatError,
  loadContract,
  notYet,
  VERSIONS,
  type Contract,
  type Scenario,
  type Version,
} from './scenarios.ts'
export { scenarioSuite, type Case, type SuiteOptions } from './suite.ts'
export {
  request,
  sandboxTarget,
  type Answer,
  type Clock,
  type SentWebhook,
  type Target,
  type WebhookLog,
} from './target.ts'
