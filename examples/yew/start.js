// Starts the program, which wasm-bindgen has put into out/.
import init from "./out/yew.js";

await init();
