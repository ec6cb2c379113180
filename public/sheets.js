// What a sheet on the map does beyond being read: its notes, and the tick of the notebook. boot.js loads it with the first sheet.
import "./notes.js";

export { follow } from "./keep/keep.js";
