import type { z } from "zod";
import { settingFlags } from "../config/reference.ts";
import { loadConfig } from "../config.ts";
import { type ApiKey, apiKeyInput } from "../domain/api-key.ts";
import { AppError } from "../domain/app-error.ts";
import type { OrganizationId } from "../domain/id.ts";
import { defaultOrganizationUid } from "../domain/organization.ts";
import { newId, type OpenedData, openData } from "../open-data.ts";
import { newToken, tokenHash, tokenPrefixOf } from "../operations/api-key-token.ts";
import { firstStart } from "../operations/first-start.ts";
import { systemClock } from "../platform/clock.ts";
import { silentLogger } from "../platform/logger.ts";
import type { Output } from "../platform/output.ts";
import { systemRandom } from "../platform/random.ts";
import { DataInUseError, StartError } from "../platform/start-error.ts";
import type { Store } from "../store/store.ts";
import { type Command, type CommandInput, exitCodes, UsageError } from "./command.ts";

/** `posthorn keys create|list|revoke`: for an operator who lost theirs. Works on the data directory itself. */
export const keysCommand: Command = {
  name: "keys",
  summary: "Create, list or revoke API keys while the server is stopped",
  usage: "create|list|revoke [key id] [--name …] [--role …] [--organization …] [settings]",
  details: [
    "  keys create           make a key and print it",
    "  keys list             list the instance's operator keys and the organization's keys",
    "  keys revoke <key id>  end a key",
    "",
    '  --name <text>          what the key is for (default: "made on the command line")',
    "  --role <role>          operator (default), owner, admin, publisher or viewer",
    `  --organization <id>    whose key, by id or uid (default: ${defaultOrganizationUid}); operators belong to none`,
    "",
    "While the server runs, keys are made over its API: POST /api/v1/api-keys.",
  ].join("\n"),
  options: {
    ...settingFlags(),
    name: { type: "string" },
    role: { type: "string" },
    organization: { type: "string" },
  },
  positionalsMax: 2,
  async run(input) {
    const verb = chooseVerb(input.positionals);
    const data = takeData(input.flags);
    try {
      await verb(data, input);
    } catch (error) {
      if (error instanceof AppError) throw new StartError(error.message);
      throw error;
    } finally {
      await data.close();
    }
    return exitCodes.ok;
  },
};

function takeData(flags: CommandInput["flags"]): OpenedData {
  try {
    return openData({
      config: loadConfig(flags).config,
      logger: silentLogger,
      readerScript: null,
      syncs: "inline",
      onFatal: (error) => {
        throw error;
      },
    });
  } catch (error) {
    if (!(error instanceof DataInUseError)) throw error;
    throw new StartError(
      `${error.message} While the server runs, keys are made over its API: POST /api/v1/api-keys.`,
    );
  }
}

type Verb = (data: OpenedData, input: CommandInput) => Promise<void>;

function chooseVerb([verb, keyId]: readonly string[]): Verb {
  if (verb === "create" && keyId === undefined) return createKey;
  if (verb === "list" && keyId === undefined) return listKeys;
  if (verb === "revoke" && keyId !== undefined) return (data, input) => revokeKey(data, input, keyId);
  throw new UsageError(
    'Say which: "posthorn keys create", "posthorn keys list" or "posthorn keys revoke <key id>".',
  );
}

async function createKey(data: OpenedData, { flags, output }: CommandInput): Promise<void> {
  const input = apiKeyInput.safeParse({
    name: flags.name ?? "made on the command line",
    role: flags.role ?? "operator",
  });
  if (!input.success) {
    throw new UsageError(sentenceOf(input.error.issues[0]));
  }
  const { store } = data;
  const token = newToken(systemRandom);
  const { role, name } = input.data;
  const isEmpty = (await store.findOrganization(defaultOrganizationUid)) === null;
  // On empty data the first start makes exactly this key; a second one would be an operator nobody knows of.
  if (isEmpty && role === "operator") {
    await firstStart({ store, clock: systemClock, newId }, token);
    // Standard output is the key alone. Somebody who lost theirs may stand in the wrong directory.
    process.stderr.write(`${data.directory} held no data: this is the key of its first start.\n`);
  } else {
    const owner = role === "operator" ? null : await findOrganizationId(data, flags);
    await store.createKey(owner, {
      id: newId("apiKey"),
      name,
      role,
      hash: tokenHash(token),
      prefix: tokenPrefixOf(token),
      expiresAtMs: null,
      nowMs: systemClock.now(),
    });
  }
  output.write(token);
}

/** What is wrong with a key's name or role, as a sentence about the option. */
function sentenceOf(issue: z.core.$ZodIssue | undefined): string {
  const message =
    issue?.code === "invalid_value" ? `must be one of ${issue.values.join(", ")}` : issue?.message;
  return `--${issue?.path.join(".")} ${message}.`;
}

async function listKeys(data: OpenedData, { flags, output }: CommandInput): Promise<void> {
  const organizationId = await findOrganizationId(data, flags);
  await printKeys(data.store, null, output);
  await printKeys(data.store, organizationId, output);
}

async function printKeys(store: Store, owner: OrganizationId | null, output: Output): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: { data: ApiKey[]; nextCursor: string | null } = await store.listKeys(owner, {
      limit: 100,
      cursor,
    });
    for (const { id, role, prefix, name, expiresAt, lastUsedAt } of page.data) {
      const use = lastUsedAt ? `last used ${lastUsedAt}` : "never used";
      const end = expiresAt ? `, expires ${expiresAt}` : "";
      output.write(`${id}  ${role.padEnd(9)}  ${prefix}…  ${name}  (${use}${end})`);
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
}

async function revokeKey(data: OpenedData, { flags, output }: CommandInput, keyId: string): Promise<void> {
  const owners = [null, await findOrganizationId(data, flags)];
  for (const owner of owners) {
    try {
      await data.store.revokeKey(owner, keyId);
    } catch (error) {
      if (error instanceof AppError && error.code === "not_found") continue;
      throw error;
    }
    output.write(`${keyId} is revoked.`);
    return;
  }
  throw new StartError(`There is no key "${keyId}". "posthorn keys list" shows those that there are.`);
}

async function findOrganizationId(
  { store, directory }: OpenedData,
  flags: CommandInput["flags"],
): Promise<OrganizationId> {
  const reference = String(flags.organization ?? defaultOrganizationUid);
  const organization = await store.findOrganization(reference);
  if (organization) return organization.id;
  throw new StartError(`There is no organization "${reference}" in the data directory ${directory}.`);
}
