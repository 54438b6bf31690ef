//! L10 to L13: the knee's own dose, downhill, and the step rate.

use crate::story::{Story, ago};
use kneewise_types::assessment::{CauseRow, State};
use kneewise_types::knee::{Damage, Dose, KneeDose, KneeSummary};
use kneewise_types::reason::Fact;
use kneewise_types::{GaitDigest, Metres, SteadySegment};

/// How a run was: km, reference steps a km (472 is easy and level), share of the damage made downhill.
#[derive(Clone, Copy)]
struct Asked(f64, f64, f64);

impl Story {
    /// A run with its knee load.
    fn knee_run(self, days_ago: i64, asked: Asked) -> Self {
        let Asked(km, steps_a_km, descent_damage_share) = asked;
        let story = self.run(days_ago, km);
        let id = story.history.activities.last().unwrap().id.clone();
        let x: f64 = (steps_a_km / 472.0_f64).powf(1.0 / 6.0);
        let damage_steps =
            Damage { m4: km * 472.0 * x.powi(4), m6: km * steps_a_km, m9: km * 472.0 * x.powi(9) };
        let front = Dose {
            peak_bw: Some(4.8 * x),
            sum_bw: km * 2267.0 * x,
            impulse_bw_s: km * 238.0 * x,
            damage_steps,
        };
        let knee = KneeSummary {
            activity: id,
            local_date: ago(days_ago),
            model_version: 1,
            dose: KneeDose { patellofemoral: front, distance_m: km * 1000.0, ..KneeDose::default() },
            mean_rho: Some(1.0),
            mean_population_rho: Some(1.0),
            descent_running_m: Some(0.0),
            descent_damage_share: Some(descent_damage_share),
            is_grade_known: true,
            is_cadence_known: true,
            is_habit_personal: true,
            left_stance_share: None,
        };
        story.with(|history| history.knee.push(knee))
    }

    fn knee_runs(self, from: i64, to: i64, asked: Asked) -> Self {
        (to..=from).rev().step_by(2).fold(self, |story, day| story.knee_run(day, asked))
    }

    /// Every third day five steady minutes at 3 m/s.
    fn gait(self, from: i64, to: i64, cadence_spm: f64) -> Self {
        (to..=from).rev().step_by(3).fold(self, |story, day| {
            let wobble = [0.0, 0.6, -0.6, 0.3][usize::try_from(day / 3 % 4).unwrap()];
            let segment = SteadySegment { speed_mps: 3.0, cadence_spm: cadence_spm + wobble };
            story.with(|history| {
                history.gait.push(GaitDigest {
                    id: kneewise_types::ActivityId(format!("g{day:06}")),
                    local_date: ago(day),
                    segments: vec![segment; 5],
                    mean_cadence_spm: Some(cadence_spm),
                    step_length_m: None,
                    stance_time_s: None,
                    duty_factor: None,
                    vertical_oscillation_m: None,
                    vertical_ratio: None,
                    left_stance_share: None,
                });
            })
        })
    }
}

const EASY: Asked = Asked(8.0, 472.0, 0.05);

#[test]
fn a_hilly_day_asks_more_than_any_before_though_it_was_no_longer() {
    let usual = Story::new().knee_runs(80, 2, EASY);
    assert_eq!(usual.state(CauseRow::L10), State::Absent);
    let hilly = usual.clone().knee_run(1, Asked(7.5, 720.0, 0.5));
    let row = hilly.row(CauseRow::L10);
    assert_eq!(row.state, State::Present);
    let Fact::KneeDoseRise { date, damage_ratio, distance_ratio, descent_damage_share, .. } =
        row.reasons[0].fact
    else {
        panic!("{row:?}")
    };
    assert_eq!(date, ago(1));
    assert!((damage_ratio - 7.5 * 720.0 / (8.0 * 472.0)).abs() < 1e-9 && distance_ratio < 1.0);
    assert!((descent_damage_share.unwrap() - 0.5).abs() < 1e-9);
    assert_eq!(hilly.state(CauseRow::L1), State::Absent, "the distance was nothing new");
    assert!((row.contribution - 0.10).abs() < 1e-9);
}

#[test]
fn a_day_that_is_more_for_one_exponent_only_is_no_rise() {
    // For m = 9 more than 1.10, for m = 4 less.
    let near = Story::new().knee_runs(80, 2, EASY).knee_run(1, Asked(6.6, 700.0, 0.4));
    assert_eq!(near.state(CauseRow::L10), State::Absent);
}

