import verifying from "../../../../docs/verifying.md" with { type: "text" };

/** How a receiver verifies what it gets, in a language. */
export interface Snippet {
  language: string;
  code: string;
}

/** The page of the documentation about it, which a test runs: a heading, and a fenced block below it. */
const snippetRegex = /^## (.+)\n(?:(?!^#)[\s\S])*?^```(\S+)( [\w-]+)?\n([\s\S]*?)^```$/gm;

const found = [...verifying.matchAll(snippetRegex)].map(([, heading = "", , mark = "", code = ""]) => ({
  language: heading,
  mark: mark.trim(),
  code: code.trimEnd(),
}));

/** For endpoints with a shared secret. */
export const hmacSnippets: readonly Snippet[] = found.filter(({ mark }) => mark === "");

/** For those with a public key. */
export const ed25519Snippets: readonly Snippet[] = found
  .filter(({ mark }) => mark === "ed25519")
  .map(({ code }) => ({ language: "JavaScript", code }));
