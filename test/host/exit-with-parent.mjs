// @ts-check
// Loaded into the server before its own code (`node --import`). The server's standard input is a pipe that the program
// which started it never writes to: its end means that this program is gone, even if it was killed without a chance to
// clean up. Then the server ends too, and with it all in its process group.

// The server starts its own children with the same Node options; their standard input means nothing.
if (process.env['YOJEOM_EXIT_WITH_PARENT'] === '1') {
  delete process.env['YOJEOM_EXIT_WITH_PARENT'];
  process.stdin.on('end', () => process.kill(0, 'SIGKILL'));
  process.stdin.resume();
  // Waiting for the end of the input alone keeps no server alive.
  if ('unref' in process.stdin) process.stdin.unref();
}
