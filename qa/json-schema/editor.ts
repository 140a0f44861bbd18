import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';

/** What an editor marks in a text: the number of the line, from 1, and what it says. */
export interface Mark {
  readonly line: number;
  readonly message: string;
}

/** Opens a YAML file as an editor with yaml-language-server does, which heeds the schema that the file names. */
export async function marksIn(path: string): Promise<readonly Mark[]> {
  const service = getLanguageService({
    schemaRequestService: (address) => readFile(fileURLToPath(address), 'utf8'),
    workspaceContext: {
      resolveRelativePath: (relative, base) => new URL(relative, base).href,
    },
  });
  service.configure({ validate: true, schemas: [] });
  const { href } = pathToFileURL(path);
  const document = TextDocument.create(href, 'yaml', 1, readFileSync(path, 'utf8'));
  const found = await service.doValidation(document, false);
  return found.map(({ range, message }) => ({ line: range.start.line + 1, message }));
}
