/** The gist of a concept that is found by its text too. */
export const guard =
  'A guard before a remote call: after some failures it lets none through, so that a caller need not wait for a container that is down.';

/** Notes for the search: by path below the workspace folder. */
export const searchNotes = {
  'notes/cloud.md': `---
categories: [Cloud]
---
# 컨테이너(Container)

An isolated process with its own view of the system.

## Pros

- Starts within a second

# Infrastructure as Code

Machines are described in files, and a tool makes them so.
`,
  'notes/cloudGuards.md': `---
categories: [Cloud]
aliases: [Trip switch]
---
# Circuit Breaker

${guard}
`,
  'notes/data.md': `---
categories: [Data structures]
---
# 큐(Queue)

First in, first out.

## Deque

Both ends.

# Queue worker

Takes jobs from a queue and runs each in a container of its own.
`,
} as const;
