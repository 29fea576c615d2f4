// `npm run bench -- library [-- OPTIONS]`: how long it takes to open a library, to start again and to take in what changed,
// beside what the files themselves cost in the same run. See {@link benchLibrary} for the options.
import { benchLibrary } from './libraryBench.js';
import { DiskFiles, diskStore } from './diskFiles.js';

const files = new DiskFiles();
const place = { name: 'Node', isEditor: false, files, hastened: files, store: diskStore };
if (!(await benchLibrary(process.argv.slice(2), process.env['YOJEOM_BENCH_FOLDER'] ?? 'library', place))) {
  process.exitCode = 1;
}
