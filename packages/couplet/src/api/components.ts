/**
 * The strongly connected components of a graph, children before parents (Tarjan's algorithm, without recursion:
 * a document may chain a hundred thousand definitions).
 *
 * @param roots where to start; what they do not reach is left out
 * @param targets the nodes that a node leads to
 * @returns the nodes of each component; a node that leads to itself only is a component of its own
 */
export function connectedComponents(
  roots: Iterable<string>,
  targets: (node: string) => readonly string[],
): readonly (readonly string[])[] {
  const components: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();

  for (const root of roots) {
    if (order.has(root)) continue;
    const visits = [visit(root)];
    for (let top = visits.at(-1); top !== undefined; top = visits.at(-1)) {
      const next = top.targets[top.index++];
      if (next === undefined) {
        visits.pop();
        close(top.node);
        const parent = visits.at(-1);
        if (parent !== undefined) lower(parent.node, rank(lowest, top.node));
      } else if (!order.has(next)) {
        visits.push(visit(next));
      } else if (isOpen.has(next)) {
        lower(top.node, rank(order, next));
      }
    }
  }
  return components;

  function visit(node: string): { node: string; targets: readonly string[]; index: number } {
    order.set(node, order.size);
    lowest.set(node, rank(order, node));
    open.push(node);
    isOpen.add(node);
    return { node, targets: targets(node), index: 0 };
  }

  function lower(node: string, to: number): void {
    if (to < rank(lowest, node)) lowest.set(node, to);
  }

  function close(node: string): void {
    if (rank(lowest, node) !== rank(order, node)) return;
    const component: string[] = [];
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      isOpen.delete(member);
      component.push(member);
      if (member === node) break;
    }
    components.push(component);
  }
}

function rank(ranks: ReadonlyMap<string, number>, node: string): number {
  return ranks.get(node) ?? Infinity;
}
