// Vue, which is told that <self-check> is an element and no component of its own.
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const isCustomElement = (tag) => tag === "self-check";

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
