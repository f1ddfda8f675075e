/**
 * The only place of the server that reads the time. Everything else takes a Clock, so that a story can live a month in a
 * second and an event's instant is the one its command was handled at.
 */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = {
  now: () => new Date(),
}

/**
 * The clock of a story database: set to an instant, it ticks on from there at the speed of the machine.
 * It never goes back by itself; whether a step backwards is allowed is the story runner's business.
 */
export class SteppingClock implements Clock {
  #set: number
  #since: number

  constructor(instant: Date) {
    this.#set = instant.getTime()
    this.#since = performance.now()
  }

  now(): Date {
    return new Date(this.#set + Math.floor(performance.now() - this.#since))
  }

  stepTo(instant: Date): void {
    this.#set = instant.getTime()
    this.#since = performance.now()
  }
}
