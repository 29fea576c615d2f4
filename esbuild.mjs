// @ts-check
/**
 * Bundles the extension: for the Node host, the web-worker host, the webview and the command line; with --tests also the
 * suites that run inside VS Code.
 *
 *   node esbuild.mjs [--production] [--watch] [--tests] [--cli [--if-stale]] [--quiet]
 */
// First, for the others' sake.
import './test/host/check-node.cjs';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './test/host/dependencies.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  // The oldest VS Code that is supported, 1.74, runs Node 16 and Chromium 102.
  target: 'es2022',
};

/**
 * `unified` also runs transformers one after the other, on virtual files with paths and messages, by options that are merged
 * in depth. Here it parses texts, and nothing else.
 * @type {import('esbuild').Plugin}
 */
const parserOnly = {
  name: 'parser-only',
  setup: (build) => {
    const contents = /** @type {Record<string, string>} */ ({
      trough: 'export const trough = () => ({ use: () => undefined, run: () => undefined });',
      vfile: 'export class VFile { constructor(value) { this.value = value; } toString() { return this.value; } }',
      extend: 'export default (isDeep, target, ...sources) => Object.assign(target, ...sources);',
    });
    build.onLoad({ filter: /[\\/]node_modules[\\/](?:trough|vfile|extend)[\\/]index\.js$/ }, ({ path: file }) => ({
      contents: contents[path.basename(path.dirname(file))] ?? '',
    }));
  },
};

/**
 * GitHub's slugs keep letters, marks, digits and joiners. The package lists them one by one, in 8 KB; by their properties
 * they are the same, but for characters that Unicode has assigned since.
 * @type {import('esbuild').Plugin}
 */
const slugsByProperties = {
  name: 'slugs-by-properties',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]github-slugger[\\/]regex\.js$/ }, () => ({
      contents: String.raw`export const regex = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu;`,
    }));
  },
};

/**
 * `refractor` makes its elements by the rules of HTML and SVG, and reads entities in their attributes. Of them the page
 * takes the classes alone.
 * @type {import('esbuild').Plugin}
 */
const elementsOfClasses = {
  name: 'elements-of-classes',
  setup: (build) => {
    build.onLoad({ filter: /[\\/](?:hastscript|parse-entities)[\\/]index\.js$/ }, () => ({
      contents: `export const h = (selector, properties, children) =>
          ({ type: 'element', properties: { className: selector.split('.').slice(1) }, children: [children].flat() });
        export const parseEntities = String;`,
    }));
  },
};

/**
 * Every VS Code reads fonts as WOFF 2; the style sheet of `katex` offers them in two more forms.
 * @type {import('esbuild').Plugin}
 */
const fontsInOneForm = {
  name: 'fonts-in-one-form',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]katex[\\/]dist[\\/]katex\.min\.css$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace(/,url\([^)]+\.(?:woff|ttf)\) format\("\w+"\)/gu, ''),
      loader: 'css',
    }));
  },
};

/**
 * Esbuild's plugins for what the hosts and the command line share.
 * @type {import('esbuild').Plugin[]}
 */
const smaller = [slugsByProperties, parserOnly];

/** A hash of the code that reads notes and of the packages' versions: what another has kept of notes is read again. */
const readerVersion = () => {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const room of ['note', 'reading']) {
    const folder = path.join(root, 'src', 'core', room);
    const files = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts'));
    files.sort().forEach((name) => hash.update(readFileSync(path.join(folder, name))));
  }
  return hash.digest('hex').slice(0, 16);
};

/** @type {import('esbuild').BuildOptions} */
const inHost = {
  ...shared,
  define: { READER_VERSION: JSON.stringify(readerVersion()) },
  plugins: smaller,
  format: 'cjs',
  external: ['vscode'],
};
/** @type {import('esbuild').BuildOptions} */
const nodeHost = { ...inHost, platform: 'node', mainFields: ['module', 'main'] };
/**
 * Without the condition `worker`, `decode-named-character-reference` resolves to a build that needs a document.
 * @type {import('esbuild').BuildOptions}
 */
const webHost = { ...inHost, platform: 'browser', conditions: ['worker', 'browser'] };

/**
 * What only some of the uses need is imported when it is first needed. In the Node host each such room is a file of its own,
 * so that the start does not pay for it; the web-worker host can load one file only.
 * @type {import('esbuild').Plugin}
 */
const roomsApart = {
  name: 'rooms-apart',
  setup: (build) => {
    build.onResolve({ filter: /[\\/]core[\\/](?:page|search)[\\/]/ }, ({ kind, path: module }) => {
      const room = path.basename(path.dirname(module));
      return kind === 'dynamic-import' ? { path: `./${room}.cjs`, external: true } : undefined;
    });
  },
};

