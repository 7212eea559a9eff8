import type { SeededRandom } from "../../test/support/seeded-random.ts";

/** A type of event with what the catalogue says of it, and data as a shop would publish it. */
export interface EventKind {
  name: string;
  group: string;
  description: string;
  schema: object | null;
  /** How often, against the others. */
  weight: number;
  data(random: SeededRandom): Record<string, unknown>;
}

const customers = [
  "Ada Okafor",
  "Björn Lindqvist",
  "Chiara Rossi",
  "Dmitri Volkov",
  "Elif Yılmaz",
  "Farah Haddad",
];
const items = ["Espresso machine", "Grinder", "Filter papers", "Milk jug", "Scale", "Beans, 1 kg"];
const cities = ["Hamburg", "Milano", "Göteborg", "İzmir", "Lyon", "Porto"];

const orderId = (random: SeededRandom) => `ord_${random.between(10_000, 99_999)}`;
const cents = (random: SeededRandom) => random.between(490, 48_900);
const phone = (random: SeededRandom) => `49170${random.between(1_000_000, 9_999_999)}`;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const messageId = (random: SeededRandom) =>
  `wamid.HBg${Array.from({ length: 20 }, () => random.pick([...letters])).join("")}`;

const message = (random: SeededRandom) => ({ messageId: messageId(random), to: phone(random) });

export const eventKinds: readonly EventKind[] = [
  {
    name: "order.created",
    group: "Orders",
    description: "A customer placed an order. Sent once for each order, before it is paid.",
    schema: {
      type: "object",
      required: ["orderId", "totalCents", "currency"],
      properties: {
        orderId: { type: "string" },
        totalCents: { type: "integer", minimum: 0 },
        currency: { type: "string", enum: ["EUR", "SEK", "TRY"] },
      },
    },
    weight: 5,
    data: (random) => ({
      orderId: orderId(random),
      customer: { name: random.pick(customers), city: random.pick(cities) },
      lines: Array.from({ length: random.between(1, 3) }, () => ({
        item: random.pick(items),
        quantity: random.between(1, 4),
        priceCents: cents(random),
      })),
      totalCents: cents(random),
      currency: "EUR",
      isGift: random.chance(0.1),
      note: null,
    }),
  },
  {
    name: "order.paid",
    group: "Orders",
    description: "The payment of an order has arrived.",
    schema: { type: "object", required: ["orderId"], properties: { orderId: { type: "string" } } },
    weight: 4,
    data: (random) => ({
      orderId: orderId(random),
      method: random.pick(["card", "invoice", "paypal"]),
      amountCents: cents(random),
    }),
  },
  {
    name: "order.shipped",
    group: "Orders",
    description: "The parcel has left the warehouse.",
    schema: null,
    weight: 3,
    data: (random) => ({
      orderId: orderId(random),
      carrier: random.pick(["DHL", "PostNord", "UPS"]),
      parcel: `JD${random.between(1e9, 9e9)}`,
    }),
  },
  {
    name: "order.canceled",
    group: "Orders",
    description: "An order was called off, by the customer or by us.",
    schema: null,
    weight: 0.6,
    data: (random) => ({
      orderId: orderId(random),
      by: random.pick(["customer", "shop"]),
      refundCents: cents(random),
    }),
  },
  {
    name: "customer.updated",
    group: "Customers",
    description: "Name, address or consent of a customer changed.",
    schema: null,
    weight: 2,
    data: (random) => ({
      customerId: `cus_${random.between(100, 999)}`,
      name: random.pick(customers),
      changed: ["address"],
      city: random.pick(cities),
    }),
  },
  {
    name: "message.sent",
    group: "Messages",
    description: "A message was handed over to the network.",
    schema: null,
    weight: 4,
    data: (random) => ({
      ...message(random),
      template: random.pick(["order_confirmation", "shipping_notice"]),
    }),
  },
  {
    name: "message.delivered",
    group: "Messages",
    description: "A message has reached the customer's telephone.",
    schema: null,
    weight: 4,
    data: (random) => message(random),
  },
  {
    name: "message.failed",
    group: "Messages",
    description: "A message could not be delivered; the data says why.",
    schema: null,
    weight: 0.7,
    data: (random) => ({
      ...message(random),
      reason: random.pick(["not_on_whatsapp", "blocked", "expired"]),
      code: 131_026,
    }),
  },
];

/** One of them, by weight. */
export function pickKind(random: SeededRandom): EventKind {
  let rest = random.fraction() * eventKinds.reduce((sum, { weight }) => sum + weight, 0);
  const kind = eventKinds.find(({ weight }) => {
    rest -= weight;
    return rest < 0;
  });
  return kind ?? (eventKinds[0] as EventKind);
}
