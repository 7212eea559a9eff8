import { useRef, useState } from "react";
import { api, read } from "../../api/client.ts";
import type { EndpointSecret, RotatedSecret } from "../../api/shapes.ts";

/** What belongs to a secret and is none. */
export type KeysBeside = Pick<EndpointSecret, "publicKey" | "previous">;

/** The secret itself is kept nowhere but where it is shown: it is read each time that somebody asks for it. */
export function useEndpointSecret(id: string) {
  const [shown, setShown] = useState<string | null>(null);
  const [beside, setBeside] = useState<KeysBeside | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const asked = useRef(0);

  function take({ publicKey, previous }: EndpointSecret | RotatedSecret): void {
    setProblem(null);
    setBeside({ publicKey, previous });
  }

  async function readOnly(): Promise<EndpointSecret> {
    const found = await read(api.GET("/api/v1/endpoints/{id}/secret", { params: { path: { id } } }));
    take(found);
    return found;
  }

  return {
    shown,
    /** Null until somebody has asked for the secret: the API tells of it with that alone. */
    beside,
    /** Why it could not be shown; null for nothing. */
    problem,
    /** To be copied, without being shown. */
    readOnly,
    async reveal(): Promise<void> {
      const turn = ++asked.current;
      setProblem(null);
      try {
        const { secret } = await readOnly();
        if (turn === asked.current) setShown(secret);
      } catch (error) {
        if (turn === asked.current) setProblem(error);
      }
    },
    hide(): void {
      asked.current++;
      setShown(null);
    },
    /** A new one, to be given to the receiver. */
    replace(made: RotatedSecret): void {
      asked.current++;
      take(made);
      setShown(made.secret);
    },
  };
}
