import type { Side } from '../note/model.js';
import { mostVisits, type PageHistory, type PageVisit } from './pageHistory.js';

/**
 * What the page and the extension say to each other. Either side checks what arrives: the page runs on HTML that came
 * from notes, and stored state may come from another version.
 */

/**
 * How a page comes to show a concept: it was `open`ed, is only looked at as a `preview`, is gone back or forward to
 * (`return`), or is shown already and changed (`stay`). It decides where the reader starts, and what the history keeps.
 */
export type PageMove = (typeof pageMoves)[number];

const pageMoves = ['open', 'preview', 'return', 'stay'] as const;

/** Shows a concept. */
export interface ShowMessage {
  readonly type: 'show';
  /** The concept's id. */
  readonly id: string;
  /** The concept's title as plain text. */
  readonly title: string;
  /** Body HTML as `renderConcept` makes it: already safe. */
  readonly html: string;
  /** Language of the note's text as a BCP 47 tag; without it, that of the document. */
  readonly lang?: string;
  /** Grows with every message of one panel: what is older than what is shown is ignored. */
  readonly revision: number;
  readonly move: PageMove;
}

/** The note is gone: what was shown stays, under a banner. */
export interface GoneMessage {
  readonly type: 'gone';
  /** What the banner says, in the user's language. */
  readonly text: string;
}

/** The user wants to go back or forward. */
export interface GoMessage {
  readonly type: 'go';
  readonly step: -1 | 1;
}

/** From the extension to the page. */
export type ToPage = ShowMessage | GoneMessage | GoMessage;

/** The page's script runs and waits for `show`. */
export interface ReadyMessage {
  readonly type: 'ready';
}

/** The user wants another concept on this page. */
export interface OpenConceptMessage {
  readonly type: 'openConcept';
  readonly id: string;
}

/** The user wants a concept's note in the editor. */
export interface OpenSourceMessage {
  readonly type: 'openSource';
  /** The concept's id. */
  readonly id: string;
  /** 1-based line in the note's file. */
  readonly line: number;
}

/** The user followed a link that stands in a note. */
export interface OpenLinkMessage {
  readonly type: 'openLink';
  /** As the note writes it: http, https, mailto, a path relative to the note, `#anchor` or `[[wiki link]]`. */
  readonly href: string;
  /** Id of the concept in whose text it stands, where the page shows several. */
  readonly owner?: string;
}

/** The user wants to put another concept beside what is shown. */
export interface CompareMessage {
  readonly type: 'compare';
}

/** The user has enough of a concept in a comparison. */
export interface UncompareMessage {
  readonly type: 'uncompare';
  readonly id: string;
}

/** The user wants what is shown as a table in the clipboard. */
export interface CopyTableMessage {
  readonly type: 'copyTable';
}

/** The user wants to see a topic in the tree. */
export interface OpenTopicMessage {
  readonly type: 'openTopic';
  readonly topic: string;
}

/** The user wants to search for what has a topic or a tag. */
export interface FindTopicMessage {
  readonly type: 'findTopic';
  /** Without `#`. */
  readonly topic: string;
}

/** The user wants to read a sub-concept on this page, or has read it. */
export interface UnfoldMessage {
  readonly type: 'unfold';
  /** The sub-concept's id. */
  readonly id: string;
  readonly isUnfolded: boolean;
}

/** The user ticked a task or took its tick away. */
export interface SetTaskMessage {
  readonly type: 'setTask';
  /** 1-based line in the note's file. */
  readonly line: number;
  readonly isDone: boolean;
}

/** The user wants to write the side that a concept lacks. */
export interface AddSideMessage {
  readonly type: 'addSide';
  /** The concept's id. */
  readonly id: string;
  readonly role: Side;
}

/** The page has gone back or forward to a concept and waits for `show`. */
export interface ReturnToMessage {
  readonly type: 'returnTo';
  readonly id: string;
}

