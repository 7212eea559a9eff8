/** How a snippet of the page on verifying is run. The last command gets six arguments for each case. */
export interface SnippetRun {
  /** What must be on the machine. */
  program: string;
  /** The files to write: the snippet, and a main program that prints `true` or `false` for each case. */
  files(snippet: string): Record<string, string>;
  commands: readonly (readonly string[])[];
}

const jsRun: SnippetRun = {
  program: process.execPath,
  files: (snippet) => ({
    "verify.js": snippet,
    "main.mjs": `import { verify } from "./verify.js";
const args = process.argv.slice(2);
for (let i = 0; i < args.length; i += 6) {
  const [key, id, timestamp, signatures, body, now] = args.slice(i, i + 6);
  console.log(verify(key, id, timestamp, signatures, Buffer.from(body, "base64"), Number(now)));
}`,
  }),
  commands: [[process.execPath, "main.mjs"]],
};

const pythonRun: SnippetRun = {
  program: "python3",
  files: (snippet) => ({
    "main.py": `${snippet}
import sys
args = sys.argv[1:]
for i in range(0, len(args), 6):
    key, id, timestamp, signatures, body, now = args[i : i + 6]
    print(str(verify(key, id, timestamp, signatures, base64.b64decode(body), int(now))).lower())
`,
  }),
  commands: [["python3", "main.py"]],
};

const goRun: SnippetRun = {
  program: "go",
  files: (snippet) => ({
    "verify.go": snippet.replace("package webhooks", "package main"),
    "main.go": `package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"time"
)

func main() {
	for args := os.Args[1:]; len(args) >= 6; args = args[6:] {
		body, _ := base64.StdEncoding.DecodeString(args[4])
		now, _ := strconv.ParseInt(args[5], 10, 64)
		fmt.Println(Verify(args[0], args[1], args[2], args[3], body, time.Unix(now, 0)))
	}
}
`,
  }),
  commands: [["go", "build", "-o", "verify", "verify.go", "main.go"], ["./verify"]],
};

const phpRun: SnippetRun = {
  program: "php",
  files: (snippet) => ({
    "main.php": `<?php
${snippet}
foreach (array_chunk(array_slice($argv, 1), 6) as [$key, $id, $timestamp, $signatures, $body, $now]) {
    echo verify($key, $id, $timestamp, $signatures, base64_decode($body), (int) $now) ? 'true' : 'false', "\\n";
}
`,
  }),
  commands: [["php", "main.php"]],
};

const rubyRun: SnippetRun = {
  program: "ruby",
  files: (snippet) => ({
    "main.rb": `${snippet}
ARGV.each_slice(6) do |key, id, timestamp, signatures, body, now|
  puts verify(key, id, timestamp, signatures, body.unpack1("m"), now.to_i)
end
`,
  }),
  commands: [["ruby", "main.rb"]],
};

const javaRun: SnippetRun = {
  program: "javac",
  files: (snippet) => ({
    "Webhooks.java": snippet,
    "Main.java": `import java.time.Instant;
import java.util.Base64;

class Main {
    public static void main(String[] args) throws Exception {
        for (int i = 0; i + 6 <= args.length; i += 6) {
            byte[] body = Base64.getDecoder().decode(args[i + 4]);
            Instant now = Instant.ofEpochSecond(Long.parseLong(args[i + 5]));
            System.out.println(Webhooks.verify(args[i], args[i + 1], args[i + 2], args[i + 3], body, now));
        }
    }
}
`,
  }),
  commands: [
    ["javac", "-encoding", "UTF-8", "Webhooks.java", "Main.java"],
    ["java", "-cp", ".", "Main"],
  ],
};

/** By what stands behind the fence of the page's block. */
export const snippetRuns: Readonly<Record<string, SnippetRun>> = {
  js: jsRun,
  python: pythonRun,
  go: goRun,
  php: phpRun,
  ruby: rubyRun,
  java: javaRun,
  "js ed25519": jsRun,
};
