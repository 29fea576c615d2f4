import { ConceptNode } from '../tree/treeNodes.js';

/**
 * The concept that a command is about: an id, a row of the tree, or the concept of the open page.
 *
 * @param argument What the command was called with; anyone can call a command with anything.
 * @param onPage Id of the concept whose page is open.
 * @returns The concept's id.
 */
export function conceptTarget(argument: unknown, onPage: string | undefined): string | undefined {
  if (typeof argument === 'string') {
    return argument;
  }
  return argument instanceof ConceptNode ? argument.located.concept.id : onPage;
}
