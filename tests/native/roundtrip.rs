//! What is written reads back the same.

use crate::banks;
use proptest::prelude::*;
use selfcheck::quiz::Bank;

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_bank_reads_back_from_its_json(bank in banks::bank()) {
        let json = bank.to_json();
        prop_assert_eq!(Bank::read(&json), Ok(bank));
        prop_assert!(!json.contains('\n'));
        prop_assert!(!json.contains("null"), "what is absent is left out: {}", json);
    }
}

#[test]
fn what_is_absent_or_by_default_is_left_out() {
    let json = concat!(
        r#"{"format":1,"id":"b","title":"B","topics":[{"id":"t","title":"T"}],"#,
        r#""questions":[{"id":"q","kind":"single-choice","topic":"t","stem":"?","#,
        r#""options":[{"text":"x","correct":true},{"id":"c","text":"y"},{"id":"z","text":"z"}]}]}"#
    );
    assert_eq!(Bank::read(json).unwrap().to_json(), json);
    let wordy = json
        .replace(r#""title":"B""#, r#""title":"B","language":"en","version":"","settings":{}"#)
        .replace(r#""title":"T""#, r#""title":"T","weight":1,"objectives":[],"notes":null"#)
        .replace(r#"{"text":"x""#, r#"{"id":"a","text":["x"]"#)
        .replace(r#""stem":"?""#, r#""stem":"?","shuffle":true,"references":[]"#);
    assert_eq!(Bank::read(&wordy).unwrap().to_json(), json);

    let json = concat!(
        r#"{"format":1,"id":"b","title":"B","topics":[{"id":"t","title":"T"}],"#,
        r#""terms":[{"word":"w","text":"x"}],"questions":["#,
        r#"{"id":"o","kind":"ordering","topic":"t","stem":"?","steps":[{"text":"x"},{"text":"y"},{"text":"z"}]},"#,
        r#"{"id":"m","kind":"matching","topic":"t","stem":"?","responses":[{"text":"x"},{"text":"y"}],"#,
        r#""premises":[{"text":"x","key":"a"},{"text":"y","key":"b"}]},"#,
        r#"{"id":"f","kind":"fill-in","topic":"t","stem":"____","answers":[{"text":"x","correct":true}]},"#,
        r#"{"id":"g","kind":"grid","topic":"t","stem":"?","columns":[{"text":"x"},{"text":"y"}],"#,
        r#""rows":[{"text":"x","key":"a"},{"text":"y","key":"a"}]},"#,
        r#"{"id":"n","kind":"numeric","topic":"t","stem":"?","#,
        r#""answers":[{"value":1,"correct":true},{"value":2.5,"tolerance":0.5},{"min":-4,"max":0}]},"#,
        r#"{"id":"c","kind":"cloze","topic":"t","stem":"?","passage":"{{x}} {{y}}","gaps":["#,
        r#"{"id":"x","options":[{"text":"x","correct":true},{"text":"y"}]},"#,
        r#"{"id":"y","label":"L","answers":[{"text":"x","correct":true}]}]},"#,
        r#"{"id":"r","kind":"reflection","topic":"t","stem":"?","model":"M","checks":[{"text":"x"}]},"#,
        r#"{"id":"h","kind":"hotspot","topic":"t","stem":"?","#,
        r#""image":[["img",{"src":"a.svg","alt":"A","width":"9","height":"8"}]],"regions":["#,
        r#"{"text":"x","rect":[0,0,2.5,2],"correct":true},{"text":"y","circle":[5,5,1]},"#,
        r#"{"text":"z","polygon":[[0,4],[2,4],[0,8]]}]}]}"#
    );
    assert_eq!(Bank::read(json).unwrap().to_json(), json);
    let wordy = json
        .replace(r#""word":"w""#, r#""word":"w","forms":[]"#)
        .replace(r#""stem":"?""#, r#""stem":"?","content_note":false,"allow":{}"#)
        .replace(r#""kind":"matching""#, r#""kind":"matching","reuse":false"#)
        .replace(r#"{"value":1,"#, r#"{"id":"a","value":1.0,"tolerance":0,"#)
        .replace(r#""kind":"fill-in""#, r#""kind":"fill-in","close_spelling":false"#);
    assert_eq!(Bank::read(&wordy).unwrap().to_json(), json);
}
