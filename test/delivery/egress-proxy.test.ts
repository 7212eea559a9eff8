import { expect, test } from "bun:test";
import { readEgressProxy } from "../../src/delivery/egress-proxy.ts";

test.each(["proxy.test:3128", "https://proxy.test", "socks5://proxy.test:1080", ""])(
  "%p is no proxy that deliveries can leave through",
  (url) => {
    expect(() => readEgressProxy(url)).toThrow("POSTHORN_EGRESS_PROXY");
  },
);
