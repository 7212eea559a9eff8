import type { z } from "zod";
import { accountShapes } from "./account-shapes.ts";
import { messageShapes, secondCatalogueShapes } from "./message-shapes.ts";

/** Every event that a notification can become, and the shape of its data. */
export const eventShapes = { ...messageShapes, ...accountShapes, ...secondCatalogueShapes };

export type WhatsappType = keyof typeof eventShapes;
export type DataOf<T extends WhatsappType> = z.input<(typeof eventShapes)[T]>;

/** The second catalogue's, which only endpoints get that name them. */
export const namedTypes = Object.keys(secondCatalogueShapes) as (keyof typeof secondCatalogueShapes)[];
