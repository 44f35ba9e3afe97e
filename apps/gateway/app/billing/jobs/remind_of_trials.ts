import { TrialWatch } from '#billing/trial_watch'

export default function remindOfTrials() {
  return new TrialWatch().run()
}
