// Where the page begins.
import { createApp } from "vue";
import Lesson from "./Lesson.vue";
import "./style.css";

createApp(Lesson).mount("#app");
