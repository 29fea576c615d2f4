/** Entry of the script that sets formulas. The page loads it when it has formulas to show. */
import { setFormulas } from './setFormulas.js';

declare global {
  interface Window {
    /** There once this script is; see {@link setFormulas}. */
    yojeomSetFormulas?: typeof setFormulas;
  }
}

window.yojeomSetFormulas = setFormulas;
