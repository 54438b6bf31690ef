//! What the runner sees, kept as pictures in `tests/golden`.

use super::runners;
use crate::why::{Style, render};
use kneewise_advise::advise;
use kneewise_types::UnitSystem;
use kneewise_types::assessment::Assessment;
use kneewise_types::reason::{Fact, Reason};

const WIDE: Style = Style { width: 80, color: false, bars: true, units: UnitSystem::Metric };

fn screen(assessment: &Assessment, style: Style) -> String {
    render(assessment, &advise(assessment), &style)
}

fn every_runner() -> Vec<(&'static str, Assessment)> {
    vec![
        ("sore", runners::sore()),
        ("amber", runners::amber()),
        ("both-sore", runners::both_sore()),
        ("little-known", runners::little_known()),
        ("without-diary", runners::without_diary()),
        ("red-flag", runners::red_flag()),
        ("open-questions", runners::open_questions()),
        ("settled", runners::settled()),
        ("quiet-diary", runners::quiet_diary()),
        ("empty", runners::empty()),
    ]
}

fn keep(name: &str, text: String) {
    insta::with_settings!({
        snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!(format!("why-{name}"), text) });
}

#[test]
fn screens_at_80_columns() {
    for (name, assessment) in every_runner() {
        keep(name, screen(&assessment, WIDE));
    }
}

#[test]
fn a_narrow_terminal_without_bars_in_miles() {
    let narrow = Style { width: 46, bars: false, units: UnitSystem::Imperial, ..WIDE };
    keep("sore-narrow-miles", screen(&runners::sore(), narrow));
}

#[test]
fn colours_are_the_last_layer() {
    keep("sore-colour", screen(&runners::sore(), Style { color: true, ..WIDE }).replace('\x1b', "ESC"));
    for (name, assessment) in every_runner() {
        let painted = screen(&assessment, Style { color: true, ..WIDE });
        assert_eq!(without_colour(&painted), screen(&assessment, WIDE), "{name}");
    }
}

fn without_colour(text: &str) -> String {
    let mut parts = text.split('\x1b');
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').unwrap().1);
    }
    plain
}

#[test]
fn no_line_is_wider_than_the_terminal_and_a_screen_is_a_screen() {
    for (name, assessment) in every_runner() {
        for width in [46, 60, 80, 96] {
            let text = screen(&assessment, Style { width, ..WIDE });
            for line in text.lines() {
                let is_command = line.contains("kneewise screen");
                assert!(line.chars().count() <= width || is_command, "{name} at {width}: {line}");
                assert!(!line.ends_with(' '), "{name}: trailing space");
            }
            if width >= 80 {
                // A second sore knee takes its own lines.
                let room = if name == "both-sore" { 45 } else { 40 };
                assert!(text.lines().count() <= room, "{name}: {} lines", text.lines().count());
            }
        }
    }
}

#[test]
fn any_fact_fits_any_width_whole() {
    for fact in crate::words::examples::facts() {
        let mut assessment = runners::sore();
        let evidence = assessment.findings[0].mechanisms[0].reasons[0].evidence;
        assessment.findings[0].mechanisms[0].reasons = vec![Reason { fact: fact.clone(), evidence }];
        for width in [40, 53, 80] {
            let text = screen(&assessment, Style { width, ..WIDE });
            assert!(text.lines().all(|line| line.chars().count() <= width), "{fact:?} at {width}\n{text}");
        }
    }
}

#[test]
fn a_name_out_of_a_file_cannot_steer_the_terminal() {
    let mut assessment = runners::sore();
    let reason = &mut assessment.findings[0].mechanisms[0].reasons[0];
    reason.fact = Fact::PairsInUse { weeks: 12, runs: 45, pairs: 1, names: vec!["\x1b[2JTarn\n2".into()] };
    let text = screen(&assessment, WIDE);
    assert!(!text.contains('\x1b') && text.contains("Tarn 2"));
}

#[test]
fn a_red_flag_leaves_room_for_nothing_else() {
    let text = screen(&runners::red_flag(), WIDE);
    for absent in ["Load", "Footwear", "Next test", "First", "plays a part", "▮", "18.0"] {
        assert!(!text.contains(absent), "{absent}");
    }
}

#[test]
fn open_questions_show_no_action_and_no_test() {
    let text = screen(&runners::open_questions(), WIDE);
    assert!(text.contains("R12") && !text.contains("Next test") && !text.contains("First "));
}

#[test]
fn no_screen_breaks_the_voice() {
    for (name, assessment) in every_runner() {
        let text = screen(&assessment, WIDE).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let said = text.replace("not a diagnosis", "");
        for word in ["caused by", "risk", "you have", "diagnos", "!", "should have"] {
            assert!(!said.contains(word), "{name} says `{word}`");
        }
    }
}
