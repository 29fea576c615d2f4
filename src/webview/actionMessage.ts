import { parseFromPage, type FromPage } from '../core/page/protocol.js';

/** Elements that do something carry this attribute. */
export const actionSelector = '[data-action]';

/**
 * Reads what an element of the page asks the extension to do.
 *
 * @param element Element with a `data-action` and the data that goes with it.
 * @returns Nothing if the element asks for nothing the extension knows.
 */
export function actionMessage(element: HTMLElement): FromPage | undefined {
  const { action, id, line, href, topic, role } = element.dataset;
  switch (action) {
    case 'concept':
      return parseFromPage({ type: 'openConcept', id });
    case 'source':
      return parseFromPage({ type: 'openSource', id, line: Number(line) });
    case 'link':
      return parseFromPage({ type: 'openLink', href, owner: ownerOf(element) });
    case 'compare':
    case 'copyTable':
      return parseFromPage({ type: action });
    case 'uncompare':
      return parseFromPage({ type: action, id });
    case 'addSide':
      return parseFromPage({ type: action, id, role });
    case 'topic':
      return parseFromPage({ type: 'openTopic', topic });
    case 'findTopic':
      return parseFromPage({ type: action, topic });
    case 'unfold':
      return parseFromPage({ type: action, id, isUnfolded: element.ariaExpanded !== 'true' });
    case 'task':
      return element instanceof HTMLInputElement
        ? parseFromPage({ type: 'setTask', line: Number(line), isDone: element.checked })
        : undefined;
    default:
      return undefined;
  }
}

/** The concept in whose text a link stands; there is but one unless concepts are compared. */
function ownerOf(element: HTMLElement): string | undefined {
  return element.closest<HTMLElement>('[data-owner]')?.dataset['owner'];
}
