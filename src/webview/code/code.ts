/** Entry of the script that gives code its colours. The page loads it when it has code to show. */
import { colourCode } from './colourCode.js';

declare global {
  interface Window {
    /** There once this script is; see {@link colourCode}. */
    yojeomColourCode?: typeof colourCode;
  }
}

window.yojeomColourCode = colourCode;
