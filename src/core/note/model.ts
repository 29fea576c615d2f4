/** The plain data that notes are read into. It holds no syntax tree, so that a library of thousands of notes stays small. */

/** What has nothing in it. One for all: each concept has some lists that are empty. */
export const none: readonly never[] = Object.freeze([]);

/** What a section says about its concept. */
export type Role =
  'gist' | 'pros' | 'cons' | 'definition' | 'example' | 'when' | 'comparison' | 'caution' | 'reference' | 'other';

/** One of the two sides that a concept has. */
export type Side = 'pros' | 'cons';

/** One advantage or one disadvantage. */
export interface Point {
  /** First source line, 1-based in the file. */
  readonly line: number;
  /** Plain text on one line, without Markdown. */
  readonly text: string;
}

/** A part of a concept. */
export interface Section {
  readonly role: Role;
  /** The label as the note writes it; empty for what stands directly under the concept's heading. */
  readonly label: string;
  /** First source line, 1-based: the label's, or the first block's where there is no label. */
  readonly line: number;
  /** Last source line, 1-based and included. */
  readonly endLine: number;
}

/** What one heading is about. */
export interface Concept {
  /** Stable: the note's URI, `#`, and the slugs of the headings from the top down, joined by `/`. */
  readonly id: string;
  /** The heading as the note writes it, as plain text; where it asks for a name (`TDD란 무엇인가?`), that name. */
  readonly title: string;
  /** The heading that asks for the title; empty where the heading is the title. */
  readonly question: string;
  /** Other names, in the order of their rank: those the front matter gives, those the heading has, derived ones. */
  readonly aliases: readonly string[];
  /** Those of the aliases that nobody gave to the concept, but that follow from other names: CI of `CI/CD`. */
  readonly derived: readonly string[];
  /** Tags in the concept's own text, without `#`. */
  readonly tags: readonly string[];
  /** The heading's line, 1-based in the file. */
  readonly line: number;
  /** Last line that belongs to the concept, its sub-concepts included. */
  readonly endLine: number;
  /** The heading's level, 1 to 6; 0 for the concept that stands for a note without headings. */
  readonly level: number;
  /** GitHub's anchor of the heading in its note, without `#`; empty where there is no heading. */
  readonly anchor: string;
  /** Id of the enclosing concept of the same note. */
  readonly parent: string | null;
  /** The first paragraph as plain text; empty where there is none. */
  readonly gist: string;
  readonly pros: readonly Point[];
  readonly cons: readonly Point[];
  readonly sections: readonly Section[];
}

/** Something in a note that its reader should know of. What could be read was read all the same. */
export interface Problem {
  /** 1-based line in the file. */
  readonly line: number;
  /** English sentence with `{0}`-style places: the key of its translation. */
  readonly message: string;
  /** What goes into the places, in order. */
  readonly args: readonly (string | number)[];
}

/** A link from a note into notes, as it is written. */
export interface NoteLink {
  /** 1-based in the file. */
  readonly line: number;
  /** Whether it is a wiki link, which means a note or a concept by name, or a path relative to the note. */
  readonly kind: 'wiki' | 'path';
  /** The name or the path, without what stands behind `#`; empty for the note itself. */
  readonly target: string;
  /** What stands behind `#`: a heading, an anchor or a `^block`; empty where nothing does. */
  readonly heading: string;
  /** What is shown. */
  readonly shown: string;
  /** Id of the innermost concept in which the link stands; null above the first. */
  readonly concept: string | null;
}

/** A place in a note that a link may name, besides the headings that are concepts. */
export interface Anchor {
  readonly name: string;
  /** 1-based in the file. */
  readonly line: number;
}

/** One Markdown file, read. */
export interface Note {
  /** Identifies the file: a URI in the editor, a path on the command line. */
  readonly uri: string;
  readonly title: string;
  /** What the note is grouped by: never empty. */
  readonly topics: readonly string[];
  /** Tags that the front matter gives. */
  readonly tags: readonly string[];
  /** Flat, in document order. */
  readonly concepts: readonly Concept[];
  /** In document order. */
  readonly links: readonly NoteLink[];
  /** In document order. */
  readonly anchors: readonly Anchor[];
  readonly problems: readonly Problem[];
}

/** A note before it is read. */
export interface NoteSource {
  /** Identifies the file: a URI in the editor, a path on the command line. */
  readonly uri: string;
  /** File name without its extension: the title where the note gives none. */
  readonly name: string;
  /** Folder that stands for the topic where the note gives none. */
  readonly folder: string;
  /** The text, with any line ending, with or without a byte order mark. */
  readonly text: string;
  /** Problems that were met on the way to the text. */
  readonly problems?: readonly Problem[];
}
