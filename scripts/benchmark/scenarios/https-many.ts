import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createAuthority } from "../../../test/support/certificate.ts";
import { addEndpoints } from "../endpoints.ts";
import { figure } from "../figure.ts";
import { addLedgers } from "../ledger.ts";
import { repeatLoad, type Summary, warmUp } from "../load.ts";
import type { Scenario } from "../scenario.ts";
import type { Workbench } from "../workbench.ts";

/** The same events to one HTTPS origin and to a thousand: what keeping connections alive is worth. */
export const httpsMany: Scenario = {
  name: "https-many",
  summary: "the same events to 1,000 HTTPS origins and to one: deliveries per second, TLS handshakes",
  seconds: 80,
  async run(bench) {
    const origins = bench.size(1000, 20);
    const authority = createAuthority();
    const certificate = authority.issue({ names: ["localhost"] });
    const caFile = join(bench.directory(), "authority.pem");
    writeFileSync(caFile, authority.cert);
    const ports = await bench.receiver.openOrigins(origins, certificate);
    const bare = await bench.bareLoop();
    const one = await measure(bench, caFile, ports.slice(0, 1));
    const many = await measure(bench, caFile, ports);
    return {
      ledger: addLedgers([one.ledger, many.ledger]),
      figures: {
        deliveredOne: figure("to one HTTPS origin, deliveries", one.deliveredPerSecond, "/s"),
        spreadOne: figure("spread of the two rounds", one.spreadPercent, "%"),
        cpuOne: figure("processor time per delivery", one.cpuMicroseconds, "µs"),
        deliveredMany: figure("to 1,000 HTTPS origins, deliveries", many.deliveredPerSecond, "/s"),
        spreadMany: figure("spread of the two rounds", many.spreadPercent, "%"),
        cpuMany: figure("processor time per delivery", many.cpuMicroseconds, "µs"),
        handshakesMany: figure("TLS handshakes in the second round", many.connections, "count"),
        ratio: figure(
          "ratio of a thousand to one",
          many.deliveredPerSecond / one.deliveredPerSecond,
          "ratio",
        ),
        bare: figure("bare signed-fetch loop (plain HTTP)", bare, "/s"),
      },
    };
  },
};

/** Each event goes to one endpoint, in turn: only the number of origins is different. */
async function measure(
  bench: Workbench,
  caFile: string,
  ports: readonly number[],
): Promise<Summary & { connections: number }> {
  const posthorn = await bench.start({ env: { POSTHORN_EXTRA_CA_FILE: caFile } });
  const endpointIds = await addEndpoints(posthorn, ports.length, (index) => ({
    url: `https://localhost:${ports[index]}/in/0`,
    timeoutSeconds: 30,
  }));
  const load = { events: bench.size(40_000, 200), eventsPerRequest: 100, connections: 4, endpointIds };
  // Every origin gets its connections here: the first without a storm of handshakes, then as many as full speed takes.
  await warmUp(bench, posthorn, { ...load, events: 2 * ports.length, eventsPerRequest: 10, perSecond: 150 });
  await warmUp(bench, posthorn, { ...load, events: bench.size(10_000, 200) });
  const summary = await repeatLoad(bench, posthorn, load, 2);
  const { connections } = await bench.receiver.state();
  await posthorn.stop();
  return { ...summary, connections };
}
