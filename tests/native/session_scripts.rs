//! Session transcripts: every script in `tests/sessions` plays exactly as it is written.
//!
//! ```text
//! # a comment
//! bank kinds.json                   the bank, a file beside the script
//! settings shuffle=none count=2     named like the element's attributes
//! seed 7
//! at 5000                           sets the clock, in milliseconds
//! start                             an action …
//!   > moved to q1, 1 of 3           … the events it caused …
//!   > [answering q1]                … and where the session stands then
//! ```
//!
//! The other lines are those of [`Player::play`]. `UPDATE_EXPECT=1` writes what happens into the
//! scripts: read the difference before you commit it.

use selfcheck::quiz::calibration::Certainty;
use selfcheck::quiz::id::{Id, OptionId};
use selfcheck::quiz::memory::rating::Rating;
use selfcheck::quiz::session::Phase;
use selfcheck::quiz::session::action::Scope;
use selfcheck::quiz::session::attempt::{Sheet, Standing};
use selfcheck::quiz::session::mode::Mode;
use selfcheck::quiz::session::report::{Millis, Report};
use selfcheck::quiz::session::settings::{Count, Overrides, Settings, Shuffle, by_name};
use selfcheck::quiz::session::snapshot::Snapshot;
use selfcheck::quiz::shuffle::Seed;
use selfcheck::quiz::{Action, Bank, Event, Kind, Response, Score, Session};
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

fn file(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "sessions", name].iter().collect()
}

fn read(name: &str) -> String {
    fs::read_to_string(file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn read_bank(name: &str) -> Rc<Bank> {
    Rc::new(Bank::read(&read(name)).unwrap_or_else(|problems| panic!("{name}: {problems:#?}")))
}

#[test]
fn every_script_plays_as_it_is_written() {
    let mut scripts: Vec<_> = fs::read_dir(file(""))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "script"))
        .collect();
    scripts.sort();
    assert!(!scripts.is_empty());
    let mut differences = Vec::new();
    for path in &scripts {
        println!("{}", path.display()); // Shown where a line panics.
        let written = fs::read_to_string(path).unwrap();
        let played = play(&written);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(path, played).unwrap();
        } else if played != written {
            differences.push(format!("{}:{}", path.display(), first_difference(&written, &played)));
        }
    }
    assert!(differences.is_empty(), "UPDATE_EXPECT=1 rewrites the scripts\n{}", differences.join("\n"));
}

/// The promise to learners: what any version saved, every later version restores. So the
/// `saved-version-…` files are never edited, and this test only ever grows.
#[test]
fn progress_saved_by_version_1_always_restores() {
    let restored = |name| {
        let snapshot = Snapshot::read(&read(name)).unwrap();
        Session::restore(read_bank("kinds.json"), Settings::default(), snapshot, Millis(0)).unwrap()
    };
    let session = restored("saved-version-1.json");
    assert_eq!(session.phase(), Phase::Answering { position: 1 });
    assert_eq!(show_plan(&session), ["q2 (c a b d): a,b, checked", "q3 (b a c): false -", "q1 (b c a): -"]);
    assert_eq!(show_score(session.report().score), "1 of 3");
    assert_eq!(session.report().duration, Millis(83_500));
    let topics = ["south", "north"].iter().filter_map(|id| Id::parse(id)).collect();
    assert_eq!(session.scope(), Scope { topics, count: Some(Count::Of(3)) });

    let session = restored("saved-version-1-finished.json");
    assert_eq!(session.phase(), Phase::Finished);
    assert_eq!(show_plan(&session), ["q1 (a b c): b, checked", "q3 (a b c): true b, checked"]);
}

fn first_difference(written: &str, played: &str) -> String {
    let n_same =
        written.lines().zip(played.lines()).take_while(|(written, played)| written == played).count();
    let line = |text: &str| text.lines().nth(n_same).unwrap_or("(the end)").to_owned();
    format!("{}\n  written: {}\n  played:  {}", n_same + 1, line(written), line(played))
}

