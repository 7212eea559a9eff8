/** An object's id or its caller-chosen uid. */
export type Reference = string;
