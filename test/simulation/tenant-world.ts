import { Database } from "bun:sqlite";
import { join } from "node:path";
import type { OrganizationId } from "../../src/domain/id.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import { databaseFileName } from "../../src/store/sqlite/database.ts";
import { anAnswer, aTimeout, type SentRequest } from "../support/a-network.ts";
import { aKey, anEndpoint, anEvent, anOrganization } from "../support/a-store.ts";
import { type SeededRandom, seededRandom } from "../support/seeded-random.ts";
import { demand } from "./ledger.ts";
import { Life } from "./life.ts";
import { settlePromises } from "./stepped-clock.ts";
import { copyWorldDirectory, newWorldDirectory, removeWorldDirectory } from "./world-directory.ts";

interface Tenant {
  id: OrganizationId;
  url: string;
  /** The reply to its making has come. */
  isMade: boolean;
  /** The reply to its deletion has come: from here on nothing may be sent. */
  isDeleted: boolean;
  /** Its deletion was asked for. */
  mayBeDeleted: boolean;
}

const startMs = Date.parse("2026-05-13T12:00:00.000Z");
const chaosMs = 60_000;
const stepsMax = 20_000;
const tenantsMax = 5;

/** One seed's world of tenants that come, publish and are deleted, with crashes between any two steps. */
export class TenantWorld {
  readonly #random: SeededRandom;
  readonly #tenants: Tenant[] = [];
  #directory = newWorldDirectory();
  #life: Life;
  #broken: Error | null = null;
  #isHealed = false;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    this.#life = this.#live(startMs);
  }

  async run(): Promise<void> {
    const { store, newId, clock } = this.#life;
    const organizationId = newId("organization");
    void store.initialize({ organizationId, key: aKey({ role: "operator" }) });
    await clock.finishTurns();
    void this.#life.engine.start();
    for (let steps = 0; this.#life.clock.now() < startMs + chaosMs; steps++) {
      if (this.#random.chance(0.3)) this.#operate();
      await this.#step(this.#life.clock.now() + this.#random.between(0, 500));
      if (this.#random.chance(0.005)) await this.#crash();
      demand(steps < stepsMax, "the world gets on");
    }
    await this.#heal();
  }

  async close(): Promise<void> {
    await this.#life.bury();
    removeWorldDirectory(this.#directory);
  }

  #operate(): void {
    const dice = this.#random.fraction();
    const present = this.#tenants.filter(({ isDeleted }) => !isDeleted);
    if (present.length === 0 || (dice < 0.1 && present.length < tenantsMax)) this.#create();
    else if (dice < 0.9) this.#publish(this.#random.pick(present));
    else if (dice < 0.95) this.#change(this.#random.pick(present));
    else this.#delete(this.#random.pick(present));
  }

  #create(): void {
    const life = this.#life;
    const { store, newId, clock } = life;
    const id = newId("organization") as OrganizationId;
    const url = `https://tenant${this.#tenants.length}.example/in`;
    const tenant: Tenant = { id, url, isMade: false, isDeleted: false, mayBeDeleted: false };
    this.#tenants.push(tenant);
    const nowMs = clock.now();
    const spec = {
      url,
      retry: { preset: "custom" as const, delaysSeconds: [1, 2, 4, ...Array(10).fill(5)] },
    };
    const made = anEndpoint({ id: newId("endpoint"), nowMs, spec: { ...spec, autoDisableAfter: null } });
    // In one turn, so in one group commit.
    void store.createOrganization(anOrganization({ id, nowMs }));
    life.follow(store.createEndpoint(id, made), () => {
      tenant.isMade = true;
    });
  }

  #publish({ id }: Tenant): void {
    const { store, clock, newId } = this.#life;
    const nowMs = clock.now();
    for (let count = this.#random.between(1, 5); count > 0; count--) {
      const deliverAtMs = this.#random.chance(0.2) ? nowMs + this.#random.between(1000, 30_000) : null;
      this.#life.follow(store.acceptEvent(id, anEvent({ id: newId("event"), nowMs, deliverAtMs })));
    }
  }

  #change({ id }: Tenant): void {
    const liveMode = this.#random.chance(0.5);
    const changed = this.#life.store.updateOrganization(
      id,
      (current) => ({ ...current, settings: { ...current.settings, liveMode } }),
      this.#life.clock.now(),
    );
    void changed.catch(() => {});
  }

  #delete(tenant: Tenant): void {
    tenant.mayBeDeleted = true;
    const verb = this.#life.store.deleteOrganization(tenant.id, this.#life.clock.now());
    this.#life.follow(
      verb.then((work) => ({ work })),
      () => {
        tenant.isDeleted = true;
      },
    );
  }

  #receive(request: SentRequest) {
    const tenant = this.#tenants.find(({ url }) => url === request.url);
    demand(tenant !== undefined, `${request.url} is a tenant's`);
    demand(!tenant.isDeleted, `nothing is sent for ${tenant.id} after it was deleted`);
    if (this.#isHealed || this.#random.chance(0.5)) return anAnswer();
    return this.#random.chance(0.5) ? anAnswer(500) : aTimeout();
  }

  async #step(untilMs: number): Promise<void> {
    await this.#life.clock.step(untilMs);
    if (this.#broken !== null) throw this.#broken;
  }

  /** What is left of the deleted is gone, and everybody else gets everything. */
  async #heal(): Promise<void> {
    this.#isHealed = true;
    const endMs = this.#life.clock.now() + 3600_000;
    while (this.#life.clock.now() < endMs) await this.#step(endMs);
    const db = new Database(join(this.#directory, databaseFileName), { readonly: true });
    const read = (sql: string) =>
      db
        .query<{ value: string | null }, []>(sql)
        .all()
        .map(({ value }) => value);
    demand(
      read("SELECT id AS value FROM organizations WHERE deleted_at IS NOT NULL").length === 0,
      "all rows go",
    );
    demand(read("SELECT seq AS value FROM chores").length === 0, "all chores end");
    demand(db.query("PRAGMA foreign_key_check").all().length === 0, "no row is without its parent");
    demand(
      read("SELECT id AS value FROM deliveries WHERE status <> 1").length === 0,
      "whoever stays gets everything",
    );
    const left = read("SELECT id AS value FROM organizations");
    for (const { id, isMade, isDeleted, mayBeDeleted } of this.#tenants) {
      if (isDeleted) demand(!left.includes(id), `${id} is gone`);
      else if (isMade && !mayBeDeleted) demand(left.includes(id), `${id} is still there`);
    }
    db.close();
  }

  #live(fromMs: number): Life {
    return new Life({
      directory: this.#directory,
      startMs: fromMs,
      random: this.#random,
      maxInFlight: 8,
      maxInFlightPerEndpoint: 4,
      logger: { ...silentLogger, error: (event, fields) => this.#break(`${event} ${fields?.error}`) },
      receive: (request) => this.#receive(request),
      onBroken: (error) => this.#break(error),
    });
  }

  #break(error: unknown): void {
    this.#broken ??= error instanceof Error ? error : new Error(`Broken: ${error}`);
  }

  /** The power goes: what is in the files is all that is left. */
  async #crash(): Promise<void> {
    const [dead, deadDirectory] = [this.#life, this.#directory];
    this.#directory = copyWorldDirectory(deadDirectory);
    this.#life = this.#live(dead.clock.now() + this.#random.between(1, 5000));
    await dead.bury();
    removeWorldDirectory(deadDirectory);
    void this.#life.engine.start();
    await settlePromises();
  }
}
