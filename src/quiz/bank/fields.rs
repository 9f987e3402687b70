//! Reading a table field by field while collecting every problem.

use super::json::{decimal, rounded};
use super::problem::{Place, Problem};
use super::tree::{Tree, Value};
use crate::quiz::id::{self, Id};
use crate::quiz::markup::Markup;
use std::cell::{Cell, RefCell};

/// Turns a string in a rich-text field into markup. A browser takes it as plain characters,
/// `author` reads it as Markdown.
pub type TextReader<'a> = dyn Fn(&str, Place) -> Result<Markup, Vec<Problem>> + 'a;

/// More problems than this help nobody, and a wrong file could hold millions.
const MOST_PROBLEMS: usize = 500;

/// What is said of a field that nobody asks for. It is about the name, not the value.
pub const UNKNOWN_FIELD: &str = "is not a field that is known here";

/// What is shared while one bank is read.
pub struct Reader<'a> {
    text: &'a TextReader<'a>,
    is_strict: bool,
    problems: RefCell<Vec<Problem>>,
}

impl<'a> Reader<'a> {
    /// A strict reader also reports fields it does not know; browsers are lenient, so that a bank
    /// made by a newer `selfcheck build` still works.
    #[must_use]
    pub fn new(text: &'a TextReader<'a>, is_strict: bool) -> Self {
        Self { text, is_strict, problems: RefCell::default() }
    }

    /// Adds a problem.
    pub fn report(&self, problem: Problem) {
        let mut problems = self.problems.borrow_mut();
        if problems.len() < MOST_PROBLEMS {
            let at = problems.partition_point(|earlier| earlier.place <= problem.place);
            problems.insert(at, problem);
        }
    }

    /// Everything that was reported, in the order of the files.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}

/// One table while its fields are taken out.
pub struct Fields<'r> {
    reader: &'r Reader<'r>,
    entries: &'r [(String, Tree)],
    used: RefCell<Vec<&'static str>>,
    is_broken: Cell<bool>,
    is_abandoned: Cell<bool>,
    /// Where the table begins.
    pub place: Place,
    /// Where it is in the bank.
    pub path: String,
}

impl<'r> Fields<'r> {
    /// The fields of a tree that should be a table.
    pub fn of(reader: &'r Reader<'r>, tree: &'r Tree, path: String) -> Option<Self> {
        let Value::Table(entries) = &tree.value else {
            reader.report(Problem::error(
                "F5",
                tree.place,
                path,
                format!("is {}", tree.value.noun()),
                "write a table (an object) here",
            ));
            return None;
        };
        let fields = Self {
            reader,
            entries,
            used: RefCell::default(),
            is_broken: Cell::new(false),
            is_abandoned: Cell::new(false),
            place: tree.place,
            path,
        };
        fields.report_repeated();
        Some(fields)
    }

    /// Reports a problem with one field, or with the whole table where `name` is empty.
    pub fn report(
        &self,
        rule: &'static str,
        name: &str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let place = self.find(name).map_or(self.place, |tree| tree.place);
        self.report_at(rule, place, name, message, remedy);
    }

    fn report_at(
        &self,
        rule: &'static str,
        place: Place,
        name: &str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.is_broken.set(true);
        self.reader.report(Problem::error(rule, place, self.path_of(name), message, remedy));
    }

    /// Whether any field so far had a problem.
    pub fn is_broken(&self) -> bool {
        self.is_broken.get()
    }

    /// Gives up on the fields that are left: it is not known which of them belong here.
    pub fn abandon(&self) {
        self.is_abandoned.set(true);
    }

    /// Ends the reading of this table: reports the fields nobody asked for.
    pub fn finish(&self) {
        if !self.reader.is_strict || self.is_abandoned.get() {
            return;
        }
        let used = self.used.borrow();
        // A misspelt field is one that is not there, so only those are offered.
        let absent = used.iter().filter(|name| !self.entries.iter().any(|(key, _)| key == *name));
        let absent = absent.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        for (key, tree) in self.entries {
            if !used.contains(&key.as_str()) {
                self.reader.report(Problem::error(
                    "F5",
                    tree.place,
                    self.path_of(key),
                    UNKNOWN_FIELD,
                    format!("remove it or mend its spelling; this table may also have: {absent}"),
                ));
            }
        }
    }