/** Where the user can go from what is shown. */
export interface HistoryMessage {
  readonly type: 'history';
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

/** From the page to the extension. */
export type FromPage =
  | ReadyMessage
  | OpenConceptMessage
  | OpenSourceMessage
  | OpenLinkMessage
  | OpenTopicMessage
  | FindTopicMessage
  | UnfoldMessage
  | SetTaskMessage
  | AddSideMessage
  | CompareMessage
  | UncompareMessage
  | CopyTableMessage
  | ReturnToMessage
  | HistoryMessage;

/** What the page remembers over a reload of the window. */
export interface PageState extends PageHistory {
  readonly version: 2;
}

/** Longest strings that are taken, in UTF-16 units. */
const limits = { id: 16_384, title: 16_384, html: 16_777_216, href: 8_192, topic: 1_024, text: 4_096 };

/**
 * Reads a message that arrived from the page.
 *
 * @param value Anything.
 * @returns The message with nothing but its own fields, or nothing if it is not one.
 */
export function parseFromPage(value: unknown): FromPage | undefined {
  const fields = fieldsOf(value);
  const { type, id, line, href, owner, topic, isDone, role, isUnfolded, canGoBack, canGoForward } = fields;
  switch (type) {
    case 'ready':
    case 'compare':
    case 'copyTable':
      return { type };
    case 'openConcept':
    case 'returnTo':
    case 'uncompare':
      return isText(id, limits.id) ? { type, id } : undefined;
    case 'history':
      return typeof canGoBack === 'boolean' && typeof canGoForward === 'boolean'
        ? { type, canGoBack, canGoForward }
        : undefined;
    case 'openSource':
      return isText(id, limits.id) && isCount(line) && line > 0 ? { type, id, line } : undefined;
    case 'setTask':
      return isCount(line) && line > 0 && typeof isDone === 'boolean' ? { type, line, isDone } : undefined;
    case 'addSide':
      return isText(id, limits.id) && (role === 'pros' || role === 'cons') ? { type, id, role } : undefined;
    case 'openLink':
      return isText(href, limits.href) ? { type, href, ...(isText(owner, limits.id) ? { owner } : {}) } : undefined;
    case 'openTopic':
    case 'findTopic':
      return isText(topic, limits.topic) ? { type, topic } : undefined;
    case 'unfold':
      return isText(id, limits.id) && typeof isUnfolded === 'boolean' ? { type, id, isUnfolded } : undefined;
    default:
      return undefined;
  }
}

/**
 * Reads a message that arrived from the extension.
 *
 * @param value Anything.
 * @returns The message with nothing but its own fields, or nothing if it is not one.
 */
export function parseToPage(value: unknown): ToPage | undefined {
  const fields = fieldsOf(value);
  switch (fields['type']) {
    case 'show':
      return parseShow(fields);
    case 'gone':
      return isText(fields['text'], limits.text) ? { type: 'gone', text: fields['text'] } : undefined;
    case 'go':
      return fields['step'] === -1 || fields['step'] === 1 ? { type: 'go', step: fields['step'] } : undefined;
    default:
      return undefined;
  }
}

/**
 * Reads the state that a page stored.
 *
 * @param value Anything; version 1 knew but one concept.
 * @returns The state with nothing but its own fields, or nothing if it is not to be understood.
 */
export function parsePageState(value: unknown): PageState | undefined {
  const { version, visits, index } = version1(fieldsOf(value));
  if (version !== 2 || !Array.isArray(visits) || visits.length > mostVisits) {
    return undefined;
  }
  const read = visits.map(parseVisit).filter((visit) => visit !== undefined);
  const isWhole = read.length === visits.length && isCount(index) && index < read.length;
  return isWhole ? { version, visits: read, index } : undefined;
}

function version1(fields: Fields): Fields {
  const { version, id, scroll } = fields;
  return version === 1 ? { version: 2, visits: [{ id, scroll }], index: 0 } : fields;
}

function parseVisit(value: unknown): PageVisit | undefined {
  const { id, scroll } = fieldsOf(value);
  const isPlace = typeof scroll === 'number' && Number.isFinite(scroll) && scroll >= 0;
  return isPlace && isText(id, limits.id) ? { id, scroll } : undefined;
}

function parseShow({ id, title, html, lang, revision, move }: Fields): ShowMessage | undefined {
  const isWhole =
    isText(id, limits.id) && isString(title, limits.title) && isString(html, limits.html) && isCount(revision);
  const known = pageMoves.find((one) => one === move);
  if (!isWhole || known === undefined || !(lang === undefined || isLanguage(lang))) {
    return undefined;
  }
  return { type: 'show', id, title, html, ...(lang === undefined ? {} : { lang }), revision, move: known };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function isString(value: unknown, limit: number): value is string {
  return typeof value === 'string' && value.length <= limit;
}

function isText(value: unknown, limit: number): value is string {
  return isString(value, limit) && value !== '';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isLanguage(value: unknown): value is string {
  return isString(value, 35) && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu.test(value);
}
