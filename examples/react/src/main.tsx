// Where the page begins.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Lesson } from "./Lesson";
import "./style.css";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Lesson />
  </StrictMode>,
);