/** A file of such modules of one room. */
const roomOf = (/** @type {string} */ room, /** @type {string[]} */ modules) => ({
  ...nodeHost,
  stdin: {
    contents: modules.map((module) => `export * from './src/core/${room}/${module}.js';`).join('\n'),
    resolveDir: root,
  },
  outfile: `dist/${room}.cjs`,
});

/** @type {Record<string, import('esbuild').BuildOptions>} */
const product = {
  extension: {
    ...nodeHost,
    plugins: [...smaller, roomsApart],
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.cjs',
  },
  fileWorker: { ...nodeHost, entryPoints: ['src/node/fileWorker.ts'], outfile: 'dist/fileWorker.cjs' },
  page: roomOf('page', ['renderConcept', 'renderComparison', 'conceptHtml', 'conceptMarkdown', 'comparisonMarkdown']),
  search: roomOf('search', ['conceptSearch']),
  web: { ...webHost, entryPoints: ['src/extension.web.ts'], outfile: 'dist/extension.web.js' },
  webview: {
    ...shared,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/webview/page.ts'],
    outfile: 'dist/webview/page.js',
  },
  code: {
    ...shared,
    plugins: [elementsOfClasses],
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/webview/code/code.ts'],
    outfile: 'dist/webview/code.js',
  },
  math: {
    ...shared,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/webview/math/math.ts'],
    outfile: 'dist/webview/math.js',
  },
  mathStyle: {
    ...shared,
    plugins: [fontsInOneForm],
    entryPoints: ['node_modules/katex/dist/katex.min.css'],
    outfile: 'dist/webview/math.css',
    loader: { '.woff2': 'copy' },
    assetNames: 'fonts/[name]',
  },
  cli: {
    ...shared,
    plugins: smaller,
    platform: 'node',
    format: 'cjs',
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.cjs',
  },
};

/**
 * Mocha's build for browsers looks for CommonJS first, and would find that of the whole bundle.
 * @type {import('esbuild').Plugin}
 */
const mochaForBrowsers = {
  name: 'mocha-for-browsers',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path: file }) => ({
      contents: `var module, exports;${readFileSync(file, 'utf8')}`,
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const suite = {
  entryPoints: ['test/vscode/run.ts'],
  plugins: [...smaller, mochaForBrowsers],
  minify: false,
  sourcemap: 'inline',
  sourcesContent: false,
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
const tests = {
  vscode: { ...nodeHost, ...suite, outfile: 'dist-test/vscode/index.js' },
  // What needs Node is skipped there.
  vscodeWeb: { ...webHost, ...suite, external: ['vscode', 'node:*'], outfile: 'dist-test/vscode-web/index.js' },
};

/** Whether a bundle is missing, or older than any source or the list of dependencies. */
function isStale(/** @type {string} */ outfile) {
  const file = path.join(root, outfile);
  if (!existsSync(file)) {
    return true;
  }
  const built = statSync(file).mtimeMs;
  const sources = readdirSync(path.join(root, 'src'), { recursive: true }).map((name) =>
    path.join(root, 'src', String(name)),
  );
  return [...sources, path.join(root, 'package-lock.json')].some((source) => statSync(source).mtimeMs > built);
}

/** @returns {Record<string, import('esbuild').BuildOptions>} */
function wanted() {
  if (flags.has('--cli')) {
    const cli = product['cli'];
    return cli && (!flags.has('--if-stale') || isStale(String(cli.outfile))) ? { cli } : {};
  }
  return flags.has('--tests') ? tests : product;
}

/**
 * Writes down the licences of all packages that went into the bundles: most demand to be passed on.
 *
 * @param {string[]} inputs files that were bundled, relative to the root
 */
function writeLicences(inputs) {
  const folders = new Set(inputs.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file)?.[0] ?? ''));
  folders.delete('');
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder)).find((entry) => /^licen[cs]e/iu.test(entry));
    const text =
      file === undefined ? `Licence: ${license}` : readFileSync(path.join(root, folder, file), 'utf8').trim();
    return `${name} ${version}\n\n${text}\n`;
  });
  writeFileSync(path.join(root, 'dist', 'third-party-licences.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

const builds = wanted();
if (Object.keys(builds).length > 0) {
  await ensureDependencies();
  const esbuild = await import('esbuild');
  if (flags.has('--watch')) {
    const contexts = await Promise.all(
      Object.values(builds).map((options) => esbuild.context({ ...options, logLevel: 'info' })),
    );
    await Promise.all(contexts.map((context) => context.watch()));
    console.log('Watching for changes…');
  } else {
    const results = await Promise.all(
      Object.values(builds).map((options) => esbuild.build({ ...options, metafile: true })),
    );
    if (production) {
      writeLicences(results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})));
    }
    for (const { outfile } of flags.has('--quiet') ? [] : Object.values(builds)) {
      console.log(`${outfile}: ${Math.ceil(statSync(path.join(root, String(outfile))).size / 1024)} KB`);
    }
  }
}
