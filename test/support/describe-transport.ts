import { describe } from "bun:test";
import type { MakeTransport } from "./a-transport.ts";
import { describeAnswerThatIsNone } from "./describe-transport/answer-that-is-none.ts";
import { describeAnswerWithoutEnd } from "./describe-transport/answer-without-end.ts";
import { describeCutConnections } from "./describe-transport/cut-connections.ts";
import { describeGuardedConnections } from "./describe-transport/guarded-connections.ts";
import { describeHttps } from "./describe-transport/https.ts";
import { describeKeptConnections } from "./describe-transport/kept-connections.ts";
import { describeLengthsThatLie } from "./describe-transport/lengths-that-lie.ts";
import { describeRequestAndAnswer } from "./describe-transport/request-and-answer.ts";
import { describeThroughAProxy } from "./describe-transport/through-a-proxy.ts";
import { transportForEachTest } from "./describe-transport/transport-under-test.ts";

/** What every transport must do, whatever it is made of: real receivers on loopback, most of them hostile. */
export function describeTransport(name: string, makeTransport: MakeTransport): void {
  describe(name, () => {
    const subject = transportForEachTest(makeTransport);
    describeRequestAndAnswer(subject);
    describeAnswerThatIsNone(subject);
    describeLengthsThatLie(subject);
    describeAnswerWithoutEnd(subject);
    describeCutConnections(subject);
    describeKeptConnections(subject);
    describeGuardedConnections(subject);
    describeHttps(subject);
    describeThroughAProxy(subject);
  });
}