/// The script with what really happens after each line.
fn play(script: &str) -> String {
    let mut player = Player::default();
    let mut played = String::new();
    for line in script.lines().filter(|line| !line.starts_with("  > ")) {
        played.push_str(line);
        played.push('\n');
        if !line.trim().is_empty() && !line.starts_with('#') {
            for happened in player.play(line) {
                played.push_str(&format!("  > {happened}\n"));
            }
        }
    }
    played
}

#[derive(Default)]
struct Player {
    bank: Option<Rc<Bank>>,
    overrides: Overrides,
    seed: u32,
    now: Millis,
    session: Option<Session>,
    saved: String,
}

impl Player {
    /// Does what one line says and tells what happened.
    fn play(&mut self, line: &str) -> Vec<String> {
        let (command, rest) = line.split_once(' ').unwrap_or((line, ""));
        match command {
            // What the session is made of.
            "bank" => self.bank = Some(read_bank(rest)),
            "settings" => self.overrides = read_settings(rest),
            "seed" => self.seed = rest.parse().unwrap(),
            "at" => self.now = Millis(rest.parse().unwrap()),
            // What is asked of it.
            "choose" => return self.act(Action::Choose(read_scope(rest))),
            "start" => return self.act(Action::Start),
            "resume" => return self.act(Action::Resume),
            "respond" => {
                let response = self.read_response(rest);
                return self.act(Action::Respond(response));
            }
            "hint" => return self.act(Action::Hint),
            "mark" => {
                let checks = rest.split(',').filter_map(OptionId::parse).collect();
                return self.act(Action::Mark(checks));
            }
            "sure" => return self.act(Action::Sure(Certainty::by_name(rest).unwrap())),
            "flag" => return self.act(Action::Flag),
            "look-over" => return self.act(Action::LookOver),
            "pause" => return self.act(Action::Pause),
            "tick" => return self.act(Action::Tick),
            "turn" => return self.act(Action::Turn),
            "rate" => return self.act(Action::Rate(by_name(Rating::NAMES, rest).unwrap())),
            "submit" => return self.act(Action::Submit),
            "try-again" => return self.act(Action::TryAgain),
            "give-up" => return self.act(Action::GiveUp),
            "next" => return self.act(Action::Next),
            "skip" => return self.act(Action::Skip),
            "back" => return self.act(Action::Back),
            "goto" => return self.act(Action::GoTo(Id::parse(rest).unwrap())),
            "finish" => return self.act(Action::Finish),
            "restart" => return self.act(Action::Restart),
            "practise-missed" => return self.act(Action::PractiseMissed),
            "practise" => {
                let questions = rest.split(',').filter_map(Id::parse).collect();
                return self.act(Action::Practise(questions));
            }
            // What is due, for modes that ask for it.
            "agenda" => {
                let agenda: Vec<_> = rest.split(',').filter_map(Id::parse).collect();
                self.session().propose(&agenda);
            }
            // Shows the plan: question, options as shown, response, whether it was checked.
            "plan" => return show_plan(self.session()),
            // Saving: `snapshot`, then perhaps `edit this => that`, then `restore`.
            "snapshot" => self.saved = self.session().snapshot().to_json(),
            "edit" => {
                let (this, that) = rest.split_once(" => ").unwrap();
                assert!(self.saved.contains(this), "{this} is not in {}", self.saved);
                self.saved = self.saved.replace(this, that);
            }
            "restore" => return self.restore(),
            // Takes what an earlier version saved.
            "saved" => self.saved = read(rest),
            _ => panic!("not a line of a script: {line}"),
        }
        Vec::new()
    }

    fn bank(&self) -> Rc<Bank> {
        self.bank.clone().expect("a line `bank …` comes first")
    }

    fn settings(&self) -> Settings {
        Settings::default().with(&self.bank().about().settings).with(&self.overrides)
    }

