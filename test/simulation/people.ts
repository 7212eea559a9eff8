import { payloadFormat } from "../../src/domain/endpoint.ts";
import type { OrganizationId } from "../../src/domain/id.ts";
import { testEndpoint } from "../../src/operations/test-endpoint.ts";
import { anEndpoint, anEvent } from "../support/a-store.ts";
import type { SeededRandom } from "../support/seeded-random.ts";
import type { Acknowledgements } from "./acknowledgements.ts";
import { EventKeepers } from "./event-keepers.ts";
import type { Life } from "./life.ts";
import { Pace, somePace } from "./pace.ts";
import { Receiver, receiverKinds } from "./receivers.ts";
import { Recoverers } from "./recoverers.ts";
import { patienceWith, type SimulatedEndpoint } from "./simulated-endpoint.ts";

const endpointsMax = 8;

export interface PeopleOptions {
  random: SeededRandom;
  organizationId: OrganizationId;
  /** The run of the process that answers now. */
  life(): Life;
  /** Grows with each endpoint that is created. */
  endpoints: SimulatedEndpoint[];
  acknowledgements: Acknowledgements;
}

/** Who publishes to the world and works on its endpoints, as the seed decides. */
export class People {
  /** Events of which a delivery was canceled or made due by a person. */
  readonly touched = new Set<string>();
  /** Who cancels, erases and resends whole events. */
  readonly events: EventKeepers;
  /** Who recovers and replays, in half of the worlds. */
  readonly recoverers: Recoverers;
  readonly canRecover: boolean;
  /** In a fifth of the others somebody sets the wall clock now and then. */
  readonly setsClocks: boolean;
  /** When events are due that were published for later. */
  readonly deliverAtMs = new Map<string, number>();
  readonly #random: SeededRandom;
  #eventCount = 0;

  constructor(private readonly options: PeopleOptions) {
    this.#random = options.random;
    this.events = new EventKeepers({ ...options, touched: this.touched });
    this.recoverers = new Recoverers({ ...options, events: this.events });
    this.canRecover = this.#random.chance(0.5);
    this.setsClocks = !this.canRecover && this.#random.chance(0.2);
  }

