import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A key and its certificate, both PEM. */
export interface Certificate {
  key: string;
  cert: string;
}

/** An authority that signs certificates for tests. */
export interface TestAuthority extends Certificate {
  issue(options: IssueOptions): Certificate;
}

export interface IssueOptions {
  /** Names, `*.` allowed, for the subject alternative name. */
  names: readonly string[];
  /** Default: a day from now. */
  validUntil?: Date;
}

const dayMs = 24 * 3600 * 1000;

/** Makes an authority of its own, without any tool: DER written by hand (RFC 5280). */
export function createAuthority(): TestAuthority {
  const { key, publicKey } = newKey();
  authorities += 1;
  // Two of the same name would be taken for one whose signature is wrong.
  const subject = `Test authority ${authorities}`;
  const cert = certify({ subject, publicKey, issuer: subject, issuerKey: key, extensions: [isAuthority()] });
  const issue = (options: IssueOptions): Certificate => {
    const leaf = newKey();
    const pem = certify({
      subject: "receiver",
      publicKey: leaf.publicKey,
      issuer: subject,
      issuerKey: key,
      extensions: [alternativeNames(options.names)],
      ...(options.validUntil === undefined ? {} : { validUntil: options.validUntil }),
    });
    return { key: pemOf(leaf.key), cert: pem };
  };
  return { key: pemOf(key), cert, issue };
}

/** A certificate that nobody but itself vouches for. */
export function createSelfSigned(names: readonly string[]): Certificate {
  const { key, publicKey } = newKey();
  const extensions = [alternativeNames(names)];
  return {
    key: pemOf(key),
    cert: certify({ subject: "receiver", publicKey, issuer: "receiver", issuerKey: key, extensions }),
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
  issuer: string;
  issuerKey: KeyObject;
  extensions: Buffer[];
  validUntil?: Date;
}

let authorities = 0;
let serial = 1;

function certify(options: CertifyOptions): string {
  const validUntil = options.validUntil ?? new Date(Date.now() + dayMs);
  const validFrom = new Date(Math.min(Date.now(), validUntil.getTime()) - dayMs);
  const algorithm = sequence(objectId("2a8648ce3d040302")); // ecdsa-with-SHA256
  serial += 1;
  const body = sequence(
    der(0xa0, integer(2)),
    integer(serial),
    algorithm,
    distinguishedName(options.issuer),
    sequence(utcTime(validFrom), utcTime(validUntil)),
    distinguishedName(options.subject),
    options.publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(...options.extensions)),
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", body, options.issuerKey));
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
