import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import { sentenceOf } from "../../api/problem.ts";
import type { Attempt, Delivery } from "../../api/shapes.ts";
import { notify } from "../notify.ts";

/** A test is sent from its endpoint's page, as often as one likes. */
export function canBeResent({ trigger }: Pick<Delivery | Attempt, "trigger">): boolean {
  return trigger !== "test";
}

/** Sends a delivery's event again, and says so; the new delivery, or the pending one whose turn it is now. */
export function useResend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Pick<Delivery, "id">) =>
      read(api.POST("/api/v1/deliveries/{id}/resend", { params: { path: { id } }, body: {} })),
    onSuccess: (delivery, { id }) => {
      notify.done(
        delivery.id === id ? `${delivery.eventType} is sent now.` : `${delivery.eventType} is sent again.`,
      );
      void client.invalidateQueries({ queryKey: ["deliveries"] });
      void client.invalidateQueries({ queryKey: ["attempts", "list"] });
    },
    onError: (error) => notify.problem(sentenceOf(error)),
  });
}

/** Ends a pending delivery. Rejects with the reason why not. */
export function useCancelDelivery() {
  const client = useQueryClient();
  return async ({ id }: Pick<Delivery, "id">): Promise<void> => {
    await read(api.POST("/api/v1/deliveries/{id}/cancel", { params: { path: { id } }, body: {} }));
    notify.done("The delivery is canceled.");
    await client.invalidateQueries({ queryKey: ["deliveries"] });
  };
}