    fn session(&mut self) -> &mut Session {
        let session = match self.session.take() {
            Some(session) => session,
            None => Session::new(self.bank(), self.settings(), Seed(self.seed)),
        };
        self.session.insert(session)
    }

    fn act(&mut self, action: Action) -> Vec<String> {
        let now = self.now;
        let events = self.session().update(action, now);
        let mut lines: Vec<_> = events.iter().flat_map(|event| show_event(event, self.session())).collect();
        lines.push(show_phase(self.session(), now));
        lines
    }

    fn restore(&mut self) -> Vec<String> {
        let restored = Snapshot::read(&self.saved)
            .and_then(|snapshot| Session::restore(self.bank(), self.settings(), snapshot, self.now));
        match restored {
            Ok(session) => {
                let line = show_phase(&session, self.now);
                self.session = Some(session);
                vec![line]
            }
            Err(refusal) => vec![format!("refused: {refusal:?}")],
        }
    }

    /// `b` names one option or region, `a,c` several, `true b` a verdict and a reason, `b>a>c` an order,
    /// `a=x b=y` pairs, rows in a grid, or what is in gaps, where `_` is a space; `"text"` is typed; `-` is
    /// nothing. In a reflection `\n` is the end of a line.
    fn read_response(&mut self, text: &str) -> Response {
        let option = |text: &str| (text != "-").then(|| OptionId::parse(text).unwrap());
        let shown = self.session().shown().map(|shown| shown.question.kind.clone());
        if let Some(text) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
            if let Some(Kind::Reflection(_)) = shown {
                return Response::Reflection { text: text.replace("\\n", "\n"), checks: Vec::new() };
            }
            let text = text.to_owned();
            let is_numeric = matches!(shown, Some(Kind::Numeric(_)));
            return if is_numeric { Response::Numeric { text } } else { Response::FillIn { text } };
        }
        if text.contains('>') {
            return Response::Ordering { order: text.split('>').filter_map(option).collect() };
        }
        if let (true, Some(Kind::Cloze(_))) = (text.contains('='), &shown) {
            let gap = |(gap, given): (&str, &str)| Some((option(gap)?, given.replace('_', " ")));
            return Response::Cloze { gaps: pairs(text).filter_map(gap).collect() };
        }
        if text.contains('=') {
            let pairs = pairs(text).filter_map(|(premise, chosen)| Some((option(premise)?, option(chosen)?)));
            let pairs = pairs.collect();
            let is_grid = matches!(shown, Some(Kind::Grid(_)));
            return if is_grid { Response::Grid { rows: pairs } } else { Response::Matching { pairs } };
        }
        if let (false, Some(Kind::Hotspot(_))) = (text.contains([' ', ',']), &shown) {
            return Response::Hotspot { region: option(text) };
        }
        let is_multiple = matches!(shown, Some(Kind::MultipleResponse(_)));
        match (text.split_once(' '), shown) {
            (Some((verdict, reason)), _) => {
                let verdict = (verdict != "-").then(|| verdict.parse().unwrap());
                Response::TrueFalse { verdict, reason: option(reason) }
            }
            (None, Some(kind)) if text == "-" => kind.blank(),
            (None, _) if is_multiple || text.contains(',') => {
                Response::MultipleResponse { options: text.split(',').filter_map(option).collect() }
            }
            (None, _) => Response::SingleChoice { option: option(text) },
        }
    }
}

fn read_settings(text: &str) -> Overrides {
    let mut settings = Overrides::default();
    for (name, value) in pairs(text) {
        match name {
            "count" => settings.count = Some(read_count(value)),
            "topics" => settings.topics = Some(value.split(',').filter_map(Id::parse).collect()),
            "shuffle" => settings.shuffle = Some(by_name(Shuffle::NAMES, value).unwrap()),
            "seed" => settings.seed = Some(Seed(value.parse().unwrap())),
            "pass-mark" => settings.pass_mark = Some(value.parse().unwrap()),
            "attempts" => settings.attempts = Some(value.parse().unwrap()),
            "attempt-cost" => settings.attempt_cost = Some(value.parse().unwrap()),
            "mode" => settings.mode = Some(by_name(Mode::NAMES, value).unwrap()),
            "time-limit" => settings.time_limit = Some(value.parse().unwrap()),
            "pause" => settings.may_pause = Some(value.parse().unwrap()),
            "certainty" => settings.asks_certainty = Some(value.parse().unwrap()),
            "hint-cost" => settings.hint_cost = Some(value.parse().unwrap()),
            _ => panic!("not a setting: {name}"),
        }
    }
    settings
}

