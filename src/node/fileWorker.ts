import { parentPort } from 'node:worker_threads';
import type { FileQuestion } from './fileMessages.js';
import { answered } from './localFiles.js';

/** What runs in the thread that {@link FileThread} starts. */
parentPort?.on('message', (question: FileQuestion) => {
  const answer = answered(question, () => performance.now());
  // Handed over, and not copied.
  parentPort?.postMessage(answer, answer.about === 'bytes' ? [answer.bytes.buffer] : []);
});
