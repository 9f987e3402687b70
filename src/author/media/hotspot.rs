//! Pictures of hotspot questions: the name of a file → the picture with its address and its size.

use super::{Kind, Media, RULE};
use crate::quiz::bank::problem::{Place, Problem};
use crate::quiz::bank::tree::{Tree, Value, table};

impl Media {
    /// A bank's tree with the picture in place of its name in every hotspot question, and what is wrong
    /// with them. `is_file` tells whether the value at a place may name a file: in JSON the picture is
    /// there already.
    #[must_use]
    pub fn with_pictures(&self, bank: &Tree, is_file: &dyn Fn(Place) -> bool) -> (Tree, Vec<Problem>) {
        let (mut bank, mut problems) = (bank.clone(), Vec::new());
        let Value::Table(fields) = &mut bank.value else { return (bank, problems) };
        let questions = fields.iter_mut().find(|(name, _)| name == "questions").map(|(_, list)| list);
        if let Some(Tree { value: Value::List(questions), .. }) = questions {
            for (index, question) in questions.iter_mut().enumerate() {
                let is_hotspot = question.get("kind").and_then(Tree::as_text) == Some("hotspot");
                if is_hotspot && is_file(question.place) {
                    let id = question.get("id").and_then(Tree::as_text);
                    let named = id.map_or_else(String::new, |id| format!(" ({id})"));
                    self.place_picture(question, &format!("questions[{index}]{named}"), &mut problems);
                }
            }
        }
        (bank, problems)
    }

    fn place_picture(&self, question: &mut Tree, path: &str, problems: &mut Vec<Problem>) {
        let Some(Value::Text(name)) = question.get("image").map(|image| &image.value) else { return };
        let image = question.get("image").map_or(question.place, |image| image.place);
        let mut report = |field: &str, place, message: String, remedy: String| {
            problems.push(Problem::error(RULE, place, format!("{path}.{field}"), message, remedy));
        };
        let alt = question.get("alt").map(|alt| (alt.place, alt.as_text().unwrap_or_default().trim()));
        if alt.is_none_or(|(_, alt)| alt.is_empty()) {
            let place = alt.map_or(question.place, |(place, _)| place);
            let remedy = "write `alt`: what the picture shows, without telling which region is right";
            report("alt", place, "the picture has no words for what it shows".to_owned(), remedy.to_owned());
        }
        let found = self.find(name, image, 0).and_then(|found| {
            let remedy = "name a picture, such as a .svg, .png or .jpg file".to_owned();
            let is_picture = found.kind == Kind::Picture;
            is_picture.then_some(found).ok_or_else(|| (format!("`{name}` is no picture"), remedy))
        });
        let (address, [width, height]) = match found {
            Ok(found) => (found.address, found.size.map_or([0, 0], |size| [size.width, size.height])),
            Err((message, remedy)) => {
                report("image", image, message, remedy);
                // Regions cannot be measured against it, and are looked at all the same.
                ("unknown".to_owned(), [u16::MAX; 2])
            }
        };
        let words = alt.map(|(_, alt)| alt).filter(|alt| !alt.is_empty()).unwrap_or(name).to_owned();
        let text = |text: &str| Some(Tree::from(text));
        let attributes = table([
            ("src", text(&address)),
            ("alt", text(&words)),
            ("width", text(&width.to_string())),
            ("height", text(&height.to_string())),
        ]);
        let node: Tree = [Tree::from("img"), attributes].into_iter().collect();
        if let Value::Table(fields) = &mut question.value {
            for (name, field) in fields {
                if name == "image" {
                    field.value = Value::List(vec![node.clone()]);
                }
            }
        }
    }
}
