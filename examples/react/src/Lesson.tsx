// A lesson with a quiz: React sets the bank as a property, and listens to the element's own events.
import { useState } from "react";
import type { Report } from "selfcheck-widget/react";
import "selfcheck-widget/react";
import bank from "./bank.json";

export function Lesson() {
  const [report, setReport] = useState<Report | null>(null);
  return (
    <main>
      <h1>Kettles, lesson 3</h1>
      <p>You have read why water sings before it boils. See what stayed with you.</p>
      <self-check
        bank={bank}
        save-key="kettles"
        pass-mark={50}
        loading="eager"
        onselfcheck-finish={({ detail }) => setReport(detail)}
        onselfcheck-restart={() => setReport(null)}
      />
      {report && (
        <p className="score" role="status">
          Lesson 3: {report.earned} of {report.possible} points.
        </p>
      )}
    </main>
  );
}
