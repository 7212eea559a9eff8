import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A key and its certificate, both PEM. */
export interface Certificate {
  key: string;
  cert: string;
}

/** An authority that signs certificates for tests. */
export interface TestAuthority extends Certificate {
  issue(options: IssueOptions): Certificate;
  /** An authority under this one: who trusts this one must be sent its certificate beside what it signs. */
  issueAuthority(): TestAuthority;
}

export interface IssueOptions {
  /** Names, `*.` allowed, for the subject alternative name. */
  names: readonly string[];
  /** Default: a day ago, or before it runs out. */
  validFrom?: Date;
  /** Default: a day from now, or after it begins. */
  validUntil?: Date;
}

const dayMs = 24 * 3600 * 1000;

/** Makes an authority of its own, without any tool: DER written by hand (RFC 5280). */
export function createAuthority(): TestAuthority {
  const keys = newKey();
  const subject = nameOfAuthority();
  return authorityOf(keys, subject, { name: subject, key: keys.key });
}

/** Two of the same name would be taken for one whose signature is wrong. */
function nameOfAuthority(): string {
  authorities += 1;
  return `Test authority ${authorities}`;
}

interface Issuer {
  name: string;
  key: KeyObject;
}

function authorityOf(
  { key, publicKey }: ReturnType<typeof newKey>,
  subject: string,
  issuer: Issuer,
): TestAuthority {
  const self = { name: subject, key };
  return {
    key: pemOf(key),
    cert: certify({ subject, publicKey, issuer, extensions: [isAuthority()] }),
    issue({ names, ...validity }) {
      const leaf = newKey();
      const extensions = [alternativeNames(names)];
      const cert = certify({
        subject: "receiver",
        publicKey: leaf.publicKey,
        issuer: self,
        extensions,
        ...validity,
      });
      return { key: pemOf(leaf.key), cert };
    },
    issueAuthority: () => authorityOf(newKey(), nameOfAuthority(), self),
  };
}

/** A certificate that nobody but itself vouches for. */
export function createSelfSigned(names: readonly string[]): Certificate {
  const { key, publicKey } = newKey();
  const extensions = [alternativeNames(names)];
  return {
    key: pemOf(key),
    cert: certify({ subject: "receiver", publicKey, issuer: { name: "receiver", key }, extensions }),
  };
}

function newKey() {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { key: privateKey, publicKey: createPublicKey(privateKey) };
}

function pemOf(key: KeyObject): string {
  return key.export({ type: "pkcs8", format: "pem" }).toString();
}

interface CertifyOptions {
  subject: string;
  publicKey: KeyObject;
  issuer: Issuer;
  extensions: Buffer[];
  validFrom?: Date;
  validUntil?: Date;
}

let authorities = 0;
let serial = 1;

function certify(options: CertifyOptions): string {
  const nowMs = Date.now();
  const validUntil =
    options.validUntil ?? new Date(Math.max(nowMs, options.validFrom?.getTime() ?? 0) + dayMs);
  const validFrom = options.validFrom ?? new Date(Math.min(nowMs, validUntil.getTime()) - dayMs);
  const algorithm = sequence(objectId("2a8648ce3d040302")); // ecdsa-with-SHA256
  serial += 1;
  const body = sequence(
    der(0xa0, integer(2)),
    integer(serial),
    algorithm,
    distinguishedName(options.issuer.name),
    sequence(utcTime(validFrom), utcTime(validUntil)),
    distinguishedName(options.subject),
    options.publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(...options.extensions)),
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", body, options.issuer.key));
  const base64 = sequence(body, algorithm, signature).toString("base64");
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}(?=.)/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
}

function isAuthority(): Buffer {
  const critical = der(0x01, Buffer.from([0xff]));
  return sequence(objectId("551d13"), critical, der(0x04, sequence(critical)));
}

function alternativeNames(names: readonly string[]): Buffer {
  const dnsNames = names.map((name) => der(0x82, Buffer.from(name)));
  return sequence(objectId("551d11"), der(0x04, sequence(...dnsNames)));
}

function distinguishedName(commonName: string): Buffer {
  return sequence(der(0x31, sequence(objectId("550403"), der(0x0c, Buffer.from(commonName)))));
}

function utcTime(time: Date): Buffer {
  const digits = time.toISOString().replace(/[-:T]/g, "").slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

function objectId(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, "hex"));
}

function integer(value: number): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
  return der(0x02, (bytes[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const hex = content.length.toString(16);
  const length = Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}
