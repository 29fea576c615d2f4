// @ts-check
/**
 * Bundles the extension: for the Node host, the web-worker host, the webview and the command line; with --tests also the
 * suites that run inside VS Code.
 *
 *   node esbuild.mjs [--production] [--watch] [--tests] [--cli [--if-stale]] [--quiet]
 */
// First, for the others' sake.
import './test/host/check-node.cjs';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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
 * The names of HTML's 2,125 characters in alphabetical order, each by how many letters it begins with as the one before
 * it (in base 36) and the rest, followed by the characters: a third smaller than as properties of an object.
 * Source: front coding, I. H. Witten, A. Moffat and T. C. Bell, "Managing Gigabytes", 2nd ed., 1999.
 * @type {import('esbuild').Plugin}
 */
const entitiesFrontCoded = {
  name: 'entities-front-coded',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]character-entities[\\/]index\.js$/ }, async ({ path: file }) => {
      const { characterEntities } = await import(pathToFileURL(file).href);
      const names = Object.keys(characterEntities).sort();
      const words = names.flatMap((name, index) => {
        const before = names[index - 1] ?? '';
        let same = 0;
        while (same < before.length && before[same] === name[same]) same += 1;
        return [same.toString(36) + name.slice(same), characterEntities[name]];
      });
      return {
        contents: `const words = ${JSON.stringify(words.join(' '))}.split(' ');
          export const characterEntities = {};
          let name = '';
          for (let index = 0; index < words.length; index += 2) {
            name = name.slice(0, parseInt(words[index][0], 36)) + words[index].slice(1);
            characterEntities[name] = words[index + 1];
          }`,
      };
    });
  },
};

/**
 * Syntax trees are plain data, which every host can copy. The package also copies what they never hold.
 * @type {import('esbuild').Plugin}
 */
const plainClone = {
  name: 'plain-clone',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]@ungap[\\/]structured-clone[\\/]esm[\\/]index\.js$/ }, () => ({
      contents: `export default globalThis.structuredClone ?? ((value) => JSON.parse(JSON.stringify(value)));`,
    }));
  },
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
 * What is wrong with options is told by `fault` in formatted messages; ours are always right.
 * @type {import('esbuild').Plugin}
 */
const plainFaults = {
  name: 'plain-faults',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]fault[\\/]index\.js$/ }, () => ({
      contents: `export const fault = (message) => new Error(message);`,
    }));
  },
};

/**
 * `js-yaml` is one file, which makes all its tags, schemas and the patterns of its writer when it is loaded. Said to be free
 * of side effects, those that nobody asks for are left out: a third of it. Notes are read by a schema of their own.
 * @type {import('esbuild').Plugin}
 */
const yamlReaderOnly = {
  name: 'yaml-reader-only',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8')
        .replace('schema: CORE_SCHEMA', 'schema: undefined')
        .replace(
          /^(var \S+ = )((?:\{|(?:define\w+Tag|new Schema|YAML11_SCHEMA\.withTags)\()[^\n]*\n.*?^[)}\]]+|`.*?`|new RegExp\([^\n]*\));$/gmsu,
          '$1/* @__PURE__ */ (() => ($2))();',
        ),
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
const smaller = [slugsByProperties, entitiesFrontCoded, plainClone, parserOnly, plainFaults, yamlReaderOnly];

/** @type {import('esbuild').BuildOptions} */
const inHost = {
  ...shared,
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
 * What writes pages is imported when the first is shown. In the Node host it is a file of its own, so that the start does
 * not pay for it; the web-worker host can load one file only.
 * @type {import('esbuild').Plugin}
 */
const pagesApart = {
  name: 'pages-apart',
  setup: (build) => {
    build.onResolve({ filter: /[\\/]core[\\/]page[\\/]/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './page.cjs', external: true } : undefined,
    );
  },
};

/** The modules that the extension imports so. */
const pageModules = ['renderConcept', 'renderComparison', 'conceptHtml', 'conceptMarkdown', 'comparisonMarkdown'];

/** @type {Record<string, import('esbuild').BuildOptions>} */
const product = {
  extension: {
    ...nodeHost,
    plugins: [...smaller, pagesApart],
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.cjs',
  },
  page: {
    ...nodeHost,
    stdin: {
      contents: pageModules.map((name) => `export * from './src/core/page/${name}.js';`).join('\n'),
      resolveDir: root,
    },
    outfile: 'dist/page.cjs',
  },
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
  vscodeWeb: { ...webHost, ...suite, outfile: 'dist-test/vscode-web/index.js' },
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
