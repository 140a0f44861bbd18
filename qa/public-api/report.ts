import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IConfigFile } from '@microsoft/api-extractor';
import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  ExtractorMessageCategory,
} from '@microsoft/api-extractor';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'packages', 'couplet');

/** All that is public of a package, and what is wrong with it. */
export interface Report {
  /** The declarations, by name. */
  readonly text: string;
  /** What public declarations need and a user cannot name, and what else API Extractor marks. */
  readonly warnings: readonly string[];
}

/** Reports what the built package `couplet` makes public. */
export function reportPublicApi(): Report {
  const temporary = mkdtempSync(join(tmpdir(), 'couplet-public-api-'));
  try {
    const warnings = runExtractor(temporary);
    return { text: readFileSync(join(temporary, reportFileName), 'utf8'), warnings };
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

const reportFileName = 'couplet.api.md';

function runExtractor(temporary: string): readonly string[] {
  const warnings: string[] = [];
  const config = ExtractorConfig.prepare({
    configObject: configuration(temporary),
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
  });
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
      const { category, messageId, text } = message;
      if (ignoredCategories.has(category) || ignored.has(messageId)) return;
      warnings.push(`${messageId}: ${text}`);
    },
  });
  return warnings.sort();
}

/** How comments are written, oxlint and people see to. */
const ignoredCategories: ReadonlySet<ExtractorMessageCategory> = new Set([
  ExtractorMessageCategory.Console,
  ExtractorMessageCategory.TSDoc,
]);

/** Releases are told apart by versions, not by tags; what must be documented, the test looks up in the report. */
const ignored: ReadonlySet<string> = new Set(['ae-missing-release-tag', 'ae-undocumented']);

function configuration(temporary: string): IConfigFile {
  const entry = join(folder, 'dist', 'index.d.ts');
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    moduleResolution: 'nodenext',
    lib: ['es2023'],
    strict: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules', '@types')],
  };
  return {
    projectFolder: folder,
    mainEntryPointFilePath: entry,
    newlineKind: 'lf',
    compiler: { overrideTsconfig: { compilerOptions, files: [entry] } },
    apiReport: {
      enabled: true,
      reportFileName,
      reportFolder: temporary,
      reportTempFolder: temporary,
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.Warning } },
    },
  };
}
