import dgram, { type RemoteInfo } from "node:dgram";

/** What the name server says of a name: IPv4 addresses and how long they hold, or what goes wrong. */
export type NameAnswer =
  | { addresses: readonly string[]; ttl: number; afterMs?: number; ignoresIpv6?: boolean }
  | "nxdomain"
  | "servfail"
  | "refused"
  | "garbage"
  | "silence";

/** A name server on loopback. */
export interface NameServer {
  /** With its port. */
  address: string;
  /** Names whose IPv4 addresses were asked for, in order. */
  readonly asked: readonly string[];
  answer(name: string, answer: NameAnswer): void;
  close(): void;
}

const responseCodes = { nxdomain: 3, servfail: 2, refused: 5 } as const;
const typeA = 1;

/** Speaks as much of DNS (RFC 1035) as a resolver asks for. Unknown names do not exist. */
export async function startNameServer(): Promise<NameServer> {
  const answers = new Map<string, NameAnswer>();
  const asked: string[] = [];
  const socket = dgram.createSocket("udp4");
  const reply = (bytes: Buffer, { port, address }: RemoteInfo) => {
    // A reply to who has stopped asking, or from a server that was closed.
    socket.send(bytes, port, address, () => {});
  };
  socket.on("message", (query, from) => {
    const { name, type, question } = readQuestion(query);
    if (type === typeA) asked.push(name);
    const answer = answers.get(name) ?? "nxdomain";
    if (answer === "silence") return;
    if (answer === "garbage")
      return reply(Buffer.concat([query.subarray(0, 2), Buffer.alloc(30, 0xff)]), from);
    if (typeof answer === "string") return reply(message(query, question, responseCodes[answer], []), from);
    const records =
      type === typeA ? answer.addresses.map((address) => addressRecord(address, answer.ttl)) : [];
    const bytes = message(query, question, 0, records);
    if (answer.afterMs === undefined) reply(bytes, from);
    else setTimeout(() => reply(bytes, from), answer.afterMs);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    answer: (name, answer) => void answers.set(name, answer),
    close: () => void socket.close(),
  };
}

function readQuestion(query: Buffer): { name: string; type: number; question: Buffer } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join("."), type: query.readUInt16BE(at + 1), question: query.subarray(12, at + 5) };
}

function message(query: Buffer, question: Buffer, code: number, records: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(12);
  query.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8180 | code, 2); // a response, recursion asked for and available
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  return Buffer.concat([head, question, ...records]);
}

function addressRecord(address: string, ttl: number): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0); // the name of the question
  head.writeUInt16BE(typeA, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(ttl, 6);
  head.writeUInt16BE(4, 10);
  return Buffer.concat([head, Buffer.from(address.split(".").map(Number))]);
}