#[test]
fn of_a_long_run_and_its_dose_only_the_long_run_counts() {
    let long = Story::new().knee_runs(80, 2, EASY).knee_run(1, Asked(11.0, 472.0, 0.05));
    assert_eq!((long.state(CauseRow::L1), long.state(CauseRow::L10)), (State::Present, State::Present));
    assert!(long.row(CauseRow::L10).contribution.abs() < 1e-12);
    assert!((long.row(CauseRow::L1).contribution - 0.31).abs() < 1e-12);
}

#[test]
fn runs_without_a_knee_load_leave_it_unknown() {
    let untold = Story::new().runs(80, 1, 2, 8.0);
    assert_eq!(untold.state(CauseRow::L10), State::Unknown);
    let short = Story::new().knee_runs(20, 1, EASY);
    assert_eq!(short.state(CauseRow::L10), State::Unknown, "the days before were not recorded");
}

fn downhill(metres: f64) -> impl Fn(&mut kneewise_types::Activity) {
    move |run| run.descent = Metres::new(metres).ok()
}

#[test]
fn downhill_above_the_usual_week_is_seen_and_a_little_more_is_not() {
    let usual = |latest: f64| {
        Story::new().runs_with((77, 22), 2, 8.0, downhill(40.0)).runs_with((21, 1), 2, 8.0, downhill(latest))
    };
    let row = usual(75.0).row(CauseRow::L11);
    assert_eq!(row.state, State::Present, "{row:?}");
    let Fact::DescentRise { week_m, usual_week_m, .. } = row.reasons[0].fact else { panic!("{row:?}") };
    assert!(week_m > 1.5 * usual_week_m);
    assert_ne!(usual(75.0).state(CauseRow::L4), State::Present, "no week was twice the highest");
    assert_eq!(usual(55.0).state(CauseRow::L11), State::Absent);
    assert_eq!(Story::new().runs(80, 1, 2, 8.0).state(CauseRow::L11), State::Unknown);
}

#[test]
fn a_drop_of_the_step_rate_is_seen_and_a_small_one_is_not() {
    let dropped = Story::new().gait(170, 28, 170.0).gait(27, 1, 162.0);
    let row = dropped.row(CauseRow::L12);
    assert_eq!(row.state, State::Present, "{row:?}");
    let Fact::CadenceDrop { rho, .. } = row.reasons[0].fact else { panic!("{row:?}") };
    assert!((rho - 162.0 / 170.0).abs() < 0.01, "{rho}");
    assert_eq!(Story::new().gait(170, 28, 170.0).gait(27, 1, 168.0).state(CauseRow::L12), State::Absent);
    assert_eq!(Story::new().gait(170, 28, 170.0).gait(27, 1, 178.0).state(CauseRow::L12), State::Absent);
    assert_eq!(Story::new().gait(20, 1, 170.0).state(CauseRow::L12), State::Unknown);
    assert_eq!(Story::new().state(CauseRow::L12), State::Unknown);
}

#[test]
fn few_steps_for_the_speed_are_seen_and_the_middle_is_not() {
    assert_eq!(Story::new().gait(27, 1, 164.0).state(CauseRow::L13), State::Present);
    assert_eq!(Story::new().gait(27, 1, 168.0).state(CauseRow::L13), State::Absent);
    assert_eq!(Story::new().gait(3, 1, 164.0).state(CauseRow::L13), State::Unknown);
    // Long legs take fewer steps.
    let tall = Story::new().gait(27, 1, 164.0).with(|history| history.profile.height_m = Some(1.95));
    assert_eq!(tall.state(CauseRow::L13), State::Absent);
}

#[test]
fn the_rows_stay_with_load_and_never_reach_probably_alone() {
    let all = Story::new()
        .knee_runs(80, 2, EASY)
        .knee_run(1, Asked(7.5, 720.0, 0.5))
        .gait(170, 28, 166.0)
        .gait(27, 1, 158.0);
    let assessment = all.assess();
    let load = assessment.findings.iter().find(|f| f.family.word() == "load").unwrap();
    assert!(load.belief < 0.5, "{}", load.belief);
    let low = all.row(CauseRow::L13);
    assert_eq!(
        (low.state, low.contribution.abs() < 1e-12),
        (State::Present, true),
        "L12 counts in its place"
    );
}
