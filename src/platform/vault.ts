import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import type { Random } from "./random.ts";

/** Encrypts what is secret at rest. */
export interface Vault {
  /** Names the master key without telling it: 4 bytes of a hash, hex. */
  readonly keyId: string;
  /** @param identity the row it belongs to: a value copied into another row does not open */
  seal(plaintext: string, identity: string): Uint8Array;
  /** A vault of the same kind with another master key. */
  withKey(masterKey: Uint8Array): Vault;
  /** Throws when the master key or the identity is another one, or the bytes were changed. */
  open(sealed: Uint8Array, identity: string): string;
}

/** The id of the master key that a value was sealed with. */
export function keyIdOf(sealed: Uint8Array): string {
  return Buffer.from(sealed.subarray(0, keyIdBytes)).toString("hex");
}

/** Seals with one master key and opens what either has sealed: while data goes over from one to the other. */
export function joinVaults({ sealing, other }: { sealing: Vault; other: Vault }): Vault {
  return {
    ...sealing,
    open: (sealed, identity) => (keyIdOf(sealed) === other.keyId ? other : sealing).open(sealed, identity),
  };
}

const keyBytes = 32;
const keyIdBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. Sealed form: key id, nonce, tag, ciphertext. */
export function createVault(masterKey: Uint8Array, random: Random): Vault {
  if (masterKey.length !== keyBytes) throw new Error(`Invariant broken: a master key has ${keyBytes} bytes`);
  const keyIdRaw = createHash("sha256")
    .update("posthorn key id")
    .update(masterKey)
    .digest()
    .subarray(0, keyIdBytes);
  return {
    keyId: keyIdRaw.toString("hex"),
    withKey: (otherKey) => createVault(otherKey, random),
    seal(plaintext, identity) {
      const nonce = random.bytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", masterKey, nonce).setAAD(Buffer.from(identity));
      const ciphertext = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
      return Buffer.concat([keyIdRaw, nonce, cipher.getAuthTag(), ciphertext]);
    },
    open(sealed, identity) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (!bytes.subarray(0, keyIdBytes).equals(keyIdRaw)) throw new Error("sealed with another master key");
      const nonce = bytes.subarray(keyIdBytes, keyIdBytes + nonceBytes);
      const tagAt = keyIdBytes + nonceBytes;
      const decipher = createDecipheriv("aes-256-gcm", masterKey, nonce)
        .setAAD(Buffer.from(identity))
        .setAuthTag(bytes.subarray(tagAt, tagAt + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(tagAt + tagBytes)), decipher.final()]).toString(
        "utf8",
      );
    },
  };
}
