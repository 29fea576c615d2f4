/** The code whose language its note has named. */
export const codeSelector = 'pre > code[class^="language-"]';
