import { describe, expect, test } from "bun:test";
import { answered, aRequest, failure, notFoundError } from "../a-transport.ts";
import { createAuthority } from "../certificate.ts";
import { startHttpProxy } from "../http-proxy.ts";
import type { TransportUnderTest } from "./transport-under-test.ts";

/** What a configured proxy gets, and whose trouble its own is. */
export function describeThroughAProxy({ aReceiver, aTransport, closing }: TransportUnderTest): void {
  const authority = createAuthority();

  describe("a configured proxy", () => {
    test("gets the name of an https receiver, checked end to end, and its tunnel is kept", async () => {
      const tls = authority.issue({ names: ["receiver.test"] });
      const receiver = await aReceiver({ tls });
      const proxy = closing(await startHttpProxy());
      const transport = aTransport({ proxy: proxy.url, names: notFoundError, ca: [authority.cert] });
      const url = `https://receiver.test:${receiver.port}/in`;
      for (let i = 0; i < 3; i += 1) {
        expect(answered(await transport.send(aRequest({ url }))).status).toBe(200);
      }
      expect(proxy.asked.map(({ line }) => line)).toEqual([`CONNECT receiver.test:${receiver.port}`]);
      expect(receiver.requests[0]?.headers.host).toBe(`receiver.test:${receiver.port}`);
    });

    test("gets the whole URL of an http receiver, and the credentials of its own", async () => {
      const receiver = await aReceiver();
      const proxy = closing(await startHttpProxy());
      const withPassword = proxy.url.replace("//", "//me:p%40ss@");
      const transport = aTransport({ proxy: withPassword, names: notFoundError });
      const url = `http://receiver.test:${receiver.port}/in`;
      expect(answered(await transport.send(aRequest({ url }))).body).toBe("ok");
      expect(proxy.asked[0]?.line).toBe(`POST ${url}`);
      expect(proxy.asked[0]?.headers["proxy-authorization"]).toBe(`Basic ${btoa("me:p@ss")}`);
      expect(receiver.requests[0]?.body).toBe('{"id":"evt_1"}');
    });

    test.each(["http", "https"])(
      "does not get what resolves here to a refused address, over %s",
      async (scheme) => {
        const proxy = closing(await startHttpProxy());
        const transport = aTransport({ proxy: proxy.url, names: () => ["10.0.0.5"] });
        const result = await transport.send(aRequest({ url: `${scheme}://intern.test/` }));
        expect(failure(result).outcome).toBe("blocked_address");
        expect(proxy.asked).toEqual([]);
      },
    );

    test.each(["http", "https"])(
      "keeps checking refused addresses over a connection that is kept, over %s",
      async (scheme) => {
        const tls = authority.issue({ names: ["good.test"] });
        const receiver = await aReceiver(scheme === "https" ? { tls } : {});
        const proxy = closing(await startHttpProxy());
        const names = (name: string) => (name === "good.test" ? ["127.0.0.1"] : ["10.0.0.5"]);
        const transport = aTransport({ proxy: proxy.url, names, ca: [authority.cert] });
        const send = (host: string) =>
          transport.send(aRequest({ url: `${scheme}://${host}:${receiver.port}/` }));
        expect(answered(await send("good.test")).status).toBe(200);
        expect(failure(await send("intern.test")).outcome).toBe("blocked_address");
        expect(receiver.requests.length).toBe(1);
      },
    );

    test.each(["http", "https"])("that is down costs no attempt, over %s", async (scheme) => {
      const proxy = await startHttpProxy();
      proxy.close();
      const transport = aTransport({ proxy: proxy.url.replace("//", "//me:s3cret@"), names: notFoundError });
      const result = await transport.send(aRequest({ url: `${scheme}://receiver.test/` }));
      expect(result.kind).toBe("not_attempted");
      expect(JSON.stringify(result)).toContain("POSTHORN_EGRESS_PROXY");
      expect(JSON.stringify(result)).not.toContain("s3cret");
    });

    test.each(["http", "https"])("that wants credentials costs no attempt, over %s", async (scheme) => {
      const proxy = closing(await startHttpProxy({ refuseWith: 407 }));
      const transport = aTransport({ proxy: proxy.url, names: notFoundError });
      const result = await transport.send(aRequest({ url: `${scheme}://receiver.test/` }));
      expect(result.kind).toBe("not_attempted");
    });

    test("that cannot reach an https receiver makes it a connection_failed", async () => {
      const proxy = closing(await startHttpProxy({ refuseWith: 502 }));
      const transport = aTransport({ proxy: proxy.url, names: notFoundError });
      const result = failure(await transport.send(aRequest({ url: "https://receiver.test/" })));
      expect(result.outcome).toBe("connection_failed");
      expect(result.error).toContain("502");
    });
  });
}
