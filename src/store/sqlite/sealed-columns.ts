import { bodySecretIdentity, headersIdentity, secretIdentity } from "./endpoint-directory.ts";
import { sourceConfigIdentity } from "./source-directory.ts";

/** A column whose values are sealed with the master key. Its name begins with `sealed`: a test finds it by that. */
export interface SealedColumn {
  table: string;
  column: string;
  /** SQL of the id of the row that a value belongs to; the table is `t`. */
  owner: string;
  identityOf(owner: string): string;
}

/** All of them: what is not here is lost when the master key is changed. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: "endpoints", column: "sealed_headers", owner: "t.id", identityOf: headersIdentity },
  { table: "endpoints", column: "sealed_body_secret", owner: "t.id", identityOf: bodySecretIdentity },
  {
    table: "endpoint_secrets",
    column: "sealed",
    owner: "(SELECT id FROM endpoints WHERE seq = t.endpoint_seq)",
    identityOf: secretIdentity,
  },
  { table: "sources", column: "sealed_config", owner: "t.id", identityOf: sourceConfigIdentity },
];
