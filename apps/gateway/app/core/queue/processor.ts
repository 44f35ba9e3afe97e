/** Handles one job; a job that throws is tried again. */
export type Processor<Payload = unknown> = (payload: Payload) => Promise<void>

export type Queues = Record<
  string,
  {
    concurrency: number
    // The payload's type is each queue's own; `enqueue` checks it.
    load: () => Promise<{ default: Processor<never> }>
    /** Milliseconds between runs, for a queue that works by the clock. One run for all workers together. */
    every?: number
    /** Told when somebody gives a failed job up, where the job would be made again otherwise. */
    abandon?: () => Promise<{ default: Processor<never> }>
  }
>
