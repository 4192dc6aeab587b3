// The page of one paragraph: its citation, its abbreviations; theme.js gives it the colours chosen on the other pages.
import { citations } from "./cite.js";
import { meanings } from "./meanings.js";

citations();
meanings();
