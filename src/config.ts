import {
  devNetworks,
  type SettingName,
  type SettingValues,
  settingEntries,
  settings,
} from "./config/settings.ts";
import { nearestWord } from "./platform/nearest-word.ts";
import { StartError } from "./platform/start-error.ts";

/** Where a value came from: a flag, a variable, `--dev`, or the default. */
export type Origin = string;

/** All settings as they hold for this process. Frozen: nothing changes them after the start. */
export interface Config extends SettingValues {
  /** Started with `--dev`. */
  readonly isDev: boolean;
}

/** The configuration, where each value came from, and what is odd but harmless. */
export interface LoadedConfig {
  config: Config;
  origins: Readonly<Record<SettingName, Origin>>;
  /** Sentences about variables that look like ours and are not. */
  warnings: readonly string[];
}

/** What was given on the command line, by flag name without dashes. */
export type GivenFlags = Readonly<Record<string, string | boolean | undefined>>;

export type Environment = Readonly<Record<string, string | undefined>>;

interface Given {
  text: string;
  origin: Origin;
}

/** Reads flags, variables and defaults. Throws one `StartError` that names every problem. */
export function loadConfig(flags: GivenFlags, environment: Environment = process.env): LoadedConfig {
  const isDev = flags.dev === true;
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  for (const [name, setting] of settingEntries) {
    const given = findGiven(name, flags, environment, isDev);
    const text = given?.text ?? setting.fallback;
    origins[name] = given?.origin ?? "default";
    if (text === null) {
      values[name] = null;
      continue;
    }
    const parsed = setting.schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else {
      const shown = setting.secrecy ? "" : ` ("${text}")`;
      for (const issue of parsed.error.issues) problems.push(`${origins[name]}${shown} ${issue.message}.`);
    }
  }
  problems.push(...findContradictions(values, origins));
  if (problems.length > 0) throw new StartError(describeProblems(problems));
  return {
    config: Object.freeze({ ...(values as unknown as SettingValues), isDev }),
    origins: origins as Record<SettingName, Origin>,
    warnings: findUnknownVariables(environment),
  };
}

/** A flag wins over the variable; an empty variable counts as not set, as service files leave them behind. */
function findGiven(
  name: SettingName,
  flags: GivenFlags,
  environment: Environment,
  isDev: boolean,
): Given | null {
  const { flag, variable } = settings[name];
  const fromFlag = flag === null ? undefined : flags[flag];
  const fromVariable = environment[variable];
  const given =
    fromFlag !== undefined
      ? { text: String(fromFlag), origin: `--${flag}` }
      : fromVariable
        ? { text: fromVariable, origin: variable }
        : null;
  return isDev ? withDevDefaults(name, given) : given;
}

function withDevDefaults(name: SettingName, given: Given | null): Given | null {
  switch (name) {
    case "allowHttp":
      return { text: "true", origin: "--dev" };
    case "allowNetworks":
      return given
        ? { text: `${given.text},${devNetworks}`, origin: `${given.origin}, --dev` }
        : { text: devNetworks, origin: "--dev" };
    case "logFormat":
      return given ?? { text: "text", origin: "--dev" };
    default:
      return given;
  }
}

function findContradictions(values: Record<string, unknown>, origins: Record<string, Origin>): string[] {
  const problems: string[] = [];
  if (values.masterKey && values.masterKeyFile) {
    problems.push(`${origins.masterKey} and ${origins.masterKeyFile} are both set: keep one of them.`);
  }
  if ((values.tlsCertFile === null) !== (values.tlsKeyFile === null)) {
    const missing = values.tlsCertFile === null ? settings.tlsCertFile : settings.tlsKeyFile;
    problems.push(`${missing.variable} is missing: HTTPS needs both the certificate and its key.`);
  }
  return problems;
}

function describeProblems(problems: readonly string[]): string {
  const [only] = problems;
  if (problems.length === 1 && only) return `The configuration is not valid: ${only}`;
  return `The configuration has ${problems.length} problems:\n${problems.map((text) => `  - ${text}`).join("\n")}`;
}

/**
 * A warning and not a refusal: for a service named "posthorn" Kubernetes sets POSTHORN_PORT,
 * POSTHORN_SERVICE_HOST and others by itself.
 */
function findUnknownVariables(environment: Environment): string[] {
  const known = settingEntries.map(([, setting]) => setting.variable);
  return Object.keys(environment)
    .filter((variable) => variable.startsWith("POSTHORN_") && !known.includes(variable))
    .sort()
    .map((variable) => {
      const nearest = nearestWord(variable, known);
      const hint = nearest ? `did you mean ${nearest}?` : '"posthorn help" lists all that are known.';
      return `${variable} is not a setting and has no effect: ${hint}`;
    });
}

/** One setting as `posthorn config` shows it. */
export interface DescribedSetting {
  variable: string;
  value: string;
  origin: Origin;
}

/** The effective settings, secrets hidden. */
export function describeConfig({ config, origins }: LoadedConfig): DescribedSetting[] {
  return settingEntries.map(([name, setting]) => ({
    variable: setting.variable,
    value: printValue(config[name], setting.secrecy),
    origin: origins[name],
  }));
}

function printValue(
  value: SettingValues[SettingName],
  secrecy: "secret" | "credentials" | undefined,
): string {
  if (value === null) return "(none)";
  if (secrecy === "secret") return "[redacted]";
  if (secrecy === "credentials") return withoutCredentials(String(value));
  if (Array.isArray(value)) return value.length === 0 ? "(none)" : value.join(",");
  if (typeof value === "object" && "host" in value) return printAddress(value.host, value.port);
  return String(value);
}

function withoutCredentials(text: string): string {
  const url = new URL(text);
  if (url.username === "" && url.password === "") return text;
  return `${url.protocol}//[redacted]@${url.host}`;
}

/** `host:port`, with brackets around an IPv6 address. */
function printAddress(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