fn read_count(text: &str) -> Count {
    if text == Count::AUTO { Count::Auto } else { Count::Of(text.parse().unwrap()) }
}

fn read_scope(text: &str) -> Scope {
    let Overrides { topics, count, .. } = read_settings(text);
    Scope { topics: topics.unwrap_or_default(), count }
}

fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split_whitespace().map(|pair| pair.split_once('=').unwrap())
}

fn show_phase(session: &Session, now: Millis) -> String {
    let time = session.time_left(now).map_or(String::new(), |left| format!(", {} ms left", left.0));
    match (session.phase(), session.shown()) {
        (Phase::Ready, _) => format!("[ready, {} questions]", session.n_questions()),
        (phase, Some(shown)) => {
            let name = if let Phase::Retry { .. } = phase {
                "retry"
            } else if let Phase::Recalling { .. } = phase {
                "recalling"
            } else if let Phase::Turned { .. } = phase {
                "turned"
            } else {
                phase.name()
            };
            let mut line = format!("[{name} {}", shown.question.id);
            if shown.response != shown.question.kind.blank() {
                line += &format!(": {}", show_response(&shown.response));
            }
            if let Some(score) = shown.score {
                line += &format!(", {}", show_score(score));
            }
            line.extend(shown.rating.map(|rating| format!(", {}", rating.name())));
            if shown.attempts.has_hint {
                line += ", hint";
            }
            if shown.attempts.n_most > 1 {
                line += &format!(", checked {} of {}", shown.attempts.n_checked, shown.attempts.n_most);
            }
            if let Some(certainty) = shown.certainty {
                line += &format!(", {} sure", certainty.name());
            }
            if session.sheets()[shown.position].is_flagged {
                line += ", flagged";
            }
            line + &time + "]"
        }
        (phase, None) => format!("[{}{time}]", phase.name()),
    }
}

fn show_plan(session: &Session) -> Vec<String> {
    let line = |sheet: &Sheet| {
        let options: Vec<_> = sheet.planned.options.iter().map(Id::as_str).collect();
        let response = sheet.response.as_ref().map_or_else(|| "-".to_owned(), show_response);
        let mut line = format!("{} ({}): {response}", sheet.planned.question, options.join(" "));
        line += match sheet.standing {
            Standing::Open => "",
            Standing::Retry => ", may be tried again",
            Standing::Done => ", checked",
        };
        line += if sheet.has_hint { ", hint" } else { "" };
        line += if sheet.is_flagged { ", flagged" } else { "" };
        line.extend(sheet.certainty.map(|certainty| format!(", {} sure", certainty.name())));
        line.extend(sheet.rating.map(|rating| format!(", {}", rating.name())));
        if sheet.standing == Standing::Open || sheet.attempts.len() > 1 {
            line.extend(sheet.attempts.iter().map(|attempt| {
                let hint = if attempt.has_hint { " with hint" } else { "" };
                format!(", after {}{hint}", show_response(&attempt.response))
            }));
        }
        line
    };
    session.sheets().iter().map(line).collect()
}

