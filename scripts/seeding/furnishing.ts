import { createHmac } from "node:crypto";

const secret = "shpss_made-up-for-the-demonstration";

/** What a shop has beside its history, made over the API: a source that has received something, and keys. */
export async function furnish(url: string, key: string): Promise<void> {
  const call = async <Reply>(path: string, body?: object): Promise<Reply> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as Reply;
  };
  await waitUntilReady(url);
  if ((await call<{ data: object[] }>("/sources")).data.length > 0) return;
  for (const [name, role] of [
    ["Order service", "publisher"],
    ["Support desk", "viewer"],
  ]) {
    await call("/api-keys", { name, role });
  }
  const source = await call<{ id: string }>("/sources", {
    kind: "generic",
    name: "web-shop",
    config: { preset: "shopify", secret },
  });
  for (const [n, topic] of ["orders/create", "orders/paid", "customers/update"].entries()) {
    await receive(`${url}/in/${source.id}`, { id: `shop-${n}`, topic, isSigned: true });
  }
  await receive(`${url}/in/${source.id}`, { id: "shop-3", topic: "orders/create", isSigned: false });
}

async function waitUntilReady(url: string): Promise<void> {
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let tries = 0; tries < 100 && !(await isReady()); tries++) await Bun.sleep(100);
}

/** What a web shop sends; not signed: what somebody sends who found out the URL. */
async function receive(url: string, sent: { id: string; topic: string; isSigned: boolean }): Promise<void> {
  const { id, topic, isSigned } = sent;
  const body = JSON.stringify({ id: 820_982_911, name: "#1042", total_price: "49.90", note: id });
  const signature = createHmac("sha256", isSigned ? secret : "guessed")
    .update(body)
    .digest("base64");
  await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-shopify-topic": topic,
      "x-shopify-webhook-id": id,
      "x-shopify-hmac-sha256": signature,
    },
    body,
  });
}