  get #life(): Life {
    return this.options.life();
  }

  /** Does one thing, without waiting for the reply. */
  operate(): void {
    const dice = this.#random.fraction();
    if (dice < 0.48) this.#publish();
    else if (dice < 0.52) this.#publishBatch();
    else if (dice < 0.54) this.events.cancel();
    else if (dice < 0.56) this.events.resend();
    else if (dice < 0.58) this.events.erase();
    else if (dice < 0.62) this.createEndpoint();
    else if (dice < 0.66) this.#paceOne();
    else if (dice < 0.68) this.#pauseOne();
    else if (dice < 0.72) this.#resume(this.#anyEndpoint());
    else if (dice < 0.75) this.#disableOne();
    else if (dice < 0.77 && this.canRecover) this.#sendAgain();
    else if (dice < 0.8) this.#enableOne();
    else if (dice < 0.83) this.#deleteOne();
    else if (dice < 0.88) this.#cancelOne();
    else if (dice < 0.94) this.#resendOne();
    else if (dice < 0.96) this.#rotateOne();
    else if (dice < 0.98) this.#testOne();
    else this.#life.isDiskFull = !this.#life.isDiskFull && this.#random.chance(0.5);
  }

  createEndpoint(): void {
    const { endpoints, organizationId } = this.options;
    const life = this.#life;
    if (endpoints.length >= endpointsMax) return;
    const kind = this.#random.pick(receiverKinds);
    const { delays, autoDisableAfter } = patienceWith(kind);
    const pace = somePace(this.#random);
    const takesAll = this.#random.chance(0.7);
    const url = `https://receiver${endpoints.length}.example/in`;
    const eventTypes = this.#random.chance(0.3) ? ["*", "posthorn.*"] : ["*"];
    const made = anEndpoint({
      id: life.newId("endpoint"),
      nowMs: life.clock.now(),
      spec: {
        url,
        eventTypes,
        retry: { preset: "custom", delaysSeconds: [...delays] },
        autoDisableAfter,
        ordered: pace.isOrdered,
        rateLimitPerSecond: pace.rateLimitPerSecond,
        payloadFormat: this.#random.pick(payloadFormat.options),
        filter: takesAll ? null : { wanted: true },
      },
    });
    const receiver = new Receiver(kind, this.#random);
    const state = { isDisabled: false, wasInterrupted: false, isDeleted: false, mayBeDeleted: false };
    const known = { id: made.id, url, receiver, delays, pace: new Pace(pace), takesAll };
    endpoints.push({ ...known, bodies: new Map(), ...state });
    life.follow(life.store.createEndpoint(organizationId, made));
  }

  #publish(): void {
    const life = this.#life;
    const event = this.#newEvent();
    life.follow(life.store.acceptEvent(this.options.organizationId, event), ({ published }) => {
      this.options.acknowledgements.note(event.id, published.deliveries + published.canceled);
    });
  }

  /** Some of them twice. */
  #publishBatch(): void {
    const { organizationId, acknowledgements } = this.options;
    const life = this.#life;
    const events = Array.from({ length: this.#random.between(1, 12) }, () => this.#newEvent());
    const spacingMs = this.#random.chance(0.5) ? this.#random.between(1, 5000) : null;
    const batch = { events: [...events, ...events.slice(0, 2)], spacingMs };
    life.follow(life.store.acceptEvents(organizationId, batch), ({ results }) => {
      for (const result of results) {
        if (!("published" in result) || result.published.duplicate) continue;
        const { id, deliveries, canceled } = result.published;
        acknowledgements.note(id, deliveries + canceled);
      }
    });
  }

  #newEvent() {
    const nowMs = this.#life.clock.now();
    const id = `evt_${this.#eventCount++}`;
    const deliverAtMs = this.#random.chance(0.1) ? nowMs + this.#random.between(1000, 60_000) : null;
    if (deliverAtMs !== null) this.deliverAtMs.set(id, deliverAtMs);
    return anEvent({
      id,
      nowMs,
      timestampMs: nowMs,
      deliverAtMs,
      data: JSON.stringify({
        wanted: this.#random.chance(0.7),
        text: "x".repeat(this.#random.between(0, 300)),
      }),
    });
  }

  /** Lets go whatever is paused. */
  resumeAll(): void {
    for (const endpoint of this.options.endpoints) this.#resume(endpoint);
  }

  #pauseOne(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null) return;
    const { store, clock } = this.#life;
    this.#life.follow(store.pauseEndpoint(this.options.organizationId, endpoint.id, clock.now()), () => {
      endpoint.pace.isPaused = true;
    });
  }

  #resume(endpoint: SimulatedEndpoint | null): void {
    if (endpoint === null) return;
    const { store, clock } = this.#life;
    // Allowed from the commit on, which comes before the reply.
    endpoint.pace.isPaused = false;
    this.#life.follow(store.resumeEndpoint(this.options.organizationId, endpoint.id, clock.now()), () => {
      endpoint.pace.isPaused = false;
    });
  }

  /** Another order and another limit, whatever is pending. */
  #paceOne(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null) return;
    const { store, clock } = this.#life;
    const { isOrdered, rateLimitPerSecond } = somePace(this.#random);
    const { pace } = endpoint;
    const endChange = pace.changeLimit(rateLimitPerSecond);
    if (!isOrdered) pace.isOrdered = false;
    const verb = store.updateEndpoint(
      this.options.organizationId,
      endpoint.id,
      (spec) => ({ ...spec, ordered: isOrdered, rateLimitPerSecond }),
      clock.now(),
    );
    this.#life.follow(verb, () => {
      pace.isOrdered = isOrdered;
      endChange();
    });
  }

  #disableOne(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null) return;
    const { store, clock } = this.#life;
    endpoint.wasInterrupted = true;
    const verb = store.disableEndpoint(this.options.organizationId, endpoint.id, "manual", clock.now());
    this.#life.follow(verb, () => {
      endpoint.isDisabled = true;
      endpoint.pace.isPaused = false;
    });
  }

  #enableOne(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null) return;
    const { store, clock } = this.#life;
    // Allowed from the commit on, which comes before the reply.
    endpoint.isDisabled = false;
    this.#life.follow(store.enableEndpoint(this.options.organizationId, endpoint.id, clock.now()), () => {
      endpoint.isDisabled = false;
    });
  }

  #sendAgain(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null) return;
    if (this.#random.chance(0.3)) this.recoverers.enable(endpoint);
    else if (this.#random.chance(0.1)) this.recoverers.cancel();
    else this.recoverers.start(endpoint);
  }

  #deleteOne(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null || this.options.endpoints.length < 3) return;
    const { store, clock } = this.#life;
    endpoint.wasInterrupted = true;
    endpoint.mayBeDeleted = true;
    const verb = store.deleteEndpoint(this.options.organizationId, endpoint.id, clock.now());
    this.#life.follow(
      verb.then((work) => ({ work })),
      () => {
        endpoint.isDisabled = true;
        endpoint.isDeleted = true;
      },
    );
  }

  #cancelOne(): void {
    this.#withDelivery((deliveryId) => {
      const { store, clock } = this.#life;
      this.#life.follow(store.cancelDelivery(this.options.organizationId, deliveryId, clock.now()));
    });
  }

  #resendOne(): void {
    this.#withDelivery((deliveryId, eventId) => {
      this.events.allowSending(eventId);
      const { store, clock, newId } = this.#life;
      const resend = { newDeliveryId: newId("delivery"), nowMs: clock.now() };
      this.#life.follow(store.resendDelivery(this.options.organizationId, deliveryId, resend));
    });
  }

  /** Whatever its state: one attempt, of which nothing follows. */
  #testOne(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null) return;
    const { store, clock, newId, engine } = this.#life;
    const context = { store, clock, newId, sendTest: engine.sendTest };
    this.#life.expect(testEndpoint(context, this.options.organizationId, endpoint.id, {}));
  }

  #rotateOne(): void {
    const endpoint = this.#anyEndpoint();
    if (endpoint === null) return;
    const secret = `whsec_${Buffer.from(this.#random.bytes(32)).toString("base64")}`;
    const rotation = { secretFor: () => secret, gracePeriodSeconds: 60, nowMs: this.#life.clock.now() };
    this.#life.follow(this.#life.store.rotateSecret(this.options.organizationId, endpoint.id, rotation));
  }

  /** Lists are read at once, so that the choice is the seed's alone. */
  #withDelivery(act: (deliveryId: string, eventId: string) => void): void {
    const life = this.#life;
    const roll = this.#random.fraction();
    const page = life.store.listDeliveries(this.options.organizationId, {}, { limit: 20, cursor: null });
    void page.then(({ data }) => {
      const delivery = data[Math.floor(roll * data.length)];
      if (delivery === undefined || life !== this.#life) return;
      this.touched.add(delivery.eventId);
      act(delivery.id, delivery.eventId);
    });
  }

  #anyEndpoint(): SimulatedEndpoint | null {
    const present = this.options.endpoints.filter(({ isDeleted }) => !isDeleted);
    return present.length === 0 ? null : this.#random.pick(present);
  }
}
