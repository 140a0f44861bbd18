import type { Alias, ParsedNode, Scalar, YAMLMap } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Path } from '../../diagnostic/place.ts';
import type { Problem } from '../../diagnostic/problem.ts';
import { maximumMergedMembers } from '../limits.ts';
import { sourceProblems } from '../problems.ts';

/** Is told what is wrong in a well-formed document, at which offset, and at which path. */
export type ReportAt = <Parameters>(
  problem: Problem<Parameters>,
  parameters: NoInfer<Parameters>,
  offset: number,
  path: Path,
) => void;

type Node = ParsedNode | null;
type Mapping = YAMLMap.Parsed;

/** A member of a mapping, its own or merged into it. */
interface Member {
  readonly offset: number;
  readonly node: Node;
  readonly value: unknown;
}

/**
 * A YAML document as plain JSON data, with aliases followed and merges (`<<`) carried out, and a way to find
 * where a value stands. Built in one pass, each node after what it holds, so that an alias always leads to a
 * value that is finished: one that is not would hold itself.
 *
 * An alias that leads nowhere or into itself becomes null. Of members with one key the last counts, as it does in
 * `sigs.k8s.io/yaml`; published CRDs of OpenShift have some.
 */
export class YamlTree {
  readonly value: unknown;
  readonly #root: Node;
  readonly #report: ReportAt;
  readonly #anchors = new Map<string, ParsedNode>();
  readonly #targets = new Map<Alias, ParsedNode>();
  /** The values of the nodes that have an anchor; a node without one in it is not finished yet. */
  readonly #values = new Map<ParsedNode, unknown>();
  readonly #members = new Map<Mapping, ReadonlyMap<string, Member>>();
  /** The path to the node that is being built. */
  readonly #path: (string | number)[] = [];
  #mergesLeft = maximumMergedMembers;

  constructor(root: Node, report: ReportAt) {
    this.#root = root;
    this.#report = report;
    this.value = this.#build(root);
  }

  /** The offset of a member's key or an item's start; the deepest there is, where the path leads nowhere. */
  offsetOf(path: Path): number {
    let node = this.#root;
    let offset = startOf(node);
    for (const part of path) {
      const next = this.#child(this.#follow(node), part);
      if (next === undefined) break;
      ({ node, offset } = next);
    }
    return offset;
  }

  #child(node: Node, part: string | number): Pick<Member, 'node' | 'offset'> | undefined {
    if (isMap(node) && typeof part === 'string') return this.#members.get(node)?.get(part);
    if (!isSeq(node) || typeof part !== 'number') return undefined;
    const item = node.items[part];
    return item && { node: item, offset: startOf(item) };
  }

  #follow(node: Node): Node {
    return isAlias(node) ? (this.#targets.get(node) ?? null) : node;
  }

  #build(node: Node): unknown {
    if (node === null) return null;
    if (isAlias(node)) return this.#buildAlias(node);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    const value = this.#buildContent(node);
    if (node.anchor !== undefined) this.#values.set(node, value);
    return value;
  }

  #buildContent(node: Exclude<ParsedNode, Alias.Parsed>): unknown {
    if (isMap(node)) return this.#buildMapping(node);
    if (isSeq(node)) return node.items.map((item, index) => this.#buildBelow(index, item));
    return scalarValue(node);
  }

  #buildBelow(part: string | number, node: Node): unknown {
    this.#path.push(part);
    const value = this.#build(node);
    this.#path.pop();
    return value;
  }

  #problem<Parameters>(
    problem: Problem<Parameters>,
    parameters: NoInfer<Parameters>,
    offset: number,
  ): void {
    this.#report(problem, parameters, offset, [...this.#path]);
  }

  #buildAlias(node: Alias.Parsed): unknown {
    const anchor = node.source;
    const offset = startOf(node);
    const target = this.#anchors.get(anchor);
    if (target === undefined) this.#problem(sourceProblems['unknown-anchor'], { anchor }, offset);
    else if (!this.#values.has(target))
      this.#problem(sourceProblems['alias-cycle'], { anchor }, offset);
    else {
      this.#targets.set(node, target);
      return this.#values.get(target);
    }
    return null;
  }

  #buildMapping(mapping: Mapping): unknown {
    const members = new Map<string, Member>();
    const merged: Member[] = [];
    for (const { key: keyNode, value: node } of mapping.items) {
      this.#build(keyNode);
      const key = keyOf(keyNode);
      const value = this.#buildBelow(key, node);
      const offset = startOf(keyNode);
      if (isMergeKey(keyNode)) {
        merged.push({ offset, node, value });
        continue;
      }
      if (members.has(key)) this.#problem(sourceProblems['duplicate-key'], { key }, offset);
      members.set(key, { offset, node, value });
    }
    for (const merge of merged) this.#merge(merge, members, true);
    this.#members.set(mapping, members);
    return Object.fromEntries(Array.from(members, ([key, { value }]) => [key, value]));
  }

  /** Adds the members of a mapping, or of each in a list of mappings, that are not there yet. */
  #merge({ offset, node, value }: Member, members: Map<string, Member>, mayBeList: boolean): void {
    const source = this.#follow(node);
    // An alias that leads nowhere was reported already.
    if (isAlias(node) && source === null) return;
    if (mayBeList && isSeq(source)) {
      for (const item of source.items) this.#merge({ offset, node: item, value }, members, false);
      return;
    }
    const added = isMap(source) ? this.#members.get(source) : undefined;
    if (added === undefined) {
      this.#problem(sourceProblems['merge-without-mapping'], {}, offset);
      return;
    }
    this.#mergesLeft -= added.size;
    if (this.#mergesLeft < 0) {
      this.#problem(sourceProblems['too-many-merges'], { limit: maximumMergedMembers }, offset);
      return;
    }
    for (const [key, member] of added) {
      if (!members.has(key)) members.set(key, member);
    }
  }
}

function startOf(node: Node): number {
  return node?.range[0] ?? 0;
}

/** Keys are always text, the composer sees to it. */
function keyOf(node: ParsedNode): string {
  return isScalar(node) && typeof node.value === 'string' ? node.value : '';
}

function isMergeKey(node: ParsedNode): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.value === '<<';
}

/** A scalar as JSON. The library takes `e5` and `.` for numbers, which they are in no YAML version: as text. */
function scalarValue({ value, source }: Scalar.Parsed): unknown {
  return Number.isNaN(value) && !/nan$/i.test(source) ? source : value;
}
