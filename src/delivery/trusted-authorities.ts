import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import tls, { type SecureContext } from "node:tls";
import { StartError } from "../platform/start-error.ts";

/**
 * The authorities that sign receivers' certificates: the bundled ones, the system's, and those of
 * `POSTHORN_EXTRA_CA_FILE` (PEM). One context for all connections: given to each, they would be parsed at every
 * handshake (1.2 ms). Throws a `StartError` when the file cannot be read or holds no certificate.
 */
export function readTrustedAuthorities(extraCaFile: string | null): SecureContext {
  const extra = extraCaFile === null ? [] : readCertificates(extraCaFile);
  const ca = new Set([...tls.rootCertificates, ...tls.getCACertificates("system"), ...extra]);
  return tls.createSecureContext({ ca: [...ca] });
}

function readCertificates(file: string): string[] {
  const blocks = readText(file).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) {
    throw new StartError(`POSTHORN_EXTRA_CA_FILE (${file}) holds no certificate. It must be in PEM form.`);
  }
  for (const [i, block] of blocks.entries()) {
    if (!isCertificate(block)) {
      throw new StartError(`POSTHORN_EXTRA_CA_FILE (${file}): certificate ${i + 1} is damaged. Replace it.`);
    }
  }
  return blocks;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new StartError(
      `POSTHORN_EXTRA_CA_FILE names ${file}, which cannot be read. Check the path and its permissions.`,
    );
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
