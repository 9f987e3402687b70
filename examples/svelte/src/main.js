// Where the page begins.
import { mount } from "svelte";
import Lesson from "./Lesson.svelte";
import "./style.css";

mount(Lesson, { target: document.querySelector("#app") });
