import { hash } from "node:crypto";
import type { Clock } from "../platform/clock.ts";
import type { Random } from "../platform/random.ts";

/** How long a browser stays signed in: 12 hours, unless its key ends before. */
export const sessionSeconds = 12 * 3600;

/**
 * Browsers that signed in. They are kept in memory, by a hash: whoever reads the data directory or a backup finds no
 * session, and a restart asks everybody to sign in again.
 */
export interface Sessions {
  /** Begins a session of the key with this hash; the token is for the browser alone. */
  begin(key: { id: string; hash: string }): string;
  /** The hash of the key that the session was begun with; null where it has ended or never was. */
  keyHashOf(token: string): string | null;
  end(token: string): void;
}

interface Session {
  keyId: string;
  keyHash: string;
  endsAtMs: number;
}

const tokenBytes = 32;

/** More of one key end its oldest, so that nobody can end the sessions of another's key by beginning many. */
const sessionsOfKeyMax = 100;

export function createSessions({ clock, random }: { clock: Clock; random: Random }): Sessions {
  /** By the token's hash, in the order of their beginnings, which is that of their ends. */
  const sessions = new Map<string, Session>();

  function forgetEnded(): void {
    for (const [name, { endsAtMs }] of sessions) {
      if (endsAtMs > clock.now()) return;
      sessions.delete(name);
    }
  }

  function makeRoom(keyId: string): void {
    const ofKey = [...sessions].filter(([, session]) => session.keyId === keyId);
    const [oldest] = ofKey;
    if (oldest !== undefined && ofKey.length >= sessionsOfKeyMax) sessions.delete(oldest[0]);
  }

  return {
    begin(key) {
      forgetEnded();
      makeRoom(key.id);
      const token = Buffer.from(random.bytes(tokenBytes)).toString("base64url");
      const endsAtMs = clock.now() + sessionSeconds * 1000;
      sessions.set(nameOf(token), { keyId: key.id, keyHash: key.hash, endsAtMs });
      return token;
    },
    keyHashOf(token) {
      const session = sessions.get(nameOf(token));
      return session !== undefined && session.endsAtMs > clock.now() ? session.keyHash : null;
    },
    end(token) {
      sessions.delete(nameOf(token));
    },
  };
}

function nameOf(token: string): string {
  return hash("sha256", token, "base64url");
}
