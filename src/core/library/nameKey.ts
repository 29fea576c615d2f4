import { comparable } from '../search/searchKey.js';

/**
 * The form in which names are compared: without regard to case, width, normal form, spaces and signs.
 *
 * @param name A name.
 */
export function nameKey(name: string): string {
  const key = comparable(name).replace(/[\s\p{P}\p{S}]+/gu, '');
  return key === '' ? comparable(name).trim() : key;
}
