import { join } from "node:path";

/** A fenced block of a page. */
export interface CodeBlock {
  /** What follows the fence: the language, and a word of our own where a page has several of one. */
  info: string;
  text: string;
  /** The nearest heading above it. */
  heading: string;
}

/** The project's Markdown page at that path. */
export function readPage(path: string): Promise<string> {
  return Bun.file(join(import.meta.dir, "../..", path)).text();
}

/** The fenced blocks of a page, in order. */
export function codeBlocksOf(page: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let heading = "";
  for (const match of page.matchAll(/^(?:#+ (.+)|```(\S[^\n]*)\n([\s\S]*?)^```)$/gm)) {
    const [, title, info, text] = match;
    if (title !== undefined) heading = title;
    else blocks.push({ info: info ?? "", text: text ?? "", heading });
  }
  return blocks;
}
