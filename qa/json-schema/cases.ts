import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import type { SourceDocument } from '../../packages/couplet/src/source/document.ts';
import { documentOf } from '../../packages/couplet/src/testing/pipeline.ts';
import { sharedPath } from '../support/shared.ts';
import type { Cause } from './causes.ts';
import { isStructural, isUnreadable } from './causes.ts';

export const validationFolder: string = sharedPath('validation');

/** An object that a user writes, and what the API server says to it. */
export interface ValidationCase {
  readonly id: string;
  /** The CRD file that it is checked with, below the folder of the cases. */
  readonly crdFile: string;
  readonly version: string;
  readonly object: unknown;
  /** Whether a version of Kubernetes takes it. */
  readonly isAccepted: boolean;
  /** Whether the newest one refuses it for its structure. */
  readonly isRefused: boolean;
}

interface Verdict {
  readonly kubernetes: string;
  readonly crdFiles?: 'all' | readonly string[];
  readonly verdict: string;
  readonly stage?: string;
  readonly error?: string;
  readonly causes?: readonly (Cause | readonly [string, string, string])[];
}

interface Body {
  readonly metadata?: object;
}

/** A line of the suites, as the README of the cases describes it. */
interface SuiteLine {
  readonly id: string;
  readonly kind: 'create' | 'update' | 'status';
  readonly version: string;
  readonly crdFiles: readonly string[];
  readonly crdPatches?: readonly unknown[];
  readonly rules: readonly string[];
  readonly initial: Body;
  readonly updated?: Body;
  readonly server: readonly Verdict[];
}

interface EdgeLine {
  readonly id: string;
  readonly crdFile: string;
  readonly version: string;
  readonly body: string;
  readonly fieldValidation: string;
  readonly old?: unknown;
  readonly server: readonly Verdict[];
}

/**
 * The cases of openshift/api's suites that one object decides: what is created, or what an object is updated to. Not
 * those whose old object was let through by another CRD, and nothing that is written to the status subresource.
 */
export function suiteCases(): readonly ValidationCase[] {
  return ['cases-release-4.20.jsonl.gz', 'cases-master.jsonl.gz'].flatMap((name) =>
    readLines(name).flatMap((text): readonly ValidationCase[] => {
      const line: SuiteLine = JSON.parse(text);
      if (line.crdPatches !== undefined && line.crdPatches.length > 0) return [];
      // The suites do not read strictly: what the API server does not know it drops.
      if (line.rules.includes('pruning')) return [];
      const body = line.kind === 'create' ? line.initial : (line.updated ?? line.initial);
      const metadata = { ...body.metadata, generateName: 'test-', namespace: 'default' };
      const object = { ...body, metadata };
      return line.crdFiles.map((crdFile) => {
        const verdicts = line.server.filter(
          ({ crdFiles }) => crdFiles === 'all' || (crdFiles ?? []).includes(crdFile),
        );
        const { id, version } = line;
        return { id, crdFile: `crds/${crdFile}`, version, object, ...judge(verdicts) };
      });
    }),
  );
}

/** The edge cases whose bodies are JSON, which the API server reads strictly. */
export function edgeCases(): readonly ValidationCase[] {
  return readLines('edge/cases.jsonl').flatMap((text): readonly ValidationCase[] => {
    const line: EdgeLine = JSON.parse(text);
    if (line.fieldValidation !== 'Strict' || line.old !== undefined || !line.body.startsWith('{')) {
      return [];
    }
    const { id, version } = line;
    const crdFile = `edge/${line.crdFile}`;
    return [{ id, crdFile, version, object: JSON.parse(line.body), ...judge(line.server) }];
  });
}

function judge(verdicts: readonly Verdict[]): Pick<ValidationCase, 'isAccepted' | 'isRefused'> {
  const isOfStatus = verdicts.some(({ stage }) => stage === 'status');
  const newest = verdicts.find(({ kubernetes }) => kubernetes === '1.36.6');
  return {
    isAccepted: verdicts.some(({ verdict }) => verdict === 'accept'),
    isRefused:
      newest?.verdict === 'reject' &&
      !isOfStatus &&
      ((newest.causes ?? []).map(causeOf).some(isStructural) || isUnreadable(newest.error ?? '')),
  };
}

function causeOf(cause: Cause | readonly [string, string, string]): Cause {
  if ('reason' in cause) return cause;
  const [reason, field, message] = cause;
  return { reason, field, message };
}

function readLines(name: string): readonly string[] {
  const bytes = readFileSync(sharedPath('validation', name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().trim().split('\n');
}

/** A CRD with one version, as its cases are run: served and stored, whatever feature set it is of. */
export function customResourceDefinition(file: string, version: string): SourceDocument {
  const crd = parse(readFileSync(sharedPath('validation', file), 'utf8'));
  const versions = crd.spec.versions.filter(({ name }: { name: string }) => name === version);
  const only = versions.map((each: object) => ({ ...each, served: true, storage: true }));
  const { name } = crd.metadata;
  return documentOf({ ...crd, metadata: { name }, spec: { ...crd.spec, versions: only } }, file);
}