    fn report_repeated(&self) {
        for (index, (key, tree)) in self.entries.iter().enumerate() {
            if self.entries[..index].iter().any(|(earlier, _)| earlier == key) {
                self.report_at("F5", tree.place, key, "appears twice", "keep one of the two");
            }
        }
    }

    fn path_of(&self, name: &str) -> String {
        match (self.path.is_empty(), name.is_empty()) {
            (_, true) => self.path.clone(),
            (true, false) => name.to_owned(),
            (false, false) => format!("{}.{name}", self.path),
        }
    }

    fn find(&self, name: &str) -> Option<&'r Tree> {
        self.entries.iter().find(|(key, tree)| key == name && tree.value != Value::Null).map(|(_, tree)| tree)
    }

    fn take(&self, name: &'static str) -> Option<&'r Tree> {
        self.used.borrow_mut().push(name);
        self.find(name)
    }

    fn missing(&self, name: &str) {
        self.report("F5", name, "is missing", format!("add `{name}`"));
    }

    fn wrong(&self, name: &str, tree: &Tree, wanted: &str) {
        self.report("F5", name, format!("is {}", tree.value.noun()), format!("write {wanted} here"));
    }

    /// Whether the field is there.
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// A text, if it is one, without a word where it is not: for naming things in messages.
    pub fn peek_text(&self, name: &str) -> Option<&'r str> {
        self.find(name)?.value.as_text()
    }

    /// How many items a list has, 0 where it is not there.
    pub fn peek_len(&self, name: &str) -> usize {
        self.find(name).and_then(|tree| tree.value.as_list()).map_or(0, <[_]>::len)
    }

    /// Whether a table of a list has a field.
    pub fn peek_any(&self, list: &str, name: &str) -> bool {
        let items = self.find(list).and_then(|tree| tree.value.as_list()).unwrap_or_default();
        items.iter().any(|item| item.get(name).is_some())
    }

    /// Fields that may stand here, whether they are asked for or not.
    pub fn know(&self, names: &[&'static str]) {
        self.used.borrow_mut().extend(names);
    }

    /// A text that may be left out.
    pub fn text(&self, name: &'static str) -> Option<&'r str> {
        let tree = self.take(name)?;
        let Value::Text(text) = &tree.value else {
            self.wrong(name, tree, "text in quotation marks");
            return None;
        };
        Some(text)
    }

    /// A text that must be there and not be blank.
    pub fn required_text(&self, name: &'static str) -> Option<&'r str> {
        if !self.has(name) {
            self.take(name);
            self.missing(name);
            return None;
        }
        let text = self.text(name)?;
        if text.trim_ascii().is_empty() {
            self.report("F5", name, "is empty", "write it");
            return None;
        }
        Some(text)
    }

    /// True or false, where it is there.
    pub fn flag(&self, name: &'static str) -> Option<bool> {
        let tree = self.take(name)?;
        let Value::Bool(flag) = tree.value else {
            self.wrong(name, tree, "true or false, without quotation marks,");
            return None;
        };
        Some(flag)
    }

    /// A number from `least` to `most`, where it is there, to six decimals: as it is written too.
    pub fn number(&self, name: &'static str, least: f64, most: f64) -> Option<f64> {
        let tree = self.take(name)?;
        let Value::Number(number) = tree.value else {
            self.wrong(name, tree, "a number, without quotation marks,");
            return None;
        };
        if !(least..=most).contains(&number) {
            self.report(
                "F5",
                name,
                format!("is {}", decimal(number)),
                format!("write a number from {} to {}", decimal(least), decimal(most)),
            );
            return None;
        }
        Some(rounded(number))
    }

    /// A whole number from `least` to `most`, where it is there.
    pub fn whole(&self, name: &'static str, least: u32, most: u32) -> Option<u32> {
        let number = self.number(name, f64::from(least), f64::from(most))?;
        if number.fract() != 0.0 {
            self.report("F5", name, format!("is {}", decimal(number)), "write a whole number");
            return None;
        }
        // Within the range of a u32 by the check above.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some(number as u32)
    }

    /// An id that must be there.
    pub fn required_id<T: Id>(&self, name: &'static str) -> Option<T> {
        let text = self.required_text(name)?;
        self.parse_id(name, text)
    }

    /// An id, where it is there.
    pub fn id<T: Id>(&self, name: &'static str) -> Option<T> {
        let text = self.text(name)?;
        self.parse_id(name, text)
    }

    fn parse_id<T: Id>(&self, name: &str, text: &str) -> Option<T> {
        let id = T::parse(text);
        if id.is_none() {
            self.report("F6", name, format!("`{text}` is not an id"), format!("an id has {}", id::SHAPE));
        }
        id
    }

    /// Several texts, where they are there: a list of strings.
    pub fn texts(&self, name: &'static str) -> Vec<&'r str> {
        self.list(name)
            .iter()
            .filter_map(|tree| {
                let text = tree.value.as_text();
                if text.is_none() {
                    let message = format!("holds {}", tree.value.noun());
                    self.report_at("F5", tree.place, name, message, "list texts in quotation marks");
                }
                text
            })
            .collect()
    }

    /// The entries of a table of texts, in the order of the file, where it is there.
    pub fn text_entries(&self, name: &'static str) -> Vec<(String, String)> {
        let Some(table) = self.table(name) else { return Vec::new() };
        let entries = table.entries.iter().filter_map(|(key, tree)| {
            let text = tree.value.as_text();
            if text.is_none() {
                table.wrong(key, tree, "text in quotation marks");
            }
            Some((key.clone(), text?.to_owned()))
        });
        entries.collect()
    }

    /// The items of a list, none where it is not there.
    pub fn list(&self, name: &'static str) -> &'r [Tree] {
        let Some(tree) = self.take(name) else { return &[] };
        let Value::List(list) = &tree.value else {
            self.wrong(name, tree, "a list");
            return &[];
        };
        list
    }

    /// The tables of a list, each with its own fields and path.
    pub fn tables(&self, name: &'static str) -> Vec<Fields<'r>> {
        self.list(name)
            .iter()
            .enumerate()
            .filter_map(|(index, tree)| {
                let path = format!("{}[{index}]", self.path_of(name));
                Fields::of(self.reader, tree, path)
            })
            .collect()
    }

    /// A table inside this one, where it is there.
    pub fn table(&self, name: &'static str) -> Option<Fields<'r>> {
        let tree = self.take(name)?;
        Fields::of(self.reader, tree, self.path_of(name))
    }

    /// Rich text, where it is there.
    pub fn markup(&self, name: &'static str) -> Option<Markup> {
        let tree = self.take(name)?;
        let read = match &tree.value {
            Value::Text(text) => (self.reader.text)(text, tree.place),
            Value::List(list) => Markup::read(list, &self.path_of(name)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Table(_) => {
                self.wrong(name, tree, "text in quotation marks");
                return None;
            }
        };
        match read {
            Ok(markup) if markup.to_text().is_empty() => {
                self.report("F5", name, "is empty", "write it, or remove the field");
                None
            }
            Ok(markup) => Some(markup),
            Err(problems) => {
                self.is_broken.set(true);
                for mut problem in problems {
                    problem.path = self.path_of(name);
                    self.reader.report(problem);
                }
                None
            }
        }
    }

    /// Rich text that must be there.
    pub fn required_markup(&self, name: &'static str) -> Option<Markup> {
        if !self.has(name) {
            self.take(name);
            self.missing(name);
            return None;
        }
        self.markup(name)
    }
}
