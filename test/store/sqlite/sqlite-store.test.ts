import { aStore } from "../../support/a-store.ts";
import { describeStore } from "../../support/describe-store.ts";

describeStore("the SQLite store", () => aStore());
