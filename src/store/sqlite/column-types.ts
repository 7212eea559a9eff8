import { customType, integer, text } from "drizzle-orm/sqlite-core";
import { fromIso, toIso } from "../../domain/time.ts";
import { codeOf, meaningOf } from "./codes.ts";

/** Unix ms in the file, ISO text in the noun. */
export const time = customType<{ data: string; driverData: number }>({
  dataType: () => "integer",
  fromDriver: toIso,
  toDriver: fromIso,
});

/** A position in a list of `codes.ts` in the file, the value in the noun. */
export function coded<T extends string>(codes: readonly T[]) {
  return customType<{ data: T; driverData: number }>({
    dataType: () => "integer",
    fromDriver: (code) => meaningOf(codes, code),
    toDriver: (value) => codeOf(codes, value),
  });
}

/** Bytes, as what is sealed. */
export const blob = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "blob" });
/** A number or a text. */
export const any = customType<{ data: string | number; driverData: string | number }>({
  dataType: () => "any",
});
/** 0 or 1. */
export const flag = (name: string) => integer(name, { mode: "boolean" });
/** JSON text in the file, the value in the noun. */
export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();
