/**
 * The job postings in a JSON-LD document: the document itself, the items of a list, or those of `@graph`. An employer
 * that is given as a reference (`{"@id": …}`) is replaced by the node it refers to.
 */
export function jobPostingsIn(document: unknown): unknown[] {
  const nodes = nodesOf(document);
  return nodes.filter(isJobPosting).map((posting) => {
    const reference: unknown = Reflect.get(posting, "hiringOrganization");
    const target = isNode(reference) ? nodes.find((node) => sameId(node, reference)) : undefined;
    return target === undefined ? posting : { ...posting, hiringOrganization: target };
  });
}

/** A document is a node or a list of nodes, and each of them may hold a graph; nothing lies deeper. */
function nodesOf(document: unknown): object[] {
  const top: unknown[] = Array.isArray(document) ? document : [document];
  return top.filter(isNode).flatMap((node) => {
    const graph: unknown = Reflect.get(node, "@graph");
    return Array.isArray(graph) ? [node, ...graph.filter(isNode)] : [node];
  });
}

function isNode(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sameId(node: object, reference: object): boolean {
  const id: unknown = Reflect.get(reference, "@id");
  return typeof id === "string" && node !== reference && Reflect.get(node, "@id") === id;
}

function isJobPosting(node: object): boolean {
  const type: unknown = Reflect.get(node, "@type");
  const types: unknown[] = Array.isArray(type) ? type : [type];
  return types.some((name) => typeof name === "string" && /(?:^|[/:])JobPosting$/u.test(name));
}
