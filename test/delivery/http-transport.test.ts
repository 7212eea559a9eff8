import { createHttpTransport } from "../../src/delivery/http-transport.ts";
import { describeTransport } from "../support/describe-transport.ts";

describeTransport("HTTP over sockets of our own keeping", createHttpTransport);
