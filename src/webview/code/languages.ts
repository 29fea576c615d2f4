import { refractor } from 'refractor/core';
import bash from 'refractor/bash';
import c from 'refractor/c';
import cpp from 'refractor/cpp';
import csharp from 'refractor/csharp';
import css from 'refractor/css';
import diff from 'refractor/diff';
import docker from 'refractor/docker';
import go from 'refractor/go';
import graphql from 'refractor/graphql';
import groovy from 'refractor/groovy';
import http from 'refractor/http';
import ini from 'refractor/ini';
import java from 'refractor/java';
import javascript from 'refractor/javascript';
import json from 'refractor/json';
import jsx from 'refractor/jsx';
import kotlin from 'refractor/kotlin';
import makefile from 'refractor/makefile';
import markdown from 'refractor/markdown';
import markup from 'refractor/markup';
import nginx from 'refractor/nginx';
import php from 'refractor/php';
import powershell from 'refractor/powershell';
import python from 'refractor/python';
import ruby from 'refractor/ruby';
import rust from 'refractor/rust';
import sql from 'refractor/sql';
import swift from 'refractor/swift';
import toml from 'refractor/toml';
import tsx from 'refractor/tsx';
import typescript from 'refractor/typescript';
import yaml from 'refractor/yaml';
import { changeGrammars } from './grammarChanges.js';

/** The languages of study notes: those of applications, of their data and of their operation. */
const grammars = [
  ...[bash, c, cpp, csharp, css, diff, docker, go, graphql, groovy, http, ini, java, javascript, json, jsx],
  ...[kotlin, makefile, markdown, markup, nginx, php, powershell, python, ruby, rust, sql, swift, toml, tsx],
  ...[typescript, yaml],
];

/** What else people call them, beside the names that the grammars bring along. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  bash: ['zsh', 'ksh', 'console', 'shellscript', 'shell-session', 'sh-session'],
  cpp: ['c++', 'cc', 'cxx', 'h', 'hpp', 'hxx'],
  csharp: ['c#'],
  diff: ['patch'],
  docker: ['containerfile'],
  go: ['golang'],
  graphql: ['gql'],
  groovy: ['gradle', 'jenkinsfile'],
  ini: ['cfg', 'conf', 'properties', 'dotenv', 'env', 'editorconfig'],
  javascript: ['cjs', 'mjs', 'node'],
  json: ['jsonc', 'json5'],
  makefile: ['make', 'mk'],
  markdown: ['mdx'],
  markup: ['htm', 'xhtml', 'vue', 'svelte', 'plist'],
  powershell: ['ps', 'ps1', 'pwsh'],
  python: ['py3', 'python3'],
  rust: ['rs'],
  sql: ['mysql', 'mariadb', 'plsql', 'pgsql', 'postgres', 'postgresql', 'sqlite', 'tsql'],
  typescript: ['cts', 'mts'],
};

grammars.forEach((grammar) => refractor.register(grammar));
refractor.alias({ ...otherNames });
changeGrammars(refractor);

const known: ReadonlySet<string> = new Set(refractor.listLanguages());

/**
 * Finds the language that a note means.
 *
 * @param name What the note calls it.
 * @returns The name that `refractor` knows it by; `undefined` if it knows none.
 */
export function knownLanguage(name: string): string | undefined {
  const wanted = name.toLowerCase();
  return known.has(wanted) ? wanted : undefined;
}
