import type { ExpositionFormat } from "./exposition.ts";

/** The format that an `Accept` header asks for: OpenMetrics where it is named and liked at least as much as text. */
export function acceptedFormat(accept: string): ExpositionFormat {
  let openMetrics = 0;
  let text = 0;
  for (const range of accept.toLowerCase().split(",")) {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim());
    const quality = qualityOf(parameters);
    if (type === "application/openmetrics-text" && speaksOurVersion(parameters)) {
      openMetrics = Math.max(openMetrics, quality);
    }
    if (type === "text/plain" || type === "text/*") text = Math.max(text, quality);
  }
  return openMetrics > 0 && openMetrics >= text ? "openmetrics" : "prometheus";
}

function qualityOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = given === undefined ? 1 : Number(given.slice(2));
  return quality >= 0 && quality <= 1 ? quality : 0;
}

function speaksOurVersion(parameters: readonly string[]): boolean {
  const version = parameters.find((parameter) => parameter.startsWith("version="))?.slice("version=".length);
  return version === undefined || /^"?1\./.test(version);
}