fn show_event(event: &Event, session: &Session) -> Vec<String> {
    match event {
        Event::Started { n_questions, mode, seed } => {
            vec![format!("started: {n_questions} questions, {}, seed {}", mode.name(), seed.0)]
        }
        Event::Moved { question, position, total } => {
            vec![format!("moved to {question}, {} of {total}", position + 1)]
        }
        Event::Rated { question, rating } => vec![format!("rated {question}: {}", rating.name())],
        Event::Answered { question, response, score, certainty, has_hint, attempt, is_final } => {
            let mut line =
                format!("answered {question}: {}, {}", show_response(response), show_score(*score));
            if let Some(certainty) = certainty {
                line += &format!(", {} sure", certainty.name());
            }
            line += if *has_hint { ", with hint" } else { "" };
            if *attempt > 1 || !is_final {
                line += &format!(", attempt {attempt}{}", if *is_final { ", final" } else { "" });
            }
            vec![line]
        }
        Event::Finished => show_report(&session.report()),
        Event::Restarted => vec!["restarted".to_owned()],
    }
}

fn show_report(report: &Report) -> Vec<String> {
    let passed = match report.passed {
        Some(true) => "passed, ",
        Some(false) => "not passed, ",
        None => "",
    };
    let percent = rounded(report.score.percent());
    let summary = show_score(report.score);
    let mut lines = vec![format!("finished: {summary}, {percent} %, {passed}{} ms", report.duration.0)];
    lines.extend(report.topics.iter().map(|topic| format!("  {}: {}", topic.id, show_score(topic.score))));
    lines.extend(report.answers.iter().map(|answer| {
        let response = answer.response.as_ref().map_or_else(|| "-".to_owned(), show_response);
        let mut line = format!("  {}: {response}, {}", answer.question, show_score(answer.score));
        line.extend(answer.rating.map(|rating| format!(", {}", rating.name())));
        if answer.attempts.len() > 1 {
            line.extend(answer.attempts.iter().map(|(attempt, score)| {
                let hint = if attempt.has_hint { " with hint" } else { "" };
                format!("; {}{hint}, {}", show_response(&attempt.response), show_score(*score))
            }));
        }
        line
    }));
    lines.extend(report.calibration.marks().map(|marks| {
        let n = |(name, certainty, _): &(&str, Certainty, _)| {
            let [right, wrong] = report.calibration.n(*certainty);
            format!("{name} {right} right {wrong} not")
        };
        let steps: Vec<_> = Certainty::ALL.iter().map(n).collect();
        format!("  sure: {}; marks {marks}", steps.join(", "))
    }));
    lines
}

fn show_response(response: &Response) -> String {
    let option = |id: &Option<OptionId>| id.as_ref().map_or("-", Id::as_str).to_owned();
    match response {
        Response::SingleChoice { option: chosen } => option(chosen),
        Response::MultipleResponse { options } => {
            options.iter().map(Id::as_str).collect::<Vec<_>>().join(",")
        }
        Response::TrueFalse { verdict, reason } => {
            let verdict = verdict.map_or("-".to_owned(), |verdict| verdict.to_string());
            format!("{verdict} {}", option(reason))
        }
        Response::Ordering { order } => order.iter().map(Id::as_str).collect::<Vec<_>>().join(">"),
        Response::Matching { pairs } | Response::Grid { rows: pairs } => {
            pairs.iter().map(|(premise, chosen)| format!("{premise}={chosen}")).collect::<Vec<_>>().join(" ")
        }
        Response::Reflection { text, checks } => {
            let checks: String = checks.iter().map(|id| format!(" +{id}")).collect();
            format!("\"{}\"{checks}", text.replace('\n', "\\n"))
        }
        Response::Cloze { gaps } => {
            let gap = |(gap, given): &(OptionId, String)| format!("{gap}={}", given.replace(' ', "_"));
            gaps.iter().map(gap).collect::<Vec<_>>().join(" ")
        }
        Response::Hotspot { region } => region.as_ref().map_or("-", Id::as_str).to_owned(),
        Response::FillIn { text } | Response::Numeric { text } => format!("\"{text}\""),
    }
}

fn show_score(score: Score) -> String {
    format!("{} of {}", rounded(score.earned), rounded(score.possible))
}

fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
