import { createNodeTransport } from "../../src/delivery/node-transport.ts";
import { describeTransport } from "../support/describe-transport.ts";

describeTransport("the transport over node:http", createNodeTransport);
