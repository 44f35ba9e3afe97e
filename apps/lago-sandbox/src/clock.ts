import { runScheduledPayment } from './domain/payments.ts'
import { JOBS } from './jobs.ts'
import type { Sandbox } from './sandbox.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

/** Moves the sandbox's time, which runs at the speed of real time, and runs the jobs of the hours it crosses. */
export class Clock {
  readonly #sandbox: Sandbox
  #queue: Promise<unknown> = Promise.resolve()

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
  }

  async now() {
    const { rows } = await this.#sandbox.pool.query<{ clock_offset_ms: number }>(
      'select clock_offset_ms from sandbox_state',
    )
    return new Date(Date.now() + rows[0]!.clock_offset_ms)
  }

  /** Sets the time without running any job. */
  set(time: Date) {
    return this.#inTurn(async () => {
      await this.#show(time)
      await this.#sandbox.pool.query('update sandbox_state set jobs_ran_until = $1', [time])
    })
  }

  /** Lets time pass until `time`, with every job on the way. Does not go back. */
  advance(time: Date) {
    return this.#inTurn(async () => {
      await this.#runUntil(time)
      if (time > (await this.now())) await this.#show(time)
      await this.#pay()
    })
  }

  /** Runs what became due by the mere passing of time. */
  tick() {
    return this.#inTurn(async () => {
      await this.#runUntil(await this.now())
      await this.#pay()
    })
  }

  /** Runs the jobs of the current hour again; they find nothing that was done before. */
  runCurrentHour() {
    return this.#inTurn(async () => {
      for (const { run } of JOBS) await this.#sandbox.transaction(run)
      await this.#pay()
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work)
    this.#queue = result.catch(() => undefined)
    return result
  }

  #show(time: Date) {
    return this.#sandbox.pool.query('update sandbox_state set clock_offset_ms = $1', [
      time.getTime() - Date.now(),
    ])
  }

  async #runUntil(until: Date) {
    const { pool } = this.#sandbox
    const { rows } = await pool.query<{ jobs_ran_until: Date | null }>(
      'select jobs_ran_until from sandbox_state',
    )
    const from = rows[0]!.jobs_ran_until
    if (from) {
      const first = Math.floor(from.getTime() / HOUR) * HOUR
      for (let hour = first; hour <= until.getTime(); hour += HOUR) await this.#runHour(hour, from, until)
    }
    if (!from || until > from) await pool.query('update sandbox_state set jobs_ran_until = $1', [until])
  }

  async #runHour(hour: number, from: Date, until: Date) {
    const jobs = JOBS.map((job) => ({ ...job, at: new Date(hour + job.minute * MINUTE) })).filter(
      ({ at }) => at > from && at <= until,
    )
    if (!(await this.#anyDue(jobs))) return
    for (const { run, at } of jobs) {
      if (at > (await this.now())) await this.#show(at)
      await this.#sandbox.transaction(run, at)
      await this.#pay()
    }
  }

  /** One question for the whole hour keeps the many hours without work cheap. */
  async #anyDue(jobs: { due: string; at: Date }[]) {
    const last = jobs.at(-1)
    if (!last) return false
    // Conditions hold from some instant on; only the billing day can pass, and every job of the hour sees the same day
    // unless a timezone's midnight lies between, which the next hour's question finds.
    const { rows } = await this.#sandbox.pool.query<{ due: boolean }>(
      `select ${jobs.map(({ due }) => due).join(' or ')} as due from (select $1::timestamptz, $2::text) parameters`,
      [last.at, (await this.#timezone()) ?? 'UTC'],
    )
    return rows[0]!.due
  }

  async #timezone() {
    const { rows } = await this.#sandbox.pool.query<{ timezone: string }>(
      'select timezone from organizations',
    )
    return rows[0]?.timezone
  }

  /** Attempts the payments that are due. */
  async #pay() {
    const { rows } = await this.#sandbox.pool.query<{ id: string }>(
      "select id from payments where status = 'scheduled' and due_at <= $1 order by due_at, id",
      [await this.now()],
    )
    for (const { id } of rows) {
      await this.#sandbox.transaction((transaction) => runScheduledPayment(transaction, id))
    }
  }
}
